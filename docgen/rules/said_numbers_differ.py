"""What one sentence counts agrees with itself: hazards found and put right, a whole and parts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import sentences
from docgen.vocabulary import percent_text, share

EXACT = r"(?<![\d.])(\d{1,7})"
PLACES = r"(?:处|项|起|个|条|件|家)(?!以上|左右|多|余)"
BETWEEN = r"[^，。；\d]{0,12}?"
RATED = re.compile(
    rf"(?:发现|排查|查出|查找|检查出){BETWEEN}(?:隐患|问题){BETWEEN}{EXACT}{PLACES}"
    rf"[，、,]{BETWEEN}整改{BETWEEN}{EXACT}{PLACES}"
    r"(?:[，、,（(]整改(?:完成)?率(?:达到?了?|为|是)?(\d{1,3}(?:\.\d+)?)[%％](?!以上))?"
)
COUNTED = rf"{EXACT}([家个处名人起份次])"
WHOLE = re.compile(rf"(?:共有?|总计|合计|现有){BETWEEN}{COUNTED}[，,（(]其中[：:]?")
PART = re.compile(COUNTED)
# 其中2家又是重点单位，3家…… may count one thing under several heads.
OVERLAPPING = re.compile("同时|又|兼|分别|次以上|比|较|去年|上年|同期|其余|另|整改|销号|关停|新增")
TENTH, ALL = Decimal("0.1"), Decimal(100)
FAULT = Fault(
    code="said-numbers-differ",
    title="一句话里的数对不上",
    why="整改数大过发现数、整改率除不出来、“其中”各项加起来大过总数，读的人一算就知道是错的。",
    faulty="发现隐患60处，完成整改48处，整改率90%。",
    sound="发现隐患60处，完成整改48处，整改率80%。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Work out what each sentence counts."""
    for sentence in sentences(text):
        for found in RATED.finditer(sentence):
            yield from of_hazards(found)
        for found in WHOLE.finditer(sentence):
            yield from of_parts(found, sentence[found.end() :])


def of_hazards(found: re.Match[str]) -> Iterator[Remark]:
    """Compare what was put right with what was found, and the rate with both."""
    every, some = int(found[1]), int(found[2])
    if some > every:
        yield Remark(f"写着“{found[0]}”，整改{some}，多于发现的{every}", "核对两个数。")
    elif found[3] and every and not fits(Decimal(some) / every * ALL, Decimal(found[3])):
        actual = percent_text(share(Decimal(some), Decimal(every)))
        yield Remark(f"写着“{found[0]}”，{some}除以{every}是{actual}", "改整改率，或核对两个数。")


def fits(actual: Decimal, stated: Decimal) -> bool:
    """True when a rate is what is stated, to a tenth of a point; 100% is all and no less."""
    if ALL in (actual, stated):
        return actual == stated
    rounded = stated == stated.to_integral_value()
    return abs(actual - stated) <= (Decimal(1) if rounded else TENTH)


def of_parts(found: re.Match[str], rest: str) -> Iterator[Remark]:
    """Add up the parts a sentence gives after 其中, as far as they count the same."""
    if OVERLAPPING.search(rest):
        return
    parts = [int(part[1]) for part in PART.finditer(rest) if part[2] == found[2]]
    if len(parts) > 1 and sum(parts) > int(found[1]):
        added = "＋".join(str(part) for part in parts)
        yield Remark(
            f"写着“{found[0]}”，其中各项相加是{sum(parts)}（{added}）",
            "核对总数和各项；有重复计算的，写明白。",
        )


rule = TextRule(FAULT, ("整改", "其中"), check)
