"""A summary is written soon after what it sums up."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="dated-late",
    title="成文日期比统计期结束晚了半年以上",
    why="总结在期末前后成文；晚了一年的，多半是成文日期或年度的年份写错。",
    faulty="统计期到2025年12月31日　成文日期：2026年12月31日",
    sound="统计期到2025年12月31日　成文日期：2026年1月5日",
    severity=Severity.WARNING,
)
HALF_A_YEAR = datetime.timedelta(days=184)


def check(record: Any) -> Iterator[Breach]:
    """Compare the paper's date with the end of the period."""
    day, end = record.date, record.period.end
    if end.year != record.year:
        return  # that is the fault to mend first
    if isinstance(day, datetime.date) and day - end > HALF_A_YEAR:
        yield Breach(
            ("date",),
            f"成文日期是{official_date(day)}，统计期到{official_date(end)}",
            "核对成文日期、年度和统计期的年份；确是补写的，写明理由豁免。",
        )


rule = Rule(FAULT, ("date", "period", "year", "accidents"), check)
