"""A part is never more than its whole."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import (
    ACCIDENTS,
    ADDED,
    SUBSET,
    Tally,
    accident_tallies,
    bounds,
    inspection_tally,
    label,
    named,
    told,
)

FAULT = Fault(
    code="part-exceeds-whole",
    title="部分大于整体",
    why="“其中”的数不能比它所属的一类还大；检查次数可以重叠，但合计不会比哪一项小。",
    faulty="道路交通2起，其中两轮车3起",
    sound="道路交通3起，其中两轮车2起",
)
OVERLAPPING = ("times", "people")
INSPECTIONS = ("units", "found", "fixed", "major", "notices", "penalised", "fine_wan")


def check(record: Any) -> Iterator[Breach]:
    """Compare every part with what it is part of."""
    for tally in accident_tallies(record):
        yield from of_subsets(tally, ACCIDENTS)
    inspections = inspection_tally(record)
    yield from of_subsets(inspections, (*INSPECTIONS, *OVERLAPPING))
    yield from of_overlaps(inspections)


def of_subsets(tally: Tally, names: tuple[str, ...]) -> Iterator[Breach]:
    """Compare the rows that say they are part of another with that row."""
    for path, row in tally.of(SUBSET):
        whole = tally.whole(row)
        if whole is not None:
            for name in names:
                yield from compare(tally, name, (path, row), whole[1])


def of_overlaps(tally: Tally) -> Iterator[Breach]:
    """Compare numbers that overlap and so do not add up with the whole."""
    total = tally.total()
    if total is None:
        return
    for cut in ADDED:
        for at in tally.of(cut):
            for name in OVERLAPPING:
                yield from compare(tally, name, at, total[1])


def compare(tally: Tally, name: str, at: tuple[Any, Any], whole: Any) -> Iterator[Breach]:
    """Compare one number of a row with the same of its whole."""
    path, row = at
    part, most = bounds(tally.value(row, name)), bounds(tally.value(whole, name))
    if part is not None and most is not None and part.exceeds(most):
        yield Breach(
            tally.path(path, name),
            f"{named(row)}的{label(row, name)}是{told(tally.value(row, name))}，"
            f"多于{named(whole)}的{told(tally.value(whole, name))}",
            "核对这两个数。",
        )


rule = Rule(FAULT, ("accidents", "inspections"), check)
