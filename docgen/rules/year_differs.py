"""Every year that stands for the paper's year is that year."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:度|\d{1,2}月)?[—–~～至到-]+((?:19|20)\d\d)(?=年)")
FAULT = Fault(
    code="year-differs",
    title="年份与年度不一致",
    why="拿去年的责任书改成今年的，最容易漏改标题和文号里的年份。",
    faulty="年度：2026　标题：白道口镇2025年度安全生产责任书",
    sound="年度：2026　标题：白道口镇2026年度安全生产责任书",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the title's years and the document number's year with the record's year.

    What follows 暨 is another matter: 暨2027年工作计划. A span that holds the year is of the year:
    2025—2026年冬春火灾防控.
    """
    for found in years(record.title.partition("暨")[0], record.year):
        if found != record.year:
            yield Breach(
                ("title",),
                f"标题写的是{found}年，年度是{record.year}年",
                "改标题或改年度，使两者一致。",
            )
    number = getattr(record, "number", None)
    if number is not None and number.year != record.year:
        yield Breach(
            ("number", "year"),
            f"发文字号的年份是{number.year}年，年度是{record.year}年",
            "核对发文字号；年初补发上年度文件的，可写明理由豁免。",
        )


def years(title: str, own: int) -> list[int]:
    """Give the years a title names, a span that holds the paper's own left out."""
    rest = SPAN.sub(lambda span: "" if int(span[1]) <= own <= int(span[2]) else span[0], title)
    return [int(found) for found in YEAR.findall(rest)]


rule = Rule(FAULT, ("year", "title"), check)
