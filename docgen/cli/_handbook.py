"""A kind's fields on one page."""

from collections.abc import Collection, Iterator

from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.kinds import Kind

DEPTH = 3


def handbook(kind: Kind) -> str:
    """Write a kind's fields as an indented list for a terminal."""
    head = f"{kind.label}（{kind.name}）：{kind.summary}\n\n标 * 的必填；其余不填时由系统拟写。\n"
    return head + "\n".join(_lines(kind.inputs, 0, kind.drawn_up))


def _lines(field: Field, depth: int, drawn_up: Collection[str] = ()) -> Iterator[str]:
    if depth == DEPTH:
        return
    for child in field.children:
        if child.computed:
            continue
        is_drawn_up = child.is_drawn_up or child.name in drawn_up
        star = "*" if child.required and not is_drawn_up else " "
        is_shown = child.example not in (None, [], [[]]) and not child.choices
        example = f"，例如：{child.example}" if is_shown else ""
        blank = "，可手签" if child.may_be_blank else ""
        name = f"{child.label}（{child.name}）{TYPE_LABELS[child.type]}"
        yield f"{'  ' * depth}{star} {name}：{child.help}{example}{blank}"
        if child.choices:
            shown = "、".join(f"{label}（{value}）" for value, label in child.choices)
            yield f"{'  ' * depth}    可选：{shown}"
        below = child.item if child.type is FieldType.LIST else child
        yield from _lines(below, depth + 1)


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
