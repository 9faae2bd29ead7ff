"""What is held every month is held as often as there are months."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.rules._tallies import exact, label, named, told
from docgen.vocabulary import number_of

FAULT = Fault(
    code="frequency-differs",
    title="次数与频次不符",
    why="“每月一次”一年应有12次，“每季度一次”应有4次；次数对不上，看的人会问到底开没开。",
    faulty="频次：每月一次　次数：8（统计期12个月）",
    sound="频次：每月一次　次数：12（统计期12个月）",
    severity=Severity.WARNING,
)
FORM = re.compile(
    r"每(?P<number>[一两二三四六]|[2346])?个?(?P<span>半年|年|季度?|月|旬|周|星期)"
    r"[^0-9一二两三四五六七八九十]{0,6}?(?P<times>[一二两三四五六七八九十]{1,3}|\d{1,2})[次期场轮]"
    r"(?P<more>以上)?"
)
MONTHS = {"年": 12.0, "半年": 6.0, "季": 3.0, "季度": 3.0, "月": 1.0, "旬": 1 / 3}
WEEK = 12 / 52
AT_LEAST = re.compile("至少|不少于|不低于|以上")
LISTS = {"meetings": "times", "trainings": "sessions", "inspections": "times"}


def check(record: Any) -> Iterator[Breach]:
    """Compare how often with how many, over the period."""
    months = months_of(record.period)
    for name, count in LISTS.items():
        for at, row in enumerate(getattr(record, name)):
            held, due = exact(getattr(row, count)), expected(row.frequency, months)
            if held is None or due is None:
                continue
            fewest, most = due
            many = AT_LEAST.search(row.frequency) is not None
            if held < fewest or (held > most and not many):
                yield Breach(
                    (name, at, count),
                    f"{named(row)}{row.frequency}，统计期内应有{fewest}次，"
                    f"{label(row, count)}填的是{told(getattr(row, count))}",
                    "核对次数和频次。",
                )


def expected(frequency: str | None, months: Decimal) -> tuple[int, int] | None:
    """Tell how often at least and at most; None for a frequency of no known form."""
    found = FORM.search(frequency) if frequency else None
    if found is None:
        return None
    span = MONTHS.get(found["span"], WEEK) * (number_of(found["number"] or "一") or 1)
    times = number_of(found["times"]) or 1
    due = float(months) / span * times
    # A round that began before the period's end may be held after it.
    return floor(due + 0.01), ceil(due - 0.01)


def months_of(period: Any) -> Decimal:
    """Count the months of a period; days beyond whole months as parts of one."""
    whole = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    days = period.end.day - period.start.day + 1
    return Decimal(whole) + (Decimal(1) if days >= 28 else Decimal(days) / 30)


rule = Rule(FAULT, ("period", "meetings", "trainings", "inspections"), check)
