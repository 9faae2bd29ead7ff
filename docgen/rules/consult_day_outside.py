"""The day of counsel lies inside the campaign."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="consult-day-outside",
    title="咨询日不在活动时间内",
    why="咨询日是活动的一天，落在活动时间之外，多半是日期写错了。",
    faulty="活动时间：2025年6月1日至30日　咨询日：2025年7月16日",
    sound="活动时间：2025年6月1日至30日　咨询日：2025年6月16日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the day with the period."""
    day, period = record.consult_day, record.period
    if day is None or day.date is None or period is None:
        return
    if not period.start <= day.date <= period.end:
        yield Breach(
            ("consult_day", "date"),
            f"咨询日是{official_date(day.date)}，活动时间是{period.text}",
            "改咨询日的日期，或改活动时间。",
        )


rule = Rule(FAULT, ("consult_day", "period"), check)
