"""An accident told by itself happened in the period."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import named
from docgen.vocabulary import official_date

FAULT = Fault(
    code="case-outside-period",
    title="事故不在统计期内",
    why="总结里写的事故，应当发生在统计期内；日期在外，不是年份写错，就是统计口径不对。",
    faulty="统计期：2026年　某砖厂坍塌事故：2025年3月5日",
    sound="统计期：2026年　某砖厂坍塌事故：2026年3月5日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the day of every accident with the period."""
    for at, case in enumerate(record.cases):
        if case.date is not None and not record.period.start <= case.date <= record.period.end:
            yield Breach(
                ("cases", at, "date"),
                f"{named(case)}发生在{official_date(case.date)}，统计期是{record.period.text}",
                "核对日期的年份，或改统计期。",
            )


rule = Rule(FAULT, ("cases", "period"), check)
