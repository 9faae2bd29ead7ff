"""Numbers as papers write them."""

import re
from decimal import Decimal
from functools import cache

CHINESE_DIGITS = "〇一二三四五六七八九"  # as in years
CHINESE_ZERO = "零"  # as in numbers


def chinese_number(number: int | str) -> str:
    """Write 0 to 9999 in Chinese numerals: 12 is 十二; a text in its place stays as it is."""
    if isinstance(number, str):
        return number
    if number < 10:
        return CHINESE_ZERO if number == 0 else CHINESE_DIGITS[number]
    text = "".join(
        CHINESE_DIGITS[int(digit)] + (unit if digit != "0" else "")
        for digit, unit in zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    )
    text = re.sub("〇+", CHINESE_ZERO, text).strip(CHINESE_ZERO)
    return text.removeprefix("一") if text.startswith("一十") else text


@cache
def _known_numbers() -> dict[str, int]:
    return {chinese_number(number): number for number in range(1000)} | {"两": 2}


def number_of(text: str) -> int | None:
    """Read a number up to 999 in Chinese numerals or digits: 12 of 十二; None for another text."""
    return int(text) if re.fullmatch("[0-9]{1,3}", text) else _known_numbers().get(text)


def counting_number(number: int | str) -> str:
    """Write a number as it stands before a counting word: 两点意见, 十二点意见."""
    return "两" if number == 2 else chinese_number(number)


def plain_number(number: float | str) -> str:
    """Write a number without a needless `.0`; a text in its place stays as it is."""
    if isinstance(number, str):
        return number
    return f"{Decimal(str(number)).normalize() + 0:f}"
