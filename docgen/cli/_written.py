"""Values as a clerk writes them: 是, 乡镇与村, 2026年5月20日, 姓名：手签；职务：镇长."""

import datetime
import re
from collections.abc import Iterator

from docgen.fields import Field, FieldType
from docgen.kinds._needs import Needs

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
JOINT = "；"
NAMED_IN_HELP = re.compile("[、或]")
BLANKS = ("留白", "blank")
SENTENCE_ENDS = ("。", "！", "？", "：")


def written_example(field: Field) -> str:
    """Give a field's example as a clerk would write it; nothing where it has none."""
    return written(field, field.example) or _of_a_group(field)


def example_at(path: str, field: Field, asked: Needs) -> str:
    """Give an example of one field of a kind; where a paper may say its kind, it is the kind's."""
    return asked.names.get(path) or written_example(field)


def _of_a_group(field: Field) -> str:
    """Give an example for a group that has none: what must be written in it."""
    item = field.item if field.type is FieldType.LIST else field
    asked = [child for child in item.children if child.required and not child.is_drawn_up]
    return JOINT.join(f"{child.label}：{written_example(child)}" for child in asked)


def choices_told(field: Field) -> str:
    """Give the labels of a field's choices; nothing where its help has named just these."""
    inside = field.item if field.type is FieldType.LIST else field
    labels = [label for _, label in inside.choices]
    if set(NAMED_IN_HELP.split(field.help.rpartition("：")[2])) == set(labels):
        return ""
    return (JOINT if any("，" in label for label in labels) else "、").join(labels)


def written(field: Field | None, value: object) -> str:
    """Write the value of a field: choices by their labels, entries joined, groups told in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return _joined([written(_item(field), entry) for entry in value])
    if isinstance(value, dict):
        return BLANKS[0] if _is_blank(value) else _group(field, value)
    labels = dict(field.choices) if field else {}
    return labels.get(str(value), _dated(str(value)))


def _item(field: Field | None) -> Field | None:
    return field.item if field and field.type is FieldType.LIST else None


def _joined(entries: list[str]) -> str:
    """Join entries so that each can be told from the next."""
    is_long = any(entry.endswith(SENTENCE_ENDS) or JOINT in entry for entry in entries)
    return ("" if is_long else "、").join(entries)


def _group(field: Field | None, value: dict[str, object]) -> str:
    parts = list(_parts(field, value, ()))
    # The stop of a sentence would stand before the joint; only the last keeps its own.
    kept = [f"{'·'.join(path)}：{text.rstrip('。')}" for path, text in parts[:-1]]
    return JOINT.join([*kept, *(f"{'·'.join(path)}：{text}" for path, text in parts[-1:])])


def _parts(
    field: Field | None, value: dict[str, object], above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give what a group says, each with its path; groups in it are told field by field."""
    for name, entry in value.items():
        known = field.child(name) if field else None
        path = (*above, known.label if known else name)
        groups = entry if isinstance(entry, list) else [entry]
        if not all(isinstance(one, dict) and not _is_blank(one) for one in groups):
            yield path, written(known, entry)
            continue
        below = _item(known) if isinstance(entry, list) else known
        for number, group in enumerate(groups, 1):
            step = (f"第{number}项",) if len(groups) > 1 else ()
            yield from _parts(below, group, (*path, *step))


def _is_blank(value: dict[str, object]) -> bool:
    return any(mark in value for mark in BLANKS)


def _dated(text: str) -> str:
    """Write a date as papers do."""
    if not ISO_DATE.fullmatch(text):
        return text
    day = datetime.date.fromisoformat(text)
    return f"{day.year}年{day.month}月{day.day}日"
