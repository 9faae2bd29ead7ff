"""Quantities read as papers write them and printed word for word again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.vocabulary import Exactness, Quantity


@pytest.mark.parametrize(
    ("written", "amount", "exactness", "unit"),
    [
        ("600多份", 600, Exactness.MORE, "份"),
        ("12次以上", 12, Exactness.AT_LEAST, "次"),
        ("约1.2万人", 12_000, Exactness.ABOUT, "人"),
        ("3000多万元", 30_000_000, Exactness.MORE, "元"),
        ("1.2万余人次", 12_000, Exactness.ODD, "人次"),
        ("近3年", 3, Exactness.NEARLY, "年"),
        ("不足5家", 5, Exactness.UNDER, "家"),
        ("90%以上", 90, Exactness.AT_LEAST, "%"),
        ("45", 45, Exactness.EXACT, None),
        ("0起", 0, Exactness.EXACT, "起"),
    ],
)
def test_a_quantity_keeps_its_number_its_exactness_and_its_counting_word(
    written: str, amount: int, exactness: Exactness, unit: str | None
) -> None:
    quantity = Quantity.model_validate(written)

    assert (int(quantity.amount), quantity.exactness, quantity.unit) == (amount, exactness, unit)
    assert quantity.text == written


def test_a_number_is_exact_and_takes_the_counting_word_of_its_field() -> None:
    quantity = Quantity.model_validate(23)

    assert quantity.is_exact
    assert quantity.counted("起") == "23起"
    assert Quantity.model_validate("23处").counted("起") == "23处"


def test_a_table_shows_the_number_without_the_counting_word() -> None:
    assert Quantity.model_validate("600多份").number_text == "600多"


@pytest.mark.parametrize(
    "written", ["", "多", "约600多份", "六百份", "12次以上左右1", "-3", "1e5", "600 多 份 7", "约"]
)
def test_what_is_no_quantity_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Quantity.model_validate(written)


@given(st.integers(0, 10**9), st.sampled_from(Exactness), st.sampled_from([None, "份", "人次"]))
def test_what_is_printed_reads_back(value: int, exactness: Exactness, unit: str | None) -> None:
    quantity = Quantity(value=value, exactness=exactness, unit=unit)

    assert Quantity.model_validate(quantity.text).amount == Decimal(value)
    assert Quantity.model_validate(quantity.text).text == quantity.text


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("45处", 45, 45),
        ("600多份", 600, None),
        ("12次以上", 12, None),
        ("超过1.2万人", 12_000, None),
        ("近300人", 0, 300),
        ("不足5家", 0, 5),
        ("约300人", 0, None),
    ],
)
def test_a_quantity_tells_the_least_and_the_most_it_can_mean(
    written: str, least: int, most: int | None
) -> None:
    low, high = Quantity.model_validate(written).bounds

    assert low == least
    assert high == most
