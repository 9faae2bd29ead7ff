"""One sheet of a fill-in workbook: its headings, and the texts below them with their faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.findings import Fault, Finding, Source
from docgen.form_marks import (
    INDEX,
    JOINT,
    LEVEL,
    LINE,
    NAME_HEADING,
    STAR,
    VALUE_HEADING,
    Marker,
    Sort,
    read_marker,
)
from docgen.readers._headings import (
    LOOK_AHEAD,
    NO_HEADINGS,
    Headings,
    clean_heading,
    duplicate_findings,
    place_cell,
)
from docgen.readers._sheet_faults import faulty_cells, sheet_faults
from docgen.readers._table import MISSING_HEADING, faulty_text
from docgen.readers._workbook import Sheet, cell_text
from docgen.rows import Path

Place = tuple[str, int, int]
"""Sheet, row and column of a cell."""

Cells = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sheet that carries a marker, and the row the marker stands in."""

    sheet: Sheet
    marker: Marker
    row: int


@dataclass(frozen=True, slots=True)
class FormSheet:
    """What a sheet holds below its headings.

    `headings` and `own` go by column; `own` says of a column that docgen made it (and, of one
    with levels, which list a lower level goes into). `texts` holds no empty cell.
    """

    name: str
    marker: Marker
    heading_row: int
    headings: Mapping[int, str]
    own: Mapping[int, str]
    texts: Mapping[tuple[int, int], str]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def rows(self) -> list[int]:
        """The rows below the headings that hold anything."""
        return sorted({row for row, _ in self.texts})

    def text(self, row: int, column: int | None) -> str:
        """Give the text of a cell; empty where there is none."""
        return self.texts.get((row, column), "") if column else ""

    def place(self, row: int, column: int | None) -> Place:
        """Name a cell."""
        return self.name, row, column or 1

    def column(self, heading: str) -> int | None:
        """Find the column under a heading."""
        return next((at for at, text in self.headings.items() if text == heading), None)


class Places(dict[Path, Place]):
    """The cell of every value; `findings` are what was met on the way."""

    def __init__(self, file: str) -> None:
        """Begin with nothing."""
        super().__init__()
        self.file = file
        self.findings: list[Finding] = []

    def report(self, fault: Fault, place: Place, message: str, hint: str) -> None:
        """Report a fault at a cell."""
        name, row, column = place
        source = place_cell(self.file, name, row, column)
        self.findings.append(fault.finding(message, hint, source=source))


def find_marked(sheet: Sheet) -> Marked | None:
    """Find the marker of a sheet; None where there is none."""
    for row, cells in sheet.lines[:LOOK_AHEAD]:
        for cell in cells:
            marker = read_marker(cell) if isinstance(cell, str) else None
            if marker:
                return Marked(sheet, marker, row)
    return None


def form_sheet(marked: Marked, file: str) -> FormSheet | None:
    """Read a marked sheet; None when its headings are gone."""
    lines = {row: _line(cells) for row, cells in marked.sheet.lines}
    number = _heading_row(marked, lines)
    if number is None:
        return None
    headings = {at: text for at, cell in lines[number].items() if (text := _heading(cell))}
    texts, faults = _texts(marked, number, headings, file)
    own = {at: text for at, text in lines[marked.row].items() if read_marker(text) is None}
    width = max(headings)
    columns = {text: at for at, text in reversed(headings.items())}
    known = Headings(number, columns, width, frozenset(headings))
    row = [headings.get(at, "") for at in range(1, width + 1)]
    name = marked.sheet.name
    findings = (
        *sheet_faults(marked.sheet, known, file),
        *duplicate_findings(row, file, name, number),
        *faults,
    )
    return FormSheet(name, marked.marker, number, headings, own, texts, findings)


def no_headings(marked: Marked, file: str) -> Finding:
    """Say that a sheet's headings are gone."""
    source = Source(file=file, sheet=marked.sheet.name)
    message = f"工作表“{marked.sheet.name}”的表头不见了，没有读取"
    return NO_HEADINGS.finding(message, "请从新的填写表里把表头复制回来", source=source)


def _heading(cell: str) -> str:
    return clean_heading(cell).rstrip(f"{STAR}＊ ")


def _line(cells: list[object]) -> dict[int, str]:
    return {column: text for column, cell in enumerate(cells, 1) if (text := _clean(cell))}


def _clean(cell: object) -> str:
    return cell_text(cell).strip().replace("\r\n", "\n").replace("\r", "\n")


def _heading_row(marked: Marked, lines: Mapping[int, dict[int, str]]) -> int | None:
    wanted = [{INDEX}, {LEVEL}, {LINE}]
    if marked.marker.sort is Sort.SINGLES:
        wanted = [{NAME_HEADING, VALUE_HEADING}]
    for row, cells in lines.items():
        texts = {clean_heading(cell) for cell in cells.values()}
        if row > marked.row and any(words <= texts for words in wanted):
            return row
    return None


def _texts(
    marked: Marked, number: int, headings: Mapping[int, str], file: str
) -> tuple[Cells, list[Finding]]:
    """Collect the texts below the headings, and the faults of cells that will be read."""
    sheet, name = marked.sheet, marked.sheet.name
    read = _read_columns(marked, headings)
    lines = {row: _line(cells) for row, cells in sheet.lines if row > number}
    names = {row: _row_name(marked, cells, headings) for row, cells in lines.items()}
    broken = sheet.marks.uncached | sheet.marks.errors.keys()
    findings: list[Finding] = []
    for row, column, fault, message, hint in faulty_cells(sheet):
        if row > number and column in read:
            label = names.get(row) or headings[column]
            source = place_cell(file, name, row, column)
            findings.append(fault.finding(f"“{label}”{message}", hint, path=label, source=source))
    texts: Cells = {}
    nameless: set[int] = set()
    for row, cells in lines.items():
        for column, text in cells.items():
            source = place_cell(file, name, row, column)
            if column in read and (row, column) not in broken:
                texts[row, column] = text
                findings += faulty_text(names[row] or headings[column], text, source)
            elif column not in headings and column not in nameless:
                nameless.add(column)
                findings.append(_without_heading(marked, row, column, file))
    return texts, findings


def _read_columns(marked: Marked, headings: Mapping[int, str]) -> frozenset[int]:
    if marked.marker.sort is not Sort.SINGLES:
        return frozenset(headings)
    wanted = (NAME_HEADING, VALUE_HEADING)
    return frozenset(column for column, text in headings.items() if text in wanted)


def _row_name(marked: Marked, cells: Mapping[int, str], headings: Mapping[int, str]) -> str:
    """Give the label that names a row of single fields; empty in other sheets."""
    if marked.marker.sort is not Sort.SINGLES:
        return ""
    column = next(at for at, text in headings.items() if text == NAME_HEADING)
    label = cells.get(column, "")
    return JOINT.join(part for part in (marked.marker.path, label) if part)


def _without_heading(marked: Marked, row: int, column: int, file: str) -> Finding:
    source = place_cell(file, marked.sheet.name, row, column)
    if marked.marker.sort is Sort.SINGLES:
        hint = f"请把内容移到“{VALUE_HEADING}”一栏，或清空这一格"
        return MISSING_HEADING.finding("这一格有内容，却不在要读的栏里", hint, source=source)
    message = f"第{column}列有内容，却没有表头"
    return MISSING_HEADING.finding(message, "请在表头里写上栏名，或清空这一列", source=source)
