"""That no grave accident happened is said when none did, and not otherwise."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.lexicon import grade, grades
from docgen.lexicon.gravest import gravest
from docgen.rules import Breach, Rule
from docgen.rules._tallies import named

FAULT = Fault(
    code="no-major-differs",
    title="有无较大以上事故与数字不符",
    why="“未发生较大及以上事故”是总结里最要紧的一句话，必须与伤亡、损失的数字一致。",
    faulty="无较大以上事故：是　某起事故死亡3人",
    sound="无较大以上事故：是　各起事故死亡都不到3人",
)
PATH = ("no_major",)
HINT = "改“无较大以上事故”，或核对伤亡和损失。"


def check(record: Any) -> Iterator[Breach]:
    """Compare what is said with the gravest accident there can and must have been."""
    if record.no_major is None:
        return
    worst = grave(record)
    if record.no_major and worst:
        yield Breach(PATH, f"填的是没有较大以上事故，{worst}", HINT)
    if record.no_major is False and not record.cases and all_light(record.accidents):
        yield Breach(PATH, "填的是有较大以上事故，事故的数字都够不上较大", HINT)


def grave(record: Any) -> str:
    """Name an accident that must have been grave; empty where none must."""
    for case in record.cases:
        found = grade(case.deaths or 0, case.serious or 0, case.loss_wan or 0)
        if found.rank > 1:
            return f"{named(case)}按伤亡和损失是{found.key}事故"
    for row in record.accidents:
        if row.count:
            least, _ = gravest(row.count, row.deaths or 0, row.serious or 0, row.loss_wan or 0)
            if least.rank > 1:
                return f"{named(row)}{row.count}起事故里至少有一起是{least.key}事故"
        if (row.grade is not None) and rank_of(row.grade.label) > 1:
            return f"{named(row)}写着{row.grade.label}事故"
    return ""


def rank_of(name: str) -> int:
    """Give the rank of a grade; the lightest for a word that is none."""
    return {known.key: known.rank for known in grades()}.get(name, 1)


def all_light(rows: Any) -> bool:
    """True when the numbers prove that no accident was grave."""
    counted = [row for row in rows if row.cut in ("total", "category", "apart")]
    if not counted:
        return False
    for row in counted:
        known = (row.count, row.deaths, row.serious, row.loss_wan)
        if row.count != 0 and None in known:
            return False
        if row.count and gravest(row.count, row.deaths, row.serious, row.loss_wan)[1].rank > 1:
            return False
    return True


rule = Rule(FAULT, ("accidents", "cases", "no_major"), check)
