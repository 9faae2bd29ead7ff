"""Workbooks of Excel and WPS; old .xls and .ods as far as they can be read.

A fill-in workbook is the data of one document; any other is a table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.findings import Finding, Source
from docgen.readers import InputFile, Reader
from docgen.readers._form import find_form, form_row
from docgen.readers._headings import LOOK_AHEAD, Headings, Line, find_headings
from docgen.readers._sheet_faults import cell_faults, sheet_faults, workbook_faults
from docgen.readers._single import single_row
from docgen.readers._table import RowMaker
from docgen.readers._workbook import Sheet, cell_text, read_sheets
from docgen.rows import NO_ROWS, Cells, Roster, Row


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows under the headings of a sheet; `faults` are its faulty cells by row."""

    file: str
    sheet: str
    headings: Headings
    lines: tuple[Line, ...]
    faults: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Row]:
        """Walk the rows that are not empty."""
        make = RowMaker(self.headings, self.file, self.sheet, ragged=False).row
        for number, cells in self.lines:
            row = make(number, cells)
            faults = self.faults.get(number, ())
            if row is None and faults:
                locate = Cells(self.file, self.sheet, number, self.headings.columns)
                row = Row(dict.fromkeys(self.headings.columns), locate, textual=True)
            if row:
                yield replace(row, findings=(*faults, *row.findings)) if faults else row


def read_roster(file: InputFile) -> Roster:
    """Read the first visible sheet that holds anything; a fill-in workbook is a roster of one."""
    sheets = read_sheets(file)
    form = find_form(sheets)
    if form:
        return Roster(file.name, (), (form_row(sheets, form, file.name),))
    return _table(file, sheets)


def _table(file: InputFile, sheets: Sequence[Sheet]) -> Roster:
    chosen = next((sheet for sheet in sheets if sheet.is_visible and sheet.lines), None)
    notes = workbook_faults(sheets, chosen, file.name)
    if chosen is None:
        message = "没有一张看得见的工作表有内容"
        finding = NO_ROWS.finding(message, "请填好表头和数据", source=Source(file=file.name))
        return Roster(file.name, (), (), (finding, *notes))
    return _roster(file.name, chosen, notes)


def _roster(file: str, sheet: Sheet, notes: list[Finding]) -> Roster:
    lines = tuple((number, _texts(sheet, number, cells)) for number, cells in sheet.lines)
    headings = find_headings(lines[:LOOK_AHEAD], file, sheet.name)
    if headings is None:
        source = Source(file=file, sheet=sheet.name)
        finding = NO_ROWS.finding("工作表里只有空格", "请填好表头和数据", source=source)
        return Roster(file, (), (), (finding, *notes), sheet.name)
    faults = cell_faults(sheet, headings, file)
    empty = faults.keys() - {number for number, _ in lines}
    lines = tuple(sorted([*lines, *((number, []) for number in empty)]))
    below = tuple(line for line in lines if line[0] > headings.number)
    of_headings = faults.pop(headings.number, ())
    return Roster(
        file,
        tuple(headings.columns),
        SheetRows(file, sheet.name, headings, below, faults),
        (*notes, *headings.findings, *of_headings, *sheet_faults(sheet, headings, file)),
        sheet.name,
        headings.number,
        headings.columns,
    )


def _texts(sheet: Sheet, number: int, cells: list[object]) -> list[str]:
    errors = sheet.marks.errors
    return [
        "" if errors and (number, column) in errors else cell_text(cell)
        for column, cell in enumerate(cells, 1)
    ]


def read_record(file: InputFile) -> Row:
    """Read a fill-in workbook, or the only row of a sheet."""
    sheets = read_sheets(file)
    form = find_form(sheets)
    return form_row(sheets, form, file.name) if form else single_row(_table(file, sheets))


reader = Reader("xlsx", "工作簿", (".xlsx", ".xlsm", ".xls", ".ods"), read_record, read_roster)
