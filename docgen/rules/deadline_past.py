"""Nobody is asked to have done something before the paper was written."""

import datetime
import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.vocabulary import official_date

ASKED = re.compile(
    r"(?:请|须|应|务必|要|必须)(?:各[^，。；\d]{0,16})?(?:于|在)?"
    r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:\d{1,2}[:：]\d\d|下班|中午|上午|下午)?(?:之?前|以前)"
)
FAULT = Fault(
    code="deadline-past",
    title="要求的期限已经过去",
    why="期限早于成文日期，谁也完不成；多半是拿去年的文件改漏了年份。",
    faulty="成文日期：2026年6月3日　正文：请于2025年6月27日前报送总结。",
    sound="成文日期：2026年6月3日　正文：请于2026年6月27日前报送总结。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare every day somebody is asked to keep with the paper's own."""
    for found in ASKED.finditer(text):
        day = day_of(found)
        if day is not None and setting.as_of is not None and day < setting.as_of:
            yield Remark(
                f"要求的期限是{official_date(day)}，成文在{official_date(setting.as_of)}",
                "核对期限的年份和月份。",
            )


def day_of(found: re.Match[str]) -> datetime.date | None:
    """Give the day, if there is one."""
    try:
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


rule = TextRule(FAULT, ("前",), check)
