"""Times as plans set them: a day, or words such as 贯穿全年, 每周四12:00前, 6月底前."""

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from docgen.vocabulary.base import Text
from docgen.vocabulary.dates import DATE_FORM, official_date, read_date

LEAP_YEAR = 2000
NAMED_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<month>\d{1,2})月"
    r"(?:(?P<day>\d{1,2})日|(?P<part>上旬|中旬|下旬|底|末))"
)
PARTS = {"上旬": 10, "中旬": 20}


def _read_deadline(value: object) -> object:
    if not isinstance(value, str):
        return read_date(value)
    if DATE_FORM.fullmatch(value.strip()):
        return read_date(value)
    for found in NAMED_DAY.finditer(value):
        if _day(found, LEAP_YEAR) is None:
            raise PydanticCustomError(
                "date_impossible", "没有{day}这一天", {"day": found[0].rpartition("年")[2]}
            )
    return value


Deadline = Annotated[Text | datetime.date, BeforeValidator(_read_deadline)]
"""A day, or words that set a time; a day the calendar does not have is refused in either."""


def day_text(day: datetime.date | str, year: int) -> str:
    """Write a day without its year where the paper is of that year: `6月10日`."""
    text = official_date(day)
    return text.removeprefix(f"{year}年") if isinstance(day, datetime.date) else text


def deadline_text(deadline: datetime.date | str, year: int) -> str:
    """Write a deadline: `6月10日前`; words stay as they are."""
    text = day_text(deadline, year)
    return f"{text}前" if isinstance(deadline, datetime.date) else text


def named_days(deadline: datetime.date | str, year: int) -> Iterator[datetime.date]:
    """Give the days a deadline names: 6月底 is the last of June; 贯穿全年 names none."""
    if isinstance(deadline, datetime.date):
        yield deadline
        return
    for found in NAMED_DAY.finditer(deadline):
        day = _day(found, int(found["year"] or year))
        if day is not None:
            yield day


def _day(found: re.Match[str], year: int) -> datetime.date | None:
    """Give the day a text names, the last one of a part of a month; None where there is none."""
    month = int(found["month"])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(found["day"]) if found["day"] else PARTS.get(found["part"], last)
    return datetime.date(year, month, day) if 1 <= day <= last else None
