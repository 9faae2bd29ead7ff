"""A speech names its event by one session throughout."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.kinds._speech_words import bare_event, session_in
from docgen.records.texts import places
from docgen.rules import Breach, Rule
from docgen.rules._reading import NUMERAL, sentence_at
from docgen.vocabulary import number_of

FAULT = Fault(
    code="session-said",
    title="正文里的届次与活动的届次不一致",
    why="用去年的稿子改，开头改了届次，结尾“预祝第几届……圆满成功”最容易漏改。",
    faulty="活动：第三届安全管理培训班　结语：预祝第二届安全管理培训班圆满成功！",
    sound="活动：第三届安全管理培训班　结语：预祝第三届安全管理培训班圆满成功！",
)
ANOTHER = re.compile(
    "去年|前年|上年|上一?届|往届|历届|前.届|曾|回顾|明年|下一?届|年的?第|以来|先后"
)


def check(record: Any) -> Iterator[Breach]:
    """Look for the event's name with another session."""
    named = session_in(record.event)
    due = record.session or named
    if due is None or (named is not None and named != due):
        return  # that is told of at the session itself
    name = re.escape(bare_event(record.event))
    form = re.compile(f"第({NUMERAL})届[“‘]?{name}")
    for path, text in places(record):
        if not isinstance(text, str) or path[0] in ("event", "title", "waivers"):
            continue
        for found in form.finditer(text):
            said = number_of(found[1])
            if said not in (None, due) and not ANOTHER.search(sentence_at(text, found.start())):
                yield Breach(
                    path, f"写着“{found[0]}”，活动是第{due}届", f"改成第{due}届，或核对届次。"
                )


rule = Rule(FAULT, ("event", "session", "first_year"), check)
