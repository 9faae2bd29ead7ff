"""When a campaign is held and which one of its kind it is, as the lexicon has it."""

import datetime
from typing import Any

from pydantic import ValidationError

from docgen import lexicon
from docgen.kinds._issued import FIRST_YEAR, LAST_YEAR
from docgen.kinds._plan_activities import ConsultDay
from docgen.kinds._plan_parts import Campaign
from docgen.kinds._plan_words import campaign_texts, is_year, tokens
from docgen.vocabulary import Term, day_text

Data = dict[str, Any]


def known_year(data: Data) -> int | None:
    """Give the year when it is one that a plan can have."""
    year = data.get("year")
    return year if is_year(year) and FIRST_YEAR <= year <= LAST_YEAR else None


def known_period(data: Data) -> Term | None:
    """Give the period as far as it is sound; what is wrong is the record model's to report."""
    value = data.get("period")
    try:
        return None if value is None else Term.model_validate(value)
    except ValidationError:
        return None


def days_of(period: Term) -> int:
    """Count the days of a period."""
    return (period.end - period.start).days + 1


def with_calendar(data: Data, campaign: Campaign) -> Data:
    """Add which one of its kind the campaign is, its theme, and when it is held."""
    year, known = known_year(data), lexicon.campaigns().get(campaign.label)
    if year is None or known is None:
        return data
    drawn = {
        "ordinal": known.ordinal(year),
        "theme": known.themes.get(year),
        "period": held(*known.period(year)),
    }
    return {**{name: value for name, value in drawn.items() if value is not None}, **data}


def held(start: datetime.date, end: datetime.date) -> dict[str, datetime.date]:
    """Give the usual period of a campaign: a single day is kept for a week."""
    return {"start": start, "end": end if end > start else start + datetime.timedelta(days=6)}


def fixed_day(data: Data, campaign: Campaign) -> datetime.date | None:
    """Give the day of the campaign that is the same every year; None where there is none."""
    year, known = known_year(data), lexicon.campaigns().get(campaign.label)
    return known.fixed_day(year) if known and year else None


def with_consult_day(data: Data, campaign: Campaign) -> Data:
    """Add name and date of the day of counsel, where the clerk speaks of it."""
    written = data.get("consult_day")
    if not isinstance(written, dict):
        return data
    day = fixed_day(data, campaign)
    drawn = {"name": campaign_texts(campaign)["consult_name"], **({"date": day} if day else {})}
    return {**data, "consult_day": {**drawn, **written}}


def calendar_words(plan: Data, campaign: Campaign) -> dict[str, str]:
    """Give the words for theme, ordinal, period and day of counsel.

    A theme or ordinal that is another year's is not said again: it is told at its own field.
    """
    theme, ordinal = plan.get("theme"), plan.get("ordinal")
    shown = theme.strip(" “”") if isinstance(theme, str) else ""
    return {
        "主题": shown if is_of_year(plan, campaign, shown) else "",
        "围绕主题": f"紧紧围绕“{shown}”这一主题，" if shown else "",
        "届次": str(ordinal) if is_year(ordinal) and is_right(plan, campaign, ordinal) else "",
        **period_words(known_period(plan), known_year(plan)),
        **consult_words(plan, campaign),
    }


def is_of_year(plan: Data, campaign: Campaign, theme: str) -> bool:
    """True of a theme that can be the year's: the official one, or one nobody knows."""
    known, year = lexicon.campaigns().get(campaign.label), known_year(plan)
    official = known.themes.get(year) if known and year else None
    if official:
        return lexicon.same_theme(official, theme)
    return known is None or known.year_of(theme) is None


def is_right(plan: Data, campaign: Campaign, ordinal: int) -> bool:
    """True of the ordinal that the year makes."""
    known, year = lexicon.campaigns().get(campaign.label), known_year(plan)
    return known is None or year is None or known.ordinal(year) in (None, ordinal)


def consult_words(plan: Data, campaign: Campaign) -> dict[str, str]:
    """Give the words for the day of counsel: as written, or the day fixed for the campaign."""
    year, fixed = known_year(plan), fixed_day(plan, campaign)
    try:
        day = ConsultDay.model_validate(plan.get("consult_day") or {})
    except ValidationError:
        day = ConsultDay()
    date = day.date or fixed
    shown = day_text(date, year or date.year) if date else ""
    return {
        "咨询日": day_text(fixed, fixed.year) if fixed else "",
        "咨询时间": f"{shown}{day.time or ''}" if shown else "",
        "咨询地点": day.place or "",
        "咨询主办": day.host or tokens(plan, campaign)["安委办"],
    }


def period_words(period: Term | None, year: int | None) -> dict[str, str]:
    """Give the words for the first and the last day of a period; empty where it is not known."""
    if period is None or year is None:
        return {"开始": "", "结束": ""}
    return {"开始": day_text(period.start, year), "结束": day_text(period.end, year)}
