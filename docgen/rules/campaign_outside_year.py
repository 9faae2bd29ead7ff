"""A campaign begins in the plan's year."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="campaign-outside-year",
    title="活动时间不在方案的年度",
    why="活动跨出方案的年度，多半是改年份时漏改了日期；从岁末跨到来年的，按开始的年份算。",
    faulty="年度：2025　活动时间：2024年9月1日至12月10日",
    sound="年度：2025　活动时间：2025年9月1日至12月10日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the first day with the year."""
    if record.period is not None and record.period.start.year != record.year:
        yield Breach(
            ("period", "start"),
            f"活动时间写的是{record.period.text}，方案的年度是{record.year}年",
            "改活动时间或改年度，使两者一致。",
        )


rule = Rule(FAULT, ("campaign", "period", "year"), check)
