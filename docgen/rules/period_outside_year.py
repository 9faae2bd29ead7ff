"""The period lies inside the paper's year."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="period-outside-year",
    title="统计期不在年度内",
    why="年度总结只说这一年的事；统计期跨出年度，多半是改年份时漏改了日期。",
    faulty="年度：2026　统计期：2025年1月1日至11月30日",
    sound="年度：2026　统计期：2026年1月1日至11月30日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare both ends of the period with the year."""
    for end in ("start", "end"):
        day = getattr(record.period, end)
        if day.year != record.year:
            yield Breach(
                ("period", end),
                f"统计期写的是{record.period.text}，年度是{record.year}年",
                "改统计期或改年度，使两者一致。",
            )
            return


rule = Rule(FAULT, ("period", "year", "accidents"), check)
