"""Dates in texts are days there are, written without a leading nought."""

import calendar
import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.rules import Remark, Setting, TextRule

DATE = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,3})日"
)
SPAN = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月\d{1,2}日?(?:至|到|—+|－|-|–|~|～)(?P<day>\d{1,2})日(?!内|前)"
)
NOUGHT = re.compile(r"(?<![\d.:])0\d月|(?<=月)0\d日")
LEAP_YEAR = 2024
FAULT = Fault(
    code="impossible-date",
    title="没有这一天，或编了虚位",
    why="6月没有31日；成文和行文中的月、日不编虚位，不写06月。",
    faulty="活动时间为6月1日至6月31日。",
    sound="活动时间为6月1日至6月30日。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look up every day a text names."""
    for pattern in (DATE, SPAN):
        for found in pattern.finditer(text):
            if not exists(found) and "农历" not in text[max(found.start() - 4, 0) : found.start()]:
                yield Remark(f"写着“{found[0]}”，没有这一天", "核对月、日。")
    for found in NOUGHT.finditer(text):
        yield Remark(f"写着“{found[0]}”，月、日不编虚位", f"写成“{found[0].lstrip('0')}”。")


def exists(found: re.Match[str]) -> bool:
    """True when there is such a day; February has 29 where no year is written."""
    year = int(found.groupdict().get("year") or LEAP_YEAR)
    month, day = int(found["month"]), int(found["day"])
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


rule = TextRule(FAULT, ("月",), check)
