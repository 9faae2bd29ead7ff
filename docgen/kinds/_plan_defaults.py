"""What a plan says when the clerk does not say otherwise.

Texts come from `texts/activity_plan.toml`, by campaign and the issuer's level; ordinal, theme and
period of a yearly campaign come from the lexicon. Anything the clerk wrote is left alone.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from docgen.kinds._plan_calendar import (
    calendar_words,
    days_of,
    known_period,
    known_year,
    with_calendar,
    with_consult_day,
)
from docgen.kinds._plan_parts import TWO_IN_ONE, USUAL_ORDER, Campaign, Chapter
from docgen.kinds._plan_words import campaign_texts, is_unit, tokens
from docgen.kinds._texts import TOKEN, filled
from docgen.vocabulary import LegalBasis, Term, named_days

Data = dict[str, Any]
Words = Mapping[str, str]
DRAWN_UP = ("campaign_name", "title")
CONTENT = {
    Chapter.OVERALL: ("guiding", "goals"),
    Chapter.GUIDING: ("guiding",),
    Chapter.GOALS: ("goals",),
    Chapter.THEME: ("theme",),
    Chapter.PERIOD: ("period",),
    Chapter.THEME_AND_PERIOD: ("theme", "period"),
    Chapter.ORGANIZATION: ("organization",),
    Chapter.ACTIVITIES: ("activities",),
    Chapter.PHASES: ("phases",),
    Chapter.REQUIREMENTS: ("requirements",),
    Chapter.REPORTING: ("reporting",),
}
TIMES = ("time", "deadline")
SHORTEST_PHASED = 10
"""Days below which a period is not divided into phases."""


def complete(data: Data) -> Data:
    """Give the clerk's data with everything added that can be known without asking."""
    campaign = Campaign.known(data.get("campaign"))
    if campaign is None:
        return data
    plan = with_consult_day(with_calendar(data, campaign), campaign)
    words = {**tokens(data, campaign), **calendar_words(plan, campaign)}
    plan = with_order({**plain_texts(campaign, words), **plan}, campaign)
    plan = with_content(plan, campaign, words)
    plan = with_organization(plan, words, campaign)
    return with_reporting(plan, words, campaign)


def plain_texts(campaign: Campaign, words: Words) -> Data:
    """Give title, name and headings."""
    texts = campaign_texts(campaign)
    whole = {"title": ("区域", "年度", "活动"), "campaign_name": ("活动",)}
    drawn = {"title": texts["title"], "campaign_name": "{活动}"}
    return {
        name: filled(text, words)
        for name, text in drawn.items()
        if all(words[word] for word in whole[name])
    }


def with_order(plan: Data, campaign: Campaign) -> Data:
    """Add the order of chapters: those of the campaign and those the clerk wrote something for."""
    if isinstance(plan.get("order"), list):
        return plan
    usual = campaign_texts(campaign)["order"]
    given = [chapter for chapter in USUAL_ORDER if any(plan.get(c) for c in CONTENT[chapter])]
    held = [chapter for chapter in USUAL_ORDER if chapter.value in usual or chapter in given]
    if not is_long(plan) and "phases" not in plan:
        held = [chapter for chapter in held if chapter is not Chapter.PHASES]
    return {**plan, "order": [chapter.value for chapter in held]}


def is_long(plan: Data) -> bool:
    """True of a period that can be divided into phases."""
    period = known_period(plan)
    return period is None or days_of(period) >= SHORTEST_PHASED


def printed_chapters(plan: Data) -> set[Chapter]:
    """Give the chapters the plan prints, each part of a double chapter too."""
    order = plan.get("order")
    known = [Chapter.known(one) for one in order] if isinstance(order, list) else []
    chapters = [chapter for chapter in known if chapter is not None]
    return {one for chapter in chapters for one in (chapter, *TWO_IN_ONE.get(chapter, ()))}


def with_content(plan: Data, campaign: Campaign, words: Words) -> Data:
    """Add opening, guiding thought, goals, activities, phases, requirements and slogans."""
    texts, printed = campaign_texts(campaign), printed_chapters(plan)
    drawn: Data = {}
    if Chapter.GUIDING in printed:
        drawn["guiding"] = {"text": filled(texts["guiding"], words)}
    if Chapter.GOALS in printed:
        drawn["goals"] = filled(texts["goals"], words)
    if Chapter.ACTIVITIES in printed:
        drawn["activities"] = activities(plan, texts, words)
    if Chapter.PHASES in printed:
        drawn["phases"] = phases(texts.get("phases", []), known_period(plan), words)
    if Chapter.REQUIREMENTS in printed:
        drawn["requirements"] = [
            {"run_in": True, **filled(requirement, words)} for requirement in texts["requirements"]
        ]
    if plan.get("slogan_sheet") is True:
        drawn["slogans"] = list(texts.get("slogans", []))
    drawn["opening"] = opening(plan, texts, words)
    headings = {**texts.get("headings", {}), **as_group(plan.get("headings"))}
    return {**drawn, **plan, **({"headings": headings} if headings else {})}


