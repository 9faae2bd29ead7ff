"""A yearly campaign is held when it is held everywhere."""

from collections.abc import Iterator
from typing import Any

from docgen import lexicon
from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import Term, official_date

FAULT = Fault(
    code="period-differs",
    title="活动时间与规定的时间不符",
    why="安全生产月是6月1日至30日，消防宣传月是11月1日至30日，防灾减灾日是5月12日，各地一致。",
    faulty="2025年安全生产月　活动时间：2025年5月1日至5月31日",
    sound="2025年安全生产月　活动时间：2025年6月1日至6月30日",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the period with the usual one; a campaign of a day may last as long as it likes."""
    known = lexicon.campaigns().get(record.campaign.label)
    if known is None or record.period is None:
        return
    start, end = known.period(record.year)
    found = (record.period.start, record.period.end)
    if start == end and not found[0] <= start <= found[1]:
        said = f"里没有{official_date(start)}"
    elif start < end and found != (start, end):
        said = f"，应是{Term(start=start, end=end).text}"
    else:
        return
    yield Breach(
        ("period", "start"),
        f"{record.campaign.label}的活动时间写的是{record.period.text}{said}",
        "改活动时间；本地确有不同安排的，写明理由豁免。",
    )


rule = Rule(FAULT, ("campaign", "period", "year"), check)
