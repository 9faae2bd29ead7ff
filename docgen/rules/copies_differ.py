"""The number of copies is the sum of what the holders keep."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="copies-differ",
    title="总份数与各方执有份数之和不符",
    why="纸上写一式三份却只分出两份，签字时就会少一份或多一份。",
    faulty="一式三份，甲方、乙方各执一份",
    sound="一式两份，甲方、乙方各执一份",
)


def check(record: Any) -> Iterator[Breach]:
    """Add up the holders' copies."""
    held = sum(holder.count for holder in record.copies.holders)
    if held != record.copies.total:
        yield Breach(
            ("copies", "total"),
            f"总份数是{record.copies.total}份，各方执有合计{held}份",
            "改总份数，或改各方执有的份数。",
        )


rule = Rule(FAULT, ("copies",), check)
