"""The workbook itself: its sheets written one by one, the same bytes for the same data."""

import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

from docgen.errors import FileError
from docgen.form_marks import JOINT, Marker, Sort
from docgen.forms.checks import Checks
from docgen.forms.guide import GUIDE, write_guide
from docgen.forms.plan import SheetPlan, Written
from docgen.forms.singles import write_singles
from docgen.forms.styles import Styles
from docgen.forms.tables import write_table
from docgen.kinds import Kind

EPOCH = datetime.datetime(2000, 1, 1)
SINGLES, COLUMNS = "填写", "逐条"
LONGEST_NAME = 31
LONGEST_TEXT = 32_767
A4 = 9
OPTIONS = {
    "in_memory": True,
    # Strings stay strings: a text such as =1+1 must not become a formula.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_UNFIT = re.compile(r"[\[\]:*?/\\']")


def write_book(kind: Kind, sheets: Sequence[SheetPlan]) -> bytes:
    """Write the workbook of a kind with its sheets.

    Raises:
        FileError: when a text is longer than a cell can be.
    """
    import xlsxwriter

    too_long = next((path for (_, path), value in _values(sheets) if _is_too_long(value)), None)
    if too_long:
        msg = f"“{JOINT.join(too_long)}”超过{LONGEST_TEXT}字，一格写不下。请分成几段。"
        raise FileError(msg)
    stream = io.BytesIO()
    names = sheet_names(sheets)
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": f"{kind.label}填写表", "created": EPOCH})
        styles, checks = Styles(book), Checks(book, kind.label)
        guide = book.add_worksheet(GUIDE)
        pages = [book.add_worksheet(name) for name in names]
        write_guide(guide, kind, list(zip(names, sheets, strict=True)), styles)
        for page, sheet in zip(pages, sheets, strict=True):
            write = write_singles if sheet.sort is Sort.SINGLES else write_table
            write(page, kind, sheet, styles, checks)
            _finish(page, marker_of(kind, sheet), kind)
        _finish(guide, Marker(kind.label, Sort.GUIDE), kind)
    return stream.getvalue()


def _values(sheets: Sequence[SheetPlan]) -> list[tuple[tuple[int, tuple[str, ...]], Written]]:
    return [pair for sheet in sheets for pair in sheet.values.items()]


def _is_too_long(value: Written) -> bool:
    return isinstance(value, str) and len(value) > LONGEST_TEXT


def marker_of(kind: Kind, sheet: SheetPlan) -> Marker:
    """Give what a sheet says of itself in its hidden row."""
    below = sheet.below.label if sheet.below else ""
    return Marker(kind.label, sheet.sort, JOINT.join(sheet.path), below)


def _finish(page: Any, marker: Marker, kind: Kind) -> None:
    """Hide the marker, set the page up for printing, and lock what is not to be filled in."""
    page.write_string(0, 0, marker.text())
    page.set_row(0, None, None, {"hidden": True})
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    page.set_paper(A4)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer(f"&L{kind.label}填写表　&A&R第&P页，共&N页")
    is_table = marker.sort in (Sort.TABLE, Sort.COLUMNS)
    rows = dict.fromkeys(("insert_rows", "delete_rows", "sort"), is_table)
    page.protect("", {"format_columns": True, "format_rows": True, **rows})


def sheet_names(sheets: Sequence[SheetPlan]) -> list[str]:
    """Name the sheets after what they hold; no two alike, none that a workbook refuses."""
    names: list[str] = []
    for sheet in sheets:
        own = _UNFIT.sub("", sheet.path[-1]) if sheet.path else ""
        base = {Sort.SINGLES: own or SINGLES, Sort.COLUMNS: own + COLUMNS}.get(sheet.sort, own)
        whole = JOINT.join(_UNFIT.sub("", step) for step in sheet.path)
        options = [base, whole, *(f"{base}{number}" for number in range(2, len(sheets) + 2))]
        fit = [option for option in options if 0 < len(option) <= LONGEST_NAME]
        taken = {name.lower() for name in (*names, GUIDE, "选项")}
        names.append(next((one for one in fit if one.lower() not in taken), f"表{len(names)}"))
    return names
