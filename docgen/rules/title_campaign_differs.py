"""A plan's title names the campaign the plan is for."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="title-campaign-differs",
    title="标题写的是别的活动",
    why="拿另一个活动的方案来改，标题漏改，收文单位不知道开展的是哪一个活动。",
    faulty="活动：安全生产月　标题：白道口镇2025年百日攻坚行动方案",
    sound="活动：安全生产月　标题：白道口镇2025年“安全生产月”活动方案",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the campaigns a title names with the plan's own; 暨 may join two."""
    named = [
        other.label
        for other in type(record.campaign)
        if other.label in record.title and other.name != "OTHER"
    ]
    if named and record.campaign.name != "OTHER" and record.campaign.label not in named:
        yield Breach(
            ("title",),
            f"标题写的是“{'”“'.join(named)}”，活动是“{record.campaign.label}”",
            "改标题或改活动，使两者一致；标题不填时由系统拟写。",
        )


rule = Rule(FAULT, ("title", "campaign"), check)
