"""The weekday beside a date is that day's."""

import datetime
import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import before

DAYS = "一二三四五六日"
WRITTEN = re.compile(
    r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"[（(]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
)
OTHER_YEAR = re.compile("(?:去|明|次|上|前|翌)年[^。；]{0,6}$")
FAULT = Fault(
    code="weekday-differs",
    title="日期与星期不符",
    why="日期和星期对不上，参加的人就会走错日子。",
    faulty="2026年6月16日（星期三）上午举行安全宣传咨询日活动。",
    sound="2026年6月16日（星期二）上午举行安全宣传咨询日活动。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Work out the weekday of every date that has one beside it."""
    for found in WRITTEN.finditer(text):
        written = DAYS.index(found["weekday"].replace("天", "日"))
        possible = [day for year in years(text, found, setting) for day in days(found, year)]
        if possible and all(day.weekday() != written for day in possible):
            day = possible[0]
            yield Remark(
                f"{day.year}年{day.month}月{day.day}日是星期{DAYS[day.weekday()]}，"
                f"写的是星期{DAYS[written]}",
                "改日期，或改星期。",
            )


def years(text: str, found: re.Match[str], setting: Setting) -> list[int]:
    """Tell what years a date may be of: the written one, else the paper's, and around New Year."""
    if found["year"]:
        return [int(found["year"])]
    if setting.as_of is None or OTHER_YEAR.search(text, before(found.start()), found.start()):
        return []
    year, month = setting.as_of.year, int(found["month"])
    ahead = (month, int(found["day"])) >= (setting.as_of.month, setting.as_of.day)
    if ahead and setting.as_of.month > 2:
        return [year]
    return [year, year - 1] if ahead else [year, year - 1, year + 1]


def days(found: re.Match[str], year: int) -> Iterator[datetime.date]:
    """Give the day of that year, if there is one."""
    try:
        yield datetime.date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return


rule = TextRule(FAULT, ("星期", "周", "礼拜"), check)
