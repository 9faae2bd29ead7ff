"""Sentences drawn up from the figures of a summary, all but those about accidents.

A clause is printed when its number is known. Texts come from `texts/annual_summary.toml`.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from docgen.kinds._summary_defaults import (
    SPAN_WORDS,
    known_span,
    own_term,
    put_in,
    scope_texts,
    span_words,
    texts,
)
from docgen.kinds._summary_figures import Breakdown, MajorHazards
from docgen.vocabulary import Quantity, plain_number, share

if TYPE_CHECKING:
    from docgen.kinds.annual_summary import AnnualSummary

Words = dict[str, str]
Spec = Mapping[str, str]
OWN = ("本单位", "本部门", "本人", "本户", "本组")


def words_of(record: "AnnualSummary") -> Words:
    """Give what stands for each name in braces in this record's sentences."""
    scope = scope_texts(record.scope)
    place = own_term(record.issuer.name, record.issuer.level)
    everywhere = place if place in OWN else f"全{place[1:]}"
    words = {"领域": scope["name"], "事故": scope["accident"], "自称": place, "全域": everywhere}
    span = known_span(record.period, record.year)
    return words | (span_words(span) if span else dict.fromkeys(SPAN_WORDS, str(record.period)))


def number(value: object) -> Decimal | None:
    """Give an exact number; None for what is not known, inexact, or missing from a draft."""
    if isinstance(value, Quantity):
        return value.amount if value.is_exact and number(value.value) is not None else None
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value))
    return None


def counted(value: object, unit: str) -> str:
    """Say a number with its counting word; a draft's mark stays as it is."""
    if isinstance(value, Quantity):
        return value.counted(unit)
    if isinstance(value, int | float | Decimal):
        return f"{plain_number(float(value))}{unit}"
    return str(value)


def total(values: Iterable[object]) -> Decimal | None:
    """Add numbers up; None unless every one is exact."""
    found = [number(value) for value in values]
    known = [one for one in found if one is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(found) else None


def clause(value: object, spec: Spec) -> str | None:
    """Say one number; nothing where it is not known, or none and not worth a word."""
    if value is None:
        return None
    if number(value) == 0:
        return spec.get("zero")
    return put_in(spec["text"], {"数": counted(value, spec["unit"])})


def said(parts: Iterable[str | None]) -> list[str]:
    """Leave out what is not said."""
    return [part for part in parts if part]


def noted(text: str, note: str | None) -> str:
    """End a text with a full stop, and put a note behind it."""
    sentences = [sentence.rstrip("。") for sentence in (text, note) if sentence]
    return "".join(f"{sentence}。" for sentence in sentences)


def breakdown_line(name: str, whole: Breakdown, words: Words) -> str:
    """Say a whole and its parts: 全镇共有生产经营单位54家，其中危险化学品10家."""
    own = texts()["breakdowns"][name]
    unit = str(whole.total.unit or own["unit"])
    named = whole.name or put_in(own["name"], words)
    text = put_in(own["text"], {**words, "名称": named, "总数": counted(whole.total, unit)})
    parts = "、".join(f"{part.name}{counted(part.count, unit)}" for part in whole.parts)
    return noted(text + (put_in(own["parts"], {"构成": parts}) if parts else ""), whole.note)


def list_line(name: str, items: Sequence[Any], words: Words) -> str:
    """Say what was done of one sort: 全年召开安委会会议4次、工作例会12次（每月一次）."""
    own = texts()["lists"][name]
    text = own["joint"].join(item_text(item, own["clauses"]) for item in items)
    notes = [noted("", getattr(item, "note", None)) for item in items]
    return noted(put_in(own["opening"], words) + text, None) + "".join(notes)


def item_text(item: Any, specs: Sequence[Spec]) -> str:
    """Say one item: its name, its first number and how often, its other numbers."""
    values = {spec["field"]: getattr(item, spec["field"], None) for spec in specs}
    persons, planned = number(values.get("persons")), number(getattr(item, "planned", None))
    if persons is not None and planned:
        values["completed"] = float(share(persons, planned))
    first, *others = [clause(values[spec["field"]], spec) or "" for spec in specs]
    often = getattr(item, "frequency", None)
    return f"{item.name}{first}{f'（{often}）' if often else ''}{''.join(others)}"


def major_hazards_line(hazards: MajorHazards, words: Words) -> str:
    """Say how many major hazards there were, and what becomes of those still open."""
    own = texts()["major_hazards"]
    found, closed = number(hazards.found), number(hazards.closed)
    if found == 0:
        return noted(put_in(own["none"], words), None)
    unit = str(hazards.found.unit or own["unit"])
    known = {**words, "数": counted(hazards.found, unit)}
    parts: list[str | None] = [put_in(own["found"], known)]
    if hazards.listed is not None and number(hazards.listed) != 0:
        parts.append(put_in(own["listed"], {"数": counted(hazards.listed, unit)}))
    if found is not None and closed == found:
        parts.append(own["all_closed"])
    elif hazards.closed is not None:
        parts.append(put_in(own["closed"], {"数": counted(hazards.closed, unit)}))
    if found is not None and closed is not None and closed < found:
        parts.append(put_in(own["still_open"], {"数": counted(found - closed, unit)}))
    return noted(
        "，".join(said([*parts, hazards.measures and hazards.measures.rstrip("。")])), None
    )
