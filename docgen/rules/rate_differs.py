"""A stated rate is what its numbers give, and all means every one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import Bounds, bounds, exact, named, told
from docgen.vocabulary import percent_text, share

FAULT = Fault(
    code="rate-differs",
    title="比率与数字不符",
    why="整改率、培训率要与两个数相除的结果一致（误差不超过0.1个百分点）；"
    "“100%”“全部整改”只有一处不剩才能写。",
    faulty="发现隐患60处，完成整改48处，整改率85%",
    sound="发现隐患60处，完成整改48处，整改率80%",
)
TENTH = Decimal("0.1")
ALL = Decimal(100)
EVERY = re.compile(
    r"(?:全部|均已|均)(?:得到|完成|按期|按时|限期|落实|及时|已)*(?:整改|消除|销号|办结)"
    r"|整改率(?:达到?|为)?100[%％]"
)


def check(record: Any) -> Iterator[Breach]:
    """Divide, and compare with what is stated."""
    for at, row in enumerate(record.inspections):
        yield from of_rate(("inspections", at), row, row.fixed, row.found, "整改率")
        yield from of_note(("inspections", at), row)
    for at, row in enumerate(record.trainings):
        yield from of_rate(("trainings", at), row, row.persons, row.planned, "培训率")


def of_rate(path: tuple[Any, ...], row: Any, part: Any, whole: Any, name: str) -> Iterator[Breach]:
    """Compare one stated rate with its numbers."""
    some, every, stated = exact(part), exact(whole), bounds(row.rate)
    if some is None or not every or stated is None or some > every:
        return
    actual = some / every * ALL
    if not fits(actual, stated):
        yield Breach(
            (*path, "rate"),
            f"{named(row)}写的{name}是{row.rate.counted('%')}，"
            f"{told(part)}除以{told(whole)}是{percent_text(share(some, every))}",
            "改比率，或核对两个数；不填比率时由系统计算。",
        )


def fits(actual: Decimal, stated: Bounds) -> bool:
    """True when a rate is what is stated, to a tenth of a point; 100% is all and no less."""
    if stated.exact == ALL:
        return actual == ALL
    above = stated.high is None or actual <= stated.high + TENTH
    return above and actual >= stated.low - TENTH and not (stated.exact and actual == ALL)


def of_note(path: tuple[Any, ...], row: Any) -> Iterator[Breach]:
    """Look for words that say all was put right, where it was not."""
    found, fixed = bounds(row.found), bounds(row.fixed)
    claim = EVERY.search(row.note) if row.note else None
    if claim and found is not None and fixed is not None and found.exceeds(fixed):
        yield Breach(
            (*path, "note"),
            f"{named(row)}写着“{claim[0]}”，发现{told(row.found)}，整改{told(row.fixed)}",
            "改这句话，或核对两个数。",
        )


rule = Rule(FAULT, ("inspections", "trainings"), check)
