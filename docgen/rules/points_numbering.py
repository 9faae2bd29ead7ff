"""Points inside a text are counted without gaps: 一是, 二是, 三是."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.rules import Remark, Setting, TextRule
from docgen.vocabulary import chinese_number, number_of

ORDINAL = "[一二三四五六七八九十]{1,3}"
BEGIN = r"(?:^|(?<=[。；：！？;:\s]))"
WAYS = (
    # 一是一、二是二 is a saying.
    (re.compile(f"(?:{BEGIN}|(?<=[，,]))({ORDINAL})是(?!{ORDINAL}[、，])"), "{}是"),
    (re.compile(f"{BEGIN}第({ORDINAL})[，、]"), "第{}，"),
    (re.compile(f"{BEGIN}（({ORDINAL})）"), "（{}）"),
)
FAULT = Fault(
    code="points-numbering",
    title="要点的序号不连续",
    why="有一是、三是，没有二是，不是漏了一点，就是删改后没有重编。",
    faulty="一是加强领导；三是抓好落实。",
    sound="一是加强领导；二是抓好落实。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Follow the counting words of each way of counting."""
    for pattern, words in WAYS:
        numerals = pattern.findall(text)
        before = 0
        for index, numeral in enumerate(numerals):
            count = number_of(numeral) or 0
            begins = count == 1 or (index == 0 and pattern.match(text))
            if not begins and count != before + 1:
                last = words.format(chinese_number(before)) if before else "开头"
                yield Remark(
                    f"“{last}”之后是“{words.format(numeral)}”",
                    "补上缺的一点，或重新编号。",
                )
                break
            before = count


rule = TextRule(
    FAULT, ("一是", "二是", "三是", "第一", "第二", "第三", "（二）", "（三）", "（四）"), check
)
