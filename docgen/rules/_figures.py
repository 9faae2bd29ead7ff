"""Figures as a text tells them: 发生事故3起、死亡4人; and of how much of the whole they are told.

Only plain numbers are read: 约120处 and 120余处 may be any near number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from docgen.rules._figure_forms import PATTERNS
from docgen.rules._reading import before
from docgen.vocabulary import number_of

SENTENCE = re.compile("[^。！？；\n]+")
# 聚焦交通、消防、燃气等重点领域 is said of the whole.
ALL_SORTS = re.compile("[^，。；、]*(?:、[^，。；、]*)+等[^，。；、]{0,10}|各?(?:重点)?行业领?域?")
# 较上年减少1起 is an aside: what follows it is this year's again.
COMPARED = re.compile(
    "[，、（(](?:同比|与?(?:上年|去年)|较|比)[^，。；、]*?"
    "(?:减少|下降|上升|增加|增长|持平|降低)[^，、。；）)]*[）)]?"
)
UNTIL = re.compile(r"截至[^，。；]{0,14}?(?:日|底|末|目前|今)")
GENERAL = re.compile("各村|全村|各社区|村（社区）|村（居）|村居|镇村|村组|行政村|村民|村级|村干部")
ASIDE = re.compile(
    "其中|上年|去年|往年|历年|前年|近年|以往|同期|(?<!今年)(?<!年)以来|月|季度|半年|期间|"
    "近[一二两三四五几]年|计划|力争|确保|目标|控制|指标|不超过|预计|明年|每|某|该|配合|联合|协助|陪同|会同|帮助|"
    "全国|全省|村|社区|公司|派出所|中队|学校|工地|节|夜间|较大|亡人|另"
)
CAMPAIGNS = re.compile("专项|行动|百日|攻坚|集中整治")
ALL_YEAR = re.compile("全年|一年来|今年以来|年内")
INEXACT = re.compile("(?:约|近|超过?|逾|至少|不少于)$")
NOT_SO = re.compile("(?:未|没有|无|杜绝|不|防止|避免|遏制|防范)(?:再|曾|造成|因|人员)*$")
SECTORS = re.compile(
    "道路|交通|消防|火灾|工矿|商贸|工贸|建筑|施工|建设|危化|化学品|烟花|爆竹|燃气|特种设备|农机|"
    "农用车|农业|渔业|水上|校园|旅游|文旅|电力|用电|森林|林业|草原|地质|地灾|食品|药品|矿山|煤矿|"
    "非煤|粉尘|有限空间|自建房|危房|房屋|九小|商场|市场|加油|液化|油气|管道|水利|防汛|防火|溺水|"
    "触电|坍塌|仓库|冷库|养老|医院|宗教|景区|电梯|锅炉|车辆|铁路|环保|职业|民爆|两轮|电动|重大"
)
WHOLE = re.compile("全年|一年来|今年以来|年内|本年|共|累计|合计|总计|截至|全[镇乡县区市旗街]")
PLAIN_WORDS = re.compile(
    "各类|各种|各级|各|与|和|安全生产|生产安全|安全|生产|责任|教育|知识|业务|专题|法规|应急|救援|"
    "预案|综合|实战|目标管理|目标|管理|年度|企业|单位|经营|重点|辖区|场所|行业|领域|工作|人员|"
    "执法|检查|风险|隐患|了|的|共|计|逐级|层层|全[镇乡县区市]|涉及|等"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure met in a text: what it counts, how many, in what words, and of which part.

    `part` is the name of the row it is said of, empty where it is said of the whole. It is
    `surely` said of that row where the row stands in the very words.
    """

    key: str
    amount: Decimal
    words: str
    part: str
    surely: bool = False
    at_least: bool = False


def told_figures(
    text: str, heading: str, names: tuple[str, ...], other: str, *, marked: bool
) -> Iterator[Told]:
    """Give the figures a text tells of the whole, or of one of the rows that are named.

    `heading` is what stands over the text, `other` the words of places that are not the paper's
    own. Where `marked`, a figure counts only in a sentence that says it tells of the whole.
    """
    earlier = heading
    for sentence in SENTENCE.findall(text):
        is_whole = WHOLE.search(sentence) is not None
        if is_whole or not marked:
            above = heading if is_whole else earlier
            for key, found in _figures(sentence):
                yield from _placed(key, found, sentence, above, names, other)
        earlier = f"{earlier}，{sentence}"[-400:]


@lru_cache(maxsize=1024)
def _figures(sentence: str) -> tuple[tuple[str, re.Match[str]], ...]:
    if not any(sign.isdecimal() or sign in "一二三四五六七八九十两" for sign in sentence):
        return ()
    return tuple((key, found) for key, form in PATTERNS for found in form.finditer(sentence))


def _placed(
    key: str, found: re.Match[str], sentence: str, above: str, names: tuple[str, ...], other: str
) -> Iterator[Told]:
    groups = found.groupdict()
    between = groups.get("between") or ""
    front = sentence[before(found.start()) : found.start()]
    part = part_meant(f"{above}，{front}", between, names)
    amount = amount_of(groups)
    if part is None or amount is None or re.search(other, front + between):
        return
    if not _tells_otherwise(key, front, found[0]):
        surely = part != "" and (part in between or "其中" in front + found[0])
        words = found[0].lstrip("，、；：")
        yield Told(key, amount, words, part, surely, bool(groups.get("least")))


def _tells_otherwise(key: str, front: str, words: str) -> bool:
    """True of a figure that is not exact, or is not of what its form counts."""
    clause = re.split("[，、；]", front)[-1]
    if INEXACT.search(front) or NOT_SO.search(front):
        return True
    if key == "rate":
        return "重大" in clause
    if key == "agreements":
        return bool(re.search("[与同和]", clause)) and "共" not in clause + words
    return key in HARMS and "事故" not in front


HARMS = frozenset({"deaths", "injured", "serious", "minor", "loss_wan"})


def part_meant(front: str, between: str, names: tuple[str, ...]) -> str | None:
    """Tell which row words before a figure name: none for the whole, None where it is unknown."""
    said = UNTIL.sub("", GENERAL.sub("", ALL_SORTS.sub("", COMPARED.sub("", front))))
    inner = PLAIN_WORDS.sub("", between)
    last = _last(said + inner, names)
    if last:
        return last
    campaign = CAMPAIGNS.search(ALL_YEAR.split(said)[-1])
    aside = ASIDE.search(said) or ASIDE.search(inner) or SECTORS.search(said + inner)
    return None if last is None or campaign or aside or inner else ""


def _last(said: str, names: tuple[str, ...]) -> str | None:
    """Give the row named last; None where another sort is named after it, or none is meant."""
    ends = [(said.rfind(name) + len(name), len(name), name) for name in names if name in said]
    if not ends:
        return ""
    end, _, name = max(ends)
    rest, said = said[end:], said.replace(name, "")
    aside = SECTORS.search(rest) or re.search("上年|去年|同期|月|季度|半年|每|某|村|该", said)
    return None if aside else name


def amount_of(groups: Mapping[str, str | None]) -> Decimal | None:
    """Read a figure; money in 万元."""
    written = (groups["number"] or "").replace(",", "")
    if not written[:1].isdecimal():
        known = number_of(written)
        return None if known is None else Decimal(known)
    in_yuan = groups.get("wan", "万") is None
    return Decimal(written) / 10_000 if in_yuan else Decimal(written)
