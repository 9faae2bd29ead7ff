"""What a speech says when the clerk does not say otherwise.

Texts come from `texts/training_speech.toml`, by field of safety; names in braces (`{活动}`) are
put in from the record. A text that needs what is not known is left out, and so reported. Anything
the clerk wrote is left alone; a point of which he wrote the heading alone gets words that fit it.
"""

import datetime
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from docgen.kinds._scopes import Scope
from docgen.kinds._speech_points import with_announcement, with_discipline, with_points
from docgen.kinds._speech_texts import known_words, subject, texts
from docgen.kinds._speech_words import (
    bare_event,
    full_event,
    occasion,
    session_in,
    session_unit,
    training,
)
from docgen.organs import guess_level, seat_term
from docgen.vocabulary import OfficialDate, Organ, chinese_number

Data = dict[str, Any]
PLAIN_FIELDS = ("title", "salutation", "opening", "situation", "closing")
DRAWN_UP = ("year", *PLAIN_FIELDS, "points")
DATES = TypeAdapter(OfficialDate)


def complete(data: Data) -> Data:
    """Give the clerk's data with everything added that can be known without asking."""
    known = with_scope(with_year(data))
    scope, words = known_scope(known), tokens(known)
    drawn = {name: known_words(value, words) for name, value in plain(scope).items()}
    spoken = {**{name: value for name, value in drawn.items() if value is not None}, **known}
    spoken = with_points(spoken, scope, words)
    return with_announcement(with_discipline(spoken, data, words), words)


def with_year(data: Data) -> Data:
    """Add the year of the date, when none is written."""
    day = known_date(data)
    return data if "year" in data or day is None else {**data, "year": day.year}


def known_date(data: Data) -> datetime.date | None:
    """Give the day of the speech; None when it is left open or wrong, which is told elsewhere."""
    try:
        return DATES.validate_python(data.get("date"))
    except ValidationError:
        return None


def with_scope(data: Data) -> Data:
    """Add the field of safety the event's name speaks of, when none is written."""
    if "scope" in data:
        return data
    event = str(data.get("event", ""))
    subjects = texts()["subjects"].items()
    found = (name for name, subject in subjects if any(word in event for word in subject["words"]))
    return {**data, "scope": next(found, Scope.COMPREHENSIVE.value)}


def known_scope(data: Data) -> Scope:
    """Tell the field of safety; a wrong one is the record model's to report."""
    return Scope.known(data.get("scope")) or Scope.COMPREHENSIVE


def tokens(data: Data) -> dict[str, str]:
    """Give what stands for each name in braces, as far as it is known."""
    words = {"领域": subject(known_scope(data))["name"]}
    event, organ = data.get("event"), speaker_organ(data)
    if isinstance(event, str):
        full = full_event(event, written_session(data))
        words["活动"], words["场合"] = training(full), occasion(full)
    if organ:
        level = guess_level(organ)
        words["单位"] = organ
        words["我地"] = seat_term(organ, level) if level else "本单位"
    hosts = "、".join(names_in(data.get("hosts")))
    place = data.get("place")
    words["主办语"] = f"由{hosts}主办的" if hosts else ""
    words["地点语"] = f"在{place.removeprefix('在')}" if isinstance(place, str) else ""
    words["届次语"] = session_words(data, words)
    return words


def written_session(data: Data) -> int | None:
    """Give the session as the clerk wrote it; None for what is no number."""
    session = data.get("session")
    return session if isinstance(session, int) and not isinstance(session, bool) else None


def session_words(data: Data, words: Mapping[str, str]) -> str:
    """Tell since when the training is held every year; nothing where that is not known."""
    first, event = data.get("first_year"), words.get("活动", "")
    session, place = session_in(event), words.get("我地")
    known = isinstance(first, int) and data.get("held_yearly", True) is True
    if not (known and session and session > 1 and place):
        return ""
    ordinal = f"第{chinese_number(session)}{session_unit(event)}"
    return f"{place}自{first}年起每年举办一次{bare_event(event)}，这次是{ordinal}。"


def speaker_organ(data: Data) -> str | None:
    """Give the name of the speaker's organ, as far as it is written."""
    speaker = data.get("speaker")
    organ = speaker.get("organ") if isinstance(speaker, dict) else None
    return next(iter(names_in([organ])), None)


def names_in(organs: object) -> list[str]:
    """Give the names of organs, as far as they are written."""
    entries = organs if isinstance(organs, list) else []
    named = [
        entry.get("name")
        if isinstance(entry, dict)
        else entry.name
        if isinstance(entry, Organ)
        else entry
        for entry in entries
    ]
    return [name.strip() for name in named if isinstance(name, str)]


def plain(scope: Scope) -> Data:
    """Give the texts of the fields that stand for themselves."""
    return {name: subject(scope).get(name) or texts()[name] for name in PLAIN_FIELDS}
