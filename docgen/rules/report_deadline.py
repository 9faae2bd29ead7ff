"""The last report is due about when the campaign ends."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.vocabulary import named_days, official_date

EARLY, LATE = datetime.timedelta(days=10), datetime.timedelta(days=31)
FAULT = Fault(
    code="report-deadline",
    title="信息报送的期限不合常理",
    why="总结在活动快结束或刚结束时报送；离活动结束很远，多半是月份或年份漏改。没有期限，就没有人按时报。",
    faulty="活动时间：2025年6月1日至30日　6月5日前报送活动总结",
    sound="活动时间：2025年6月1日至30日　6月27日前报送活动总结",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the last day named in a deadline with the end of the campaign."""
    reporting = record.reporting
    if reporting is None or reporting.text or not reporting.items:
        return
    yield from undated(reporting)
    days = [
        (day, path)
        for path, deadline in deadlines(reporting)
        for day in named_days(deadline, record.year)
    ]
    if record.period is None or not days:
        return
    day, path = max(days, key=lambda one: one[0])
    end = record.period.end
    if not end - EARLY <= day <= end + LATE:
        yield Breach(
            path,
            f"最后的报送期限是{official_date(day)}，活动到{official_date(end)}结束",
            "核对期限的月份和年份。",
        )


def deadlines(reporting: Any) -> Iterator[tuple[Path, Any]]:
    """Give every deadline with its path."""
    undated_items = any(item.deadline is None for item in reporting.items)
    if reporting.deadline is not None and undated_items:
        yield ("reporting", "deadline"), reporting.deadline
    for index, item in enumerate(reporting.items):
        if item.deadline is not None:
            yield ("reporting", "items", index, "deadline"), item.deadline


def undated(reporting: Any) -> Iterator[Breach]:
    """Find papers nobody knows when to report."""
    for index, item in enumerate(reporting.items):
        if item.deadline is None and reporting.deadline is None:
            yield Breach(
                ("reporting", "items", index, "deadline"),
                f"“{item.item}”没有报送期限",
                "写明期限，如“6月27日前”。",
            )


rule = Rule(FAULT, ("reporting", "period", "year"), check)
