"""Scalars: what a clerk's text means to a field's type, and what does not fit it."""

import datetime
import re
import unicodedata
from dataclasses import dataclass

from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.findings import Fault
from docgen.records.open_fields import fits_open

YES = ("是", "有", "对", "true", "yes", "1", "√", "✓")
NO = ("否", "无", "不", "false", "no", "0", "×")
INTEGER_FORM = re.compile(r"[+-]?\d{1,15}")
NUMBER_FORM = re.compile(r"[+-]?\d{1,15}(\.\d{1,10})?")


@dataclass(frozen=True, slots=True)
class _WrongType:
    """The fault of a value of the wrong type, and how it is put into words."""

    fault: Fault

    def say(self, label: str, value: object, known: Field) -> tuple[str, str]:
        """Give message and hint for one wrong value."""
        message = f"{label}应填{TYPE_LABELS[known.type]}，填的是{described(value)}"
        if known.choices:
            choices = "、".join(label for _, label in known.choices)
            return message.replace("应填选项", "没有这个选项"), f"可选：{choices}。"
        if known.example is not None and not isinstance(known.example, list | dict):
            return message, f"例如：{known.example}。"
        parts = [child.label for child in known.children if not child.computed]
        named = f"：{'、'.join(parts)}" if known.type is FieldType.OBJECT and parts else ""
        return message, f"改成{TYPE_LABELS[known.type]}{named}。"


WRONG_TYPE = _WrongType(
    Fault(
        code="wrong-type",
        title="填的东西类型不对",
        why="该填数字的地方填了文字，就不能核对，印出来也可能不通。",
        faulty="年度：二〇二六",
        sound="年度：2026",
    )
)


def same_name(name: str) -> str:
    """Fold a heading as people type it: full-width forms, spaces and line breaks inside."""
    return (
        re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))
        .replace("(", "（")
        .replace(")", "）")
    )


def parse_scalar(text: str, known: Field) -> object:
    """Parse text by the field's type; text that does not parse is given back as it is."""
    text = text.strip()
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    if known.type is FieldType.INTEGER and INTEGER_FORM.fullmatch(plain):
        return int(plain)
    if known.type is FieldType.NUMBER and NUMBER_FORM.fullmatch(plain):
        return int(plain) if INTEGER_FORM.fullmatch(plain) else float(plain)
    if known.type is FieldType.BOOLEAN and plain.lower() in YES:
        return True
    if known.type is FieldType.BOOLEAN and plain.lower() in NO:
        return False
    return text


def scalar_fits(value: object, known: Field) -> bool:
    """True unless the value is plainly of another type; None is left to the record model.

    A text or a number may stand for an object or a list item, which know their short form.
    """
    if value is None:
        return True
    if known.is_open and (fits := fits_open(value, known)) is not None:
        return fits
    if known.type is FieldType.CHOICE:
        return value in [choice for choice, _ in known.choices]
    if known.type is FieldType.LIST:
        return False
    if known.type in (FieldType.INTEGER, FieldType.NUMBER):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole or (known.type is FieldType.NUMBER and isinstance(value, float))
    if known.type is FieldType.BOOLEAN:
        return isinstance(value, bool)
    if known.type is FieldType.DATE:
        return isinstance(value, str | datetime.date)
    short = isinstance(value, int | float) or hasattr(value, "model_dump")
    return isinstance(value, str) or (known.type is FieldType.OBJECT and short)


def described(value: object) -> str:
    """Describe a value in a few words for a message: 文字“abc”, 数字 3, 一个列表."""
    if value is None:
        return "空值"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        shown = value if len(value) <= 20 else f"{value[:20]}…"
        return f"文字“{shown}”"
    if isinstance(value, int | float):
        return f"数字 {value}"
    if isinstance(value, list | tuple):
        return "一个列表"
    if isinstance(value, datetime.date):
        return f"日期 {value.isoformat()}"
    return "一组字段" if isinstance(value, dict) else "读不懂的内容"
