"""What a template may do to a value: `{{ 日期|公文日期 }}`, `{{ 金额|大写金额 }}`.

A missing value or a declared blank passes through untouched, so that it is still reported, or
printed as a line, by its own name.
"""

import datetime
import functools
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from jinja2.runtime import Undefined

from docgen.blanks import leftover_mark
from docgen.vocabulary import Blank
from docgen.word.pictures import picture

Filter = Callable[..., object]

_DIGITS = "零一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "十", "百", "千")
_CAPITAL_UNITS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
_LARGEST = 10**16


def official_date(value: datetime.date | str) -> str:
    """Write a date as official papers do: 2025年6月3日."""
    if isinstance(value, str):
        value = datetime.date.fromisoformat(value)
    return f"{value.year}年{value.month}月{value.day}日"


def chinese_number(value: int | str) -> str:
    """Write a whole number in Chinese numerals: 12 is 十二, 105 is 一百零五."""
    number = int(value)
    if number < 0:
        return "负" + chinese_number(-number)
    text = _grouped(number, _DIGITS, _UNITS)
    return text.removeprefix("一") if text.startswith("一十") else text


def capital_amount(value: Decimal | float | str) -> str:
    """Write an amount of money so that nobody can change it: 壹佰元整."""
    amount = Decimal(str(value).replace(",", "")).quantize(Decimal("0.01"), ROUND_HALF_UP)
    sign = "负" if amount < 0 else ""
    cents = int(abs(amount) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text = _grouped(yuan, _CAPITALS, _CAPITAL_UNITS) + "元" if yuan or not cents else ""
    if not jiao and not fen:
        return f"{sign}{text}整"
    if jiao:
        text += f"{_CAPITALS[jiao]}角"
    elif yuan:
        text += "零"
    return sign + text + (f"{_CAPITALS[fen]}分" if fen else "整")


def _grouped(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Write a number in groups of four digits."""
    if number >= _LARGEST:
        raise ValueError(number)
    if number == 0:
        return digits[0]
    text, gap = "", False
    for group in range(len(_GROUPS) - 1, -1, -1):
        part = number // 10000**group % 10000
        if part:
            zero = digits[0] if text and (gap or part < 1000) else ""
            text += zero + _thousands(part, digits, units) + _GROUPS[group]
        gap = bool(text) and part == 0
    # 万亿 beside 亿 would be said twice: 一万亿零二亿 is 一万零二亿.
    return text.replace("万亿", "万", 1) if number // 10**8 % 10000 else text


def _thousands(number: int, digits: str, units: tuple[str, ...]) -> str:
    text = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += digits[digit] + units[place]
        elif text and number % 10**place:
            text += "" if text.endswith(digits[0]) else digits[0]
    return text


def is_gap(value: object) -> bool:
    """True for a value that is nothing to print: absent, empty, or a leftover mark."""
    if value is None or isinstance(value, Undefined):
        return True
    return isinstance(value, str) and (not value.strip() or leftover_mark(value) is not None)


def _default(value: object, default: object = "", boolean: object = False) -> object:
    return default if is_gap(value) or (boolean and not value) else value


def _length(value: object) -> int:
    if isinstance(value, str | list | tuple | dict):
        return len(value)
    raise TypeError(value)


def _join(value: list[object], separator: str = "") -> object:
    """Join texts; a faulty item is given back in place of the text, to be reported."""
    for item in value:
        if is_gap(item) or not isinstance(item, str | int | Decimal) or isinstance(item, bool):
            return item
    return str(separator).join(str(item) for item in value)


def _first(value: list[object] | str) -> object:
    return value[0] if value else None


def _last(value: list[object] | str) -> object:
    return value[-1] if value else None


def _rounded(value: Decimal | float | str, digits: int = 0) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _text(method: Callable[[str], str]) -> Filter:
    def apply(value: object) -> str:
        if not isinstance(value, str):
            raise TypeError(value)
        return method(value)

    return apply


def _gap_spared(filter_: Filter) -> Filter:
    """Let missing values through untouched, to be reported; a blank is no colour."""

    @functools.wraps(filter_)
    def apply(value: object, *arguments: object, **named: object) -> object:
        return value if is_gap(value) else filter_(value, *arguments, **named)

    return apply


def _sparing(filter_: Filter) -> Filter:
    """Let missing values and blanks through untouched."""

    @functools.wraps(filter_)
    def apply(value: object, *arguments: object) -> object:
        if value is None or isinstance(value, Undefined | Blank):
            return value
        if isinstance(value, str) and is_gap(value):
            return value
        return filter_(value, *arguments)

    return apply


_SPARING: dict[str, Filter] = {
    "公文日期": official_date,
    "official_date": official_date,
    "中文数字": chinese_number,
    "chinese_number": chinese_number,
    "大写金额": capital_amount,
    "capital_amount": capital_amount,
    "length": _length,
    "count": _length,
    "join": _join,
    "first": _first,
    "last": _last,
    "round": _rounded,
    "upper": _text(str.upper),
    "lower": _text(str.lower),
    "trim": _text(str.strip),
}

_COLOURS = {
    **{"红": "FF0000", "橙": "FFC000", "黄": "FFFF00", "绿": "92D050", "蓝": "00B0F0"},
    **{"灰": "D9D9D9", "白": "FFFFFF", "黑": "000000"},
}
_HEXADECIMAL = re.compile("#?([0-9A-Fa-f]{6})")
_MOST_COLUMNS = 63


def _colour(value: object) -> str:
    """Give the colour of a cell as Word wants it: 红, red's FF0000 or #ff0000, `auto`."""
    text = str(value).strip() if isinstance(value, str) else ""
    if text == "auto" or (found := _HEXADECIMAL.fullmatch(text)) is None:
        return "auto" if text == "auto" else _COLOURS[text.removesuffix("色")]
    return found[1].upper()


def _columns(value: object) -> int:
    """Give how many columns a cell takes; Word knows 63 at most."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal | float):
        raise TypeError(value)
    number = int(value)
    if number != Decimal(str(value)) or not 0 < number <= _MOST_COLUMNS:
        raise ValueError(value)
    return number


FILTERS: dict[str, Filter] = {
    "default": _default,
    "d": _default,
    **{name: _sparing(filter_) for name, filter_ in _SPARING.items()},
    "底色": _gap_spared(_colour),
    "列数": _gap_spared(_columns),
    "图片": _gap_spared(picture),
    "image": _gap_spared(picture),
}
"""Every filter a template may use, by name."""

NAMED_ARGUMENTS = frozenset(("default", "d", "图片", "image"))
"""Filters whose arguments may be named: `图片(宽=60)`."""

WHOLE_LIST = frozenset(("join", "length", "count"))
"""Filters that turn a list into something printable."""

ONE_ITEM = frozenset(("first", "last"))
"""Filters that take one item out of a list."""
