"""Party A stands above party B."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.organs import LEVEL_RANKS
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="level-order",
    title="甲方不高于乙方",
    why="责任书是上级与下级签订的；甲乙颠倒或同级签订，责任就落不下去。",
    faulty="甲方：西街村民委员会　乙方：白道口镇人民政府",
    sound="甲方：白道口镇人民政府　乙方：西街村民委员会",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the levels of the two sides."""
    above, below = record.party_a.level, record.party_b.level
    if LEVEL_RANKS[above] >= LEVEL_RANKS[below]:
        yield Breach(
            ("party_a", "organs", 0, "level"),
            f"甲方（{record.party_a.name}，{above.label}级）不高于乙方"
            f"（{record.party_b.name}，{below.label}级）",
            "核对双方是否写反；层级判断有误时，在单位的“层级”里写明。",
        )


rule = Rule(FAULT, ("party_a", "party_b"), check)
