"""Whether a year stayed within its quotas is worth a second look."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.rules._tallies import ACCIDENTS, label, named, told

FAULT = Fault(
    code="quota-exceeded",
    title="超过控制指标",
    why="超过上级下达的控制指标是大事：先核对数字，确实超过的，正文要如实说明原因和措施。",
    faulty="死亡3人，控制指标死亡2人",
    sound="死亡2人，控制指标死亡2人",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every number with its quota."""
    for at, row in enumerate(record.accidents):
        for name in ACCIDENTS:
            most = getattr(row.quota, name) if row.quota else None
            now = getattr(row, name)
            if most is not None and now is not None and now > most:
                yield Breach(
                    ("accidents", at, name),
                    f"{named(row)}的{label(row, name)}是{told(now)}，控制指标是{told(most)}",
                    "核对数字；确实超过的，在正文里说明。",
                )


rule = Rule(FAULT, ("accidents",), check)
