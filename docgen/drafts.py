"""Drafts: an incomplete record rendered all the same, every gap visible.

What the record model refuses is left out and stands in the paper as 【待填：标签】, so that a draft
shows at once how far the work has come and can never be mistaken for the paper.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from docgen.fields import Field, FieldType, label_path
from docgen.kinds import Kind
from docgen.rows import Path
from docgen.vocabulary import Part


class DraftMark(str):
    """The text that stands for a gap. Whatever is asked of it, it answers with itself."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "DraftMark":
        """Stand for any part of what is missing."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, _: object) -> "DraftMark":
        return self

    def __iter__(self) -> Iterator["DraftMark"]:
        yield self

    def rstrip(self, _: str | None = None, /) -> "DraftMark":
        """Lose nothing at the end: a mark ends in its own bracket."""
        return self


def draft_values(kind: Kind, data: dict[str, Any]) -> dict[str, object]:
    """Give what the template may print of incomplete data, with marks for what is missing."""
    record = _built(kind.record, kind.inputs, kind.inputs, data, ())
    fields = type(record).model_fields
    values = {name: _plain(getattr(record, name)) for name in fields}
    return {**values, **kind.present(record)}


def _built(model: type[Part], root: Field, here: Field, data: dict[str, Any], path: Path) -> Any:
    """Build a model without its own check, each field by itself."""
    values = {
        name: _value(info, root, here.child(name), data.get(name), (*path, name))
        for name, info in model.model_fields.items()
    }
    return model.model_construct(**values)


def _value(info: FieldInfo, root: Field, known: Field | None, value: Any, path: Path) -> Any:
    if value is None:
        if not info.is_required():
            return info.get_default(call_default_factory=True)
        return [] if _is_list(known) else DraftMark(f"【待填：{label_path(root, path)}】")
    try:
        return TypeAdapter(info.rebuild_annotation()).validate_python(value)
    except ValidationError:
        return _repaired(info, root, known, value, path)


def _repaired(info: FieldInfo, root: Field, known: Field | None, value: Any, path: Path) -> Any:
    model = info.annotation
    is_model = isinstance(model, type) and issubclass(model, Part)
    if is_model and isinstance(value, dict) and known is not None:
        return _built(model, root, known, value, path)  # type: ignore[arg-type] # `is_model` says so
    return [] if _is_list(known) else DraftMark(f"【待填：{label_path(root, path)}】")


def _is_list(known: Field | None) -> bool:
    return known is not None and known.type is FieldType.LIST


def _plain(value: Any) -> Any:
    """Give a value as plain dicts and lists, without the checks of a whole record."""
    if isinstance(value, Part):
        names = [*type(value).model_fields, *type(value).model_computed_fields]
        return {name: _plain(getattr(value, name)) for name in names}
    return [_plain(item) for item in value] if isinstance(value, list) else value
