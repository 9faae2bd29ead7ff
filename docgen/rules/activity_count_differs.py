"""As many activities follow as are announced."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.vocabulary import number_of

ANNOUNCED = re.compile(
    r"([\d一二两三四五六七八九十]+)(?:项|个)(?:主要|重点|主题|系列|规定)?(?:活动|任务|行动)"
)
FAULT = Fault(
    code="activity-count-differs",
    title="说的活动项数与列出的不同",
    why="增减活动时漏改了开头的数目，是公文里最常见的前后矛盾。",
    faulty="重点开展以下六项活动：（一）……（八）……",
    sound="重点开展以下八项活动：（一）……（八）……",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the number in the first words of the chapter with the activities."""
    groups = [activity.group for activity in record.activities if activity.group]
    counts = {len(record.activities), len(dict.fromkeys(groups))} - {0}
    for path, text in announcements(record):
        for found in ANNOUNCED.finditer(text):
            said = number_of(found[1])
            if said is not None and counts and said not in counts:
                yield Breach(
                    path,
                    f"写的是“{found[0]}”，列出的是{len(record.activities)}项",
                    "改数目，或增减活动。",
                )


def announcements(record: Any) -> Iterator[tuple[Path, str]]:
    """Give the paragraphs before the activities."""
    for index, remark in enumerate(record.remarks):
        if remark.chapter == "activities":
            for at, paragraph in enumerate(remark.before):
                yield ("remarks", index, "before", at, "text"), paragraph.text or ""


rule = Rule(FAULT, ("activities", "remarks"), check)
