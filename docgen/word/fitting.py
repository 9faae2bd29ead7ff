"""Whether what a template does with a value fits what the value is: filters, comparisons, sums.

A filter that cannot read its value fails on every paper, and a comparison of a number with a text
is never true: both can be told before there is any data.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.findings import Actor, Fault, Severity

MISFIT = Fault(
    code="type-mismatch",
    title="写法与字段的类型对不上",
    why="日期过滤器读不了文字，数字和文字永远不相等：填什么数据都算不出结果，或者条件永远不成立。",
    faulty="{{ 标题|公文日期 }}；{% if 年度 == '2026' %}（年度是数字）",
    sound="{{ 日期|公文日期 }}；{% if 年度 == 2026 %}",
    actor=Actor.AUTHOR,
)
BLANK_AS_VALUE = Fault(
    code="blank-as-value",
    title="可以手签的字段被当作有值的用",
    why="这个字段可以留白手签，那时没有值可比、可算：条件不成立，或算不出结果。",
    faulty="{% if 乙方.代表.姓名 == '张三' %}",
    sound="{% if 乙方.代表.姓名 is 留白 %}……{% elif 乙方.代表.姓名 == '张三' %}",
    severity=Severity.WARNING,
    actor=Actor.AUTHOR,
)

_TEXT, _NUMBER = FieldType.TEXT, FieldType.NUMBER
_NUMBERS = frozenset((FieldType.INTEGER, FieldType.NUMBER))
_WORDS = frozenset((FieldType.TEXT, FieldType.CHOICE))
_GROUPS = {**dict.fromkeys(_NUMBERS, "数字"), **dict.fromkeys(_WORDS, "文字")}
_SHAPES = frozenset((FieldType.LIST, FieldType.OBJECT, FieldType.BOOLEAN))
_READS: dict[str, tuple[frozenset[FieldType], str]] = {
    **dict.fromkeys(("公文日期", "official_date"), (frozenset((FieldType.DATE,)), "日期")),
    **dict.fromkeys(("中文数字", "chinese_number"), (_NUMBERS | {_TEXT}, "数字")),
    **dict.fromkeys(("大写金额", "capital_amount", "round"), (_NUMBERS | {_TEXT}, "数字")),
    **dict.fromkeys(("upper", "lower", "trim"), (_WORDS, "文字")),
    **dict.fromkeys(("first", "last"), (_WORDS | {FieldType.LIST}, "列表或文字")),
    **dict.fromkeys(
        ("length", "count"), (_WORDS | {FieldType.LIST, FieldType.OBJECT}, "列表或文字")
    ),
    "join": (frozenset((FieldType.LIST,)), "列表"),
}
_GIVES = {
    **dict.fromkeys(("公文日期", "official_date", "中文数字", "chinese_number"), _TEXT),
    **dict.fromkeys(("大写金额", "capital_amount", "join", "upper", "lower", "trim"), _TEXT),
    **dict.fromkeys(("length", "count"), FieldType.INTEGER),
    "round": _NUMBER,
}
TAKING_APART = frozenset(("length", "count", "first", "last", "join"))
"""Filters that look into a value; a blank, which has nothing in it, comes through as a line."""
_ORDERS = frozenset(("lt", "lteq", "gt", "gteq"))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its type where it is known, the field or the literal it is."""

    written: str
    type: FieldType | None = None
    field: Field | None = None
    literal: object = None

    @property
    def words(self) -> str:
        """The side in words: `年度（整数）`, `“2026”（文字）`."""
        shown = self.field.label if self.field else f"“{self.written}”"
        return f"{shown}（{TYPE_LABELS[self.type]}）" if self.type else shown


def type_of(literal: object) -> FieldType | None:
    """Give the type of a value written in a template."""
    if isinstance(literal, bool):
        return FieldType.BOOLEAN
    if isinstance(literal, int):
        return FieldType.INTEGER
    if isinstance(literal, float):
        return FieldType.NUMBER
    if isinstance(literal, list | tuple):
        return FieldType.LIST
    return FieldType.TEXT if isinstance(literal, str) else None


def filtered_type(name: str, before: Side) -> FieldType | None:
    """Give the type of what a filter makes."""
    if name in ("first", "last"):
        is_list = before.field is not None and before.field.type is FieldType.LIST
        return before.field.item.type if is_list and before.field else before.type
    return _GIVES.get(name)


