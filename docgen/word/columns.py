"""The columns of a table as a person sees them, whatever cells are merged.

A row in which a cell is two columns wide goes on with the third. Word splits columns that nobody
sees where the edges of two rows do not meet; so columns are counted in the row with most cells.
"""

import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_WIDTH, _BEFORE = f"{_W}tcPr/{_W}gridSpan", f"{_W}trPr/{_W}gridBefore"


def columns_seen(
    rows: "Sequence[tuple[_Element, list[_Element]]]",
) -> "list[tuple[list[_Element], list[int]]]":
    """Give the cells of each row with the number of the column that each begins in."""
    starts = [_starts(row, cells) for row, cells in rows]
    longest = max(starts, key=len, default=[])
    return [
        (cells, _seen(begins, longest)) for (_, cells), begins in zip(rows, starts, strict=True)
    ]


def _starts(row: "_Element", cells: "list[_Element]") -> list[int]:
    """Give the column of the grid at which each cell of a row begins."""
    here, starts = _number(row.find(_BEFORE), 0), []
    for cell in cells:
        starts.append(here)
        here += max(_number(cell.find(_WIDTH), 1), 1)
    return starts


def _number(element: "_Element | None", otherwise: int) -> int:
    value = element.get(_VALUE, "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 4 else otherwise


def _seen(starts: list[int], longest: list[int]) -> list[int]:
    if starts == longest:
        return list(range(1, len(starts) + 1))
    seen: list[int] = []
    for start in starts:
        column = max(bisect.bisect_right(longest, start), 1)
        # Two cells of a row are never the same column, even where the grid is askew.
        seen.append(max(column, seen[-1] + 1 if seen else 1))
    return seen
