"""Yearly campaigns: which one of its kind a year's is, and its official theme."""

import datetime
import re
from collections.abc import Mapping

from pydantic import Field

from docgen.lexicon._files import Entry, entries, home

SAFETY_MONTH = "安全生产月"
PUNCTUATION = re.compile(r"[\W_]+")


class Campaign(Entry):
    """A campaign held every year; its key is its name."""

    first_year: int = Field(description="第一届的年份，如 2002")
    start: str = Field(description="开始的月日，如“06-01”", pattern=r"^\d\d-\d\d$")
    end: str = Field(description="结束的月日，如“06-30”", pattern=r"^\d\d-\d\d$")
    counted: bool = Field(default=True, description="是否说“第几个”，true 或 false")
    day: str | None = Field(
        default=None, description="咨询日等固定日子，如“06-16”", pattern=r"^\d\d-\d\d$"
    )
    day_name: str | None = Field(default=None, description="这一天的名称，如“全国安全宣传咨询日”")
    day_since: int | None = Field(default=None, description="从哪一年起固定在这一天，如 2014")
    themes: dict[int, str] = Field(default={}, description='各年主题，一行一年：2026 = "主题"')

    def ordinal(self, year: int) -> int | None:
        """Tell which one of its kind the campaign of that year is; None where none is counted."""
        return year - self.first_year + 1 if self.counted and year >= self.first_year else None

    def period(self, year: int) -> tuple[datetime.date, datetime.date]:
        """Give the first and the last day of the campaign of that year."""
        return day_of(year, self.start), day_of(year, self.end)

    def fixed_day(self, year: int) -> datetime.date | None:
        """Give the day that is the same every year; None before it was fixed."""
        fixed = self.day is not None and year >= (self.day_since or self.first_year)
        return day_of(year, self.day) if self.day is not None and fixed else None

    def year_of(self, theme: str) -> int | None:
        """Tell whose year an official theme is; None when it is none, or several years'."""
        years = [year for year, known in self.themes.items() if same_theme(known, theme)]
        return years[0] if len(years) == 1 else None


def day_of(year: int, day: str) -> datetime.date:
    """Give a day written `06-16` in a year."""
    month, number = day.split("-")
    return datetime.date(year, int(month), int(number))


def campaigns() -> Mapping[str, Campaign]:
    """Give every campaign by its name."""
    return entries("campaigns", Campaign)


def themes(campaign: str = SAFETY_MONTH) -> Mapping[int, str]:
    """Give a campaign's official themes by year; empty when it is not known."""
    known = campaigns().get(campaign)
    return known.themes if known else {}


def theme(year: int, campaign: str = SAFETY_MONTH) -> str | None:
    """Give the official theme of a year; None where it is not known."""
    return themes(campaign).get(year)


def ordinal(year: int, campaign: str = SAFETY_MONTH) -> int | None:
    """Tell which one a year's campaign is: 24 for the 安全生产月 of 2025."""
    known = campaigns().get(campaign)
    return known.ordinal(year) if known else None


def same_theme(one: str, other: str) -> bool:
    """True when two themes differ in punctuation and spaces at most."""
    return PUNCTUATION.sub("", one) == PUNCTUATION.sub("", other)


def unknown_theme(year: int, campaign: Campaign) -> str:
    """Say that the lexicon does not know a year's theme, and since when it may be behind."""
    as_of = f"（词库核实到{campaign.as_of}）" if campaign.as_of else ""
    return f"词库里还没有{year}年{campaign.key}的主题{as_of}"


def how_to_add_theme(year: int, campaign: Campaign) -> str:
    """Say how a theme that was made public is added to the user's lexicon."""
    return (
        f"公布后在自己的词库 {home() / 'campaigns.toml'} 里添上："
        f'["{campaign.key}".themes] 下面一行 {year} = "主题"，另写 source。'
    )
