"""The ordinal of a yearly campaign follows from the year."""

from collections.abc import Iterator
from typing import Any

from docgen import lexicon
from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="ordinal-differs",
    title="届次与年度不符",
    why="全国安全生产月从2002年起每年一个，届次等于年份减2001；防灾减灾日从2009年起。",
    faulty="年度：2025　届次：23",
    sound="年度：2025　届次：24",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the ordinal with the one the year makes."""
    known = lexicon.campaigns().get(record.campaign.label)
    right = known.ordinal(record.year) if known else None
    if right is not None and record.ordinal is not None and record.ordinal != right:
        yield Breach(
            ("ordinal",),
            f"届次写的是第{record.ordinal}个，{record.year}年是第{right}个",
            "改届次或改年度，使两者一致。",
        )


rule = Rule(FAULT, ("campaign", "ordinal", "year"), check)
