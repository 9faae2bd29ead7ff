"""Rises and falls: read as papers write them, checked against the figures, drawn up from them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.vocabulary import Change, change_text, share


@pytest.mark.parametrize(
    ("written", "printed", "direction"),
    [
        ("下降20%", "下降20%", -1),
        ("同比下降33.3%", "下降33.3%", -1),
        ("与上年同期相比增加2起", "增加2起", 1),
        ("较上年减少了1人", "减少1人", -1),
        ("增长1.5倍", "增长1.5倍", 1),
        ("持平", "持平", 0),
        ("同比持平", "持平", 0),
        ("上升", "上升", 1),
    ],
)
def test_a_change_is_read_as_papers_write_it(written: str, printed: str, direction: int) -> None:
    change = Change.model_validate(written)

    assert (change.text, change.direction) == (printed, direction)


@pytest.mark.parametrize("written", ["下降2倍", "降低一半", "20%", "大幅下降", "", "上升-3%"])
def test_what_is_no_change_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Change.model_validate(written)


@pytest.mark.parametrize(
    ("written", "before", "now", "agrees"),
    [
        ("下降20%", 10, 8, True),
        ("下降33.3%", 3, 2, True),
        ("下降33%", 3, 2, False),
        ("上升20%", 10, 8, False),
        ("减少2起", 10, 8, True),
        ("减少3起", 10, 8, False),
        ("增长1倍", 2, 4, True),
        ("持平", 2, 2, True),
        ("持平", 2, 1, False),
        ("上升100%", 0, 2, False),
        ("增加2起", 0, 2, True),
        ("下降", 3, 1, True),
    ],
)
def test_a_stated_change_agrees_with_its_figures_or_not(
    written: str, before: int, now: int, agrees: bool
) -> None:
    assert Change.model_validate(written).agrees(Decimal(before), Decimal(now)) is agrees


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_change_drawn_up_agrees_with_its_figures(before: int, now: int) -> None:
    change = Change.model_validate(change_text(Decimal(before), Decimal(now), "起"))

    assert change.agrees(Decimal(before), Decimal(now))


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_hundred_per_cent_means_all(part: int, whole: int) -> None:
    assert (share(Decimal(part), Decimal(whole)) == 100) is (part == whole)
