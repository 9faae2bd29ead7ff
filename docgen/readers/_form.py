"""Fill-in workbooks: the data of one document, every value with its sheet and cell."""

from collections.abc import Sequence

from docgen.errors import FileError
from docgen.findings import Fault, Finding, Severity, Source
from docgen.form_marks import JOINT, VERSION, Sort
from docgen.readers._form_lanes import lanes_of
from docgen.readers._form_lists import ListReader
from docgen.readers._form_sheet import (
    FormSheet,
    Marked,
    Places,
    find_marked,
    form_sheet,
    no_headings,
)
from docgen.readers._form_singles import REPEATED_ENTRY, Node, collect, mapping
from docgen.readers._sheet_faults import OLD_WORKBOOK, OTHER_SHEETS
from docgen.readers._workbook import Sheet
from docgen.rows import Row, SheetTable

FOREIGN_SHEET = Fault(
    "foreign-sheet",
    "混进了别的填写表",
    "两种公文的填写表放在一个文件里，不知道要做哪一种。",
    "责任书的填写表里有一张活动方案的工作表",
    "一个文件只放一份填写表",
)
HIDDEN_SHEET = Fault(
    "hidden-sheet",
    "有隐藏的工作表",
    "隐藏的工作表看不见，但同样会读取、成文。",
    "“控制指标”被隐藏",
    "取消隐藏，核对内容",
    severity=Severity.WARNING,
)
KIND = "文种"


def find_form(sheets: Sequence[Sheet]) -> list[Marked]:
    """Find the sheets of a fill-in workbook; none in any other."""
    return [marked for sheet in sheets if (marked := find_marked(sheet))]


def form_row(sheets: Sequence[Sheet], form: Sequence[Marked], file: str) -> Row:
    """Read a fill-in workbook.

    Raises:
        FileError: when a newer docgen made it.
    """
    if any(marked.marker.version > VERSION for marked in form):
        raise FileError(f"“{file}”是更新版本的 docgen 的填写表。请升级 docgen，再运行一次。")
    kind = form[0].marker.kind
    own = [marked for marked in form if marked.marker.kind == kind]
    read = [marked for marked in own if marked.marker.sort is not Sort.GUIDE]
    findings = [*_strangers(sheets, form, kind, file), *_hidden(read, file)]
    known: list[FormSheet] = []
    for marked in read:
        sheet = form_sheet(marked, file)
        if sheet is None:
            findings.append(no_headings(marked, file))
        else:
            known.append(sheet)
            findings += sheet.findings
    places = Places(file)
    data = {KIND: kind, **_data(known, places)}
    return Row(data, SheetTable(file, dict(places)), True, (*findings, *places.findings))


def _strangers(
    sheets: Sequence[Sheet], form: Sequence[Marked], kind: str, file: str
) -> list[Finding]:
    """Tell of sheets that are not read, and of what an old format hides."""
    found = []
    for marked in form:
        if marked.marker.kind != kind:
            source = Source(file=file, sheet=marked.sheet.name)
            message = f"工作表“{marked.sheet.name}”是“{marked.marker.kind}”的，这一份是“{kind}”"
            found.append(FOREIGN_SHEET.finding(message, "请删去这张工作表", source=source))
    known = {marked.sheet.name for marked in form}
    others = [sheet.name for sheet in sheets if sheet.lines and sheet.name not in known]
    if others:
        names = "、".join(f"“{name}”" for name in others)
        message = f"工作表{names}不是填写表的一部分，没有读取"
        hint = "要印出来的内容，请填到填写表里"
        source = Source(file=file, sheet=others[0])
        found.append(OTHER_SHEETS.finding(message, hint, source=source))
    if not all(marked.sheet.marks.complete for marked in form):
        message, hint = "这是旧格式或其他格式的工作簿", "请另存为 .xlsx 再用，检查更完整"
        found.append(OLD_WORKBOOK.finding(message, hint, source=Source(file=file)))
    return found


def _hidden(form: Sequence[Marked], file: str) -> list[Finding]:
    return [
        HIDDEN_SHEET.finding(
            f"工作表“{marked.sheet.name}”是隐藏的，同样会读取",
            "请取消隐藏，核对内容",
            source=Source(file=file, sheet=marked.sheet.name),
        )
        for marked in form
        if not marked.sheet.is_visible
    ]


def _data(sheets: Sequence[FormSheet], places: Places) -> dict[str, object]:
    root = Node()
    for sheet in sheets:
        if sheet.marker.sort is Sort.SINGLES:
            collect(sheet, root, places)
    data = mapping(root, (), places)
    for sheet in sheets:
        if sheet.marker.sort is Sort.TABLE:
            _lay(data, sheet.marker.path, _table(sheet, places), sheet, places)
        elif sheet.marker.sort is Sort.COLUMNS:
            for key, found in _columns(sheet, places).items():
                _lay(data, key, found, sheet, places)
    return data


def _table(sheet: FormSheet, places: Places) -> object:
    """Read a sheet that holds one list."""
    lane = lanes_of(sheet)
    path = (sheet.marker.path,)
    places.setdefault(path, sheet.place(sheet.heading_row + 1, lane.first))
    reader = ListReader(lane, sheet, path, places)
    for row in sheet.rows:
        reader.feed(row)
    return reader.finish()


def _columns(sheet: FormSheet, places: Places) -> dict[str, object]:
    """Read a sheet whose every column is a list of its own."""
    root = lanes_of(sheet)
    found: dict[str, object] = {}
    for label, lane in root.lanes.items():
        key = JOINT.join(part for part in (sheet.marker.path, label) if part)
        places.setdefault((key,), sheet.place(sheet.heading_row + 1, lane.first))
        reader = ListReader(lane, sheet, (key,), places)
        for row in sheet.rows:
            if lane.is_filled(sheet, row):
                reader.feed(row)
        found[key] = reader.finish()
    for label, column in root.own.items():
        key = JOINT.join(part for part in (sheet.marker.path, label) if part)
        filled = [row for row in sheet.rows if sheet.text(row, column)]
        for row in filled[1:]:
            message = f"“{label}”只能填一行"
            hint = "请只留一行"
            places.report(REPEATED_ENTRY, sheet.place(row, column), message, hint)
        if filled:
            found[key] = sheet.text(filled[0], column)
            places[(key,)] = sheet.place(filled[0], column)
    return found


def _lay(
    data: dict[str, object], key: str, found: object, sheet: FormSheet, places: Places
) -> None:
    """Add a list to the data, unless another sheet gave it already."""
    if data.get(key) is not None and found is not None:
        message = f"“{key}”在别的工作表里已经填过"
        place = sheet.place(sheet.heading_row, 1)
        places.report(REPEATED_ENTRY, place, message, "请只留一处")
    elif data.get(key) is None:
        data[key] = found
