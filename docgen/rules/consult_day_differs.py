"""The day of counsel is the day fixed for the whole country."""

from collections.abc import Iterator
from typing import Any

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="consult-day-differs",
    title="咨询日不是全国统一的日子",
    why="全国安全宣传咨询日是6月16日，全国消防日是11月9日；本地另择日子的，方案里不要叫全国咨询日。",
    faulty="2025年安全生产月　咨询日：2025年6月15日",
    sound="2025年安全生产月　咨询日：2025年6月16日",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the day with the fixed one."""
    known = lexicon.campaigns().get(record.campaign.label)
    fixed = known.fixed_day(record.year) if known else None
    day = record.consult_day.date if record.consult_day else None
    if fixed and day and day != fixed:
        yield Breach(
            ("consult_day", "date"),
            f"咨询日写的是{official_date(day)}，全国统一的是{official_date(fixed)}",
            "核对日期；本地另有安排的，可以不管。",
        )


rule = Rule(FAULT, ("campaign", "consult_day", "year"), check)
