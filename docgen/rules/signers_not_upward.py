"""Signers are printed on papers to the level above only; elsewhere they would be lost."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="signers-not-upward",
    title="不是上行文，却写了签发人",
    why="只有上行文的版头印签发人（GB/T 9704-2012第7.2.6条）；没写明是上行文，签发人就印不出来。",
    faulty="上行文：（空）　签发人：手签",
    sound="上行文：是　签发人：手签",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for signers where the paper does not go up."""
    if record.signers and not record.upward:
        yield Breach(
            ("signers",),
            "写了签发人，“上行文”没有填“是”，签发人不会印出来",
            "报送上级的，把“上行文”填“是”；不是上行文的，删去签发人。",
        )


rule = Rule(FAULT, ("upward", "signers"), check)
