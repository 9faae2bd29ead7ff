"""An organ does not sign with itself."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="same-party",
    title="双方是同一个单位",
    why="自己与自己签订的责任书没有意义，多半是复制时漏改了一方。",
    faulty="甲方：白道口镇人民政府　乙方：白道口镇人民政府",
    sound="甲方：白道口镇人民政府　乙方：西街村民委员会",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for one organ on two sides."""
    seen: dict[str, str] = {}
    for side in ("party_a", "party_b", "party_c"):
        party = getattr(record, side, None)
        for index, organ in enumerate(party.organs if party is not None else []):
            if seen.setdefault(organ.name, side) != side:
                yield Breach(
                    (side, "organs", index, "name"),
                    f"{organ.name}既是这一方，又是另一方",
                    "核对双方的单位，改正漏改的一方。",
                )


rule = Rule(FAULT, ("party_a", "party_b"), check)
