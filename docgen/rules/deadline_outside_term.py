"""Reports fall due inside the term, or soon after it."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

GRACE = datetime.timedelta(days=62)  # an annual report is due in January or February
FAULT = Fault(
    code="deadline-outside-term",
    title="报告时限不在责任期限内",
    why="报告时限早于期限开始，或晚于期满两个月，多半是年份漏改。",
    faulty="责任期限：2026年　半年总结：2025年7月20日前",
    sound="责任期限：2026年　半年总结：2026年7月20日前",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every deadline with the term."""
    for index, report in enumerate(record.report_deadlines):
        if not record.term.start <= report.date <= record.term.end + GRACE:
            yield Breach(
                ("report_deadlines", index, "date"),
                f"{report.item}的时限{official_date(report.date)}不在责任期限{record.term.text}内",
                "核对时限的年份。",
            )


rule = Rule(FAULT, ("report_deadlines", "term"), check)
