"""The sheet of single fields: a label, a cell to fill in, whether it must be, and help."""

from typing import Any

from docgen.form_marks import (
    HELP_HEADING,
    JOINT,
    NAME_HEADING,
    NEED_HEADING,
    VALUE_HEADING,
    read_position,
)
from docgen.forms.checks import Checks
from docgen.forms.plan import Need, SheetPlan, Slot
from docgen.forms.styles import Styles, advice, height
from docgen.forms.tables import put_value
from docgen.kinds import Kind

HEADING_ROW = 3
SPARE_ROWS = 8
NAME, VALUE, NEED, HELP = range(4)
HEADINGS = (NAME_HEADING, VALUE_HEADING, NEED_HEADING, HELP_HEADING)
WIDTHS = (30, 48, 10, 64)
HELP_ROOM = 70  # in letters of its smaller type
FIXED = ("kind",)
FIXED_HELP = "这一份填写表是哪一种公文，不用改"
SPARE_HELP = "上面没有的项目：左边写项目名，逐级写全，如“甲方·代表·电话”，再填写"


def write_singles(page: Any, kind: Kind, sheet: SheetPlan, styles: Styles, checks: Checks) -> None:
    """Write the single fields of a record, in its order."""
    for column, size in enumerate(WIDTHS):
        page.set_column(column, column, size)
    title = JOINT.join((f"{kind.label}填写表", *sheet.path))
    page.set_row(1, 30)
    page.write_string(1, 0, title, styles.look("title"))
    note = "黄色的格子必填；“随组必填”是填了同组别的项目才必填；“系统拟写”的不填由系统拟写。"
    page.write_string(2, 0, note, styles.look("note"))
    for column, heading in enumerate(HEADINGS):
        page.write_string(HEADING_ROW, column, heading, styles.look("heading"))
    row = HEADING_ROW
    for row, slot in enumerate(sheet.slots, HEADING_ROW + 1):
        _write(page, row, sheet, slot, styles, checks)
    for spare in range(row + 1, row + 1 + SPARE_ROWS):
        page.write_blank(spare, NAME, None, styles.look("spare"))
        page.write_blank(spare, VALUE, None, styles.entry(None))
    page.write_string(row + 1, HELP, SPARE_HELP, styles.look("note"))
    page.freeze_panes(HEADING_ROW + 1, 1)
    page.repeat_rows(HEADING_ROW)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write(
    page: Any, row: int, sheet: SheetPlan, slot: Slot, styles: Styles, checks: Checks
) -> None:
    known, value = slot.known, sheet.values.get((0, slot.path))
    label = JOINT.join(slot.path)
    if slot.is_group and value is None:
        page.write_string(row, NAME, label, styles.look("group"))
        page.write_blank(row, VALUE, None, styles.look("group"))
        page.write_string(row, NEED, _need(slot), styles.look("group need"))
        page.write_string(row, HELP, known.help if known else "", styles.look("group"))
        return
    page.write_string(row, NAME, label, styles.look("label"))
    must = slot.need is Need.REQUIRED
    look = styles.look("label") if _is_fixed(slot) else styles.entry(known, required=must)
    put_value(page, row, VALUE, value, look)
    page.write_string(row, NEED, _need(slot), styles.look("must" if must else "may"))
    page.write_string(row, HELP, _help(slot), styles.look("help"))
    page.set_row(row, height(((value or "", WIDTHS[VALUE]), (_help(slot), HELP_ROOM))))
    checks.put(page, (row, VALUE, row, VALUE), slot)


def _need(slot: Slot) -> str:
    """Tell whether a slot must be filled in; of a group that need not be, nothing."""
    is_left_out = slot.is_group and slot.need in (Need.OPTIONAL, Need.WITH_GROUP)
    return "" if is_left_out or _is_fixed(slot) else slot.need.value


def _is_fixed(slot: Slot) -> bool:
    return len(slot.path) == 1 and slot.known is not None and slot.known.name in FIXED


def _help(slot: Slot) -> str:
    """Give the help of a slot; of a list's rows only the first tells it."""
    known = slot.known
    if known is None or (read_position(slot.path[-1]) or 0) > 0:
        return ""
    if _is_fixed(slot):
        return FIXED_HELP
    return advice(known) + (f"。不填时取自{slot.source}" if slot.source else "")
