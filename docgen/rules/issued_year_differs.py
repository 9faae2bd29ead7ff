"""A notice and the paper it issues speak of one year."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="issued-year-differs",
    title="通知与所印发文件的年度不一致",
    why="通知说的是今年，后面附的却是去年的方案，多半是拿旧文件改漏了。",
    faulty="通知年度：2026　方案年度：2025",
    sound="通知年度：2026　方案年度：2026",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the notice's year with the issued paper's."""
    name = "agreement" if record.plan is None else "plan"
    if record.issued.year != record.year:
        yield Breach(
            (name, "year"),
            f"通知的年度是{record.year}年，所印发文件的年度是{record.issued.year}年",
            "改其中一个年度；所印发文件的年度不填时同通知。",
        )


rule = Rule(FAULT, ("year", "plan", "agreement"), check)
