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
        "pattern": r"^\d{4}(-\d\d-\d\d|年\d{1,2}月\d{1,2}日)$",
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
DEEPEST = 7  # sections hold sections, four levels deep below two of the record's own


def schema_of(kind: Kind) -> Schema:
    """Give the JSON Schema of a kind's input file."""
    root = _object(kind.inputs, 0)
    properties = root["properties"]
    assert isinstance(properties, dict)
    properties["$schema"] = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.label,
        "description": kind.summary,
        **root,
        "$defs": DEFINITIONS,
    }


def _object(field: Field, depth: int) -> Schema:
    properties: Schema = {}
    needed: list[Schema] = []
    for child in field.children:
        if child.computed:
            continue
        schema = _field(child, depth + 1)
        properties[child.name] = schema
        properties[child.label] = schema
        if depth > 0 and child.required and child.name != "level":
            names = dict.fromkeys((child.name, child.label))
            needed.append({"anyOf": [{"required": [name]} for name in names]})
    found: Schema = {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^//": {}},
        "additionalProperties": False,
    }
    return {**found, "allOf": needed} if needed and depth > 3 else found


def _field(field: Field, depth: int) -> Schema:
    about: Schema = {"title": field.label, "description": field.help}
    if field.example is not None:
        about["examples"] = [field.example]
    shape = _shape(field, depth)
    options = [shape, *([BLANK] if field.may_be_blank else [])]
    if not field.required:
        options.append({"type": "null"})
    return {**about, **(options[0] if len(options) == 1 else {"anyOf": options})}


def _shape(field: Field, depth: int) -> Schema:
    if depth > DEEPEST:
        return {}
    if field.type is FieldType.LIST:
        return {"type": "array", "items": _item(field.item, depth + 1)}
    if field.type is FieldType.OBJECT:
        return _item(field, depth)
    if field.type is FieldType.CHOICE:
        return {"enum": [name for pair in field.choices for name in pair]}
    return SCALARS[field.type]


def _item(field: Field, depth: int) -> Schema:
    """An object may also be written short, as one text, where its type reads that."""
    if field.type is not FieldType.OBJECT:
        return _shape(field, depth)
    return {"anyOf": [_object(field, depth), {"type": "string"}]}
