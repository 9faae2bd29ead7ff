"""Nothing is counted twice in one table."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import TOTAL, Tally, accident_tallies, inspection_tally, named

FAULT = Fault(
    code="row-repeated",
    title="同一行写了两次",
    why="同一类别写两行，相加就多算一次；合计只能有一行。",
    faulty="道路交通2起；消防1起；道路交通2起",
    sound="道路交通2起；消防1起",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for rows of one cut with one name."""
    for tally in (next(accident_tallies(record)), inspection_tally(record)):
        yield from of_rows(tally)


def of_rows(tally: Tally) -> Iterator[Breach]:
    """Look through the rows of one table."""
    seen: dict[tuple[str, ...], int] = {}
    for number, (path, row) in enumerate(tally.rows, 1):
        key = (TOTAL,) if row.cut == TOTAL else (row.cut, named(row), row.subset_of or "")
        if key in seen:
            name = "合计" if row.cut == TOTAL else named(row)
            yield Breach(path, f"“{name}”在第{seen[key]}行已经写过", "合并成一行，或改名称。")
        seen.setdefault(key, number)


rule = Rule(FAULT, ("accidents", "inspections"), check)
