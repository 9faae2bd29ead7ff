"""A training has at least as many people as sessions."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule
from docgen.rules._tallies import bounds, label, named, told

FAULT = Fault(
    code="persons-few",
    title="人数少于场次",
    why="每期培训、每场演练至少有一个人；人数比期数还少，多半是两个数填反了。",
    faulty="培训330期39人",
    sound="培训39期330人",
    severity=Severity.WARNING,
)
LISTS = {"trainings": ("sessions", "classes"), "drills": ("times",)}


def check(record: Any) -> Iterator[Breach]:
    """Compare people with sessions in every training and drill."""
    for name, counts in LISTS.items():
        for at, row in enumerate(getattr(record, name)):
            persons = bounds(row.persons)
            for count in counts:
                held = bounds(getattr(row, count))
                if persons is not None and held is not None and held.exceeds(persons):
                    yield Breach(
                        (name, at, "persons"),
                        f"{named(row)}{told(row.persons)}人参加，少于{label(row, count)}"
                        f"{told(getattr(row, count))}",
                        "核对人数和场次是否填反。",
                    )


rule = Rule(FAULT, ("trainings", "drills"), check)
