"""The points of a speech: words for headings that stand alone, and how many there are."""

from collections.abc import Mapping
from typing import Any

from docgen.kinds._scopes import Scope
from docgen.kinds._speech_texts import every_text, known_words, subject, texts
from docgen.kinds._texts import filled
from docgen.vocabulary import announces, counting_number

Data = dict[str, Any]
BODY = ("text", "paragraphs", "points", "sections", "closing", "table")


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
    """Give the text of a paragraph or the facility; one with points announces its own."""
    if not isinstance(part, dict):
        return part
    return "。" if part.get("points") else part.get("text")
