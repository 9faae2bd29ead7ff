"""What a speech says when the clerk does not say otherwise.

Texts come from `texts/training_speech.toml`, by field of safety; names in braces (`{活动}`) are
put in from the record. A text that needs what is not known is left out, and so reported. Anything
the clerk wrote is left alone; a point of which he wrote the heading alone gets words that fit it.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from docgen.kinds._scopes import Scope
from docgen.kinds._speech_words import bare_event, full_event, session_in
from docgen.kinds._texts import TOKEN, boilerplate, filled
from docgen.organs import guess_level, seat_term
from docgen.vocabulary import (
    OfficialDate,
    Organ,
    announces,
    chinese_number,
    counting_number,
)

Data = dict[str, Any]
BODY = ("text", "paragraphs", "points", "sections", "closing", "table")
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
        words["活动"] = full_event(event, written_session(data))
    if organ:
        level = guess_level(organ)
        words["单位"] = organ
        words["我地"] = seat_term(organ, level) if level else "本单位"
    hosts = "、".join(names_in(data.get("hosts")))
    place = data.get("place")
    words["主办语"] = f"由{hosts}主办的" if hosts else ""
    words["地点语"] = f"在{place}" if isinstance(place, str) else ""
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
    ordinal = f"第{chinese_number(session)}届"
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


def texts() -> Mapping[str, Any]:
    """Give the boilerplate."""
    return boilerplate("training_speech")


def subject(scope: Scope) -> Mapping[str, Any]:
    """Give the boilerplate of a field of safety."""
    found: Mapping[str, Any] = texts()["subjects"][scope.value]
    return found


def plain(scope: Scope) -> Data:
    """Give the texts of the fields that stand for themselves."""
    return {name: subject(scope).get(name) or texts()[name] for name in PLAIN_FIELDS}


def known_words(value: Any, words: Mapping[str, str]) -> Any:
    """Put names into every text below `value`; None when any of them is not known."""
    asked = {name for text in every_text(value) for name in TOKEN.findall(text)}
    return filled(value, words) if asked <= words.keys() else None


def every_text(value: Any) -> Iterator[str]:
    """Walk every text below `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from every_text(item)


def theme_body(key: str, scope: Scope) -> list[Any]:
    """Give the paragraphs of a theme, those of the field of safety where it has its own."""
    general = {theme["key"]: theme.get("paragraphs") for theme in texts()["themes"]}
    body: list[Any] = subject(scope)["themes"].get(key) or general[key]
    return body


def with_points(data: Data, scope: Scope, words: Mapping[str, str]) -> Data:
    """Add the usual points when none are written, and words to those that are a heading alone."""
    themes = {theme["key"]: theme for theme in texts()["themes"]}
    written = data.get("points", [{"heading": themes[key]["heading"]} for key in texts()["points"]])
    if not isinstance(written, list):
        return data
    free = list(themes)
    points: list[Any] = []
    for point in written:
        key = theme_of(point["heading"], free) if is_bare(point) else None
        body = known_words(theme_body(key, scope), words) if key else None
        if key is None or body is None:
            points.append(point)
            continue
        free.remove(key)
        points.append({**point, "paragraphs": body})
    return {**data, "points": points}


def is_bare(point: object) -> bool:
    """True of a point of which only the heading is written."""
    return (
        isinstance(point, dict)
        and isinstance(point.get("heading"), str)
        and not any(point.get(name) for name in BODY)
    )


def theme_of(heading: str, keys: list[str]) -> str | None:
    """Tell which theme a heading names first; None when it names none."""
    found = [
        (heading.index(word), -len(word), theme["key"])
        for theme in texts()["themes"]
        for word in theme["words"]
        if theme["key"] in keys and word in heading
    ]
    return min(found)[2] if found else None


def with_discipline(data: Data, written: Data, words: Mapping[str, str]) -> Data:
    """Add the usual requirements, unless the clerk wrote points in his own words."""
    points = as_list(written.get("points", ()))
    headings_alone = bool(points) and all(is_bare(point) for point in points)
    if "discipline" not in data and ("points" not in written or headings_alone):
        data = {**data, "discipline": filled(texts()["discipline"], words)}
    listed = data.get("discipline")
    if "discipline_lead" in data or not isinstance(listed, list) or len(listed) < 2:
        return data
    lead = filled(texts()["discipline_lead"], {"要求数": counting_number(len(listed))})
    return {**data, "discipline_lead": lead}


def with_announcement(data: Data, words: Mapping[str, str]) -> Data:
    """Add the sentence that says how many points follow, unless the clerk says it or wants none."""
    points = data.get("points")
    count = counted(points) if isinstance(points, list) else 0
    if "announcement" in data or data.get("announced") is False or count < 2 or says_count(data):
        return data
    text = filled(texts()["announcement"], {**words, "点数": counting_number(count)})
    return {**data, "announcement": text}


def counted(points: list[Any]) -> int:
    """Count the points that are numbered."""
    return sum(not (isinstance(point, dict) and point.get("numbered") is False) for point in points)


def says_count(data: Data) -> bool:
    """True when the last paragraph before the points says how many there are."""
    before = [*as_list(data.get("opening")), data.get("facility"), *as_list(data.get("situation"))]
    texts_before = [text for part in before for text in every_text(own_text(part))]
    return bool(texts_before) and announces(texts_before[-1])


def as_list(value: object) -> list[object]:
    """Give a list as it is, and nothing for anything else."""
    return value if isinstance(value, list) else []


def own_text(part: object) -> object:
    """Give the text of a paragraph or of the facility."""
    return part.get("text") if isinstance(part, dict) else part
