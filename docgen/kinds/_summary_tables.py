"""The tables of a summary: a column for every number that is known of some row."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docgen.kinds import ORIGIN
from docgen.kinds._summary_accidents import change_of
from docgen.kinds._summary_accidents import whole_of as all_accidents
from docgen.kinds._summary_defaults import put_in, texts
from docgen.kinds._summary_figures import Inspection
from docgen.kinds._summary_inspections import rate_text, values_of
from docgen.kinds._summary_inspections import whole_of as all_inspections
from docgen.kinds._summary_tallies import Accidents, Cut
from docgen.kinds._summary_words import counted
from docgen.rows import Path
from docgen.vocabulary import Quantity

if TYPE_CHECKING:
    from docgen.kinds.annual_summary import AnnualSummary

Node = dict[str, object]
Row = tuple[Path, list[str | None]]
Column = Mapping[str, str]
NARROW = 7
NAMES = {"areas": Cut.AREA, "periods": Cut.PERIOD}


def statistics(record: "AnnualSummary", name: str) -> Node | None:
    """Give the table of that name as a grid; None when it would be empty."""
    if name == "inspections":
        columns, rows = inspection_table(record.inspections)
    elif name in NAMES:
        columns, rows = cut_table(record.accidents, NAMES[name])
    else:
        columns, rows = accident_table(record.accidents)
    return grid(texts()["tables"][name], columns, rows)


def grid(caption: str, columns: Sequence[Column], rows: list[Row]) -> Node | None:
    """Give a table without the columns of which nothing is known."""
    known = [at for at in range(len(columns)) if any(cells[at] for _, cells in rows)]
    if len(rows) < 2 or len(known) < 2:
        return None
    own = texts()["tables"]
    units = "、".join(dict.fromkeys(columns[at]["unit"] for at in known if "unit" in columns[at]))
    return {
        "width": len(known),
        "caption": caption,
        "note": put_in(own["units"], {"单位": units}) if units else None,
        "headings": [in_two(columns[at]["heading"], len(known)) for at in known],
        "rows": [
            {"cells": [cells[at] or own["unknown"] for at in known], ORIGIN: path}
            for path, cells in rows
        ],
    }


def in_two(heading: str, columns: int) -> str:
    """Break a heading of four characters in the middle, where columns are too narrow for it."""
    narrow = columns >= NARROW and len(heading) == 4
    return f"{heading[:2]}\n{heading[2:]}" if narrow else heading


def accident_table(rows: Sequence[Accidents]) -> tuple[list[Column], list[Row]]:
    """Give the categories of accidents, those that are part of another below it."""
    whole = all_accidents(rows)
    if whole is None:
        return [], []
    own = texts()["tables"]
    listed: list[Row] = [accident_row(whole, index_of(whole, rows), own["total"])]
    for cut in (Cut.CATEGORY, Cut.APART):
        pattern = own["apart"] if cut is Cut.APART else "{类别}"
        for index, row in enumerate(rows):
            if row.cut == cut:
                listed.append(accident_row(row, index, put_in(pattern, {"类别": row.category})))
                listed += subset_rows(row.category, rows)
    return accident_columns("类别"), [*listed, *subset_rows(None, rows)]


def subset_rows(category: str | None, rows: Sequence[Accidents]) -> list[Row]:
    """Give the rows that are part of a category; of the whole for None."""
    pattern = texts()["tables"]["subset"]
    return [
        accident_row(row, index, put_in(pattern, {"类别": row.category}))
        for index, row in enumerate(rows)
        if row.cut == Cut.SUBSET and row.subset_of == category
    ]


def cut_table(rows: Sequence[Accidents], cut: Cut) -> tuple[list[Column], list[Row]]:
    """Give the accidents of each area or period, and the whole."""
    whole = all_accidents(rows)
    parts = [
        accident_row(row, index, row.category) for index, row in enumerate(rows) if row.cut == cut
    ]
    if not parts:
        return [], []
    columns = accident_columns("地区" if cut is Cut.AREA else "时段")
    if whole is None:
        return columns, parts
    path, cells = accident_row(whole, index_of(whole, rows), texts()["tables"]["total"])
    counted_ = [any(row[at] for _, row in parts) for at in range(len(cells))]
    head = [cell if known else None for cell, known in zip(cells, counted_, strict=True)]
    return columns, [(path, head), *parts]


def index_of(row: Accidents, rows: Sequence[Accidents]) -> int | None:
    """Tell which row it is; None for a sum that was made here."""
    return next((index for index, one in enumerate(rows) if one is row), None)


def accident_columns(first: str) -> list[Column]:
    """Give the columns of an accident table."""
    columns: list[Column] = texts()["tables"]["accident_columns"]
    changes = [{"heading": column["changed"]} for column in columns if "changed" in column]
    return [{"heading": first}, *columns, *changes]


def accident_row(row: Accidents, index: int | None, name: str) -> Row:
    """Give the cells of one row, None for what is not known."""
    columns = texts()["tables"]["accident_columns"]
    numbers = [shown(getattr(row, column["field"], None)) for column in columns]
    changes = [change_of(row, column["field"], "") for column in columns if "changed" in column]
    path: Path = ("accidents",) if index is None else ("accidents", index)
    return path, [name, *numbers, *changes]


def inspection_table(rows: Sequence[Inspection]) -> tuple[list[Column], list[Row]]:
    """Give what was inspected field by field, and in all."""
    own, whole = texts()["tables"], all_inspections(rows)
    columns: list[Column] = own["inspection_columns"]
    listed: list[Row] = []
    if whole is not None:
        at = next((index for index, row in enumerate(rows) if row.cut == Cut.TOTAL), None)
        path: Path = ("inspections",) if at is None else ("inspections", at)
        listed.append((path, inspection_row(whole, own["total"], columns)))
    for index, row in enumerate(rows):
        if row.cut == Cut.TOTAL:
            continue
        pattern = own["subset"] if row.cut == Cut.SUBSET else "{类别}"
        name = put_in(pattern, {"类别": row.field})
        listed.append((("inspections", index), inspection_row(values_of(row), name, columns)))
    return [{"heading": "领域"}, *columns], listed


def inspection_row(
    values: Mapping[str, Any], name: str, columns: Sequence[Column]
) -> list[str | None]:
    """Give the cells of one row, None for what is not known."""
    known = {**values, "rate": rate_text(values)}
    return [name, *(shown(known.get(column["field"])) for column in columns)]


def shown(value: object) -> str | None:
    """Give a number as a table shows it, without its counting word."""
    if value is None or isinstance(value, str):
        return value
    return value.number_text if isinstance(value, Quantity) else counted(value, "")
