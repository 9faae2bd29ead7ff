"""Campaigns as a text speaks of them: which one, and of which year."""

import re

from docgen import lexicon
from docgen.lexicon import Campaign
from docgen.rules._parts import Setting

NAMES = "[“‘]?(?:全国)?[“‘]?(?P<name>安全生产月|防灾减灾日|消防宣传月)"
YEAR = re.compile(r"(?<!\d)(20\d\d)年")
EARLY = 3  # until March papers still speak of the year before


def campaign_of(name: str) -> Campaign | None:
    """Find a campaign by its name."""
    return lexicon.campaigns().get(name)


def years_of(sentence: str, setting: Setting) -> set[int]:
    """Tell what years a sentence may speak of: those it names, else the paper's own."""
    named = {int(year) for year in YEAR.findall(sentence)}
    if named:
        return named
    if setting.as_of is None or re.search("去年|明年|往年|上年|次年", sentence):
        return set()
    year = setting.as_of.year
    return {year, year - 1} if setting.as_of.month <= EARLY else {year}
