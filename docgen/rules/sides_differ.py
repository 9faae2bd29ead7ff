"""The signature block has a place for every party, and none too many."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="sides-differ",
    title="签字栏与签订方数不符",
    why="签字栏少一栏，就有一方无处签字；多一栏，就留下空白。",
    faulty="甲乙丙三方签订，签字版式为“两栏，甲方乙方”",
    sound="甲乙丙三方签订，签字版式为“三栏”",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the number of parties with the layout and its labels."""
    parties = 2 if record.party_c is None else 3
    layout = record.signature.layout
    if (layout == "three_party") != (parties == 3) and layout != "stacked":
        yield Breach(
            ("signature", "layout"),
            f"共有{parties}方签订，签字版式是“{layout.label}”",
            "三方签订用“三栏”，双方签订用两栏的版式。",
        )
    for name in ("party_labels", "sign_labels"):
        labels = getattr(record.signature, name)
        if len(labels) < parties:
            yield Breach(
                ("signature", name),
                f"共有{parties}方签订，只写了{len(labels)}方的称呼",
                "依次写明每一方的称呼。",
            )


rule = Rule(FAULT, ("signature", "party_a", "party_c"), check)
