"""Notices to put hazards right are seldom more than the hazards found."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.rules._tallies import bounds, named, told

FAULT = Fault(
    code="notices-exceed-found",
    title="整改通知多于发现的隐患",
    why="一份整改通知至少对应一处隐患；通知比隐患还多，多半有一个数写错了。",
    faulty="发现隐患6处，下发整改通知60份",
    sound="发现隐患60处，下发整改通知11份",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Compare notices with hazards, row by row."""
    for at, row in enumerate(record.inspections):
        found, notices = bounds(row.found), bounds(row.notices)
        if found is not None and notices is not None and notices.exceeds(found):
            yield Breach(
                ("inspections", at, "notices"),
                f"{named(row)}整改通知{told(row.notices)}，多于发现隐患{told(row.found)}",
                "核对这两个数。",
            )


rule = Rule(FAULT, ("inspections",), check)
