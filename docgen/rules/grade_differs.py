"""A stated grade of accident is what deaths, injuries and loss make it."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.lexicon import Grade, grade, grades
from docgen.lexicon.gravest import gravest
from docgen.rules import Breach, Rule
from docgen.rules._tallies import named, told

FAULT = Fault(
    code="grade-differs",
    title="事故等级与伤亡损失不符",
    why="国务院令第493号第三条：死亡3人以上，或重伤10人以上，或直接经济损失1000万元以上是较大事故；"
    "10人、50人、5000万元以上是重大事故；30人、100人、1亿元以上是特别重大事故；以下为一般事故。",
    faulty="一次死亡3人，写作一般事故",
    sound="一次死亡3人，写作较大事故",
)
HARM = ("deaths", "serious", "loss_wan")


def check(record: Any) -> Iterator[Breach]:
    """Compare every stated grade with its numbers."""
    for at, case in enumerate(record.cases):
        if case.grade is not None and any(getattr(case, name) is not None for name in HARM):
            derived = grade(*numbers(case))
            yield from compare(("cases", at, "grade"), case, derived, derived)
    for at, row in enumerate(record.accidents):
        known = any(getattr(row, name) is not None for name in HARM)
        if row.grade is not None and row.count and known:
            least, most = gravest(row.count, *numbers(row))
            # Numbers that are not given may be any.
            open_ended = any(getattr(row, name) is None for name in HARM)
            yield from compare(
                ("accidents", at, "grade"), row, least, grades()[-1] if open_ended else most
            )


def numbers(row: Any) -> tuple[int, int, float]:
    """Give deaths, serious injuries and loss, 0 for what is not known."""
    return row.deaths or 0, row.serious or 0, row.loss_wan or 0


def compare(path: tuple[Any, ...], row: Any, least: Grade, most: Grade) -> Iterator[Breach]:
    """Compare a stated grade with the grades that are possible."""
    rank = {known.key: known.rank for known in grades()}.get(row.grade.label)
    if rank is None or least.rank <= rank <= most.rank:
        return
    due = least.key if least == most else f"{least.key}到{most.key}"
    yield Breach(
        path,
        f"{named(row)}写的是{row.grade.label}事故，按{harm(row)}应为{due}事故",
        "改等级，或核对伤亡和损失；不填时由系统判定。",
    )


def harm(row: Any) -> str:
    """Say the numbers a grade follows from."""
    units = {"deaths": "死亡{}人", "serious": "重伤{}人", "loss_wan": "损失{}万元"}
    values = {name: getattr(row, name) for name in HARM}
    return "、".join(units[n].format(told(v)) for n, v in values.items() if v is not None)


rule = Rule(FAULT, ("accidents", "cases"), check)
