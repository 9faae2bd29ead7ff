"""Where nobody had an accident, nobody came to harm."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import HARM, accident_tallies, label, named, told

FAULT = Fault(
    code="harm-without-accident",
    title="没有事故却有伤亡损失",
    why="死亡、受伤、损失都来自事故；起数是0而有伤亡，必有一个数写错了。",
    faulty="道路交通：起数0，死亡1",
    sound="道路交通：起数1，死亡1",
)
YEARS = {"": "", "previous": "上年同期的"}


def check(record: Any) -> Iterator[Breach]:
    """Look for harm in rows that count no accident."""
    for tally in accident_tallies(record):
        for path, row in tally.rows:
            if tally.value(row, "count") != 0:
                continue
            for name in HARM:
                value = tally.value(row, name)
                if value:
                    yield Breach(
                        tally.path(path, name),
                        f"{named(row)}{YEARS[tally.within]}起数是0，"
                        f"{label(row, name)}却是{told(value)}",
                        "核对起数和这个数。",
                    )


rule = Rule(FAULT, ("accidents",), check)
