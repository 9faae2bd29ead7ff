"""The words a plan's boilerplate is filled with: who speaks, to whom, about which campaign."""

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

from docgen.kinds._plan_parts import Campaign
from docgen.kinds._texts import boilerplate, filled
from docgen.organs import Level, area_name, guess_level, self_term

Data = dict[str, Any]
COMMITTEE = re.compile(r"(安全生产|消防安全|减灾|防灾减灾救灾|平安建设)委员会(办公室)?$")
STREET = "街道"
VARIANTS = {("township", STREET): "street", ("village", "社区"): "community"}
"""Words of a level for places that are called otherwise."""

LEVELS = {
    Level.PROVINCE: "province",
    Level.CITY: "city",
    Level.COUNTY: "county",
    Level.TOWNSHIP: "township",
    Level.VILLAGE: "village",
    Level.ENTERPRISE: "enterprise",
}
UNITS = ("unit", "enterprise")
"""Levels whose plans speak to their own staff, not to a place."""
ENDINGS = {"公司": "我公司", "局": "我局", "学校": "我校"}


def texts() -> Mapping[str, Any]:
    """Give the boilerplate of plans."""
    return boilerplate("activity_plan")


def campaign_texts(campaign: Campaign) -> Mapping[str, Any]:
    """Give the boilerplate of one campaign, what all have in common below its own."""
    common: dict[str, Any] = texts()["common"]
    return {**common, **texts()["campaigns"][campaign.value]}


def place(name: str) -> str:
    """Name the place an issuer speaks for: 白道口镇, of its committee for safety too."""
    return area_name(speaker(name))


def speaker(name: str) -> str:
    """Give the government a committee for safety speaks for; any other organ is its own."""
    area = COMMITTEE.sub("", name)
    if not area or area == name:
        return name
    return f"{area}办事处" if area.endswith(STREET) else f"{area}人民政府"


def issuer_of(data: Data) -> tuple[str, Level | None]:
    """Give the name and level of the issuer, as far as they are written.

    A committee for safety speaks for the place it is a committee of.
    """
    issuer = data.get("issuer")
    written = issuer.get("name") if isinstance(issuer, dict) else issuer
    name = speaker(written.strip()) if isinstance(written, str) else ""
    level = issuer.get("level") if isinstance(issuer, dict) else None
    return name, Level.known(level) or (guess_level(name) if name else None)


def level_key(name: str, level: Level | None) -> str:
    """Name the words of the issuer's level."""
    usual = LEVELS.get(level, "unit") if level else "unit"
    for (key, ending), variant in VARIANTS.items():
        if key == usual and place(name).endswith(ending):
            return variant
    return usual


def is_unit(data: Data) -> bool:
    """True of a plan for an issuer's own staff."""
    return level_key(*issuer_of(data)) in UNITS


def own_words(data: Data) -> dict[str, str]:
    """Give the words for the issuer and those it speaks to."""
    name, level = issuer_of(data)
    term = next((word for ending, word in ENDINGS.items() if name.endswith(ending)), None)
    term = term or (self_term(name, level) if level else "本单位")
    key = level_key(name, level)
    base = {"自称": term, "字": term[1:], "区域": place(name) if name else ""}
    below = {word: filled(text, base) for word, text in texts()["levels"][key].items()}
    return {
        **base,
        "下级": below["below"],
        "单位": below["units"],
        "各单位": f"{below['below']}、{below['units']}",
        "全域": below["all"],
        "安委办": office_place(data) or below["office"],
    }


def office_place(data: Data) -> str:
    """Give the unit the office of the leading group is set up in, as far as it is written."""
    here: object = data
    for name in ("organization", "office", "place"):
        here = here.get(name) if isinstance(here, dict) else None
    return here.strip() if isinstance(here, str) else ""


def tokens(data: Data, campaign: Campaign) -> dict[str, str]:
    """Give what stands for each name in braces, before anything is drawn up."""
    name = data.get("campaign_name") or campaign_texts(campaign).get("name", "")
    year = data.get("year")
    return {
        **own_words(data),
        "活动": name if isinstance(name, str) else "",
        "年度": str(year) if is_year(year) else "",
    }


def is_year(year: object) -> TypeGuard[int]:
    """True of a number that can be a year; the record model judges it."""
    return isinstance(year, int) and not isinstance(year, bool)


def campaign_title(data: Data) -> str:
    """Name the campaign of a plan, without the word 活动: “安全生产月”."""
    campaign = Campaign.known(data.get("campaign"))
    if campaign is None:
        return ""
    return re.sub(r"(活动|行动)$", "", tokens(data, campaign)["活动"])
