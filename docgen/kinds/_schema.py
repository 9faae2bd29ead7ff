"""A kind's inputs as JSON Schema (2020-12), so that an editor helps while a clerk types.

Each field may be written by identifier or by label, never by both.
"""

from docgen.fields import Field, FieldType
from docgen.kinds import Kind

Schema = dict[str, object]
SCALARS: dict[FieldType, Schema] = {
    FieldType.TEXT: {"type": "string"},
    FieldType.INTEGER: {"type": "integer"},
    FieldType.NUMBER: {"type": "number"},
    FieldType.BOOLEAN: {"type": "boolean"},
    FieldType.DATE: {
        "type": "string",
        "pattern": (
            r"^\d{4} ?(-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}"
            r"|年 ?\d{1,2} ?月 ?\d{1,2} ?日)$"
        ),
    },
}
BLANK: Schema = {"$ref": "#/$defs/blank"}
DEFINITIONS: Schema = {
    "blank": {
        "title": "留白",
        "description": '留给手写的地方，例如 {"留白": "签字"}',
        "anyOf": [
            {"enum": ["手签", "留白"]},
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "properties": {"留白": {"type": "string"}, "blank": {"type": "string"}},
                "additionalProperties": False,
            },
        ],
    }
}


def schema_of(kind: Kind) -> Schema:
    """Give the JSON Schema of a kind's input file."""
    definitions: Schema = dict(DEFINITIONS)
    root = _object(kind.inputs, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.label,
        "description": kind.summary,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(field: Field, definitions: Schema) -> Schema:
    """Describe an object; every field under its identifier, and the label as the same."""
    properties: Schema = {"$schema": {"type": "string"}} if not field.model else {}
    for child in field.children:
        if not child.computed:
            schema = _field(child, definitions)
            properties[child.name] = schema
            properties[child.label] = schema
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^//": {}},
        "additionalProperties": False,
    }


def _field(field: Field, definitions: Schema) -> Schema:
    about: Schema = {"title": field.label, "description": field.help}
    if field.example is not None:
        about["examples"] = [field.example]
    shape = _shape(field, definitions)
    options = [shape, *([BLANK] if field.may_be_blank else []), {"type": "null"}]
    return {**about, "anyOf": options}


def _shape(field: Field, definitions: Schema) -> Schema:
    if field.type is FieldType.LIST:
        return {"type": "array", "items": _shape(field.item, definitions)}
    if field.type is FieldType.CHOICE:
        return {"enum": [name for pair in field.choices for name in pair]}
    if field.type is not FieldType.OBJECT:
        return SCALARS[field.type]
    if field.model not in definitions:
        definitions[field.model] = {}  # a section holds sections
        # An object may also be written short, as one text, where its type reads that.
        value = field.child("value")
        is_quantity = value is not None and value.type is FieldType.NUMBER
        short: Schema = {"type": ["string", "number"] if is_quantity else "string"}
        definitions[field.model] = {"anyOf": [_object(field, definitions), short]}
    return {"$ref": f"#/$defs/{field.model}"}
