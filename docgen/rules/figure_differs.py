"""One quantity has one value, in the figures and in the words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.findings import Fault, Severity
from docgen.records.texts import places
from docgen.rules import Breach, Rule
from docgen.rules._tallies import accident_sums, exact, told

FAULT = Fault(
    code="figure-differs",
    title="正文的数与填报的数不符",
    why="同一个数在开头、正文和表里要一样；改了一处忘了另一处，是总结最常见的错。",
    faulty="签订责任书：42　正文：与各村共签订责任书45份",
    sound="签订责任书：42　正文：与各村共签订责任书42份",
    severity=Severity.WARNING,
)
ENTERPRISES = re.compile(
    r"共有?(?:各类)?(?:生产经营单位|生产经营企业|企业)(?:共|总数)?(\d+)家(?!次)"
)
AGREEMENTS = re.compile(r"共(?:计|逐级|层层)?签订[^，。；、]{0,14}责任[书状](\d+)份")
ACCIDENTS = re.compile(r"共发生(?P<name>[^，。；、\d]{0,12})事故(?P<count>\d+)起")


def check(record: Any) -> Iterator[Breach]:
    """Look for the whole numbers of a summary in its words."""
    for path, text in places(record):
        if isinstance(text, str) and path[0] not in ("next_steps", "waivers", "closing"):
            for said, due in differing(record, text):
                hint = "核对后改其中一处。"
                yield Breach(path, f"写着“{said}”，填报的数是{told(due)}", hint)


def differing(record: Any, text: str) -> Iterator[tuple[str, Decimal]]:
    """Give what is said otherwise than it is filled in."""
    for form, name in ((ENTERPRISES, "enterprises"), (AGREEMENTS, "agreements_signed")):
        whole = getattr(record, name)
        due = exact(whole.total) if whole is not None else None
        for found in form.finditer(text) if due is not None else ():
            if due is not None and Decimal(found[1]) != due:
                yield found[0], due
    total = accident_sums(record).get("count")
    if total is None:
        return
    known = {total, *(row.count for row in record.accidents)}
    for found in ACCIDENTS.finditer(text):
        if int(found["count"]) not in known:
            yield found[0], total


rule = Rule(FAULT, ("enterprises", "agreements_signed", "accidents"), check)
