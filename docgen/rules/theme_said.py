"""A plan quotes no other year's theme of its campaign, whatever its theme field says."""

import re
from collections.abc import Iterator
from typing import Any

from docgen import lexicon
from docgen.findings import Fault
from docgen.lexicon import Campaign, same_theme
from docgen.records.texts import places
from docgen.rules import Breach, Rule
from docgen.rules._campaigns import NAMES
from docgen.rules._reading import sentence_at
from docgen.rules.campaign_theme import is_stem

QUOTED = re.compile("“(?P<theme>[^“”]{4,40})”")
# A sentence that names the campaign is campaign-theme's; one that names a year may tell of it.
SPARED = re.compile(NAMES + r"|(?<!\d)20\d\d年|去年|往年|上年|历年|近年")
FAULT = Fault(
    code="theme-said",
    title="正文里的主题是别的年份的",
    why="主题填了今年的，指导思想、活动内容里还写着往年的，是拿往年的方案改漏了。",
    faulty="年度：2025　指导思想：紧紧围绕“人人讲安全、个个会应急——畅通生命通道”这一主题",
    sound="年度：2025　指导思想：紧紧围绕“人人讲安全、个个会应急——查找身边安全隐患”这一主题",
)


def check(record: Any) -> Iterator[Breach]:
    """Look up the year of whatever is quoted."""
    for path, text in places(record):
        if not isinstance(text, str) or path[0] in ("theme", "title", "slogans"):
            continue
        for found in QUOTED.finditer(text):
            theme = found["theme"]
            whose = None if same_theme(theme, record.theme or "") else year_of(theme)
            if whose is None or whose == record.year:
                continue
            if "主题" in text and not SPARED.search(sentence_at(text, found.start())):
                yield Breach(
                    path,
                    f"“{theme}”是{whose}年的主题，本方案的主题是“{record.theme or ''}”",
                    "改成今年的主题。",
                )


def year_of(theme: str) -> int | None:
    """Tell whose year a theme is, if one campaign alone has had it and no other begins with it."""
    having = [one for one in lexicon.campaigns().values() if known(one, theme)]
    return having[0].year_of(theme) if having else None


def known(campaign: Campaign, theme: str) -> bool:
    """True when a campaign has had a theme that is no more than itself."""
    return campaign.year_of(theme) is not None and not is_stem(campaign, theme)


rule = Rule(FAULT, ("theme", "campaign", "year"), check)
