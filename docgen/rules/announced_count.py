"""What a text announces with a number, it lists in that number."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import NUMERAL, before
from docgen.vocabulary import number_of

IN_BRACKETS = re.compile(
    f"(?P<count>{NUMERAL})(?P<measure>[个家条所座项类种支名位大])"
    "(?P<what>[\u4e00-\u9fff]{0,10})[（(](?P<list>[^（）()]+)[）)]"
)
IN_ALL = re.compile(
    f"，?(?:共计?|合计|总计|一共)(?P<count>{NUMERAL})个(?P<what>乡镇|镇|乡|街道|行政村|村|社区)"
)
LONGEST = 5_000  # characters of a list
BREAK = re.compile("[（）()，。；：\n]")
ANNOUNCED = re.compile(
    f"(?<!第)(?P<count>{NUMERAL})[点条项个大](?P<what>[\u4e00-\u9fff]{{0,10}})[：:]\\s*"
)
# A list that says it is a part, or holds more than names, is not counted.
NOT_A_LIST = re.compile(r"等|含|其中|包括|余|约|另|各|每|原|简称|\d|[，,；;：:…“]")
# 12个县（市、区） and 7个乡镇（街道、园区） tell what else the word stands for.
SORT_WORDS = """
省 市 县 区 旗 州 乡 镇 街道 街道办 办事处 街道办事处 园区 开发区 产业集聚区 管委会 社区 村 居 村居
场 农场 林场 单位 企业 部门 科室 站所 学校 医院 居委会 村委会 小区 组 户 次 人
"""
SORTS = frozenset(SORT_WORDS.split())
PLACES = {
    "村": "村", "行政村": "村", "社区": "社区",
    "乡镇": "镇 乡 街道 街道办 办事处 集聚区 园区 开发区", "镇": "镇", "乡": "乡",
    "街道": "街道 街道办 办事处", "县": "县 市 区 旗", "县区": "县 市 区 旗",
}  # fmt: skip
ORDINALS, DIGITS, CIRCLES = "一二三四五六七八九十", "123456789", "①②③④⑤⑥⑦⑧⑨⑩"
START = "(?:^|(?<=[，。；！？：;:,\\s]))"
MARKS = (
    (ORDINALS, f"{START}{{}}是"),
    (ORDINALS, f"{START}第{{}}[，、]"),
    (ORDINALS, f"{START}[（(]{{}}[）)]"),
    (DIGITS, f"{START}[（(]{{}}[）)]"),
    (DIGITS, f"{START}{{}}[.．、](?!\\d)"),
    (CIRCLES, "{}"),
)
FAULT = Fault(
    code="announced-count",
    title="说的项数与列出的不符",
    why="说七个乡镇列了六个，说四点只有三点，不是漏了就是多了。",
    faulty="管道途经3个乡镇（王庄镇、小铺乡、枣村乡、白道口镇）。",
    sound="管道途经4个乡镇（王庄镇、小铺乡、枣村乡、白道口镇）。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare every announced number with the list that follows or precedes it."""
    if "（" in text or "(" in text:
        yield from _bracketed(text)
    if "共" in text or "计" in text:
        yield from _summed_up(text)
    if "：" in text or ":" in text:
        yield from _pointed_out(text)


def _bracketed(text: str) -> Iterator[Remark]:
    for found in IN_BRACKETS.finditer(text):
        names = found["list"].removeprefix("即").removeprefix("分别是").removeprefix("分别为")
        items = names.split("、")
        is_list = len(items) > 1 and not NOT_A_LIST.search(names)
        if is_list and not SORTS.intersection(items) and _one_by_one(found, items):
            yield from _compared(found, items, names)


def _one_by_one(found: re.Match[str], items: list[str]) -> bool:
    """True when the list names what was counted: 10家企业（危化、工贸） names sorts of it."""
    if found["what"] in PLACES:
        return _are_places(found["what"], items)
    in_words = not found["count"].isdecimal() and found["measure"] in "个项类种大条"
    return in_words or all(item[-1:] == found["what"][-1:] for item in items)


def _are_places(what: str, items: list[str]) -> bool:
    """True when every item is named as a place of that sort."""
    endings = tuple(PLACES[what].split())
    return all(item.endswith(endings) and item not in endings for item in items)


def _summed_up(text: str) -> Iterator[Remark]:
    for found in IN_ALL.finditer(text):
        names = BREAK.split(text[before(found.start()) : found.start()])[-1]
        items = names.split("、")
        is_list = len(items) > 1 and not NOT_A_LIST.search(names)
        if is_list and _are_places(found["what"], items):
            yield from _compared(found, items, names)


def _compared(found: re.Match[str], items: list[str], names: str) -> Iterator[Remark]:
    said, joints = number_of(found["count"]) or 0, len(re.findall("以及|[和及与或]", names))
    # 甲、乙和丙 are three, but 和 may be part of a name.
    if said > 1 and not len(items) <= said <= len(items) + joints:
        yield _remark(found, len(items) + joints)


def _pointed_out(text: str) -> Iterator[Remark]:
    for found in ANNOUNCED.finditer(text):
        said, rest = number_of(found["count"]) or 0, text[found.end() : found.end() + LONGEST]
        listed = points_in(rest)
        goes_on = rest.rstrip().endswith(("；", "：", ";", ":"))
        if said > 1 and listed > 1 and listed != said and not goes_on:
            yield _remark(found, listed)


def points_in(rest: str) -> int:
    """Count the points a text begins with, in the way the first is marked."""
    for digits, mark in MARKS:
        if re.match(mark.format(digits[0]), rest):
            return _counted(rest, digits, mark)
    return 0


def _counted(rest: str, digits: str, mark: str) -> int:
    position = 0
    for count, digit in enumerate(digits):
        found = re.compile(mark.format(digit)).search(rest, position)
        if found is None:
            return count
        position = found.end()
    return len(digits)


def _remark(found: re.Match[str], listed: int) -> Remark:
    whole = found[0][found.start("count") - found.start() :]
    shown = re.split("[（(：:]", whole)[0]
    return Remark(f"写着“{shown}”，列出来的是{listed}项", "改数字，或补上、删去几项。")


rule = TextRule(FAULT, ("（", "(", "：", ":", "共", "总计", "合计"), check)
