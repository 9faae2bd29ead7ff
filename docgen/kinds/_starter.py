"""Starter inputs: every field of a kind, empty, with what to write beside it.

An empty field is not given: a required one is then reported, any other takes its default.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace

from docgen.errors import UsageError
from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.kinds import Kind

META = ("kind", "schema_version", "waivers")
DEEPEST = 3
DRAWN_UP = "不填时由系统拟写"  # begins as `Field.is_drawn_up` asks


def starter_json(kind: Kind) -> str:
    """Give a starter as JSON; keys that begin with `//` are comments."""
    head = {} if kind.root else {"文种": kind.label}
    data = {**head, **_object(_opened(kind), 0)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _object(field: Field, depth: int) -> dict[str, object]:
    found: dict[str, object] = {}
    for child in _asked(field, depth):
        found[f"//{child.label}"] = advice(child)
        found[child.label] = _empty(child, depth)
    return found


def _empty(field: Field, depth: int) -> object:
    is_begun = field.required or field.is_open
    if field.type is FieldType.OBJECT and depth < DEEPEST and is_begun:
        return _object(field, depth + 1)
    if field.type is FieldType.LIST and is_begun:
        below = field.item
        return [_object(below, depth + 1)] if below.type is FieldType.OBJECT else None
    return None


def starter_yaml(kind: Kind) -> str:
    """Give a starter as YAML, with comments."""
    head = f"# {kind.label}：{kind.summary}\n# 标“必填”的要填；其余不用的可以删去。\n"
    named = "" if kind.root else f"文种: {kind.label}\n"
    return head + named + "".join(_yaml(_opened(kind), 0, ""))


def _opened(kind: Kind) -> Field:
    """Give a kind's fields with no group begun that docgen draws up: begun, it must be whole."""
    children = tuple(_begun(child, kind.drawn_up) for child in kind.inputs.children)
    return replace(kind.inputs, make_children=lambda: children)


def _begun(field: Field, drawn_up: Collection[str]) -> Field:
    if field.name not in drawn_up:
        return field
    told = field.help if field.is_drawn_up else f"{DRAWN_UP}；{field.help}"
    return replace(field, required=False, help=told)


def _yaml(field: Field, depth: int, indent: str) -> Iterator[str]:
    for child in _asked(field, depth):
        yield f"{indent}# {child.label}：{advice(child)}\n"
        below = child.item if child.type is FieldType.LIST else child
        is_begun = child.required or child.is_open
        nested = is_begun and below.type is FieldType.OBJECT and depth < DEEPEST
        yield f"{indent}{child.label}:\n"
        if nested or (depth == 0 and below.type is FieldType.OBJECT):
            deeper = indent + "  "
            lines = "".join(_yaml(below, depth + 1, deeper))
            lines = _as_item(lines, deeper) if child.type is FieldType.LIST else lines
            yield lines if nested else _commented(lines)


def _commented(lines: str) -> str:
    """Show what a group holds without beginning it."""
    return "".join(f"#{line}" for line in lines.splitlines(keepends=True))


def _as_item(lines: str, indent: str) -> str:
    """Turn an indented mapping into the first item of a list."""
    fields = [f"{indent}  {line[len(indent) :]}" for line in lines.splitlines(keepends=True)]
    first = next(index for index, line in enumerate(fields) if not line.lstrip().startswith("#"))
    comments, rest = fields[:first], fields[first:]
    rest[0] = f"{indent}- {rest[0].lstrip()}"
    return "".join([*comments, *rest])


def _asked(field: Field, depth: int) -> list[Field]:
    """The fields a clerk may fill in, required ones first."""
    skipped = META if depth == 0 else ()
    asked = [c for c in field.children if not c.computed and (c.is_open or c.name not in skipped)]
    return sorted(asked, key=lambda child: not child.required)


def advice(field: Field) -> str:
    """Tell in a line what a field wants."""
    must = field.required and not field.is_drawn_up
    parts = ["必填" if must else "可不填", TYPE_LABELS[field.type]]
    if field.may_be_blank:
        parts.append("可填“手签”")
    told = "，".join(parts)
    text = f"{field.help}（{told}）" if field.help else told
    if field.choices:
        text += f"，可选：{'、'.join(label for _, label in field.choices)}"
    elif isinstance(field.example, str | int | float) and not isinstance(field.example, bool):
        text += f"，例如：{field.example}"
    return text.replace("\n", " ")


def starter_roster(kind: Kind) -> str:
    """Give the heading line of an empty roster as csv.

    Raises:
        UsageError: when the kind is not made in batches.
    """
    return ",".join(roster_titles(kind)) + "\n"


def roster_titles(kind: Kind) -> tuple[str, ...]:
    """Give the headings of an empty roster.

    Raises:
        UsageError: when the kind is not made in batches.
    """
    if kind.root is not None:
        return tuple(_headings(kind.root, "", 0))
    if kind.roster is None:
        msg = f"{kind.label}不按名册批量生成。"
        raise UsageError(msg)
    return kind.roster.titles


def _headings(field: Field, prefix: str, depth: int) -> Iterator[str]:
    """Give a heading for every field; of a list, those of its first item."""
    for child in _asked(field, depth):
        name = f"{prefix}{child.name}"
        below = child
        if child.type is FieldType.LIST:
            below, name = child.item, f"{name}[0]"
        if below.type is FieldType.OBJECT and depth < DEEPEST:
            yield from _headings(below, f"{name}.", depth + 1)
        else:
            yield name
