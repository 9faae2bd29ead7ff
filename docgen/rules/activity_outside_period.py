"""Activities are due inside the campaign."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import named_days, official_date

FAULT = Fault(
    code="activity-outside-period",
    title="活动的时限不在活动时间内",
    why="活动时限早于活动开始或晚于活动结束，照着做不到，多半是月份或年份漏改。",
    faulty="活动时间：2025年6月1日至30日　应急演练：7月25日前",
    sound="活动时间：2025年6月1日至30日　应急演练：6月25日前",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every day named in a deadline or a time with the period, phases included."""
    if record.period is None:
        return
    starts = [phase.start for phase in record.phases if phase.start]
    first, last = min([record.period.start, *starts]), record.period.end
    for index, activity in enumerate(record.activities):
        for name in ("time", "deadline"):
            for day in named_days(getattr(activity, name) or "", record.year):
                if not first <= day <= last:
                    yield Breach(
                        ("activities", index, name),
                        f"“{activity.name}”的时间{official_date(day)}"
                        f"不在活动时间{record.period.text}内",
                        "核对月份和年份，或改活动时间。",
                    )


rule = Rule(FAULT, ("activities", "period", "phases", "year"), check)
