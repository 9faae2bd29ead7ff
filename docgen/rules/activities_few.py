"""A plan has at least three activities."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

LEAST = 3
FAULT = Fault(
    code="activities-few",
    title="活动少于三项",
    why="方案要把活动分成几项，各有内容、责任和时限；只有一两项，多半是没有填完。",
    faulty="活动内容只有“开展宣传”一项",
    sound="活动内容有宣讲、“五进”、应急演练三项",
)


def check(record: Any) -> Iterator[Breach]:
    """Count the activities of a plan that has any."""
    count = len(record.activities)
    if 0 < count < LEAST:
        yield Breach(
            ("activities",),
            f"活动只有{count}项，至少要有{LEAST}项",
            "补上其余的活动；确实只办这几项的，写明理由豁免。",
        )


rule = Rule(FAULT, ("activities", "activity_chapters"), check)
