"""Of organs that issue a paper together, the Party committee stands first."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules.organ_order import misplaced

FAULT = Fault(
    code="issuer-order",
    title="联合行文的党委没有排在政府前面",
    why="党委、政府联合行文时，党委在前，发文机关标志和署名都照这个次序。",
    faulty="发文机关：白道口镇人民政府　联合发文机关：中共白道口镇委员会",
    sound="发文机关：中共白道口镇委员会　联合发文机关：白道口镇人民政府",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for a Party committee that follows another issuer."""
    others = ((("co_issuers", at, "name"), organ) for at, organ in enumerate(record.co_issuers))
    yield from misplaced([(("issuer", "name"), record.issuer), *others])


rule = Rule(FAULT, ("issuer", "co_issuers"), check)
