"""A leading group is not led by somebody of a level below the paper's own."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.organs import self_term
from docgen.rules import Breach, Rule
from docgen.rules.post_not_at_level import head_of

FAULT = Fault(
    code="leader-below",
    title="组长的职务低于发文机关的层级",
    why="县里的领导小组由县领导任组长；写着镇长，是拿镇里的方案改漏了，或者发文机关写错了。",
    faulty="发文机关：滑县人民政府　组长：镇长",
    sound="发文机关：滑县人民政府　组长：县长",
    severity=Severity.WARNING,
)
LOWER = dict.fromkeys(("县", "区", "旗", "市"), "镇乡")


def check(record: Any) -> Iterator[Breach]:
    """Compare the posts of those who lead with the level of the paper's organ."""
    voice, group = record.voice, record.organization
    if voice is None or voice.level is None or group is None:
        return
    term = self_term(voice.name, voice.level)
    for index, leader in enumerate(group.leaders):
        head = head_of(leader.post)
        if head is not None and head in LOWER.get(term[1:], ""):
            yield Breach(
                ("organization", "leaders", index, "post"),
                f"组长的职务是{leader.post}，发文的自称是“{term}”",
                "核对组长的职务和发文机关。",
            )


rule = Rule(FAULT, ("organization",), check)
