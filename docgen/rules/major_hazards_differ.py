"""Major hazards closed and listed are among those found."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import Bounds, added, bounds, in_words, inspection_tally, label, told

FAULT = Fault(
    code="major-hazards-differ",
    title="重大隐患的数对不上",
    why="销号的、挂牌督办的都在排查出的数内；检查表里的重大隐患也不会多于排查总数。",
    faulty="排查重大事故隐患2处，销号3处",
    sound="排查重大事故隐患3处，销号2处",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every number with what was found."""
    hazards = record.major_hazards
    found = bounds(hazards.found) if hazards is not None else None
    if found is None:
        return
    for name in ("closed", "listed"):
        part = bounds(getattr(hazards, name))
        if part is not None and part.exceeds(found):
            yield Breach(
                ("major_hazards", name),
                f"重大隐患{label(hazards, name)}{told(getattr(hazards, name))}，"
                f"多于排查出的{told(hazards.found)}",
                "核对这两个数。",
            )
    inspected = in_inspections(record)
    if inspected is not None and inspected.exceeds(found):
        yield Breach(
            ("major_hazards", "found"),
            f"重大隐患排查{told(hazards.found)}，检查各领域的重大隐患合计{in_words(inspected)}",
            "核对排查数和检查表里的重大隐患。",
        )


def in_inspections(record: Any) -> Bounds | None:
    """Give the major hazards of all inspections: as stated, or field by field."""
    tally = inspection_tally(record)
    total = tally.total()
    if total is not None and total[1].major is not None:
        return bounds(total[1].major)
    return added(row.major for _, row in tally.of("category"))[0]


rule = Rule(FAULT, ("major_hazards", "inspections"), check)
