"""A kind's workbook with the data of one record in it, or none."""

from docgen.errors import FindingsError
from docgen.findings import has_errors
from docgen.form_marks import Sort, Steps
from docgen.forms.book import write_book
from docgen.forms.laying import Cell, lay
from docgen.forms.plan import Need, SheetPlan, Slot, plan, table
from docgen.kinds import Kind
from docgen.records import read
from docgen.records.items import settled
from docgen.rows import Row


def form_bytes(kind: Kind, row: Row | None = None) -> bytes:
    """Give the fill-in workbook of a kind, filled in with a row's data where there is one.

    Raises:
        FindingsError: when the data has names or values that the workbook could not keep.
    """
    return write_book(kind, filled_sheets(kind, row))


def filled_sheets(kind: Kind, row: Row | None) -> list[SheetPlan]:
    """Plan the sheets of a workbook, with slots for all that a row's data says.

    Raises:
        FindingsError: when the data has names or values that the workbook could not keep.
    """
    named = read(kind.inputs, row or Row({}))
    if has_errors(named.findings):
        msg = "数据有错，没有写出填写表。"
        raise FindingsError(msg, named.findings)
    data = settled(named.data)
    assert isinstance(data, dict)
    sheets = plan(kind)
    laid = lay(kind.inputs, {"kind": kind.label, **data})
    for cell in laid.singles:
        _fill(_home(sheets, cell.path, Sort.SINGLES), cell)
    for cell in laid.columns:
        _fill(_home(sheets, cell.path, Sort.COLUMNS), cell)
    for path, (known, cells) in laid.tables.items():
        sheet = _find(sheets, path, Sort.TABLE)
        if sheet is None:
            sheet = table(known, path, Need.OPTIONAL)
            sheets.append(sheet)
        for cell in cells:
            _fill(sheet, cell)
    return sheets


def _find(sheets: list[SheetPlan], path: Steps, sort: Sort) -> SheetPlan | None:
    return next((one for one in sheets if one.sort is sort and one.path == path), None)


def _home(sheets: list[SheetPlan], path: Steps, sort: Sort) -> SheetPlan:
    """Find the sheet of the record, or of the object as large as one, that a field is in."""
    records = [sheet for sheet in sheets if sheet.sort is Sort.SINGLES]
    inside = [one for one in records if path[: len(one.path)] == one.path != path]
    home = max(inside, key=lambda sheet: len(sheet.path))
    found = _find(sheets, home.path, sort)
    if found is None:
        found = SheetPlan(sort, home.path, home.known, home.need)
        sheets.append(found)
    return found


def _fill(sheet: SheetPlan, cell: Cell) -> None:
    """Put a value into its slot; one that the form does not offer of itself is added."""
    path = cell.path if sheet.sort is Sort.TABLE else cell.path[len(sheet.path) :]
    if all(slot.path != path for slot in sheet.slots):
        sheet.slots.insert(_after_relatives(sheet.slots, path), Slot(path, cell.known, own=""))
    sheet.values[cell.row, path] = cell.value


def _after_relatives(slots: list[Slot], path: Steps) -> int:
    """Find the place behind the slots that share most of the labels."""
    shared = [_shared(slot.path, path) for slot in slots]
    most = max(shared, default=0)
    if most == 0:
        return len(slots)
    return len(shared) - shared[::-1].index(most)


def _shared(one: Steps, other: Steps) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
