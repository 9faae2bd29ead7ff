"""Names of organs and what they tell: level, area, self-term, official form.

Names are read from their endings, as a clerk reads them. A name of no known sort tells nothing
and is used as it stands.
"""

import re
from functools import cache

from docgen.fields import Choice


class Level(Choice):
    """Where an organ stands in the administration."""

    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "县"
    COUNTY_DEPARTMENT = "county_department", "县直部门"
    TOWNSHIP = "township", "乡镇"
    TOWNSHIP_DEPARTMENT = "township_department", "乡镇直单位"
    LEADER = "leader", "班子成员"
    VILLAGE = "village", "村"
    VILLAGE_GROUP = "village_group", "村民小组"
    ENTERPRISE = "enterprise", "企业"
    HOUSEHOLD = "household", "户"


LEVEL_RANKS = {
    Level.PROVINCE: 1,
    Level.CITY: 2,
    Level.COUNTY: 3,
    Level.COUNTY_DEPARTMENT: 4,
    Level.TOWNSHIP: 4,
    Level.TOWNSHIP_DEPARTMENT: 5,
    Level.LEADER: 5,
    Level.VILLAGE: 5,
    Level.VILLAGE_GROUP: 6,
    Level.ENTERPRISE: 6,
    Level.HOUSEHOLD: 7,
}
# Where the division of a name ends: 镇平县 and 新乡市 are no 镇 and no 乡, a 市场 is no 市.
_BEFORE = r"^(?:(?!(?<!^)[镇乡](?![市县区])|街道|苏木|社区).)*?"
_COUNTY = _BEFORE + r"(?:县|旗|市(?!场)|(?<![社小园景])区)"
# The first form that fits decides, so the narrower endings stand first.
LEVEL_FORMS: tuple[tuple[str, Level], ...] = (
    (r"[村居]民小?组$", Level.VILLAGE_GROUP),
    (r"(村|居|牧|渔|家|村民|居民|牧民|渔民|家属|社区|嘎查)(委员?会|委)$", Level.VILLAGE),
    (r"[村居]民委$|(村|社区|嘎查)(党委|党支部|党总支|支部委员会)$", Level.VILLAGE),
    (
        r"(公司|集团|厂|矿|合作社|酒店|饭店|宾馆|商店|超市|加油站|加气站|商场|市场|企业|银行)$",
        Level.ENTERPRISE,
    ),
    (r"(乡|镇|苏木)(人民政府|政府|委员会|党委)$", Level.TOWNSHIP),
    (r"街道(办事处|工作委员会|党工委|工委|党委|办)$", Level.TOWNSHIP),
    (r"(省|自治区)(人民政府|政府|委员会|省委)$", Level.PROVINCE),
    (r"(县|区|旗)(人民政府|政府|委员会|委)$", Level.COUNTY),
    (r"市(人民政府|政府|委员会|委)$|[州盟](人民政府|委员会)$|(盟|地区)行政公署$", Level.CITY),
    (
        _COUNTY + r".*(局|委|委员会|安委会|指挥部|办公室|中心|大队|院|院校|学|校|园)$",
        Level.COUNTY_DEPARTMENT,
    ),
    (
        r"([院校学站所社]|幼儿园|办公室|办|中心|大队|中队|(镇|乡|街道)人民武装部)$"
        r"|(镇|乡|街道|苏木).*(委员会|安委会|指挥部)$",
        Level.TOWNSHIP_DEPARTMENT,
    ),
    (r"(村|社区|嘎查)$", Level.VILLAGE),
    (r"(镇|乡|街道|苏木)$", Level.TOWNSHIP),
    (r"(省|自治区)$", Level.PROVINCE),
    (r"(户|家庭)$", Level.HOUSEHOLD),
    (r"(县长|区长|市长|镇长|乡长|主席|书记)$", Level.LEADER),
)
SELF_TERMS = {
    Level.PROVINCE: "我省",
    Level.CITY: "我市",
    Level.COUNTY: "我县",
    Level.COUNTY_DEPARTMENT: "本部门",
    Level.TOWNSHIP_DEPARTMENT: "本单位",
    Level.LEADER: "本人",
    Level.VILLAGE_GROUP: "本组",
    Level.ENTERPRISE: "本单位",
    Level.HOUSEHOLD: "本户",
    # Names of no known sort: a farm as a township, a company of settlers as a village.
    Level.TOWNSHIP: "本单位",
    Level.VILLAGE: "本单位",
}
AREA_TERMS: dict[Level, tuple[str, ...]] = {
    Level.PROVINCE: ("区",),
    Level.CITY: ("州", "盟", "地区"),
    Level.COUNTY: ("区", "市", "旗"),
    Level.TOWNSHIP: ("街道", "镇", "乡", "苏木"),
    Level.VILLAGE: ("社区", "嘎查", "村"),
}
AREA_ENDINGS = re.compile(
    r"(人民政府|政府|办事处|(?<=街道)办|(党的)?工作委员会|委员会|党工委|(?<=街道)工委|党委|"
    r"党支部|党总支|支部委员会|行政公署|(?<=[省市县区旗])[省市县区旗]?委)$"
)
# People shorten 民委员会 in many ways: 村委, 村委会, 村民委, and by a slip 村民委会.
VILLAGE_ENDING = re.compile(r"(?:嘎查|村)(?:民?委(?:员?会)?)?$")
HERDERS_ENDING = re.compile(r"(牧|渔)民?委(?:员?会)?$")
COMMUNITY_ENDING = re.compile(r"居民?委(?:员?会)?$")
# 城乡 and 市场 name no place; a second division may follow the first: 安阳市殷都区.
DIVISIONS = re.compile(
    r"(?:.{1,7}?(?:省|自治区|(?<!城)市(?![场政])|(?<![社小园校景片])区(?!域)|县|旗"
    r"|(?<!城)[镇乡](?![市县区村])|街道|苏木)){1,3}"
    r"|[省市县区旗镇乡](?![场政域村镇])"  # 县应急管理局, as people say at home
)
PARTY_PREFIX = re.compile(r"^(中国共产党|中共)")
NOT_GOVERNING = (Level.COUNTY_DEPARTMENT, Level.TOWNSHIP_DEPARTMENT, Level.ENTERPRISE)


