"""The grade a text gives an accident is that of the numbers beside it."""

import re
from collections.abc import Iterator

from docgen import lexicon
from docgen.findings import Fault
from docgen.lexicon import Grade
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import sentences, without_titles
from docgen.vocabulary import number_of

COUNT = r"(\d{1,4}|[一二三四五六七八九十])"
DEATHS = re.compile(f"(?:死亡|遇难|致死){COUNT}人|{COUNT}人(?:当场)?(?:死亡|遇难)|致{COUNT}死")
INJURIES = re.compile(f"重伤{COUNT}人|{COUNT}人(?:受)?重伤|{COUNT}人急性工业中毒")
LOSS = re.compile(r"直接经济损失(?:约|达|为|共计)*(\d+(?:\.\d+)?)(万|亿)元")
SORTS = (
    "(?:级的?)?(?:生产安全|安全生产|道路交通|交通|火灾|建筑施工|煤矿|矿山|瓦斯|爆炸|中毒|窒息|坍塌|燃气|"
    "危险化学品|危化品|水上|特种设备|农业机械|农机|责任|伤亡|泄漏|透水|高处坠落|机械伤害|施工)*"
)
GRADE = re.compile(f"(?<!特别)(?<![特及])(特别重大|重大|较大|一般){SORTS}事故(?!隐患)")
FLOOR = re.compile(
    f"(?:死亡{COUNT}人(?:及|或)?以上|{COUNT}人(?:及|或)?以上死亡)[^，。；、]{{0,16}}?的?"
    "(?<!特别)(特别重大|重特大|重大|较大)(?:及|或)?(?:以上)?[\u4e00-\u9fff]{0,8}?事故"
)
MANY = re.compile(
    "以上|以下|以内|不发生|未发生|没有发生|无|杜绝|遏制|防止|防范|避免|严防|累计|合计|共发生|各类|"
    "至|分别|[2-9二三四五六七八九十两多数]起|\\d{2,}起"
)
FAULT = Fault(
    code="accident-grade-words",
    title="事故等级与伤亡、损失的数字不符",
    why="等级由死亡、重伤人数和直接经济损失决定，写错等级会影响报告和追责。",
    faulty="该企业发生一起重大生产安全事故，造成3人死亡。",
    sound="该企业发生一起较大生产安全事故，造成3人死亡。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare grades with numbers, sentence by sentence."""
    for sentence in sentences(without_titles(text)):
        if "事故" in sentence:
            yield from _floors(sentence)
            yield from _single(sentence)


def _floors(sentence: str) -> Iterator[Remark]:
    """Compare 死亡N人以上 with where the grade beside it begins."""
    grades = {grade.key: grade for grade in lexicon.grades()}
    for found in FLOOR.finditer(sentence):
        written = _value(found[1] or found[2])
        grade = grades.get(found[3].replace("重特大", "重大"))
        if grade is not None and written != grade.deaths:
            yield Remark(
                f"写着死亡{written}人以上是{found[3]}事故，{grade.key}事故是死亡{grade.deaths}人以上",
                "改人数，或改等级。",
            )


def _single(sentence: str) -> Iterator[Remark]:
    """Compare the grade of the one accident a sentence tells of with its numbers."""
    stated = GRADE.findall(sentence)
    if len(stated) != 1 or MANY.search(sentence):
        return
    deaths, injuries = DEATHS.findall(sentence), INJURIES.findall(sentence)
    loss = LOSS.search(sentence)
    if max(len(deaths), len(injuries)) > 1 or not (deaths or injuries or loss):
        return
    numbers = (_first(deaths), _first(injuries), _wan(loss))
    grade = lexicon.grade(*numbers)
    known = {grade.key: grade for grade in lexicon.grades()}.get(stated[0])
    if known is not None and known != grade and not _may_be_graver(sentence, known, grade, loss):
        yield Remark(
            f"写着{stated[0]}事故，按{_told(numbers)}应是{grade.key}事故（国务院令第493号第三条）",
            "改等级，或核对数字。",
        )


def _may_be_graver(
    sentence: str, stated: Grade, reached: Grade, loss: re.Match[str] | None
) -> bool:
    """True when numbers the sentence leaves out may have raised the grade."""
    untold = loss is None or "伤" in sentence.replace("重伤", "")
    return stated.rank > reached.rank and untold and not DEATHS.search(sentence)


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else number_of(numeral) or 0


def _first(found: list[tuple[str, ...]] | list[str]) -> int:
    if not found:
        return 0
    return _value(next(part for part in found[0] if part))


def _wan(loss: re.Match[str] | None) -> float:
    if loss is None:
        return 0
    return float(loss[1]) * (10_000 if loss[2] == "亿" else 1)


def _told(numbers: tuple[int, int, float]) -> str:
    words = ("死亡{}人", "重伤{}人", "直接经济损失{:g}万元")
    return "、".join(word.format(n) for word, n in zip(words, numbers, strict=True) if n)


rule = TextRule(FAULT, ("事故",), check)
