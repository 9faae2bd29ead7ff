"""How the cells of a fill-in workbook look, and what they take."""

from collections.abc import Iterable
from typing import Any

from docgen.fields import Field, FieldType
from docgen.form_marks import DOWN, INDEX, LEVEL, LINE
from docgen.forms.plan import Need, Slot

FONT = {"font_name": "宋体", "font_size": 11}
BOX = {**FONT, "border": 1, "border_color": "#A6A6A6", "text_wrap": True, "valign": "vcenter"}
LOOKS: dict[str, dict[str, object]] = {
    "plain": {**FONT, "locked": False},
    "title": {**FONT, "font_size": 16, "bold": True, "valign": "vcenter"},
    "note": {**FONT, "font_color": "#595959", "valign": "vcenter"},
    "words": {**FONT, "text_wrap": True, "valign": "vcenter"},
    "heading": {**BOX, "bold": True, "bg_color": "#DDEBF7", "align": "center"},
    "spare": {**BOX, "bold": True, "border": 4, "locked": False, "num_format": "@"},
    "label": {**BOX, "bg_color": "#F7F7F7"},
    "group": {**BOX, "bold": True, "bg_color": "#E7E6E6"},
    "group need": {**BOX, "font_size": 10, "align": "center", "bg_color": "#E7E6E6"},
    "help": {**BOX, "font_size": 10, "font_color": "#595959"},
    "must": {**BOX, "font_size": 10, "font_color": "#C00000", "bold": True, "align": "center"},
    "may": {**BOX, "font_size": 10, "font_color": "#595959", "align": "center"},
    "link": {**BOX, "font_color": "#0563C1", "underline": 1},
    "count": {**BOX, "font_color": "#808080", "align": "center", "locked": False},
    "mark": {**BOX, "align": "center", "locked": False, "num_format": "@"},
    "star": {**FONT, "bold": True, "font_color": "#C00000"},
    "bold": {**FONT, "bold": True},
}
TEXT_FORM, DATE_FORM, NUMBER_FORM = "@", 'yyyy"年"m"月"d"日"', "General"
FORMS = {
    FieldType.DATE: DATE_FORM,
    FieldType.INTEGER: NUMBER_FORM,
    FieldType.NUMBER: NUMBER_FORM,
}
REQUIRED_COLOR = "#FFF2CC"
WIDTHS = {
    FieldType.CHOICE: 16,
    FieldType.BOOLEAN: 10,
    FieldType.INTEGER: 10,
    FieldType.NUMBER: 10,
    FieldType.DATE: 18,
}
CONTROL_WIDTH, LIST_WIDTH = 10, 36
LINE_HEIGHT, TALLEST = 15, 400  # in points; a workbook takes 409 at most
WIDE_FROM = 0x2E7F
NARROWEST, WIDEST = 12, 40


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        """Make formats in `book`."""
        self._book = book
        self._made: dict[tuple[str, str, bool], Any] = {}

    def look(self, name: str) -> Any:
        """Give the format of that name."""
        return self._format(name, LOOKS[name])

    def entry(self, known: Field | None, *, required: bool = False, boxed: bool = True) -> Any:
        """Give the format of cells that hold a field: open to be filled in, digits kept."""
        form = FORMS.get(content(known).type, TEXT_FORM) if known else TEXT_FORM
        look: dict[str, object] = {**(BOX if boxed else FONT), "locked": False, "num_format": form}
        look["align"] = "left"
        if required:
            look["bg_color"] = REQUIRED_COLOR
        return self._format(f"entry {boxed}", look, form, required=required)

    def _format(
        self, name: str, look: dict[str, object], form: str = "", *, required: bool = False
    ) -> Any:
        key = (name, form, required)
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def content(known: Field) -> Field:
    """Give what a cell of a field holds: of a list, its item."""
    return known.item if known.type is FieldType.LIST else known


def width(slot: Slot) -> int:
    """Give the width of a slot's column."""
    last = slot.path[-1]
    if last in (INDEX, LEVEL, LINE) or slot.known is None:
        return CONTROL_WIDTH
    if last.endswith(DOWN) and content(slot.known).type in (FieldType.TEXT, FieldType.OBJECT):
        return LIST_WIDTH
    example = slot.known.example
    length = len(str(example)) * 2 + 4 if isinstance(example, str) else WIDEST
    return WIDTHS.get(content(slot.known).type, max(NARROWEST, min(length, WIDEST)))


def height(texts: Iterable[tuple[object, int]]) -> float | None:
    """Give the height of a row whose texts need more lines than one in columns of that width."""
    most = max((_lines(str(text), size) for text, size in texts), default=1)
    return None if most == 1 else min(LINE_HEIGHT * most + 3, TALLEST)


def _lines(text: str, size: int) -> int:
    """Count the lines of a text in a column; a Chinese character is two Latin ones wide."""
    wide = (sum(1 + (ord(one) > WIDE_FROM) for one in line) for line in text.split("\n"))
    return sum(max(1, -(-length // size)) for length in wide)


def advice(known: Field) -> str:
    """Tell what a field wants: its help, its choices or an example, and how it is left open."""
    inside = content(known)
    parts = [known.help] if known.help else []
    if inside.choices:
        parts.append("可选：" + "、".join(label for _, label in inside.choices))
    elif (example := example_of(known)) is not None:
        parts.append(f"例如：{example}")
    if known.may_be_blank:
        word = "留白" if inside.type is FieldType.DATE else "手签"
        parts.append(f"手写的填“{word}”")
    return "。".join(part.rstrip("。") for part in parts)


def example_of(known: Field) -> str | None:
    """Give an example as a clerk would type it; None where there is none in a cell."""
    example = known.example
    if isinstance(example, list):
        example = example[0] if example else None
    if isinstance(example, bool):
        return "是" if example else "否"
    return str(example) if isinstance(example, str | int | float) else None


def need_words(need: Need) -> str:
    """Tell of a whole sheet whether it has to be filled in."""
    return {
        Need.REQUIRED: "必填，至少一条",
        Need.WITH_GROUP: "填了同组的其他内容时必填",
        Need.DRAWN_UP: "不填时由系统拟写；填了以填的为准",
        Need.OPTIONAL: "选填，不用就空着",
    }[need]
