"""What cells of a fill-in workbook let in: drop-downs, numbers, and hints while typing."""

from typing import Any

from docgen.fields import Field, FieldType
from docgen.form_marks import LEVEL, Marker, Sort
from docgen.forms.laying import SIGNED
from docgen.forms.plan import Slot
from docgen.forms.styles import content
from docgen.rows import column_letters

LEVELS = ("1", "2", "3", "4")
LONGEST_LIST = 255
CHOICES = "选项"
LARGEST = 999_999_999_999
YES_NO = ("是", "否")


class Checks:
    """The checks of one workbook; long lists of choices stand on a hidden sheet."""

    def __init__(self, book: Any, kind: str) -> None:
        """Check cells in `book`."""
        self._book = book
        self._kind = kind
        self._lists: dict[tuple[str, ...], str] = {}
        self._sheet: Any = None

    def put(self, sheet: Any, area: tuple[int, int, int, int], slot: Slot) -> None:
        """Put the check of a slot over an area: first row and column, last row and column."""
        rule = self._rule(slot)
        if rule:
            sheet.data_validation(*area, rule)

    def _rule(self, slot: Slot) -> dict[str, object] | None:
        if slot.path[-1] == LEVEL:
            return self._list(LEVELS, "请填 1、2、3、4。", stops=False)
        if slot.known is None:
            return None
        known = content(slot.known)
        match known.type:
            case FieldType.CHOICE:
                return self._list(_labels(slot.known, known), "请从下拉的选项里选一个。")
            case FieldType.BOOLEAN:
                return self._list(YES_NO, "请选“是”或“否”。")
            case FieldType.INTEGER | FieldType.NUMBER:
                return _number(known)
            case FieldType.DATE:
                return _date(slot.known)
        return None

    def _list(self, words: tuple[str, ...], error: str, *, stops: bool = True) -> dict[str, object]:
        return {
            "validate": "list",
            "source": self._source(words),
            "error_type": "stop" if stops else "warning",
            "error_title": "没有这个选项",
            "error_message": error,
        }

    def _source(self, words: tuple[str, ...]) -> list[str] | str:
        if len(",".join(words)) <= LONGEST_LIST and not any("," in word for word in words):
            return list(words)
        if words not in self._lists:
            column = len(self._lists)
            letters = column_letters(column + 1)
            for row, word in enumerate(words, 1):
                self._choices().write_string(row, column, word)
            self._lists[words] = f"={CHOICES}!${letters}$2:${letters}${len(words) + 1}"
        return self._lists[words]

    def _choices(self) -> Any:
        if self._sheet is None:
            self._sheet = self._book.add_worksheet(CHOICES)
            self._sheet.write_string(0, 0, Marker(self._kind, Sort.GUIDE).text())
            self._sheet.very_hidden()
        return self._sheet


def _labels(known: Field, inside: Field) -> tuple[str, ...]:
    labels = tuple(label for _, label in inside.choices)
    return (*labels, SIGNED) if known.may_be_blank or inside.may_be_blank else labels


def _number(known: Field) -> dict[str, object]:
    is_whole = known.type is FieldType.INTEGER
    return {
        "validate": "integer" if is_whole else "decimal",
        "criteria": "between",
        "minimum": -LARGEST,
        "maximum": LARGEST,
        # A warning, not a stop: a number may be left open to be written by hand.
        "error_type": "warning",
        "error_title": "这里填数字",
        "error_message": "请只填数字，不带单位。",
    }


def _date(known: Field) -> dict[str, object]:
    blank = "；手写的填“留白”" if known.may_be_blank else ""
    return {
        "validate": "any",
        "input_title": "日期",
        "input_message": f"写成 2026-7-10 或 2026年7月10日{blank}。",
    }
