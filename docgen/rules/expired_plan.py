"""A plan of several years is carried out in those years, and written with them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen import lexicon
from docgen.findings import Fault
from docgen.lexicon import Plan
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import without_titles

DOING = "(?:编制|制定|制订|实施|落实|推进|开展|深化|完成|执行|贯彻|抓好|按照|依据|纳入)"
AFTER = "[”’]?(?:[\u4e00-\u9fff]{0,10}(?:规划|行动|计划))?"
DONE = re.compile(
    "[^，。；]{0,10}(?:期间|以来|时期|末|收官|总结|评估|圆满|成效|成果|完成情况|实施情况|结束|后|基础上)"
)
YEARS = re.compile(
    r"(?:实施)?(?:方案|计划)?[”》]?[（(](\d{4})年?(?:至|到|—+|－|-|–|~|～)(\d{4})年?[）)]"
)
LAST_MONTH = 3  # the first quarter still sums up the year before
FAULT = Fault(
    code="expired-plan",
    title="规划、行动已经到期，或年限写错",
    why="在新的年度里还写落实到期的规划，是拿往年的文件改漏了。",
    faulty="编制本行政区域“十三五”安全生产规划，并认真组织实施。",
    sound="编制本行政区域“十五五”安全生产规划，并认真组织实施。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for plans that had ended at the paper's date, and for wrong spans of years."""
    bare = without_titles(text)
    for doing, name, plan in _patterns(setting.lexicon):
        if not name.search(text):
            continue
        yield from _spans(text, name, plan)
        found = doing.search(bare)
        if found and is_over(plan, setting) and not DONE.match(bare, found.end()):
            yield Remark(
                f"写着“{found[0]}”，{plan.key}是{plan.start}—{plan.end}年的",
                "换成现行的规划或行动；说的是往年的，写明“期间”“以来”。",
            )


def _spans(text: str, name: re.Pattern[str], plan: Plan) -> Iterator[Remark]:
    if "行动" not in plan.key:  # “十四五” may be followed by the years of a part of it
        return
    for met in name.finditer(text):
        years = YEARS.match(text, met.end())
        if years and (int(years[1]), int(years[2])) != (plan.start, plan.end):
            yield Remark(
                f"{plan.key}写的是{years[1]}—{years[2]}年，应是{plan.start}—{plan.end}年",
                "改年限。",
            )


def is_over(plan: Plan, setting: Setting) -> bool:
    """True when the plan had ended, and the time to sum it up had passed."""
    day = setting.as_of
    return day is not None and (day.year, day.month) > (plan.end + 1, LAST_MONTH)


@cache
def _patterns(_: Path) -> list[tuple[re.Pattern[str], re.Pattern[str], Plan]]:
    return [
        (
            re.compile(f"{DOING}[^，。；]{{0,20}}?(?:{plan.name}){AFTER}"),
            re.compile(plan.name),
            plan,
        )
        for plan in lexicon.plans().values()
    ]


rule = TextRule(FAULT, ("五", "行动", "计划"), check)
