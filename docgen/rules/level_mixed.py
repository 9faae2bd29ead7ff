"""A paper speaks of one place as its own: 我镇 in a town's, 我县 in a county's."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.organs import NOT_GOVERNING, Level
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import sentence_at, without_quotations

WORDS = ("市", "县", "区", "旗", "街道", "镇", "乡", "苏木", "村", "社区")
OWN = re.compile(
    r"(?<!自)我(?P<word>市(?!场|民)|县|区(?!域|间|位|分|别)|旗(?!下)|街道|镇|乡(?!镇|亲|村)|苏木|村|社区)"
)
# 确保全县安全生产形势稳定 is said in the county's name; 全县安全生产会议 only names a meeting.
WHOLE = re.compile(
    "(?:负责|维护|确保|保障|保持|维持)全(?P<word>[市县区旗])"
    "(?![^，。；、]{0,14}(?:会议|会上|部署|前列|第[一二三四五六七八九十]|先进|统一|排名|平均|竞赛|考核|通报|现场会))"
)
# 全年，全县共发生事故3起 tells what was done and counted in the paper's own place.
DOING = re.compile(
    "(?:^|[，。；：！？\\s])(?:目前)?(?P<all>全(?P<word>市|县|区|旗|街道|镇|乡|苏木|村|社区))"
    "(?:(?:上下|全年|今年|各级)*(?:共计?|累计|总计|合计|未|没有|均未)*"
    "(?:发生|排查|检查|出动|整改|召开|举办|开展|签订|组织|实现|杜绝|查处|建成|培训|发放|悬挂)"
    "|(?:安全生产)?(?:各级|各行政)?(?:共有|现有|各村|村（居）|镇直))"
    "(?!的)(?![^，。；]{0,20}(?:以来|之后|期间|之际|部署|要求|统一|会议|先后|名列|前列))"
)
QUOTED = re.compile("通报|指出|强调|上级|[县市区]里|文件|统计|据|去年|上年")
SELDOM = ("街道", "镇", "乡", "苏木", "村", "社区")
JUDGED = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)
FAULT = Fault(
    code="level-mixed",
    title="自称混用了别的层级",
    why="镇里的文件写“我县”、负责“全县”，是拿县里的文件改漏了。",
    faulty="白道口镇的文件：领导小组办公室负责全县活动的组织协调，我县各村要抓好落实。",
    sound="白道口镇的文件：领导小组办公室负责全镇活动的组织协调，我镇各村要抓好落实。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for words that call another level's place one's own."""
    own = setting.term[1:]
    said = without_quotations(text)
    if setting.level in NOT_GOVERNING:
        yield from _of_an_office(said, setting, text)
    if setting.level not in JUDGED or own not in WORDS:
        return
    for found in OWN.finditer(said):
        if found["word"] != own and not _means_the_region(found["word"], setting, text):
            yield _remark(found[0], setting)
    for found in WHOLE.finditer(said):
        if _is_above(found["word"], own) and not _means_the_region(found["word"], setting, text):
            yield _remark(found[0], setting)
    for found in DOING.finditer(said):
        if _counts_for_another(found, text, setting):
            yield _remark(found["all"], setting)


def _of_an_office(said: str, setting: Setting, text: str) -> Iterator[Remark]:
    """Hold an office to the place it sits in: 我县 at 滑县应急管理局."""
    if setting.place[1:] not in WORDS:
        return
    for found in OWN.finditer(said):
        if found["word"] != setting.place[1:] and not _means_the_region(
            found["word"], setting, text
        ):
            yield Remark(
                f"写着“{found[0]}”，这个单位所在的是“{setting.place}”",
                f"改成“{setting.place}”；说的是上级、下级的，写明名称。",
            )


def _counts_for_another(found: re.Match[str], text: str, setting: Setting) -> bool:
    """True where the sentence tells of no other place, nor compares the paper's own with one."""
    word, own = found["word"], setting.term[1:]
    if word == own or _means_the_region(word, setting, text):
        return False
    sentence = sentence_at(text, found.start("all")).replace(found["all"], "")
    if QUOTED.search(sentence):
        return False
    names_own = setting.term in sentence or f"全{own}" in sentence or f"本{own}" in sentence
    names_its = word in SELDOM and word in sentence
    return not names_own and not names_its


def _means_the_region(word: str, setting: Setting, text: str) -> bool:
    """True where 我区 may be an autonomous region."""
    return word == "区" and (setting.autonomous or "自治区" in text)


def _is_above(word: str, own: str) -> bool:
    lower = own in ("街道", "镇", "乡", "苏木", "村", "社区")
    return lower and word != own


def _remark(words: str, setting: Setting) -> Remark:
    whole = f"全{setting.term[1:]}"
    return Remark(
        f"写着“{words}”，发文的自称是“{setting.term}”",
        f"改成“{setting.term}”“{whole}”；说的是上级、下级的，写明名称。",
    )


rule = TextRule(FAULT, ("我", "全"), check)
