"""Deadlines: days, and words that set a time."""

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from docgen.vocabulary import Deadline, day_text, deadline_text, named_days

READ = TypeAdapter(Deadline).validate_python
JUNE = datetime.date(2025, 6, 30)


@pytest.mark.parametrize("written", ["2025-06-30", "2025年6月30日", JUNE])
def test_a_day_is_read_however_it_is_written(written: object) -> None:
    assert READ(written) == JUNE


@pytest.mark.parametrize(
    "words", ["贯穿全年", "每周四12:00前", "6月底前", "6月16日上午", "2月29日前", "活动期间"]
)
def test_words_stay_words(words: str) -> None:
    assert READ(words) == words


@pytest.mark.parametrize(
    "wrong", ["6月31日前", "2月30日", "13月1日前", "2025-06-31", "2025年06月3日", "", 5, None]
)
def test_a_day_the_calendar_does_not_have_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        READ(wrong)


@pytest.mark.parametrize(
    ("deadline", "printed"),
    [
        (JUNE, "6月30日前"),
        (datetime.date(2026, 1, 10), "2026年1月10日前"),
        ("贯穿全年", "贯穿全年"),
    ],
)
def test_a_day_is_printed_without_the_year_of_the_paper(deadline: Deadline, printed: str) -> None:
    assert deadline_text(deadline, 2025) == printed
    assert day_text(deadline, 2025) == printed.removesuffix("前")


@pytest.mark.parametrize(
    ("deadline", "days"),
    [
        (JUNE, [(6, 30)]),
        ("6月底前", [(6, 30)]),
        ("6月16日上午", [(6, 16)]),
        ("5月下旬至6月上旬", [(5, 31), (6, 10)]),
        ("2月末", [(2, 28)]),
        ("贯穿全年", []),
        ("每月15日前", []),
        ("2月29日", []),
    ],
)
def test_words_may_name_days(deadline: Deadline, days: list[tuple[int, int]]) -> None:
    assert list(named_days(deadline, 2025)) == [datetime.date(2025, *day) for day in days]


def test_words_may_name_a_year_of_their_own() -> None:
    assert list(named_days("2026年1月10日前", 2025)) == [datetime.date(2026, 1, 10)]
