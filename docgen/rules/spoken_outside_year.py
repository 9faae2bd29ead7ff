"""A speech is held in its own year, and speaks of past work as past."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.kinds._speech_parts import month_of
from docgen.rules import Breach, Rule
from docgen.vocabulary import Blank, official_date

FAULT = Fault(
    code="spoken-outside-year",
    title="讲话的日期与年度或所说的时间不合",
    why="日期不在年度里，或者把还没有到的月份说成已经完成，都是改年份时漏改的。",
    faulty="年度：2026　日期：2025年4月9日",
    sound="年度：2026　日期：2026年4月9日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the day with the year, and the months of finished work with the day."""
    if not isinstance(record.date, Blank) and record.date.year != record.year:
        yield Breach(
            ("date",),
            f"日期是{official_date(record.date)}，年度是{record.year}年",
            "改日期或改年度，使两者一致。",
        )
    period = record.facility.period if record.facility else None
    if period and month_of(period.end) > latest_month(record):
        yield Breach(
            ("facility", "period", "end"),
            f"整治时间到{period.end}，讲话的日期是{said_day(record)}",
            "核对整治的起止年月；还没有做完的，不写成已经完成。",
        )


def latest_month(record: Any) -> tuple[int, int]:
    """The month of the speech, or the last of its year where the day is left open."""
    if isinstance(record.date, Blank):
        return record.year, 12
    return record.date.year, record.date.month


def said_day(record: Any) -> str:
    """The day of the speech in words, or its year."""
    return f"{record.year}年" if isinstance(record.date, Blank) else official_date(record.date)


rule = Rule(FAULT, ("event", "date", "year", "facility"), check)
