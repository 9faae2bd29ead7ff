"""Rows: raw data as read from a file, each value with the place it came from.

Readers make rows, records turn them into checked data. A row knows nothing of kinds: its names
are those the clerk wrote, Chinese labels or English identifiers, nested as in the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from docgen.findings import Fault, Finding, Source

TOO_DEEP = Fault(
    code="too-deep",
    title="层次太多",
    why="公文的层次最多四级；层层相套的数据多半是程序出了错。",
    faulty="下级之中有下级，一层套一层，共一百层",
    sound="一、（一）1.（1）四级以内",
)
NO_ROWS = Fault(
    "no-rows",
    "没有数据",
    "文件里没有一行数据，无法成文。",
    "只有表头的表格",
    "表头下面填好一行的表格",
)

Path = tuple[str | int, ...]
"""The way to a value: names as the clerk wrote them, and 0-based list positions."""


class Locator(Protocol):
    """Tells where the value at a path came from. Picklable, so that rows can travel to workers."""

    def __call__(self, path: Path) -> Source:
        """Give the source of `path`, or of its nearest known ancestor."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The locator of data that came from a program, not from a file."""

    def __call__(self, path: Path) -> Source:
        """Give an empty source."""
        return Source()


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The locator of JSON and YAML: line and column of every value."""

    file: str
    places: Mapping[Path, tuple[int, int]]

    def __call__(self, path: Path) -> Source:
        """Give line and column of `path`, or of the nearest ancestor that is known."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (None, None))
        return Source(file=self.file, line=line, column=column)


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The locator of a fill-in workbook: sheet, row and column of every value."""

    file: str
    places: Mapping[Path, tuple[str, int, int]]

    def __call__(self, path: Path) -> Source:
        """Give the cell of `path`, or of the nearest ancestor that is known."""
        while path and path not in self.places:
            path = path[:-1]
        if path not in self.places:
            return Source(file=self.file)
        sheet, row, column = self.places[path]
        return Source(self.file, sheet, f"{column_letters(column)}{row}", line=row)


@dataclass(frozen=True, slots=True)
class Cells:
    """The locator of one table row: a heading is a column, the row is fixed.

    `number` counts from 1 as the clerk's program shows it (a sheet's row, a file's line).
    `columns` maps a heading to its 1-based column. `sheet` is None for csv.
    """

    file: str
    sheet: str | None
    number: int
    columns: Mapping[str, int]

    def __call__(self, path: Path) -> Source:
        """Give the cell under the heading `path[0]`, or the row when there is none."""
        column = self.columns.get(str(path[0])) if path else None
        if self.sheet is None:
            return Source(file=self.file, line=self.number, column=column)
        cell = f"{column_letters(column)}{self.number}" if column else None
        return Source(file=self.file, sheet=self.sheet, cell=cell, line=self.number)


def column_letters(column: int) -> str:
    """Name a 1-based column as Excel does: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Row:
    """The raw data of one document.

    `textual` says that every scalar is text still to be parsed by its field's type (YAML, csv,
    workbooks); JSON and Python values are strict. `findings` is what the reader itself found.
    """

    data: Mapping[str, object]
    locate: Locator = field(default_factory=Nowhere)
    textual: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The table of a batch: its headings, and its rows one at a time.

    `headings` are the column names in order (empty for JSON and YAML, whose rows are nested).
    `rows` may be walked again and again; each walk reads from the start.
    `findings` concern the table as a whole (merged cells, a shifted heading, hidden rows).
    `columns` maps a heading to its 1-based column, as the clerk's program counts.
    """

    file: str
    headings: tuple[str, ...]
    rows: "RowSource"
    findings: tuple[Finding, ...] = ()
    sheet: str | None = None
    heading_row: int = 1
    columns: Mapping[str, int] = field(default_factory=dict)


class RowSource(Protocol):
    """Rows that can be walked more than once."""

    def __iter__(self) -> Iterator[Row]:
        """Walk the rows from the first."""
