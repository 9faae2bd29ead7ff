"""Who is to do something is among the units the plan knows."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rows import Path
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="lead-unknown",
    title="牵头或责任单位不在单位名册里",
    why="单位名称写得与名册不同，或本地没有这个单位，任务就落不到人。",
    faulty="单位名册有“镇应急管理办公室”　牵头单位：镇安监站",
    sound="单位名册有“镇应急管理办公室”　牵头单位：镇应急管理办公室",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look up every lead and partner, where the plan lists its units."""
    if not record.units:
        return
    known = {*record.units, record.issuer.name, *offices(record)}
    for path, name in named_units(record):
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.5)
            guess = f"是不是“{near[0]}”？" if near else ""
            yield Breach(
                path, f"单位名册里没有“{name}”", f"{guess}改成名册里的名称，或补进单位名册。"
            )


def offices(record: Any) -> list[str]:
    """Give the unit the office of the leading group is set up in."""
    group = record.organization
    return [group.office.place] if group is not None and group.office is not None else []


def named_units(record: Any) -> Iterator[tuple[Path, str]]:
    """Give every lead and partner with its path."""
    for index, activity in enumerate(record.activities):
        path = ("activities", index)
        if activity.lead:
            for name in activity.lead.split("、"):
                yield (*path, "lead"), name
        for at, partner in enumerate(activity.partners):
            yield (*path, "partners", at), partner


rule = Rule(FAULT, ("activities", "units", "organization", "issuer"), check)
