"""What is wrong or peculiar in a sheet beyond the text of its cells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from docgen.findings import Fault, Finding, Severity, Source
from docgen.readers._headings import Headings, place_cell
from docgen.readers._table import CELL_ERROR, LOST_NUMBER
from docgen.readers._workbook import Sheet, cell_text, lost_digits
from docgen.rows import column_letters

UNCACHED_FORMULA = Fault(
    "uncached-formula",
    "公式没有算出结果",
    "文件里只有公式，没有结果，多半由程序生成后没有打开保存过。",
    "=A2&B2（没有结果）",
    "白道口镇西街村",
)
MERGED_CELLS = Fault(
    "merged-cells",
    "数据区有合并单元格",
    "合并以后只有第一格有内容，其余各行都是空的。",
    "A2:A5 合并为“白道口镇”",
    "A2 至 A5 各填“白道口镇”",
)
HIDDEN_ROWS = Fault(
    "hidden-rows",
    "有隐藏的行",
    "隐藏（或被筛选掉）的行看不见，但同样会读取、成文。",
    "第3-5行被隐藏",
    "不需要的行删去，需要的行取消隐藏",
    severity=Severity.WARNING,
)
HIDDEN_COLUMNS = Fault(
    "hidden-columns",
    "有隐藏的列",
    "隐藏的列看不见，但同样会读取。",
    "C列被隐藏",
    "取消隐藏，核对内容",
    severity=Severity.INFO,
)
OTHER_SHEETS = Fault(
    "other-sheets",
    "还有别的工作表有内容",
    "只读取第一张看得见、有内容的工作表。",
    "Sheet1、Sheet2 都有内容",
    "要读的工作表放在最前面",
    severity=Severity.INFO,
)
OLD_WORKBOOK = Fault(
    "old-workbook",
    "旧格式的工作簿",
    "旧格式里没有算出的公式、公式错误和隐藏的行都查不出来，会读成空格。",
    "名册.xls",
    "名册.xlsx",
    severity=Severity.WARNING,
)


def workbook_faults(sheets: Sequence[Sheet], chosen: Sheet | None, file: str) -> list[Finding]:
    """Say which sheet is read when others hold something too, and what an old format hides."""
    found = []
    source = Source(file=file, sheet=chosen.name if chosen else None)
    if chosen and not chosen.marks.complete:
        message, hint = "这是旧格式或其他格式的工作簿", "请另存为 .xlsx 再用，检查更完整"
        found.append(OLD_WORKBOOK.finding(message, hint, source=source))
    others = [sheet for sheet in sheets if sheet.lines and sheet is not chosen]
    if others:
        names = "、".join(
            f"“{sheet.name}”{'' if sheet.is_visible else '（隐藏）'}" for sheet in others
        )
        read = f"只读取工作表“{chosen.name}”" if chosen else "没有读取任何工作表"
        hint = "要读别的工作表，请取消隐藏并移到最前面"
        message = f"{read}，另有 {names} 也有内容"
        found.append(OTHER_SHEETS.finding(message, hint, source=source))
    return found


def cell_faults(sheet: Sheet, headings: Headings, file: str) -> dict[int, tuple[Finding, ...]]:
    """Find the faulty cells from the headings on, by row."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for row, column, fault, message, hint in faulty_cells(sheet):
        if row >= headings.number and column in headings.named:
            source = place_cell(file, sheet.name, row, column)
            name = _heading(headings, column)
            path = None if row == headings.number else name
            finding = fault.finding(f"“{name}”{message}", hint, path=path, source=source)
            found[row].append(finding)
    return {row: tuple(findings) for row, findings in found.items()}


def faulty_cells(sheet: Sheet) -> Iterator[tuple[int, int, Fault, str, str]]:
    """Find the faulty cells of a sheet: row, column, fault, message without its name, hint."""
    hint = "请用 WPS 或 Excel 打开，保存一次；或把公式改成内容"
    for row, column in sorted(sheet.marks.uncached):
        yield row, column, UNCACHED_FORMULA, "是公式，却没有算出结果", hint
    for (row, column), value in sorted(sheet.marks.errors.items()):
        yield row, column, CELL_ERROR, f"是公式错误 {value}", "请改好公式，或直接填写内容"
    hint = "请把这一列的格式设为“文本”，重新输入"
    for row, cells in sheet.lines:
        for column, cell in enumerate(cells, 1):
            if lost_digits(cell):
                message = f"按数值保存，只留下前 15 位：{cell_text(cell)}"
                yield row, column, LOST_NUMBER, message, hint


def sheet_faults(sheet: Sheet, headings: Headings, file: str) -> Iterator[Finding]:
    """Find merged cells over the data, and rows and columns that are hidden."""
    for top, left, bottom, right in sheet.marks.ranges:
        if bottom >= headings.number and left <= headings.width:
            name = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
            where = "表头" if top <= headings.number else "数据"
            message = f"{where}里 {name} 是合并单元格，只有第一格有内容"
            source = place_cell(file, sheet.name, top, left)
            hint = "请取消合并，每一格都填上内容"
            yield MERGED_CELLS.finding(message, hint, source=source)
    source = Source(file=file, sheet=sheet.name)
    rows = sheet.marks.hidden_rows & {row for row, _ in sheet.lines if row > headings.number}
    if rows:
        message = f"第{spans(rows)}行是隐藏的，同样会读取"
        yield HIDDEN_ROWS.finding(message, "请取消隐藏，核对内容", source=source)
    columns = sheet.marks.hidden_columns & headings.named
    if columns:
        names = "、".join(
            f"{column_letters(column)}列“{_heading(headings, column)}”"
            for column in sorted(columns)
        )
        message = f"{names}是隐藏的，同样会读取"
        yield HIDDEN_COLUMNS.finding(message, "请取消隐藏，核对内容", source=source)


def spans(numbers: Iterable[int]) -> str:
    """Write numbers in short: `3-5、9`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _heading(headings: Headings, column: int) -> str:
    names = {number: name for name, number in headings.columns.items()}
    return names.get(column, f"{column_letters(column)}列")
