"""Who heads the office belongs to the leading group."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="director-unlisted",
    title="办公室主任不在领导小组名单里",
    why="办公室主任由领导小组的成员兼任；名单里没有这个人，多半是换了人只改了一处。",
    faulty="副组长：张某、李某　办公室主任：王某",
    sound="副组长：张某、王某　办公室主任：王某",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look for the director's name in the list; a director told by post alone cannot be found."""
    group = record.organization
    if group is None or group.office is None or group.office.director is None:
        return
    listed = [name for _, _, member in group.listed for name in member.names]
    for name in group.office.director.names:
        if listed and name not in listed:
            yield Breach(
                ("organization", "office", "director", "name"),
                f"办公室主任{name}不在组长、副组长、成员里",
                "把这个人补进名单，或改办公室主任。",
            )


rule = Rule(FAULT, ("organization",), check)
