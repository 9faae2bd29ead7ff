"""Tables whose columns are looped over: a grid of as many columns as the widest row has.

As docxtpl does it, but rows of a table within a table are its own, and a table without a grid
gets one.
"""

from typing import TYPE_CHECKING

from docgen.word.package import safe_parser
from docgen.word.passages import W, members_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def mended(part: str) -> str:
    """Give a part in which every table's grid fits its rows."""
    from lxml import etree

    declaration, _, text = part.partition("\n")
    root = etree.fromstring(text, safe_parser())
    for table in root.iter(f"{W}tbl"):
        _mend(table)
    return f"{declaration}\n{etree.tostring(root, encoding='unicode')}"


def _mend(table: "_Element") -> None:
    rows = list(members_of(table, f"{W}tr"))
    cells = [list(members_of(row, f"{W}tc")) for row in rows]
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        grid = table.makeelement(f"{W}tblGrid", {})
        table.insert(1 if table.find(f"{W}tblPr") is not None else 0, grid)
    wide = [
        _skipped(row) + sum(map(_span, row_cells))
        for row, row_cells in zip(rows, cells, strict=True)
    ]
    missing = max(map(len, cells), default=0) - len(grid.findall(f"{W}gridCol"))
    if missing > 0:
        _widen(grid, missing)
    surplus = len(grid.findall(f"{W}gridCol")) - max(wide, default=0)
    if surplus > 0 and rows:
        _narrow(grid, surplus)
    if surplus < 0:
        _widen(grid, -surplus)


def _span(cell: "_Element") -> int:
    return _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)


def _skipped(row: "_Element") -> int:
    """Count the columns that a row leaves out at its ends."""
    sides = (row.find(f"{W}trPr/{W}grid{side}") for side in ("Before", "After"))
    return sum(_number(side, 0) for side in sides)


def _number(element: "_Element | None", otherwise: int) -> int:
    text = element.get(f"{W}val", "") if element is not None else ""
    return int(text) if text.isdecimal() else otherwise


def _width(column: "_Element") -> float:
    try:
        return float(column.get(f"{W}w", "0"))
    except ValueError:
        return 0.0


def _widen(grid: "_Element", count: int) -> None:
    """Add columns; the table stays as wide as it was."""
    columns = grid.findall(f"{W}gridCol")
    width = sum(map(_width, columns))
    each = {} if not width else {f"{W}w": str(int(width / (len(columns) + count)))}
    if width:
        scale = (width / (len(columns) + count)) / (width / len(columns))
        for column in columns:
            column.set(f"{W}w", str(int(_width(column) * scale)))
    for _ in range(count):
        grid.append(grid.makeelement(f"{W}gridCol", each))


def _narrow(grid: "_Element", count: int) -> None:
    """Take columns away and share their width out among those that stay."""
    columns = grid.findall(f"{W}gridCol")
    gone, stay = columns[-count:], columns[:-count]
    share = int(sum(map(_width, gone)) / len(stay)) if stay else 0
    for column in gone:
        grid.remove(column)
    for column in stay:
        if column.get(f"{W}w") is not None:
            column.set(f"{W}w", str(int(_width(column) + share)))
