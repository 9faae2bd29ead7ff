"""A summary says how many accidents there were, even if none."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.rules._tallies import named

FAULT = Fault(
    code="accidents-missing",
    title="没有事故的数字",
    why="一年来发生几起事故、有无伤亡，是安全生产总结首先要说的；没有发生也要写明是0。",
    faulty="事故：（空）",
    sound="事故：道路交通，起数0，死亡0",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look for rows, and for the count of each."""
    if not record.accidents and record.no_major is None:
        yield Breach(("accidents",), "没有写事故情况", "写明各类事故的起数；没有发生的填0。")
    for at, row in enumerate(record.accidents):
        if row.count is None:
            yield Breach(
                ("accidents", at, "count"),
                f"{named(row)}没有写起数",
                "写明发生几起；没有发生的填0。",
            )


rule = Rule(FAULT, ("accidents", "no_major"), check)
