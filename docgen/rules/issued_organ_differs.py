"""A notice issues the paper of its own place, not of another of the same level."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.organs import seat, seat_term
from docgen.rows import Path
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="issued-organ-differs",
    title="所印发的文件是别处的",
    why="这个镇的通知后面附着那个镇的方案，是拿别处的文件改漏了，发出去就是笑话。",
    faulty="通知发文机关：白道口镇人民政府　方案发文机关：留固镇人民政府",
    sound="通知发文机关：白道口镇人民政府　方案发文机关：白道口镇人民政府",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the place of the issued paper's organ with those of the notice's."""
    path, issued = organ_issued(record)
    own = [record.issuer, *record.co_issuers]
    if all(are_apart(organ, issued) for organ in own):
        yield Breach(
            path,
            f"通知的发文机关是{record.issuer.name}，所印发的文件却是{issued.name}的",
            "改成本机关；所印发文件的发文机关不填时同通知。",
        )


def organ_issued(record: Any) -> tuple[Path, Any]:
    """Give the organ in whose name the issued paper is, with its path."""
    if record.plan is not None:
        return ("plan", "issuer", "name"), record.plan.issuer
    return ("agreement", "party_a", "organs", 0, "name"), record.agreement.party_a.organs[0]


def are_apart(one: Any, other: Any) -> bool:
    """True when two organs are of two places of one level."""
    if seat_term(one.name, one.level) != seat_term(other.name, other.level):
        return False
    here, there = seat(one.name), seat(other.name)
    known = here != one.name and there != other.name
    return known and not (here.endswith(there) or there.endswith(here))


rule = Rule(FAULT, ("issuer", "co_issuers", "plan", "agreement"), check)
