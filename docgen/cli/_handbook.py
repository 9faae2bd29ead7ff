"""A kind's fields on one page."""

from collections.abc import Iterator

from docgen.cli._written import choices_told, example_at
from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.kinds import Kind
from docgen.kinds._needs import Need, Needs, needs

DEPTH = 3
MARKS = {Need.REQUIRED: "*", Need.DRAWN_UP: "+", Need.OPTIONAL: " "}
LEGEND = "标 * 的必填，标 + 的不填时由系统拟写，其余可不填；一组字段里标 * 的，写了这一组才必填。"


def handbook(kind: Kind) -> str:
    """Write a kind's fields as an indented list for a terminal."""
    head = f"{kind.label}（{kind.name}）：{kind.summary}\n\n{LEGEND}\n\n"
    return head + "\n".join(_lines(kind.inputs, "", 0, needs(kind)))


def _lines(field: Field, above: str, depth: int, asked: Needs) -> Iterator[str]:
    if depth == DEPTH:
        return
    indent = "  " * depth
    for child in field.children:
        if child.computed:
            continue
        path = f"{above}{child.name}"
        name = f"{child.label}（{child.name}）{TYPE_LABELS[child.type]}"
        yield f"{indent}{MARKS[asked.of(path, child)]} {name}：{_told(path, child, asked)}"
        if choices := choices_told(child):
            yield f"{indent}    可选：{choices}"
        below, step = (child.item, "[].") if child.type is FieldType.LIST else (child, ".")
        yield from _lines(below, path + step, depth + 1, asked)


def _told(path: str, field: Field, asked: Needs) -> str:
    """Tell what a field wants: its help, an example, what it takes where it is left out."""
    parts = [field.help]
    if not field.choices and (example := example_at(path, field, asked)):
        parts.append(f"例如：{example}")
    if source := asked.lent.get(path):
        parts.append(f"不填时取自{source}")
    if field.may_be_blank:
        parts.append("可手签")
    return "，".join(parts)


def kind_json(kind: Kind) -> dict[str, object]:
    """Give a kind and its fields as data for a program."""
    return {
        "ok": True,
        "name": kind.name,
        "label": kind.label,
        "summary": kind.summary,
        "fields": [_field_json(field, 0) for field in kind.inputs.children if not field.computed],
    }


def _field_json(field: Field, depth: int) -> dict[str, object]:
    below = field.item if field.type is FieldType.LIST else field
    children = [child for child in below.children if not child.computed] if depth < DEPTH else []
    return {
        "name": field.name,
        "label": field.label,
        "type": field.type.value,
        "help": field.help,
        "example": field.example,
        "required": field.required,
        "may_be_blank": field.may_be_blank,
        "choices": [{"value": value, "label": label} for value, label in field.choices],
        "fields": [_field_json(child, depth + 1) for child in children],
    }
