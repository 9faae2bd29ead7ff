"""A paper is printed on the day it is signed, or later."""

import datetime
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="printed-early",
    title="印发日期早于成文日期",
    why="先签发，后印发；印发日期早于成文日期，多半有一个漏改了。",
    faulty="成文日期：2026年5月20日　印发日期：2025年5月21日",
    sound="成文日期：2026年5月20日　印发日期：2026年5月21日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the two days, where both are written."""
    signed, printed = record.date, record.imprint.date
    both = isinstance(signed, datetime.date) and isinstance(printed, datetime.date)
    if both and printed < signed:
        yield Breach(
            ("imprint", "date"),
            f"印发日期是{official_date(printed)}，成文日期是{official_date(signed)}",
            "改印发日期；不填时与成文日期相同。",
        )


rule = Rule(FAULT, ("date", "imprint"), check)
