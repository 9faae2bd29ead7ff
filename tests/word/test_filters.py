"""Filters write dates, numbers and money as official papers do."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vocabulary import Blank
from docgen.word.filters import FILTERS, capital_amount, chinese_number, official_date


def test_a_date_is_written_without_zeros() -> None:
    assert official_date(datetime.date(2025, 6, 3)) == "2025年6月3日"
    assert official_date("2025-12-31") == "2025年12月31日"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10000, "一万"),
        (10005, "一万零五"),
        (100000, "十万"),
        (100500, "十万零五百"),
        (120034, "十二万零三十四"),
        (200100, "二十万零一百"),
        (10_001_000, "一千万一千"),
        (100_000_001, "一亿零一"),
        (100_010_000, "一亿零一万"),
        (1_000_200_000_000, "一万零二亿"),
        (1_000_000_000_000, "一万亿"),
        (-3, "负三"),
    ],
)
def test_numbers_are_written_as_they_are_said(number: int, text: str) -> None:
    assert chinese_number(number) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "零元整"),
        (100, "壹佰元整"),
        (10, "壹拾元整"),
        (12, "壹拾贰元整"),
        ("1,050.00", "壹仟零伍拾元整"),
        (Decimal("3.5"), "叁元伍角整"),
        (Decimal("3.05"), "叁元零伍分"),
        (Decimal("0.35"), "叁角伍分"),
        (Decimal("0.05"), "伍分"),
        (Decimal("1409.50"), "壹仟肆佰零玖元伍角整"),
        (20_000, "贰万元整"),
        (1_000_000, "壹佰万元整"),
        (-5, "负伍元整"),
    ],
)
def test_amounts_are_written_so_that_nobody_can_change_them(
    amount: Decimal | str, text: str
) -> None:
    assert capital_amount(amount) == text


@given(st.integers(0, 10**8 - 1))
def test_a_number_can_be_read_back(number: int) -> None:
    digits = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
    units = {"十": 10, "百": 100, "千": 1000}
    total = part = digit = 0
    for sign in chinese_number(number):
        if sign == "万":
            total, part, digit = (part + digit) * 10_000, 0, 0
        elif sign in units:
            part, digit = part + (digit or 1) * units[sign], 0
        else:
            digit = digits[sign]

    assert total + part + digit == number


TO_TEXT = [name for name in FILTERS if name not in ("default", "d", "底色", "列数")]
COLOURS = {
    "FF0000": "FF0000",
    "#ffc000": "FFC000",
    "auto": "auto",
    "红": "FF0000",
    "绿色": "92D050",
}


@pytest.mark.parametrize("name", TO_TEXT)
@pytest.mark.parametrize("value", [None, Blank("日期"), "", "待定"])
def test_missing_values_and_blanks_pass_through_untouched(name: str, value: object) -> None:
    assert FILTERS[name](value) is value


@pytest.mark.parametrize("value", [None, "", "  ", "待定"])
def test_default_stands_in_for_what_is_missing(value: object) -> None:
    assert FILTERS["default"](value, "无") == "无"


@pytest.mark.parametrize("value", ["有", 0, Blank()])
def test_default_leaves_real_values_alone(value: object) -> None:
    assert FILTERS["default"](value, "无") is value


def test_a_faulty_item_of_a_joined_list_is_given_back() -> None:
    assert FILTERS["join"](["甲", "待定"], "、") == "待定"
    assert FILTERS["join"](["甲", "乙"], "、") == "甲、乙"


@pytest.mark.parametrize("value", COLOURS)
def test_a_colour_is_written_as_word_wants_it(value: str) -> None:
    assert FILTERS["底色"](value) == COLOURS[value]


@pytest.mark.parametrize("value", ["红红", "#FF", "12345", 5, True, Blank(), [1]])
def test_what_is_no_colour_is_refused(value: object) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        FILTERS["底色"](value)


@pytest.mark.parametrize("value", [2, "2", 2.0, Decimal(2)])
def test_a_number_of_columns_is_written_whole(value: object) -> None:
    assert FILTERS["列数"](value) == 2


@pytest.mark.parametrize("value", [0, -1, 2.5, "二", True, 64, Blank(), [1]])
def test_what_is_no_number_of_columns_is_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError, ArithmeticError)):
        FILTERS["列数"](value)


@pytest.mark.parametrize("name", ["底色", "列数"])
@pytest.mark.parametrize("value", [None, "", "待定"])
def test_what_is_missing_is_no_colour_and_no_number_and_is_told(name: str, value: object) -> None:
    assert FILTERS[name](value) is value
