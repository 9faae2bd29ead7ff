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
# The first form that fits decides, so the narrower endings stand first.
LEVEL_FORMS: tuple[tuple[str, Level], ...] = (
    (r"(村|居)民小组$", Level.VILLAGE_GROUP),
    (r"(村民|居民|村|居|家)委(员)?会$", Level.VILLAGE),
    (r"(村|社区)(党支部|党总支|支部委员会)$", Level.VILLAGE),
    (r"(公司|集团|厂|矿|合作社|酒店|超市|加油站|商场|企业)$", Level.ENTERPRISE),
    (r"(乡|镇|苏木)(人民政府|政府|委员会|党委)$", Level.TOWNSHIP),
    (r"街道(办事处|工作委员会|工委|办)$", Level.TOWNSHIP),
    (r"(县|区|旗)(人民政府|委员会|政府)$", Level.COUNTY),
    (r"市(人民政府|委员会|政府)$|(州|盟)(人民政府|委员会|行政公署)$", Level.CITY),
    (r"(省|自治区)(人民政府|委员会)$", Level.PROVINCE),
    (r"(县|区|旗|市).*(局|委员会|办公室|中心|大队)$", Level.COUNTY_DEPARTMENT),
    (r"(院|校|站|所|办公室|办|中心|大队|中队)$", Level.TOWNSHIP_DEPARTMENT),
    (r"(村|社区|嘎查)$", Level.VILLAGE),
    (r"(镇|乡|街道|苏木)$", Level.TOWNSHIP),
    (r"(户|农户|家庭)$", Level.HOUSEHOLD),
)
SELF_TERMS = {
    Level.PROVINCE: "我省",
    Level.CITY: "我市",
    Level.COUNTY_DEPARTMENT: "本部门",
    Level.TOWNSHIP_DEPARTMENT: "本单位",
    Level.LEADER: "本人",
    Level.VILLAGE_GROUP: "本组",
    Level.ENTERPRISE: "本单位",
    Level.HOUSEHOLD: "本户",
}
AREA_ENDINGS = re.compile(r"(人民政府|政府|办事处|(党的)?工作委员会|委员会|党工委|党委|行政公署)$")
VILLAGE_ENDING = re.compile(r"(?:村民委员会|村委会|村委|村)$")
COMMUNITY_ENDING = re.compile(r"(?:居民委员会|居委会|居委)$")
PARTY_PREFIX = re.compile(r"^(中国共产党|中共)")


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
    if guess_level(name) in (Level.COUNTY_DEPARTMENT, Level.TOWNSHIP_DEPARTMENT, Level.ENTERPRISE):
        return name
    return AREA_ENDINGS.sub("", name)


def village_area(name: str) -> str | None:
    """Name the village or community of a committee: 西街村, 卫西社区; None for other organs."""
    if COMMUNITY_ENDING.search(name):
        stem = COMMUNITY_ENDING.sub("", name)
        return stem if stem.endswith(("社区", "村")) else f"{stem}社区"
    if VILLAGE_ENDING.search(name) and not name.endswith("村"):
        stem = VILLAGE_ENDING.sub("", name)
        return stem if stem.endswith(("村", "嘎查")) else f"{stem}村"
    return None


def self_term(name: str, level: Level) -> str:
    """Tell what an organ calls its own place: 我镇, 我乡, 我街道, 我县, 我区, 本村, 本社区."""
    area = area_name(name)
    if level is Level.TOWNSHIP:
        return next(
            (f"我{word}" for word in ("街道", "镇", "乡", "苏木") if area.endswith(word)), "我镇"
        )
    if level is Level.COUNTY:
        return next((f"我{word}" for word in ("区", "市", "旗") if area.endswith(word)), "我县")
    if level is Level.VILLAGE:
        return "本社区" if area.endswith("社区") else "本村"
    return SELF_TERMS.get(level, "本单位")


def township_government(name: str) -> str | None:
    """Give the official name of a township's government; None for a name of no known sort.

    白道口镇 is 白道口镇人民政府, 城关街道 is 城关街道办事处.
    """
    if guess_level(name) is not Level.TOWNSHIP:
        return None
    if name.endswith(("人民政府", "办事处")):
        return name
    if name.endswith(("街道", "街道办")):
        return f"{name.removesuffix('办')}办事处"
    return f"{name}人民政府" if name.endswith(("镇", "乡", "苏木")) else None


def village_committee(name: str) -> str | None:
    """Give the official name of a village's committee; None for a name of no known sort.

    People write 西街村, 西街村委会, 西街村村民委员会 or 卫西社区. A village's own name may end
    in 村 (孟村 is 孟村村民委员会, never 孟村村村民委员会).
    """
    if name.endswith(("村民委员会", "居民委员会", "嘎查委员会")):
        return name
    if COMMUNITY_ENDING.search(name):
        return f"{COMMUNITY_ENDING.sub('', name)}居民委员会"
    if name.endswith("社区"):
        return f"{name}居民委员会"
    if VILLAGE_ENDING.search(name):
        stem = VILLAGE_ENDING.sub("", name)
        return f"{stem if len(stem) > 1 else name}村民委员会"
    return None
