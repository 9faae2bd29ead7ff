"""The 安全生产月 of a year is the one it is counted as."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._campaigns import NAMES, campaign_of, years_of
from docgen.rules._reading import sentences
from docgen.vocabulary import number_of

ORDINAL = re.compile(f"第(?P<count>\\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[个届次]{NAMES}")
FAULT = Fault(
    code="campaign-ordinal",
    title="活动的届次与年份不符",
    why="安全生产月从2002年算起，届次没有跟着年份改，就是拿往年的方案改漏了。",
    faulty="2025年6月是第23个全国“安全生产月”。",
    sound="2025年6月是第24个全国“安全生产月”。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare every ordinal with the year its sentence speaks of."""
    for sentence in sentences(text):
        found = ORDINAL.search(sentence)
        if found:
            campaign, written = campaign_of(found["name"]), number_of(found["count"]) or 0
            years = years_of(sentence, setting)
            right = {campaign.ordinal(year) for year in years} if campaign else set()
            if right and None not in right and written not in right:
                year = max(years)
                count = campaign.ordinal(year) if campaign else None
                yield Remark(
                    f"{found['name']}写的是第{found['count']}个，{year}年是第{count}个",
                    f"改成第{count}个，或核对年份。",
                )


rule = TextRule(FAULT, ("安全生产月", "防灾减灾日"), check)
