"""Accidents are graded in the four words of today's regulation."""

import datetime
import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import speaks_of_the_past, without_quotations

SINCE = datetime.date(2007, 6, 1)
SORTS = (
    "(?:生产安全|安全生产|安全|道路交通|交通|火灾|伤亡|责任|爆炸|煤矿|矿山|瓦斯|"
    "水上|海上|质量|恶性)*"
)
OLD = re.compile(f"(?<!重)特大{SORTS}事故|(?<!重)特大火灾|重大[、，]特大|特大[、，]重大")
FAULT = Fault(
    code="outdated-grade-word",
    title="事故等级用了旧说法",
    why="2007年起事故分特别重大、重大、较大、一般四级，“特大事故”已经不是等级。",
    faulty="坚决杜绝特大事故，有效防范重大事故。",
    sound="坚决防范遏制重特大事故，有效减少较大事故。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for grades of the time before 2007."""
    if not setting.reached(SINCE):
        return
    for found in OLD.finditer(without_quotations(text)):
        if not speaks_of_the_past(text, found.start(), SINCE):
            yield Remark(
                f"写着“{found[0]}”，国务院令第493号把事故分为特别重大、重大、较大、一般四级",
                "改成“特别重大”或“重特大”（特别重大和重大合称）。",
            )


rule = TextRule(FAULT, ("特大",), check)
