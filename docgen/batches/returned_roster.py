"""问题.xlsx: the clerk's own roster given back, failed cells red, each with a comment.

Rows, columns and formats stay as they were, so that it can be mended and used as the roster.
"""

import hashlib
import io
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.batches.columns import PROBLEMS
from docgen.batches.journal import Journal
from docgen.batches.publishing import Published, is_open, publish, publish_beside
from docgen.errors import FileError
from docgen.findings import Finding
from docgen.rows import Cells, Roster, Row

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "问题.xlsx"
RED = "FFC7CE"
AUTHOR = "docgen"
NOTE = "问题.xlsx"
"""The journal's note of what the file was when docgen wrote it."""

Told = Mapping[int, Sequence[Finding]]
"""Findings by the position of their row in the roster."""


def publish_problems(
    folder: Path, journal: Journal, roster: Roster, source: Path, told: Told
) -> Published | None:
    """Write the roster with its problems; None for rosters that are no table.

    A list of problems that the clerk has begun to mend is not overwritten by another's.

    Raises:
        FileError: when it cannot be written.
    """
    if not roster.headings:
        return None
    path = folder / NAME
    content = problems_bytes(roster, source, told)
    if _is_touched(path, journal) and not _same(path, source):
        reason = f"{NAME} 有人改过，没有覆盖"
        return publish_beside(path, content, reason)
    published = publish(path, content)
    if published.path == path:
        journal.write_note(NOTE, hashlib.sha256(content).hexdigest())
    return published


def remove_problems(folder: Path, journal: Journal, source: Path) -> None:
    """Drop the list of an earlier run, unless somebody has worked on it or it is the roster."""
    path = folder / NAME
    if not path.is_file() or _same(path, source) or _is_touched(path, journal) or is_open(path):
        return
    path.unlink(missing_ok=True)
    journal.write_note(NOTE, "")


def _is_touched(path: Path, journal: Journal) -> bool:
    if not path.is_file():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() != journal.note(NOTE)


def _same(path: Path, source: Path) -> bool:
    return path.exists() and source.exists() and path.samefile(source)


def problems_bytes(roster: Roster, source: Path, told: Told) -> bytes:
    """Give the roster with its problems as a workbook.

    Raises:
        FileError: when the clerk's own workbook cannot be opened again.
    """
    if source.suffix.lower() in (".xlsx", ".xlsm"):
        return _in_a_copy(roster, source, told)
    return _as_text(roster, told)


def _in_a_copy(roster: Roster, source: Path, told: Told) -> bytes:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # openpyxl warns of every extension it will not carry over; the clerk cannot help it.
            warnings.simplefilter("ignore")
            book = load_workbook(source)
    except (OSError, KeyError, ValueError, TypeError) as error:
        msg = f"打不开“{source}”来标出问题（{error}）。请用表格程序另存一次，再运行。"
        raise FileError(msg) from error
    sheet = book[roster.sheet or book.sheetnames[0]]
    column = _problem_column(sheet, roster)
    _clear_marks(sheet, column, roster.heading_row)
    for index, row in enumerate(roster.rows):
        if index in told and isinstance(row.locate, Cells):
            _mark_row(sheet, row.locate, roster, column, told[index])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _problem_column(sheet: "Worksheet", roster: Roster) -> int:
    """Find the column of problems of an earlier run, or make one behind the last."""
    for cell in sheet[roster.heading_row]:
        if str(cell.value).strip() == PROBLEMS:
            return int(cell.column or 1)
    column = sheet.max_column + 1
    heading = sheet.cell(roster.heading_row, column, PROBLEMS)
    sheet.column_dimensions[heading.column_letter].width = 60
    return column


def _clear_marks(sheet: "Worksheet", column: int, heading_row: int) -> None:
    from openpyxl.styles import PatternFill

    for cells in sheet.iter_rows(min_row=heading_row + 1):
        for cell in cells:
            if cell.comment is not None and cell.comment.author == AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()
            if cell.column == column and cell.value is not None:
                cell.value = None


def _mark_row(
    sheet: "Worksheet", locate: Cells, roster: Roster, column: int, findings: Sequence[Finding]
) -> None:
    from openpyxl.cell.cell import MergedCell

    for place, texts in by_column(locate, findings).items():
        cell = sheet.cell(locate.number, place)
        if not isinstance(cell, MergedCell):
            _mark(cell, "\n".join(texts))
    summary = sheet.cell(locate.number, column)
    summary.value = "；".join(said(finding) for finding in findings)
    # A text is a text, even one that begins like a formula.
    summary.data_type = "s"


def _mark(cell: "Cell", text: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=RED)
    comment = Comment(text, AUTHOR)
    comment.width, comment.height = 320, 60 + 20 * (len(text) // 20)
    cell.comment = comment


def by_column(locate: Cells, findings: Sequence[Finding]) -> dict[int, list[str]]:
    """Sort what is to be said of a row by the 1-based column it concerns."""
    columns = {locate((name,)): column for name, column in locate.columns.items()}
    texts: dict[int, list[str]] = defaultdict(list)
    for finding in findings:
        column = columns.get(finding.source) if finding.source else None
        if column:
            texts[column].append(said(finding))
    return texts


def said(finding: Finding) -> str:
    """Put a finding into one sentence or two."""
    stop = "" if finding.message.endswith(("。", "？", "！")) else "。"
    return f"{finding.message}{stop}{finding.hint}"


def _as_text(roster: Roster, told: Told) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet(roster.sheet or "名册")
        text = book.add_format({"num_format": "@"})
        red = book.add_format({"num_format": "@", "bg_color": f"#{RED}"})
        bold = book.add_format({"num_format": "@", "bold": True})
        # The column that docgen added is written anew, behind the last.
        columns = {name: at for name, at in roster.columns.items() if name != PROBLEMS}
        last = max(columns.values(), default=0)
        sheet.set_column(0, last - 1, 18, text)
        sheet.set_column(last, last, 60, text)
        sheet.freeze_panes(roster.heading_row, 0)
        for name, column in columns.items():
            sheet.write_string(roster.heading_row - 1, column - 1, name, bold)
        sheet.write_string(roster.heading_row - 1, last, PROBLEMS, bold)
        for index, row in enumerate(roster.rows):
            if isinstance(row.locate, Cells):
                _write_row(sheet, row, row.locate, columns, told.get(index, ()), (text, red))
    return stream.getvalue()


def _write_row(
    sheet: Any,
    row: Row,
    locate: Cells,
    columns: Mapping[str, int],
    findings: Sequence[Finding],
    formats: tuple[Any, Any],
) -> None:
    text, red = formats
    marks = by_column(locate, findings)
    for name, column in columns.items():
        place = (locate.number - 1, column - 1)
        value = str(row.data.get(name) or "")
        shape = red if column in marks else text
        if value:
            sheet.write_string(*place, value, shape)
        elif column in marks:
            sheet.write_blank(*place, None, shape)
        if column in marks:
            note = {"author": AUTHOR, "x_scale": 2, "y_scale": 1 + len(marks[column]) / 2}
            sheet.write_comment(*place, "\n".join(marks[column]), note)
    if findings:
        summary = "；".join(said(finding) for finding in findings)
        sheet.write_string(locate.number - 1, max(columns.values(), default=0), summary, text)
