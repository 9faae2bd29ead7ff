"""The term lies inside the agreement's year, unless the work follows a season."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

SEASONAL = ("forest_fire",)
FAULT = Fault(
    code="term-outside-year",
    title="责任期限不在责任书的年度内",
    why="年度责任书管一年；期限跨出年度，多半是改年份时漏改了日期。森林防火等按防火季签订的除外。",
    faulty="年度：2026　责任期限：2025年1月1日至12月31日",
    sound="年度：2026　责任期限：2026年1月1日至12月31日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare both ends of the term with the year; a season must only begin in it."""
    seasonal = record.scope in SEASONAL
    for end in ("start",) if seasonal else ("start", "end"):
        day = getattr(record.term, end)
        if day.year != record.year:
            yield Breach(
                ("term", end),
                f"责任期限写的是{record.term.text}，责任书的年度是{record.year}年",
                "改期限或改年度，使两者一致。",
            )
            return


rule = Rule(FAULT, ("term", "year", "scope"), check)
