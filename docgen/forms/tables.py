"""The sheets of lists: a column a field, a row an item, and lists inside items going down."""

import datetime
from typing import Any

from docgen.form_marks import (
    CONTENT,
    DOWN,
    INDEX,
    JOINT,
    LEVEL,
    LINE,
    NONE,
    OWN_FIRST,
    OWN_LOWER,
    STAR,
    Sort,
)
from docgen.forms.checks import Checks
from docgen.forms.plan import Need, SheetPlan, Slot, Written
from docgen.forms.styles import CONTROL_WIDTH, Styles, advice, height, need_words, width
from docgen.kinds import Kind

HEADING_ROW = 3
FEWEST_ROWS = 30
MORE_ROWS = 10
SPARE_COLUMNS = 3
LAST_COLUMN = 16_383
CHECKED_ROWS = 2_000
WIDE, WIDEST_PAGE = 100, 220
LEVELS_OF = {OWN_FIRST: "只有第一级才填", OWN_LOWER: "第二级起才填"}
HELP = {
    INDEX: "一条填一个序号；接着上一条往下写的行，序号空着。",
    LEVEL: "1 是第一级；2 归在上面最近的 1 之下，依次类推。接着上一条往下写的行，层级空着。",
    CONTENT: "一句话能写完的写在这里；写了这一格，右边各栏就不填。",
    LINE: "只为看着方便，不会读取。",
}


def write_table(page: Any, kind: Kind, sheet: SheetPlan, styles: Styles, checks: Checks) -> None:
    """Write one list, or the columns of many lists of texts."""
    slots = sheet.slots
    if sheet.sort is Sort.COLUMNS:
        slots = [Slot((LINE,), None), *slots]
    page.set_column(0, 0, CONTROL_WIDTH, styles.look("plain"))
    # A row can be deleted only where all its cells are open, and XlsxWriter opens them one by one.
    page.col_info.update(dict.fromkeys(range(1, LAST_COLUMN + 1), page.col_info[0]))
    page.set_row(1, 30, styles.look("title"))
    page.set_row(2, None, styles.look("note"))
    title = JOINT.join((f"{kind.label}填写表", *sheet.path))
    page.write_string(1, 0, title, styles.look("title"))
    page.write_string(2, 0, _note(sheet), styles.look("note"))
    count = max((row for row, _ in sheet.values), default=0) + 1
    rows = max(count + MORE_ROWS, FEWEST_ROWS)
    for column, slot in enumerate(slots):
        _column(page, column, slot, styles, checks)
        _cells(page, column, slot, sheet, rows, styles)
    _heights(page, sheet, slots)
    _spare(page, len(slots), styles)
    page.print_area(1, 0, HEADING_ROW + rows, len(slots) - 1)
    page.freeze_panes(HEADING_ROW + 1, 1)
    page.repeat_rows(HEADING_ROW)
    page.repeat_columns(0)
    across = sum(map(width, slots))
    if across > WIDE:
        page.set_landscape()
    # Shrunk any further, a sheet could not be read on paper.
    page.fit_to_pages(-(-across // WIDEST_PAGE), 0)
    if sheet.need is Need.REQUIRED and sheet.sort is Sort.TABLE:
        page.set_tab_color("#FFC000")


def _note(sheet: SheetPlan) -> str:
    """Tell in a line how the sheet is filled in."""
    if sheet.sort is Sort.COLUMNS:
        return "一栏一样内容，一格一条，往下接着写；不用的栏空着。"
    parts = [sheet.known.help.rstrip("。"), need_words(sheet.need)]
    mark = LEVEL if sheet.below else INDEX
    parts.append("一行一条，先填层级" if sheet.below else "一行一条")
    if sheet.need is Need.DRAWN_UP:
        parts.append(f"一条也不要的，在第一行的{mark}填“{NONE}”")
    if any(step.endswith(DOWN) for slot in sheet.slots for step in slot.path):
        parts.append(f"带“{DOWN}”的栏有几项的，往下一行接着写，{mark}空着")
    return "。".join(part for part in parts if part) + "。"


def _column(page: Any, column: int, slot: Slot, styles: Styles, checks: Checks) -> None:
    """Write a heading with its help, and set the column up for what it holds."""
    form = styles.entry(slot.known, boxed=False)
    page.set_column(column, column, width(slot), form)
    own = slot.known.label if slot.path[-1] == LEVEL and slot.known else slot.own
    if column and own:
        page.write_string(0, column, own)
    heading = JOINT.join(slot.path)
    if slot.need is Need.REQUIRED and slot.path[-1] != LEVEL:
        parts = (styles.look("bold"), heading, styles.look("star"), STAR)
        page.write_rich_string(HEADING_ROW, column, *parts, styles.look("heading"))
    else:
        page.write_string(HEADING_ROW, column, heading, styles.look("heading"))
    text = HELP.get(slot.path[-1]) or (advice(slot.known) if slot.known else "")
    if slot.known and slot.own in LEVELS_OF:
        text += f"。{LEVELS_OF[slot.own]}"
    if slot.need is Need.DRAWN_UP and slot.path[-1].endswith(DOWN):
        text += f"。不填时由系统拟写；一条也不要的，填“{NONE}”"
    if text:
        size = {"author": "docgen", "x_scale": 2, "y_scale": 0.6 + len(text) / 60}
        page.write_comment(HEADING_ROW, column, text, size)
    first = HEADING_ROW + 1
    checks.put(page, (first, column, first + CHECKED_ROWS, column), slot)


def _cells(page: Any, column: int, slot: Slot, sheet: SheetPlan, rows: int, styles: Styles) -> None:
    must = slot.need is Need.REQUIRED and sheet.need is Need.REQUIRED and slot.known is not None
    form = styles.entry(slot.known)
    if slot.path[-1] in (INDEX, LEVEL):
        form = styles.look("mark")
    for row in range(rows):
        place = HEADING_ROW + 1 + row
        if slot.path == (LINE,):
            page.write_number(place, column, row + 1, styles.look("count"))
        else:
            look = styles.entry(slot.known, required=True) if must and row == 0 else form
            put_value(page, place, column, sheet.values.get((row, slot.path)), look)


def _heights(page: Any, sheet: SheetPlan, slots: list[Slot]) -> None:
    """Make room for the texts that are filled in; empty rows grow as they are typed in."""
    sizes = {slot.path: width(slot) for slot in slots}
    texts: dict[int, list[tuple[object, int]]] = {}
    for (row, path), value in sheet.values.items():
        texts.setdefault(row, []).append((value, sizes[path]))
    for row, pairs in texts.items():
        page.set_row(HEADING_ROW + 1 + row, height(pairs))


def _spare(page: Any, first: int, styles: Styles) -> None:
    """Leave room for headings of the clerk's own."""
    for column in range(first, first + SPARE_COLUMNS):
        page.set_column(column, column, 14, styles.entry(None, boxed=False))
        page.write_blank(HEADING_ROW, column, None, styles.look("spare"))
    text = "左边没有的栏，在这里写栏名，逐级写全，如“代表·电话”。"
    size = {"author": "docgen", "x_scale": 2, "y_scale": 0.8}
    page.write_comment(HEADING_ROW, first, text, size)


def put_value(page: Any, row: int, column: int, value: Written | None, form: Any) -> None:
    """Write one value so that it stays what it is: text as text, numbers and days as such."""
    if value is None:
        page.write_blank(row, column, None, form)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, form)
    elif isinstance(value, datetime.date):
        page.write_datetime(row, column, value, form)
    else:
        page.write_string(row, column, value, form)
