"""The theme a text gives a year's campaign is not another year's."""

import re
from collections.abc import Iterator

from docgen import lexicon
from docgen.findings import Fault
from docgen.lexicon import Campaign, same_theme
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._campaigns import NAMES, campaign_of, years_of

NAMED = re.compile(NAMES)
THEME = re.compile(
    "(?:主题(?:是|为|：)?|以)[“](?P<theme>[^“”]{4,40})[”]|[“](?P<other>[^“”]{4,40})[”]为主题"
)
FAULT = Fault(
    code="campaign-theme",
    title="活动的主题是别的年份的",
    why="主题每年不同，写着往年的主题，是拿往年的方案改漏了。",
    faulty="2024年“安全生产月”的主题是“安全责任、重在落实”。",
    sound="2024年“安全生产月”的主题是“人人讲安全、个个会应急——畅通生命通道”。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look up the year of every theme in a text that speaks of one campaign."""
    names = {found["name"] for found in NAMED.finditer(text)}
    campaign = campaign_of(names.pop()) if len(names) == 1 else None
    years = years_of(text, setting)
    if campaign is None or not years:
        return
    for found in THEME.finditer(text):
        theme = found["theme"] or found["other"]
        whose = campaign.year_of(theme)
        if whose is not None and whose not in years and not is_stem(campaign, theme):
            year = max(years)
            right = campaign.themes.get(year)
            known = f"{year}年的是“{right}”" if right else lexicon.unknown_theme(year, campaign)
            added = "" if right else f"；{lexicon.how_to_add_theme(year, campaign)}"
            yield Remark(
                f"“{theme}”是{whose}年的主题，{known}", f"改成{year}年的主题{added or '。'}"
            )


def is_stem(campaign: Campaign, theme: str) -> bool:
    """True when other years' themes begin with this one, so that it may be short for theirs."""
    return any(
        not same_theme(known, theme) and same_theme(known[: len(theme)], theme)
        for known in campaign.themes.values()
    )


rule = TextRule(FAULT, ("主题",), check)
