"""What is planned is planned for the time after the summary's."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="plan-year-differs",
    title="打算的年份不对",
    why="2026年的总结，打算是2027年的；拿去年的总结来改，最容易漏改这里。",
    faulty="年度：2026　标题：2026年度安全生产工作总结暨2026年工作计划",
    sound="年度：2026　标题：2026年度安全生产工作总结暨2027年工作计划",
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
# 2027年，我镇将… names the plan's own year; 2024—2026年三年行动 and 巩固2026年成果 do not.
OPENING = re.compile(r"^((?:19|20)\d\d)年(?:度|上半年|下半年)?[，,我全]")
LATE = 10


def check(record: Any) -> Iterator[Breach]:
    """Compare the year after 暨, in headings of plans, and at the head of their first words."""
    if record.period.end.year != record.year:
        return  # that is the fault to mend first
    for path, found in years(record):
        if int(found) not in allowed(record):
            due = "或".join(f"{year}年" for year in sorted(allowed(record)))
            yield Breach(
                path,
                f"打算写的是{found}年，{record.year}年的总结应打算{due}的工作",
                "改年份，使打算接着总结的年度。",
            )


def allowed(record: Any) -> set[int]:
    """Give the years that may be planned for: the next, and the rest of this one."""
    this = {record.year} if record.period.end.month < LATE else set()
    return {record.year + 1, *this}


def years(record: Any) -> Iterator[tuple[Path, str]]:
    """Give every year that says what time is planned for."""
    for found in YEAR.findall(record.title.partition("暨")[2]):
        yield ("title",), found
    for name in ("next_steps", "outlook"):
        for found in YEAR.findall(getattr(record.headings, name)):
            yield ("headings", name), found
    for at, paragraph in enumerate(record.leads.next_steps):
        if paragraph.text and (opening := OPENING.match(paragraph.text)):
            yield ("leads", "next_steps", at, "text"), opening[1]
    for at, step in enumerate(record.next_steps):
        for part in ("heading", "text"):
            words = getattr(step, part)
            if words and (opening := OPENING.match(words)):
                yield ("next_steps", at, part), opening[1]


rule = Rule(FAULT, ("title", "year", "period", "next_steps", "leads", "headings"), check)