@cache
def guess_level(name: str) -> Level | None:
    """Tell the level from a name's ending; None when the ending is of no known sort."""
    return next((level for form, level in LEVEL_FORMS if re.search(form, name)), None)


def is_party_committee(name: str) -> bool:
    """True of a committee of the Party: 中共…委员会, …党委, …党支部."""
    return bool(PARTY_PREFIX.match(name) or name.endswith(("党委", "党工委", "党支部", "党总支")))


@cache
def area_name(name: str) -> str:
    """Name the place an organ governs: 白道口镇 of 白道口镇人民政府, 西街村 of 西街村民委员会.

    The name itself when it governs no place (a company, a station).
    """
    name = PARTY_PREFIX.sub("", name)
    if village := village_area(name):
        return village
    if guess_level(name) in NOT_GOVERNING:
        return name
    return AREA_ENDINGS.sub("", name)


def village_area(name: str) -> str | None:
    """Name the village or community of a committee: 西街村, 卫西社区; None for other organs."""
    for ending, kinds, usual in (
        (COMMUNITY_ENDING, ("社区", "村"), "社区"),
        (HERDERS_ENDING, ("村", "嘎查"), "村"),
    ):
        if ending.search(name):
            stem = ending.sub("", name)
            return stem if stem.endswith(kinds) else f"{stem}{usual}"
    if not VILLAGE_ENDING.search(name):
        return None
    stem = village_stem(name)
    return stem if len(stem) > 1 and stem.endswith(("村", "嘎查")) else f"{stem}村"


def village_stem(name: str) -> str:
    """Take 村, or its committee, off a village's name; a 嘎查 keeps its word."""
    stem = VILLAGE_ENDING.sub(lambda ending: "嘎查" * ending[0].startswith("嘎查"), name)
    # One character is no name by itself: 孟村委会 is the committee of 孟村.
    return stem if len(stem) > 1 else f"{stem}村"


def self_term(name: str, level: Level) -> str:
    """Tell what an organ calls its own place: 我镇, 我乡, 我街道, 我县, 我区, 本村, 本社区."""
    area = area_name(name)
    own = "本" if level is Level.VILLAGE else "我"
    words = (f"{own}{word}" for word in AREA_TERMS.get(level, ()) if area.endswith(word))
    return next(words, SELF_TERMS.get(level, "本单位"))


@cache
def seat(name: str) -> str:
    """Name the place an office belongs to: 滑县 of 滑县应急管理局, 白道口镇 of 白道口镇派出所.

    For an organ that governs a place, that place; the name itself when it tells of none.
    """
    level = guess_level(name)
    if level is not None and level not in NOT_GOVERNING:
        return area_name(name)
    found = DIVISIONS.match(PARTY_PREFIX.sub("", name))
    return found[0] if found else name


@cache
def seat_term(name: str, level: Level) -> str:
    """Tell what someone of an office calls its place: 我县 at 滑县应急管理局.

    Where the name tells of no place, or the organ governs one, what `self_term` gives.
    """
    if level not in NOT_GOVERNING:
        return self_term(name, level)  # a 社区 is no 区
    place = seat(name)
    government = f"{place}办事处" if place.endswith("街道") else f"{place}人民政府"
    found = guess_level(government)
    return self_term(government, found) if place != name and found else self_term(name, level)


def township_government(name: str) -> str | None:
    """Give the official name of a township's government; None for a name of no known sort.

    白道口镇 is 白道口镇人民政府, 城关街道 is 城关街道办事处; a Party committee stays what it is.
    """
    if guess_level(name) is not Level.TOWNSHIP:
        return None
    area = re.sub(r"((?<=街道)办|(?<!人民)政府)$", "", name)
    if area.endswith("街道"):
        return f"{area}办事处"
    return f"{area}人民政府" if area.endswith(("镇", "乡", "苏木")) else name


def village_committee(name: str) -> str | None:
    """Give the official name of a village's committee; None for a name of no known sort.

    People write 西街村, 西街村委会, 西街村村民委员会 or 卫西社区. A village's own name may end
    in 村 (孟村 is 孟村村民委员会, never 孟村村村民委员会).
    """
    if guess_level(name) is not Level.VILLAGE:
        return None
    if COMMUNITY_ENDING.search(name):
        return f"{COMMUNITY_ENDING.sub('', name)}居民委员会"
    if HERDERS_ENDING.search(name):
        return HERDERS_ENDING.sub(r"\1民委员会", name)
    if name.endswith("社区"):
        return f"{name}居民委员会"
    if VILLAGE_ENDING.search(name) and not name.endswith("嘎查委员会"):
        return f"{village_stem(name)}村民委员会"
    return name