def as_group(value: object) -> Data:
    """Give a group as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def opening(plan: Data, texts: Mapping[str, Any], words: Words) -> list[str]:
    """Give the first paragraph: the occasion, then why and on what basis the plan is made."""
    purpose = plan.get("purpose")
    stated = purpose if isinstance(purpose, str) else filled(texts["purpose"], words)
    said = {
        **words,
        "目的": stated.strip().removeprefix("为").rstrip("，。"),
        "依据": basis_words(plan),
    }
    return [filled(occasion(plan, texts, words), words) + filled(texts["closing"], said)]


def occasion(plan: Data, texts: Mapping[str, Any], words: Words) -> str:
    """Give the fullest sentence on the occasion; a theme of one's own is not the nation's."""
    own_theme = plan.get("local_theme") is True
    fitting = (text for text in texts.get("occasions", []) if not (own_theme and "{主题}" in text))
    return next((text for text in fitting if is_whole(text, words)), "")


def is_whole(text: str, words: Words) -> bool:
    """True of a text for whose names there are words."""
    return all(words.get(found[1]) for found in TOKEN.finditer(text))


def basis_words(plan: Data) -> str:
    """Give the words on the papers a plan rests on."""
    written = plan.get("basis")
    try:
        cited = [LegalBasis.model_validate(one).text for one in written or []]
    except (ValidationError, TypeError):
        return ""
    joint = "、" if any("）" in text for text in cited) else ""
    return f"根据{joint.join(cited)}要求，" if cited else ""


def activities(plan: Data, texts: Mapping[str, Any], words: Words) -> list[Data]:
    """Give the usual activities of a campaign, for a place or for a unit's own staff."""
    usual = texts.get("activities", [])
    chosen = texts.get("unit_activities", usual) if is_unit(plan) else usual
    return [dict(fitting_fields(plan, activity, words)) for activity in chosen]


def fitting_fields(plan: Data, activity: Data, words: Words) -> Iterable[tuple[str, Any]]:
    """Give the fields of an activity for which there are words; days outside the period go."""
    for name, value in activity.items():
        said = filled(value, words) if not isinstance(value, str) or is_whole(value, words) else ""
        if said and not (name in TIMES and is_outside(plan, said)):
            yield name, said


def is_outside(plan: Data, time: str) -> bool:
    """True of a time on a day that is not in the plan's period."""
    period, year = known_period(plan), known_year(plan)
    if period is None or year is None:
        return False
    return any(not period.start <= day <= period.end for day in named_days(time, year))


def phases(usual: list[Data], period: Term | None, words: Words) -> list[Data]:
    """Divide the period into the usual phases by their shares."""
    if period is None or days_of(period) < len(usual):
        return []
    whole = sum(phase["share"] for phase in usual)
    found: list[Data] = []
    share, start = 0, period.start
    for phase in usual:
        share += phase["share"]
        end = period.start + datetime.timedelta(days=days_of(period) * share // whole - 1)
        tasks = filled(phase["tasks"], words)
        found.append({"name": phase["name"], "start": start, "end": end, "tasks": tasks})
        start = end + datetime.timedelta(days=1)
    return found


def with_organization(plan: Data, words: Words, campaign: Campaign) -> Data:
    """Add name and first words of the leading group, and what its office does."""
    written = plan.get("organization")
    if not isinstance(written, dict):
        left_out = Chapter.ORGANIZATION not in printed_chapters(plan)
        return {"organization": None, **plan} if left_out else plan
    texts = campaign_texts(campaign)
    name = written.get("name") or filled(texts["organization_name"], words)
    drawn: Data = {"name": name}
    if any(written.get(role) for role in ("leaders", "first_deputies", "deputies", "members")):
        drawn["intro"] = filled(texts["intro"], {**words, "机构名称": str(name)})
    group = {**drawn, **written}
    if isinstance(group.get("office"), dict):
        group["office"] = {"duties": texts["office_duties"], **group["office"]}
    return {**plan, "organization": group}


def with_reporting(plan: Data, words: Words, campaign: Campaign) -> Data:
    """Add who reports what to whom by when."""
    written = plan.get("reporting")
    if not isinstance(written, dict):
        return plan if reports(plan) else {"reporting": None, **plan}
    texts = campaign_texts(campaign)
    drawn: Data = {"reporters": words["各单位"], "receiver": words["安委办"]}
    if "text" not in written:
        drawn["items"] = [{"item": report_item(plan, texts)}]
        period = known_period(plan)
        if period is not None:
            drawn["deadline"] = period.end - datetime.timedelta(days=texts["report_days"])
    return {**plan, "reporting": {**drawn, **written}}


def reports(plan: Data) -> bool:
    """True when the plan has a place for reports."""
    printed = printed_chapters(plan)
    wanted = plan.get("with_reporting", True) is True
    return Chapter.REPORTING in printed or (wanted and Chapter.REQUIREMENTS in printed)


def report_item(plan: Data, texts: Mapping[str, Any]) -> str:
    """Name what is reported: the summary, and the table where there is one."""
    table = "和活动统计表" if plan.get("statistics_table") is True else ""
    return f"{texts['report_item']}{table}"
