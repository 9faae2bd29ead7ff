"""Accidents told by themselves are among those counted."""

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.rules._tallies import accident_tallies, label, told

FAULT = Fault(
    code="case-exceeds-row",
    title="逐起写的事故多于统计数",
    why="逐起写明的事故都在统计数里；它们的起数、伤亡加起来不能比统计数还多。",
    faulty="工矿商贸死亡1人，逐起写的两起各死亡1人",
    sound="工矿商贸死亡2人，逐起写的两起各死亡1人",
)
HARM = ("deaths", "serious", "minor", "loss_wan")


def check(record: Any) -> Iterator[Breach]:
    """Compare the accidents told by themselves with their category, and all with the whole."""
    rows = {row.category: (("accidents", at), row) for at, row in enumerate(record.accidents)}
    for at, case in enumerate(record.cases):
        if case.category is not None and record.accidents and case.category not in rows:
            known = "、".join(rows)
            yield Breach(
                ("cases", at, "category"),
                f"{case.name}统计在“{case.category}”，事故表里没有这一类",
                f"改成表里的类别：{known}。",
            )
    for name, (path, row) in rows.items():
        if row.cut != "total":
            yield from compare(path, row, [c for c in record.cases if c.category == name])
    if (total := next(accident_tallies(record)).total()) is not None:
        yield from compare(*total, record.cases)


def compare(path: tuple[Any, ...], row: Any, cases: Sequence[Any]) -> Iterator[Breach]:
    """Compare one row with the accidents that are counted in it."""
    if row.count is not None and len(cases) > row.count:
        yield Breach(
            (*path, "count"),
            f"{row.category}起数是{row.count}，逐起写了{len(cases)}起",
            "核对起数，或改逐起所属的类别。",
        )
    for name in HARM:
        most, told_ = getattr(row, name), sum(getattr(case, name) or 0 for case in cases)
        if most is not None and told_ > most:
            yield Breach(
                (*path, name),
                f"{row.category}的{label(row, name)}是{told(most)}，逐起相加是{told(told_)}",
                "核对这一类的数和逐起的数。",
            )


rule = Rule(FAULT, ("accidents", "cases"), check)
