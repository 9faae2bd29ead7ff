"""At least one duty is left for the party that signs."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="duties-left-out",
    title="没有一条职责适用于乙方",
    why="每条职责都限定了适用层级，而乙方不在其中，印出来的责任书就没有职责。",
    faulty="职责都写明只适用于企业，乙方是村",
    sound="至少一条职责适用于村，或不限适用层级",
)


def check(record: Any) -> Iterator[Breach]:
    """Count the duties that apply to party B's level."""
    level = record.party_b.level
    if all(duty.applies_to and level not in duty.applies_to for duty in record.duties):
        yield Breach(
            ("duties",),
            f"{len(record.duties)}条职责没有一条适用于乙方（{level.label}）",
            "改职责的“适用层级”，或删去它。",
        )


rule = Rule(FAULT, ("duties", "party_b"), check)
