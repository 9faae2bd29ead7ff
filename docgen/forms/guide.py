"""The first sheet of a fill-in workbook: how to fill it in, and what each sheet is for."""

from collections.abc import Sequence
from typing import Any

from docgen.form_marks import DOWN, Sort
from docgen.forms.plan import SheetPlan
from docgen.forms.styles import Styles, need_words
from docgen.kinds import Kind

GUIDE = "说明"
STEPS = (
    "1. 先填“填写”表，黄色的格子必填；再填下面目录里标“必填”的表。别的可以不填。",
    "2. 清单一行一条，条数不限。中间空几行、换前后次序、删去整行，都可以。",
    f"3. 表头带“{DOWN}”的栏，一条里有几项的，往下一行接着写；那些行的序号（层级）和别的栏空着。",
    "4. 要手写的（签字、日期），填“手签”或“留白”，会印成横线。",
    "5. 电话、编码等数字照样输入，前面的 0 不会丢；不要填公式。",
    "6. 表里没有的项目：“填写”表最后几行可以自己写项目名；清单表头右边的空格可以自己写栏名。",
    "7. 工作表可以改名、移动；不用的可以删去。表头和项目名不要改。",
    "8. 填好保存，运行“docgen check 文件名”检查；没有错误再运行“docgen render 文件名”成文。",
)
FIRST_ROW = 3


def write_guide(
    page: Any, kind: Kind, sheets: Sequence[tuple[str, SheetPlan]], styles: Styles
) -> None:
    """Write the guide of a workbook: steps, then a table of its sheets with links."""
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 62)
    page.set_column(2, 2, 30)
    page.set_row(1, 30)
    page.write_string(1, 0, f"{kind.label}填写表", styles.look("title"))
    page.write_string(2, 0, kind.summary, styles.look("note"))
    row = FIRST_ROW
    for row, step in enumerate(STEPS, FIRST_ROW):
        page.write_string(row, 0, step, styles.look("note"))
    row += 2
    for column, heading in enumerate(("工作表", "填什么", "要求")):
        page.write_string(row, column, heading, styles.look("heading"))
    for number, (name, sheet) in enumerate(sheets, row + 1):
        need = _need(sheet)
        page.write_url(number, 0, f"internal:'{name}'!A1", styles.look("link"), name)
        page.write_string(number, 1, _about(sheet), styles.look("help"))
        page.write_string(number, 2, need, styles.look("must" if "必填" in need else "may"))
    page.hide_gridlines(2)
    page.fit_to_pages(1, 0)
    page.activate()


def _about(sheet: SheetPlan) -> str:
    if sheet.sort is Sort.SINGLES:
        return sheet.known.help or "每项只填一格的内容"
    if sheet.sort is Sort.COLUMNS:
        labels = [slot.path[-1].removesuffix(DOWN) for slot in sheet.slots]
        return "一栏一样，逐条往下写：" + "、".join(labels)
    return sheet.known.help or sheet.known.label


def _need(sheet: SheetPlan) -> str:
    if sheet.sort is Sort.SINGLES and not sheet.path:
        return "必填"
    if sheet.sort is Sort.COLUMNS:
        return "见各栏" if sheet.slots else ""
    return need_words(sheet.need) if sheet.sort is Sort.TABLE else "选填，用到才填"
