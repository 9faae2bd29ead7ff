"""An estimate says once that it is one."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule

NUMBER = r"(?:\d[\d.]*|[一二三四五六七八九十百千]{1,6})[百千万亿]?"
# 近10多年来 says that the ten years are the last ones.
TIME = "(?!个?(?:年|天|日|月|周|小时|分钟|世纪|星期))"
DOUBLED = re.compile(
    f"(?:大约|约|将近|近|大概){NUMBER}(?:余|多){TIME}[\u4e00-\u9fff]"
    f"|(?:大约|约|大概){NUMBER}[\u4e00-\u9fff]{{1,3}}(?:左右|上下)"
)
OVER = re.compile(f"(?:超过|不少于|至少){NUMBER}余{TIME}[\u4e00-\u9fff]")
FAULT = Fault(
    code="doubled-estimate",
    title="约数重复",
    why="“约”和“余”“左右”都是约数，用一个就够。",
    faulty="共发放宣传资料约3000余份。",
    sound="共发放宣传资料3000余份。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for numbers with an estimate before and behind."""
    for pattern in (DOUBLED, OVER):
        for found in pattern.finditer(text):
            yield Remark(f"写着“{found[0]}”，约数说了两次", "前后只留一个。")


rule = TextRule(FAULT, ("余", "多", "左右", "上下"), check)
