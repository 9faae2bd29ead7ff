"""Agencies are called by the names they have at the paper's date."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.lexicon import Agency
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import speaks_of_the_past, without_titles
from docgen.vocabulary import official_date

ISSUED = re.compile("令|公告|〔|文件")
FAULT = Fault(
    code="outdated-agency",
    title="机构用了旧名称",
    why="机构改革以后名称变了，还写旧名称，多半是拿往年的文件改的。",
    faulty="各村发现隐患后，应当及时报告镇应急办和县安监局。",
    sound="各村发现隐患后，应当及时报告镇应急办和县应急管理局。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for agencies renamed before the paper's date."""
    bare = without_titles(text)
    if not _any(setting.lexicon).search(bare):
        return
    for pattern, agency in _patterns(setting.lexicon):
        if not setting.reached(agency.since):
            continue
        for found in pattern.finditer(bare):
            if not ISSUED.match(text, found.end()) and not speaks_of_the_past(
                text, found.start(), agency.since
            ):
                yield Remark(
                    f"写着“{found[0]}”，{agency.reform}后（{official_date(agency.since)}起）"
                    f"是{agency.now}",
                    "改用现在的名称；说的是改革以前的事，写成“原……”。",
                )


@cache
def _any(_: Path) -> re.Pattern[str]:
    return re.compile("|".join(agency.old for agency in lexicon.agencies().values()))


@cache
def _patterns(_: Path) -> list[tuple[re.Pattern[str], Agency]]:
    return [(re.compile(agency.old), agency) for agency in lexicon.agencies().values()]


rule = TextRule(FAULT, ("局", "厅", "所", "委", "办", "公安"), check)
