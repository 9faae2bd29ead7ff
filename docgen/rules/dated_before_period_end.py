"""A summary is dated after the time it sums up."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="dated-before-period-end",
    title="成文日期早于统计期结束",
    why="数字统计到哪天，总结就不会写在哪天之前；年底前成文的，统计期应当写到实际统计的那一天。",
    faulty="统计期到12月31日　成文日期：12月10日",
    sound="统计期到11月30日　成文日期：12月10日",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the paper's date with the end of the period."""
    day = record.date
    if isinstance(day, datetime.date) and day < record.period.end:
        yield Breach(
            ("date",),
            f"成文日期是{official_date(day)}，统计期到{official_date(record.period.end)}",
            "核对成文日期，或把统计期写到实际统计的那一天。",
        )


rule = Rule(FAULT, ("date", "period", "accidents"), check)
