"""No more hazards are put right than were found."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import bounds, named, told

FAULT = Fault(
    code="fixed-exceeds-found",
    title="整改数大于发现数",
    why="整改的隐患都是查出来的；整改比发现多，必有一个数写错了。",
    faulty="发现隐患48处，完成整改60处",
    sound="发现隐患60处，完成整改48处",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare what was put right with what was found, row by row."""
    for at, row in enumerate(record.inspections):
        found, fixed = bounds(row.found), bounds(row.fixed)
        if found is not None and fixed is not None and fixed.exceeds(found):
            yield Breach(
                ("inspections", at, "fixed"),
                f"{named(row)}完成整改{told(row.fixed)}，多于发现隐患{told(row.found)}",
                "核对发现和整改的数。",
            )


rule = Rule(FAULT, ("inspections",), check)
