"""A template's placeholders as lines for a terminal, and as data for a program."""

from collections.abc import Iterator
from dataclasses import asdict

from docgen.fields import TYPE_LABELS, Field, label_path
from docgen.report import place_text
from docgen.word.sites import Placeholder, Use

USES = {Use.PRINT: "印出", Use.LOOP: "循环", Use.CONDITION: "条件"}
SHOWN = 40


def placeholder_lines(placeholders: tuple[Placeholder, ...], fields: Field | None) -> Iterator[str]:
    """Write a line for each: what it is, what is done with it, where, and in which text."""
    for one in placeholders:
        text = " ".join((one.place.text or "").split())
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        scope = f"（当 {'、'.join(one.conditions)}）" if one.conditions else ""
        use = "、".join(filter(None, (USES[one.use], _type(one, fields))))
        name = _label(one, fields) or one.path or one.expression
        yield f"{name}  {use}  {place_text(one.place)}  “{shown}”{scope}"


def placeholder_json(one: Placeholder, fields: Field | None) -> dict[str, object]:
    """Give a placeholder as data; label and type are null where no kind is named."""
    known = _field(one, fields)
    return {
        **asdict(one),
        "label": _label(one, fields) or None,
        "type": known.type.value if known else None,
    }


def _field(one: Placeholder, fields: Field | None) -> Field | None:
    return fields.find(one.path) if fields is not None and one.path else None


def _type(one: Placeholder, fields: Field | None) -> str:
    known = _field(one, fields)
    return TYPE_LABELS[known.type] if known else ""


def _label(one: Placeholder, fields: Field | None) -> str:
    """Name the field in Chinese, its identifier behind it; empty where no kind is named."""
    if fields is None or _field(one, fields) is None:
        return ""
    steps = one.path.replace("[", ".[").split(".")
    return f"{label_path(fields, tuple(_step(step) for step in steps))}（{one.path}）"


def _step(step: str) -> str | int:
    number = step.strip("[]")
    return int(number) if step.startswith("[") and number else step
