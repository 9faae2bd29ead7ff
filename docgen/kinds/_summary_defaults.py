"""What a summary says when the clerk does not say otherwise: title, period, opening, plans.

Texts come from `texts/annual_summary.toml`; names in braces (`{简称}`) are put in from the record.
"""

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from docgen.kinds._issued import FIRST_YEAR, LAST_YEAR
from docgen.kinds._scopes import Scope
from docgen.organs import Level, area_name, guess_level, seat_term, self_term
from docgen.vocabulary import Term, chinese_number

Data = dict[str, Any]
DRAWN_UP = ("period", "title", "lead", "leads")
TOKEN = re.compile(r"\{(\w+)\}")
LATE = 10  # a summary of the year is written from October on
HALVES = {(1, 6): ("上半年", "下半年"), (7, 12): ("下半年", "")}

SPAN_WORDS = {
    "年度或时段": "title",
    "时段": "time",
    "期间": "during",
    "累计": "altogether",
    "末日": "until",
    "下期": "following",
}


@dataclass(frozen=True, slots=True)
class Span:
    """The words for a period: in a title, at a sentence's start, before a sum, and what follows.

    `title` is 2026年度, `time` 2026年, `during` 全年 or 截至11月30日, `altogether` 全年 or 累计,
    `until` 年底 or 11月30日, `following` 2027年.
    """

    title: str
    time: str
    during: str
    altogether: str
    until: str
    following: str


def complete(data: Data) -> Data:
    """Give the clerk's data with everything added that can be known without asking."""
    filled = with_period(data)
    words = tokens(filled)
    if words is None:
        return filled
    own = texts()
    drawn = {"title": put_in(own["title"], words), "lead": [put_in(own["lead"], words)]}
    return with_planned({**drawn, **filled}, put_in(own["next_lead"], words))


def with_planned(data: Data, lead: str) -> Data:
    """Add the words that open the plans, where there are plans and no words of the clerk's."""
    leads = data.get("leads", {})
    if not data.get("next_steps") or not isinstance(leads, dict):
        return data
    return {**data, "leads": {"next_steps": [lead], **leads}}


def with_period(data: Data) -> Data:
    """Add the calendar year as the period, when none is written."""
    year = data.get("year")
    if "period" in data or isinstance(year, bool) or not isinstance(year, int):
        return data
    if not FIRST_YEAR <= year <= LAST_YEAR:  # the year's own finding is enough
        return data
    return {**data, "period": {"start": f"{year}年1月1日", "end": f"{year}年12月31日"}}


def tokens(data: Data) -> dict[str, str] | None:
    """Give what stands for each name in braces; None when too little is known."""
    issuer, year, period = issuer_of(data), data.get("year"), period_of(data)
    if issuer is None or not isinstance(year, int) or period is None:
        return None
    span, scope = span_of(period, year), scope_texts(data.get("scope"))["name"]
    name, level = issuer
    words = {
        **span_words(span),
        "简称": area_name(name),
        "自称": own_term(name, level),
        "领域": scope,
        "暨": "",
        "形势": "",
    }
    if data.get("with_plan") is True:
        words["暨"] = put_in(texts()["with_plan"], words)
    if data.get("no_major") is True:
        words["形势"] = put_in(texts()["calm"], words)
    return words


def span_words(span: Span) -> dict[str, str]:
    """Give the words for a period by the names they have in braces."""
    return {word: getattr(span, name) for word, name in SPAN_WORDS.items()}


def issuer_of(data: Data) -> tuple[str, Level] | None:
    """Give the issuer's name and level, as far as they are known."""
    issuer = data.get("issuer")
    name = issuer.get("name") if isinstance(issuer, dict) else issuer
    if not isinstance(name, str) or not name.strip():
        return None
    written = Level.known(issuer.get("level")) if isinstance(issuer, dict) else None
    level = written or guess_level(name.strip())
    return None if level is None else (name.strip(), level)


def own_term(name: str, level: Level) -> str:
    """Tell what an office calls what it sums up for: 我县 at 滑县应急管理局, a company itself."""
    return self_term(name, level) if level is Level.ENTERPRISE else seat_term(name, level)


def period_of(data: Data) -> Term | None:
    """Give the period as far as it can be read."""
    try:
        return Term.model_validate(data.get("period"))
    except ValidationError:
        return None


def scope_texts(scope: object) -> Mapping[str, str]:
    """Give the words for a field of safety; a wrong one is the record model's to report."""
    known: Mapping[str, Mapping[str, str]] = texts()["scopes"]
    return known.get(str(scope), known[Scope.COMPREHENSIVE.value])


def known_span(period: object, year: object) -> Span | None:
    """Tell how papers speak of a period; None where a draft does not know its days."""
    if not isinstance(period, Term) or not isinstance(year, int):
        return None
    known = isinstance(period.start, datetime.date) and isinstance(period.end, datetime.date)
    return span_of(period, year) if known else None


def span_of(period: Term, of: int) -> Span:
    """Tell how papers of a year speak of a period."""
    start, end = period.start, period.end
    year, next_year = f"{of}年", f"{of + 1}年"
    until = f"{end.month}月{end.day}日"
    opens = (start.month, start.day) == (1, 1) and start.year == end.year
    if opens and (end.month, end.day) == (12, 31):
        return Span(f"{year}度", year, "全年", "全年", "年底", next_year)
    if part := part_of_year(start, end):
        named, following = part
        return Span(f"{year}{named}", f"{year}{named}", named, named, until, following or next_year)
    if opens:
        following = next_year if end.month >= LATE else "下一步"
        return Span(f"{year}度", year, f"截至{until}", "累计", until, following)
    during = period.text.removeprefix(year)
    return Span(f"{year}度", year, during, "累计", until, next_year)


def part_of_year(start: datetime.date, end: datetime.date) -> tuple[str, str] | None:
    """Name a half, a quarter or a month, and what comes after it; None for any other span.

    What comes after the last of a year is the next year, which is not named.
    """
    whole = start.day == 1 and (end + datetime.timedelta(days=1)).day == 1
    if not whole or start.year != end.year:
        return None
    if half := HALVES.get((start.month, end.month)):
        return half
    last = end.month == 12
    if start.month % 3 == 1 and end.month == start.month + 2:
        return f"第{chinese_number(end.month // 3)}季度", "" if last else "下季度"
    if start.month == end.month:
        return f"{start.month}月份", "" if last else "下月"
    return None


@cache
def texts() -> Mapping[str, Any]:
    """Read the boilerplate once."""
    file = files("docgen.kinds") / "texts" / "annual_summary.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def put_in(text: str, words: Mapping[str, str]) -> str:
    """Put names into a text."""
    return TOKEN.sub(lambda match: words[match[1]], text)
