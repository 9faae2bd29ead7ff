"""The Party committee stands before the government."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="organ-order",
    title="党委没有排在政府前面",
    why="党委、政府共同署名时，党委在前，这是固定的次序。",
    faulty="甲方：滑县人民政府、中共滑县委员会",
    sound="甲方：中共滑县委员会、滑县人民政府",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for a Party committee that follows another organ of its party."""
    for side in ("party_a", "party_b", "party_c"):
        party = getattr(record, side, None)
        organs = party.organs if party is not None else []
        yield from misplaced([((side, "organs", at, "name"), one) for at, one in enumerate(organs)])


def misplaced(organs: Sequence[tuple[Path, Any]]) -> Iterator[Breach]:
    """Give every Party committee that comes right after an organ that is none."""
    for (_, before), (path, organ) in pairwise(organs):
        if organ.is_party_committee and not before.is_party_committee:
            yield Breach(path, f"{organ.name}排在{before.name}之后", "把党委移到政府前面。")


rule = Rule(FAULT, ("party_a", "party_b"), check)
