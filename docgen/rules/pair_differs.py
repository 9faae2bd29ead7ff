"""The signing level is that of the two sides."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.kinds._agreement_defaults import PAIRS
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="pair-differs",
    title="签订层级与双方不符",
    why="职责、考核、奖惩都按签订层级拟写；层级填错，印出来的就是给别人的责任。",
    faulty="签订层级：县与乡镇　甲方：白道口镇人民政府　乙方：西街村民委员会",
    sound="签订层级：乡镇与村　甲方：白道口镇人民政府　乙方：西街村民委员会",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare what was filled in with what the levels of the two sides make."""
    above, below = record.party_a, record.party_b
    due = PAIRS.get((above.level, below.level))
    if record.party_c is None and due is not None and record.pair is not due:
        yield Breach(
            ("pair",),
            f"签订层级填的是“{record.pair.label}”，甲方是{above.name}（{above.level.label}），"
            f"乙方是{below.name}（{below.level.label}），应是“{due.label}”",
            "改签订层级，或核对双方；不填时由系统按双方判断。",
        )


rule = Rule(FAULT, ("pair", "party_a", "party_b", "party_c"), check)
