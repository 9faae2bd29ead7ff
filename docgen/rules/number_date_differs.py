"""The year of a document number is the year of its date."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="number-date-differs",
    title="发文字号的年份与成文日期不符",
    why="发文字号按年编号，年份就是签发那一年；拿去年的通知改，最容易漏改这里。",
    faulty="发文字号：白政〔2025〕18号　成文日期：2026年5月20日",
    sound="发文字号：白政〔2026〕18号　成文日期：2026年5月20日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the two years; a date left to be written by hand has none."""
    dated = isinstance(record.date, datetime.date) and record.number is not None
    if dated and record.number.year != record.date.year:
        yield Breach(
            ("number", "year"),
            f"发文字号的年份是{record.number.year}年，成文日期是{official_date(record.date)}",
            "核对发文字号和成文日期；年初补发上年度文件的，可写明理由豁免。",
        )


rule = Rule(FAULT, ("number", "date"), check)