def misfiltered(name: str, value: Side) -> tuple[str, str] | None:
    """Say why a filter cannot read a value, and what to do; None when it can, or may."""
    reads, wanted = _READS.get(name, (None, ""))
    if reads is None or value.type is None:
        return None
    if value.type not in reads:
        message = f"过滤器“{name}”要的是{wanted}，{value.words}不是"
        return message, _filter_hint(name, value)
    if name == "join" and value.field and value.field.type is FieldType.LIST:
        item = value.field.item
        if item.type in _SHAPES:
            message = f"{value.field.label}的每一项是{TYPE_LABELS[item.type]}，不能直接连起来"
            return message, "用 {% for … in … %} 逐项印"
    return None


def _filter_hint(name: str, value: Side) -> str:
    if value.type is FieldType.DATE:
        return "日期用“公文日期”，或不写过滤器"
    if value.type is FieldType.LIST:
        return "用 {% for … in … %} 逐项写"
    return f"去掉“|{name}”，或换成合适的字段"


def misjoined(left: Side, right: Side) -> tuple[str, str] | None:
    """Say why two values cannot be added or reckoned with; None when they can, or may."""
    for side in (left, right):
        if side.type in _SHAPES or side.type is FieldType.DATE:
            return f"{side.words}不能加减乘除", "在数据里算好再填"
    groups = {_GROUPS[side.type] for side in (left, right) if side.type in _GROUPS}
    if len(groups) > 1:
        return f"{left.words}和{right.words}不能相加", "连成一句话用 ~：{{ 甲 ~ 乙 }}"
    return None


def misreckoned(left: Side, right: Side) -> tuple[str, str] | None:
    """Say why two values cannot be subtracted, multiplied or divided."""
    for side in (left, right):
        if side.type is not None and side.type not in _NUMBERS:
            return f"{side.words}不是数字，不能加减乘除", "在数据里算好再填"
    return None


def miscompared(sign: str, left: Side, right: Side) -> tuple[str, str] | None:
    """Say why a comparison fails or comes out the same whatever the data; None when it may not."""
    if left.type is None or right.type is None:
        return None
    if sign in ("in", "notin"):
        return _missing_in(left, right)
    if sign in _ORDERS:
        for side in (left, right):
            if side.type in _SHAPES:
                return f"{side.words}不能比大小", "换成数字或日期字段"
    if _group(left) != _group(right):
        return f"{left.words}和{right.words}不是一类，比较永远不成立", _compare_hint(left, right)
    return next(_unknown_choices(left, right), None)


def _missing_in(left: Side, right: Side) -> tuple[str, str] | None:
    if right.type not in (FieldType.LIST, *_WORDS):
        return f"{right.words}不是列表或文字，不能用 in", "in 的后面写列表"
    if right.type in _WORDS and left.type not in _WORDS:
        return f"{left.words}不会在{right.words}里", "in 的两边都用文字，或右边用列表"
    items = right.literal if isinstance(right.literal, list | tuple) else ()
    for item in items:
        one = Side(str(item), type_of(item), None, item)
        if one.type is not None and (found := miscompared("eq", left, one)):
            return found
    return None


def _group(side: Side) -> str:
    assert side.type is not None
    return _GROUPS.get(side.type, side.type.value)


def _compare_hint(left: Side, right: Side) -> str:
    for one, other in ((left, right), (right, left)):
        if one.type is FieldType.BOOLEAN and one.field:
            return f"“是/否”不用比较，写成 {{% if {one.written} %}}"
        if one.type in _NUMBERS and isinstance(other.literal, str):
            return (
                f"数字不加引号，写成 {other.literal}" if other.literal.isdecimal() else "换成数字"
            )
        if one.type in _WORDS and other.literal is not None and other.type in _NUMBERS:
            return f"文字加引号，写成 '{other.literal}'"
        if one.type in (FieldType.LIST, FieldType.OBJECT):
            return "列表和一组字段不能直接比较，取其中的一项"
    return "两边用同一类的字段"


def _unknown_choices(left: Side, right: Side) -> Iterator[tuple[str, str]]:
    """Report a choice compared with what it never is."""
    for one, other in ((left, right), (right, left)):
        if (
            one.field is None
            or one.type is not FieldType.CHOICE
            or not isinstance(other.literal, str)
        ):
            continue
        values = dict(one.field.choices)
        if not values or other.literal in values:
            continue
        by_label = {label: value for value, label in values.items()}
        message = f"{one.field.label}没有“{other.literal}”这个选项，比较永远不成立"
        if other.literal in by_label:
            yield message, f"选项写标识：'{by_label[other.literal]}'"
        else:
            known = "、".join(f"'{value}'（{label}）" for value, label in values.items())
            yield message, f"可以写：{known}"
