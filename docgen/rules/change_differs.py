"""A stated rise or fall is what the figures of two years give."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import ACCIDENTS, label, named, told
from docgen.vocabulary import change_text

FAULT = Fault(
    code="change-differs",
    title="同比升降与数字不符",
    why="同比＝（本期－上年同期）÷上年同期；升降写反、百分比算错，是总结里最常见的硬伤。",
    faulty="事故3起，上年同期4起，同比上升25%",
    sound="事故3起，上年同期4起，同比下降25%",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every stated change with its two figures."""
    for at, row in enumerate(record.accidents):
        if row.change is None or row.previous is None:
            continue
        for name in ACCIDENTS:
            stated, before = getattr(row.change, name), getattr(row.previous, name)
            now = getattr(row, name)
            if None in (stated, before, now):
                continue
            old, new = Decimal(str(before)), Decimal(str(now))
            if not stated.agrees(old, new):
                yield Breach(
                    ("accidents", at, "change", name),
                    f"{named(row)}的{label(row, name)}写的是{stated.text}，"
                    f"上年同期{told(before)}、本期{told(now)}，应为{change_text(old, new, '')}",
                    "改同比，或核对两年的数；不填时由系统计算。",
                )


rule = Rule(FAULT, ("accidents",), check)
