"""A row that is part of another names one that is there."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import SUBSET, Tally, accident_tallies, inspection_tally, named

FAULT = Fault(
    code="whole-unknown",
    title="“其中”不知属于哪一行",
    why="“其中”一行要说明是哪一类的一部分，类名写得不一样，就对不上、也印不出来。",
    faulty="口径：其中　属于：道路　（表里写的是“道路交通”）",
    sound="口径：其中　属于：道路交通",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for the row each part belongs to."""
    for tally in (next(accident_tallies(record)), inspection_tally(record)):
        yield from of_rows(tally)


def of_rows(tally: Tally) -> Iterator[Breach]:
    """Look through the rows of one table."""
    known = "、".join(named(row) for _, row in tally.rows if row.cut != SUBSET)
    for path, row in tally.of(SUBSET):
        if row.subset_of is not None and tally.whole(row) is None:
            yield Breach(
                (*path, "subset_of"),
                f"{named(row)}写着属于“{row.subset_of}”，表里没有这一行",
                f"改成表里的名称：{known or '（表里没有别的行）'}。",
            )


rule = Rule(FAULT, ("accidents", "inspections"), check)
