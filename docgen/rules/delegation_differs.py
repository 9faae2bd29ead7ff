"""A delegation names the post of the one who signs for party A."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="delegation-differs",
    title="委托语里没有甲方签字人的职务",
    why="委托语写明由谁代表签订，应与签字栏里的人一致。",
    faulty="委托语：由县长代表签订　甲方代表职务：副县长",
    sound="委托语：由县长代表签订　甲方代表职务：县长",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look for the post of party A's representative in the delegation."""
    post = record.party_a.representative.post
    text = record.delegation
    if (
        text
        and isinstance(post, str)
        and f"由{post}" not in text.replace("由" + record.party_a.area, "由")
    ):
        yield Breach(
            ("delegation",),
            f"委托语没有写“由{post}”代表签订，甲方签字人的职务是{post}",
            "改委托语或改签字人的职务，使两者一致。",
        )


rule = Rule(FAULT, ("delegation", "party_a"), check)
