"""What a template without a kind asks for, as JSON Schema, and files to be filled in."""

import json
from dataclasses import dataclass
from pathlib import Path

from docgen.fields import Field, FieldType
from docgen.findings import Finding, has_errors
from docgen.kindless import kind_of
from docgen.kinds._schema import BLANK, DEFINITIONS, SCALARS
from docgen.kinds._starter import roster_titles, starter_json
from docgen.report import place_text
from docgen.word.inference import Inference, Usage
from docgen.word.witness import Steps

Schema = dict[str, object]
MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Made:
    """What was inferred from one template: its schema, a starter, the headings of a roster."""

    name: str
    schema: Schema
    starter: str
    roster: tuple[str, ...]
    findings: list[Finding]

    @property
    def is_faulty(self) -> bool:
        """True of a template that no data can fill."""
        return has_errors(self.findings)

    def to_json(self) -> dict[str, object]:
        """Give all of it as data."""
        starter = json.loads(self.starter)
        return {"schema": self.schema, "starter": starter, "roster": list(self.roster)}


def made_of(inference: Inference, name: str) -> Made:
    """Write down what a template of that name asks for."""
    kind = kind_of(inference, name)
    return Made(
        name,
        _schema(inference, name),
        starter_json(kind),
        roster_titles(kind),
        list(inference.findings),
    )


def deliver(made: Made, output: str, *, force: bool) -> list[Path]:
    """Write the schema to a file, or all there is to a folder.

    Raises:
        FileError: when one of the files is there already and `force` is not set.
    """
    from docgen.files import refuse_existing, write_whole
    from docgen.report import to_json

    schema = f"{to_json(made.schema)}\n".encode()
    files = {Path(output): schema}
    if Path(output).suffix.lower() != ".json":
        folder = Path(output)
        files = {
            folder / f"{made.name}.schema.json": schema,
            folder / f"{made.name}.json": made.starter.encode(),
            # Excel knows UTF-8 only by the mark at the start of a csv file.
            folder / f"{made.name}.roster.csv": (",".join(made.roster) + "\n").encode("utf-8-sig"),
        }
    for path in files:
        refuse_existing(path, force=force)
    return [write_whole(path, content, force=force) for path, content in files.items()]


def _schema(inference: Inference, name: str) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": f"由模板“{name}”推断：必填的是无论如何都会印出的各项",
        **_object(inference.root, (), inference),
        "$defs": DEFINITIONS,
    }


def _object(field: Field, steps: Steps, inference: Inference) -> Schema:
    children = field.children
    required = [child.name for child in children if child.required]
    return {
        "type": "object",
        "properties": {child.name: _field(child, steps, inference) for child in children},
        **({"required": required} if required else {}),
    }


def _field(field: Field, above: Steps, inference: Inference) -> Schema:
    steps = (*above, field.name)
    usage = inference.usages.get(steps, Usage())
    about: Schema = {"title": field.name, "description": _description(field, usage)}
    if usage.values:
        about["examples"] = list(usage.values)
    options = [_shape(field, steps, inference), *([BLANK] if field.may_be_blank else [])]
    options += [] if field.required else [{"type": "null"}]
    return {**about, **options[0]} if len(options) == 1 else {**about, "anyOf": options}


def _shape(field: Field, steps: Steps, inference: Inference) -> Schema:
    if field.type is FieldType.LIST:
        item = _field(field.item, steps, inference)
        return {"type": "array", "items": {k: v for k, v in item.items() if k not in ITEM_HIDES}}
    if field.type is FieldType.OBJECT:
        return _object(field, steps, inference)
    if field.type is FieldType.TEXT:
        return {"type": ["string", "number"], "minLength": 1}
    return {} if field.type is FieldType.ANY else SCALARS[field.type]


ITEM_HIDES = ("title", "description")


def _description(field: Field, usage: Usage) -> str:
    """Tell where a value stands, and when it is printed."""
    places = list(dict.fromkeys(place_text(one.place) for one in usage.placeholders))
    more = f"等{len(places)}处" if len(places) > MOST_PLACES else ""
    condition = field.help.partition("，")[2]
    told = (f"{'、'.join(places[:MOST_PLACES])}{more}", condition)
    return "；".join(part for part in told if part)
