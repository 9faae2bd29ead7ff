"""The theme is the official one of the year, unless it is said to be a local one."""

from collections.abc import Iterator
from typing import Any

from docgen import lexicon
from docgen.blanks import leftover_mark
from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="theme-differs",
    title="主题不是当年的官方主题",
    why="拿去年的方案改成今年的，最容易漏改主题；全国性活动的主题每年由主管部门公布，一字不能差。",
    faulty="年度：2025　主题：人人讲安全、个个会应急——畅通生命通道",
    sound="年度：2025　主题：人人讲安全、个个会应急——查找身边安全隐患",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the theme with the year's; where that is not known, with those of other years."""
    known = lexicon.campaigns().get(record.campaign.label)
    if not record.theme or record.local_theme or known is None or leftover_mark(record.theme):
        return
    official = known.themes.get(record.year)
    if official and not lexicon.same_theme(official, record.theme):
        yield Breach(
            ("theme",),
            f"主题写的是“{record.theme}”，{record.year}年的官方主题是“{official}”",
            "改成官方主题；主题是本地自定的，把“主题是本地自定的”填“是”。",
        )
    other = None if official else known.year_of(record.theme)
    if other is not None:
        yield Breach(
            ("theme",),
            f"主题“{record.theme}”是{other}年的，方案是{record.year}年的；"
            f"{lexicon.unknown_theme(record.year, known)}",
            f"改成{record.year}年公布的主题；{lexicon.how_to_add_theme(record.year, known)}",
        )


rule = Rule(FAULT, ("campaign", "theme", "local_theme", "year"), check)
