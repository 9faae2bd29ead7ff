"""Every party gets a copy."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="copies-short",
    title="份数少于签订方数",
    why="签订的每一方都要执有一份，份数少于方数就有一方拿不到责任书。",
    faulty="甲乙双方签订，一式一份",
    sound="甲乙双方签订，一式两份",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the number of copies with the number of parties."""
    parties = 2 if getattr(record, "party_c", None) is None else 3
    if record.copies.total < parties:
        yield Breach(
            ("copies", "total"),
            f"共有{parties}方签订，只印{record.copies.total}份",
            f"总份数不少于{parties}份。",
        )


rule = Rule(FAULT, ("copies", "party_a", "party_b"), check)
