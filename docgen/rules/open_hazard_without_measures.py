"""A major hazard still open has somebody watching it and a day to be closed."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.rules._tallies import bounds, told

FAULT = Fault(
    code="open-hazard-without-measures",
    title="没有销号的重大隐患没有措施",
    why="重大事故隐患没有销号，要写明措施、责任人和期限；总结里只留一个数，等于没有人管。",
    faulty="排查重大事故隐患2处，销号1处",
    sound="排查重大事故隐患2处，销号1处，另1处已落实专人监护，2027年3月底前完成整改",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look for measures where fewer were closed than found."""
    hazards = record.major_hazards
    if hazards is None or hazards.measures:
        return
    found, closed = bounds(hazards.found), bounds(hazards.closed)
    if found is not None and closed is not None and found.exceeds(closed):
        yield Breach(
            ("major_hazards", "measures"),
            f"排查重大隐患{told(hazards.found)}，销号{told(hazards.closed)}，其余没有写措施",
            "写明采取什么措施、谁负责、何时完成。",
        )


rule = Rule(FAULT, ("major_hazards",), check)
