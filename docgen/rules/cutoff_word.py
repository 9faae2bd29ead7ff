"""Figures are given 截至 a day; 截止 is the end of an application."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule

SLIP = re.compile(
    r"(?<!报名)(?<!申报)(?<!报送)(?<!投稿)(?<!征集)(?<!时间)(?<!日期)(?<!期限)"
    r"截止(?:到|至)?(?=目前|今|当前|现在|上月|本月|去年|今年|\d{1,4}[年月]|[一二三四五六七八九十]{1,2}月|20)"
)
FAULT = Fault(
    code="cutoff-word",
    title="“截至”写成了“截止”",
    why="统计到某一天用“截至”；“截止”是到期停止。",
    faulty="截止11月30日，全镇共检查企业54家次。",
    sound="截至11月30日，全镇共检查企业54家次。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for 截止 before a day or 目前."""
    for found in SLIP.finditer(text):
        shown = text[found.start() : found.end() + 4]
        yield Remark(f"写着“{shown}…”，统计到某一天用“截至”", f"“{found[0]}”改成“截至”。")


rule = TextRule(FAULT, ("截止",), check)
