"""What each statistic of a summary says: paragraphs, numbered passages, tables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.kinds._passages import Branch
from docgen.kinds._summary_accidents import (
    case_line,
    category_line,
    cut_line,
    is_ordinary,
    total_line,
)
from docgen.kinds._summary_inspections import inspection_lines
from docgen.kinds._summary_parts import Figure
from docgen.kinds._summary_tallies import Cut
from docgen.kinds._summary_words import Words, breakdown_line, list_line, major_hazards_line
from docgen.rows import Path

if TYPE_CHECKING:
    from docgen.kinds.annual_summary import AnnualSummary

TABLES = {
    Figure.ACCIDENT_TABLE: ("accidents", ("accidents", "areas", "periods")),
    Figure.INSPECTION_TABLE: ("inspections", ("inspections",)),
}


@dataclass(slots=True)
class Said:
    """Paragraphs with the paths they were made from, and what stands below them."""

    lines: list[tuple[str, Path]] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)


def said_of(record: "AnnualSummary", figure: Figure, words: Words) -> Said:
    """Give what a statistic says; nothing where the record has none."""
    if figure in TABLES:
        name, tables = TABLES[figure]
        found = [Branch((name,), numbered=False, table=table) for table in tables]
        return Said(branches=found if getattr(record, name) else [])
    if figure is Figure.ACCIDENTS:
        return accidents_said(record, words)
    name = figure.value
    value = getattr(record, name)
    return Said([(line, (name,)) for line in LINES[figure](value, words)] if value else [])


def breakdown(name: str) -> Callable[..., list[str]]:
    """Give the writer of a whole and its parts."""
    return lambda whole, words: [breakdown_line(name, whole, words)]


def listed(name: str) -> Callable[..., list[str]]:
    """Give the writer of a list of things done."""
    return lambda items, words: [list_line(name, items, words)]


LINES: dict[Figure, Callable[..., list[str]]] = {
    Figure.ENTERPRISES: breakdown("enterprises"),
    Figure.AGREEMENTS: breakdown("agreements_signed"),
    **{
        figure: listed(figure.value)
        for figure in (Figure.MEETINGS, Figure.TRAININGS, Figure.PUBLICITY, Figure.DRILLS)
    },
    Figure.INSPECTIONS: inspection_lines,
    Figure.MAJOR_HAZARDS: lambda hazards, words: [major_hazards_line(hazards, words)],
}


def accidents_said(record: "AnnualSummary", words: Words) -> Said:
    """Say the accidents in all, category by category, by area and period, then one by one."""
    rows = record.accidents
    stated = record.no_major
    no_major = is_ordinary(rows, record.cases) if stated is None else stated
    first = total_line(rows, words, no_major=bool(no_major))
    categories = [
        Branch(("accidents", index), heading=f"{row.category}：", text=text, run_in=True)
        for index, row in enumerate(rows)
        if row.cut == Cut.CATEGORY and (text := category_line(row, rows, words))
    ]
    after: list[tuple[str, Path]] = [
        (cut_line(cut, rows), ("accidents",)) for cut in (Cut.APART, Cut.AREA, Cut.PERIOD)
    ]
    after += [(case_line(case, words), ("cases", at)) for at, case in enumerate(record.cases)]
    rest = [(text, path) for text, path in after if text]
    below = [Branch(("accidents",), numbered=False, lines=rest)] if rest else []
    return Said([(first, ("accidents",))] if first else [], [*categories, *below])


def attach(branch: Branch, parts: Iterable[Said], heading: str) -> Branch:
    """Put what figures say behind a section's own words.

    Numbered passages get a heading of their own where the section has some already.
    """
    for said in parts:
        if branch.branches and any(below.numbered for below in said.branches):
            path = said.branches[0].path[:1]
            branch.branches.append(Branch(path, heading, None, said.lines, branches=said.branches))
        else:
            branch.lines += said.lines
            branch.branches += said.branches
    return branch
