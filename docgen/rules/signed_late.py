"""An agreement is signed before its term ends."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="signed-late",
    title="签订日期晚于责任期限",
    why="责任期满以后才签的责任书，对已经过去的一年没有约束。",
    faulty="责任期限至2026年12月31日　签订日期：2027年1月15日",
    sound="责任期限至2026年12月31日　签订日期：2026年1月15日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the signing date with the end of the term."""
    day = record.signature.date
    if isinstance(day, datetime.date) and day > record.term.end:
        yield Breach(
            ("signature", "date"),
            f"签订日期{official_date(day)}晚于责任期限的最后一天{official_date(record.term.end)}",
            "核对签订日期的年份；需手写日期的，填“留白”。",
        )


rule = Rule(FAULT, ("signature", "term"), check)
