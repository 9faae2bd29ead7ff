"""A plan is dated before its campaign begins."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="dated-after-start",
    title="成文日期晚于活动开始",
    why="方案在活动开始以后才成文，前面的安排就来不及照办；也可能是日期写错了。",
    faulty="活动时间：2025年6月1日至30日　成文日期：2025年6月20日",
    sound="活动时间：2025年6月1日至30日　成文日期：2025年5月26日",
    severity=Severity.WARNING,
)
GRACE = datetime.timedelta(days=5)
"""Plans are often issued in the first days of their month."""


def check(record: Any) -> Iterator[Breach]:
    """Compare the date of the plan with the first day of its campaign."""
    if record.period is None or not isinstance(record.date, datetime.date):
        return
    if record.date > record.period.start + GRACE:
        yield Breach(
            ("date",),
            f"成文日期是{official_date(record.date)}，"
            f"活动从{official_date(record.period.start)}开始",
            "核对成文日期和活动时间。",
        )


rule = Rule(FAULT, ("date", "period", "campaign"), check)
