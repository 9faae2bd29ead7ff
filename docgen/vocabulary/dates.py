"""Days and spans of days."""

import datetime
import re
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, computed_field, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary.base import Blank, Part
from docgen.vocabulary.numbers import CHINESE_DIGITS, chinese_number

# 2026-6-3, 2026/6/3 and 2026.6.3 as people type them into a cell; year first, so there is no doubt.
DATE_FORM = re.compile(r"(\d{4}) ?(?:([-/.])(\d{1,2})\2(\d{1,2})|年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日)")


def read_date(value: object) -> object:
    """Give the day a text writes; what is no text is left to pydantic.

    Raises:
        PydanticCustomError: when the text writes no day.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if not isinstance(value, str):
        # Left to pydantic, 5 would be a day in January 1970.
        if isinstance(value, datetime.date | Blank) or value is None:
            return value
        raise PydanticCustomError("date_type", "日期写成2026年6月3日或2026-06-03")
    form = DATE_FORM.fullmatch(value.strip())
    if form is None:
        raise PydanticCustomError("date_form", "日期写成2026年6月3日或2026-06-03")
    year, *rest = (int(part) for part in form.groups() if part and part not in "-/.")
    if re.search("[年月] ?0", value):
        raise PydanticCustomError(
            "date_zero",
            "成文日期不编虚位，写成{year}年{month}月{day}日",
            {"year": year, "month": rest[0], "day": rest[1]},
        )
    try:
        return datetime.date(year, rest[0], rest[1])
    except ValueError:
        raise PydanticCustomError("date_impossible", "历史上没有这一天") from None


OfficialDate = Annotated[datetime.date, BeforeValidator(read_date)]
"""A day, written `2026年6月3日` without 虚位 (GB/T 9704-2012 §7.3.5.4), or `2026-06-03`."""


def official_date(day: datetime.date | str) -> str:
    """Write a day as official papers do: `2026年6月3日`; a text in its place stays as it is."""
    if isinstance(day, str):
        return day
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_date(day: datetime.date) -> str:
    """Write a day in Chinese numerals: `二〇二六年六月三日`."""
    year = "".join(CHINESE_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


class Term(Part):
    """A span of days, both ends included."""

    start: OfficialDate = Field(title="开始", description="第一天", examples=["2026-01-01"])
    end: OfficialDate = Field(title="结束", description="最后一天", examples=["2026-12-31"])

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise PydanticCustomError(
                "term_order",
                "结束日期{end}早于开始日期{start}",
                {"start": official_date(self.start), "end": official_date(self.end)},
            )
        return self

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The span as printed: `2026年1月1日至12月31日`."""
        end = official_date(self.end)
        if self.start.year == self.end.year:
            end = end.removeprefix(f"{self.end.year}年")
        return f"{official_date(self.start)}至{end}"
