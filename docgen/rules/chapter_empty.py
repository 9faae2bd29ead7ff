"""Every chapter that is to be printed has something to say."""

from collections.abc import Iterator
from typing import Any

from docgen import lexicon
from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="chapter-empty",
    title="章序里的一章没有内容",
    why="章序里有这一章，却没有内容可印；官方主题还没有收进系统的年份，主题也要填写。",
    faulty="年度：2030　章序里有“活动主题”，主题没有填",
    sound="年度：2030　主题：（当年公布的主题）",
)
FIELDS = {
    "guiding": ("guiding", "写明指导思想"),
    "goals": ("goals", "写明工作目标"),
    "theme": ("theme", "填写当年公布的主题"),
    "period": ("period", "填写开始和结束的日期"),
    "activities": ("activities", "逐项填写活动"),
    "phases": ("phases", "逐个填写阶段"),
    "requirements": ("requirements", "逐条填写要求"),
}
PARTS = {"theme_and_period": ("theme", "period")}


def check(record: Any) -> Iterator[Breach]:
    """Look for chapters in the order that have no content."""
    wanted = [one for chapter in record.order for one in PARTS.get(chapter, (chapter,))]
    for name in wanted:
        field, hint = FIELDS.get(name, ("", ""))
        if field == "theme" and not record.theme:
            yield themeless(record, hint)
        elif field and not getattr(record, field):
            yield breach(field, hint)
    if "overall" in wanted and not (record.guiding or record.goals):
        yield breach("guiding", "写明指导思想或工作目标")
    group = record.organization
    if "organization" in wanted and group is not None and not (group.intro or people(group)):
        yield Breach(
            ("organization", "leaders"),
            "领导小组没有人员",
            "填写组长、副组长和成员；不列名单的，把人员写进“引语”。",
        )


def people(group: Any) -> bool:
    """True of a group with somebody in it."""
    return any(True for _ in group.listed)


def themeless(record: Any, hint: str) -> Breach:
    """Say that there is no theme, and why none was drawn up."""
    known = lexicon.campaigns().get(record.campaign.label)
    if known is None or not known.themes or record.year in known.themes:
        return breach("theme", hint)
    lacking = lexicon.unknown_theme(record.year, known)
    added = lexicon.how_to_add_theme(record.year, known)
    message = f"主题没有填写，{lacking}"
    return Breach(("theme",), message, f"{hint}，或从“章序”里删去这一章；{added}")


def breach(field: str, hint: str) -> Breach:
    """Say what is lacking."""
    return Breach((field,), "章序里有这一章，没有内容", f"{hint}，或从“章序”里删去这一章。")


rule = Rule(FAULT, ("order", "theme", "period", "activities", "phases"), check)
