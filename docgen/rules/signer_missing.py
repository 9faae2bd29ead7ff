"""A paper to the level above names who signed it off."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="signer-missing",
    title="上行文没有签发人",
    why="报送上级的公文，版头要印签发人（GB/T 9704-2012第7.2.6条），上级据此知道由谁负责。",
    faulty="上行文：是　签发人：（空）",
    sound="上行文：是　签发人：手签",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for a signer where the paper goes up."""
    if record.upward and not record.signers:
        yield Breach(("signers",), "这是上行文，没有写签发人", "填签发人姓名；需手签的填“手签”。")


rule = Rule(FAULT, ("upward", "signers"), check)
