"""The phases follow one another without a gap and cover the period."""

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="phases-broken",
    title="实施步骤的时间不衔接",
    why="阶段之间有空当或重叠，或没有排满活动时间，照着做就会有几天没有安排，或两个阶段的任务撞在一起。",
    faulty="活动时间：6月1日至30日　动员部署：6月1日至5日　组织实施：6月10日至30日",
    sound="活动时间：6月1日至30日　动员部署：6月1日至5日　组织实施：6月6日至30日",
)
DAY = datetime.timedelta(days=1)


def check(record: Any) -> Iterator[Breach]:
    """Compare neighbours that both have dates, and the ends with the period."""
    dated = [(at, phase) for at, phase in enumerate(record.phases) if phase.start and phase.end]
    for (before, first), (after, second) in pairwise(dated):
        if after == before + 1 and second.start != first.end + DAY:
            yield Breach(
                ("phases", after, "start"),
                f"“{first.name}”到{official_date(first.end)}，"
                f"“{second.name}”从{official_date(second.start)}开始，不衔接",
                f"“{second.name}”改为从{official_date(first.end + DAY)}开始，或改前一阶段。",
            )
    if record.period is None or len(dated) != len(record.phases) or not dated:
        return
    if dated[0][1].start > record.period.start:
        yield Breach(
            ("phases", 0, "start"),
            f"第一阶段从{official_date(dated[0][1].start)}开始，"
            f"晚于活动的第一天{official_date(record.period.start)}",
            "改第一阶段的开始，或改活动时间。",
        )
    if dated[-1][1].end < record.period.end:
        yield Breach(
            ("phases", dated[-1][0], "end"),
            f"最后阶段到{official_date(dated[-1][1].end)}结束，"
            f"早于活动的最后一天{official_date(record.period.end)}",
            "改最后阶段的结束，或改活动时间。",
        )


rule = Rule(FAULT, ("phases", "period"), check)
