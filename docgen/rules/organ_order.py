"""The Party committee stands before the government."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="organ-order",
    title="党委没有排在政府前面",
    why="党委、政府共同署名时，党委在前，这是固定的次序。",
    faulty="甲方：滑县人民政府、中共滑县委员会",
    sound="甲方：中共滑县委员会、滑县人民政府",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for a Party committee that follows another organ."""
    for side in ("party_a", "party_b", "party_c"):
        party = getattr(record, side, None)
        organs = party.organs if party is not None else []
        for index in range(1, len(organs)):
            if organs[index].is_party_committee and not organs[index - 1].is_party_committee:
                yield Breach(
                    (side, "organs", index, "name"),
                    f"{organs[index].name}排在{organs[index - 1].name}之后",
                    "把党委移到政府前面。",
                )


rule = Rule(FAULT, ("party_a", "party_b"), check)
