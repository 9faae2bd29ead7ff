"""Drafts: an incomplete record rendered all the same, every gap visible.

What the record model refuses is left out and stands in the paper as 【待填：标签】, so that a draft
shows at once how far the work has come and can never be mistaken for the paper.
"""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from docgen.blanks import leftover_mark
from docgen.fields import SHORT_FORMS, Field, FieldType, label_path, text_path
from docgen.kinds import Kind
from docgen.rows import Path
from docgen.vocabulary import Part

LOOPS = 2
WORDS = (FieldType.TEXT, FieldType.INTEGER, FieldType.NUMBER)


class DraftMark(str):
    """The text that stands for a gap. Whatever is asked of it, it answers with itself.

    `depth` counts the answers, so that a section which stands for sections does so only once.
    """

    depth: int

    def __new__(cls, text: str, depth: int = 0) -> "DraftMark":
        """Stand for a gap with `text`."""
        mark = super().__new__(cls, text)
        mark.depth = depth
        return mark

    def _deeper(self) -> "DraftMark":
        return DraftMark(str.__str__(self), self.depth + 1)

    def __getattr__(self, name: str) -> "DraftMark":
        """Stand for any part of what is missing."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self._deeper()

    # A copy's `count` and an annex's `title` are fields, and a text's would be methods.
    count = property(_deeper)
    title = property(_deeper)

    def __getitem__(self, _: object) -> "DraftMark":
        return self._deeper()

    def __iter__(self) -> Iterator["DraftMark"]:
        if self.depth < LOOPS:
            yield DraftMark(str.__str__(self), LOOPS)

    def __call__(self, *_: object) -> "DraftMark":
        """Answer a question of what is missing, such as how it is counted."""
        return self

    def rstrip(self, _: str | None = None, /) -> "DraftMark":
        """Lose nothing at the end: a mark ends in its own bracket."""
        return self


def with_gaps_named(data: object, root: Field, path: Path = ()) -> object:
    """Give the clerk's data with the blanks left over in texts named: 20__年 is 20【待填：…】年.

    Wherever docgen carries such a text, the gap goes with it under the name of its own field.
    """
    if isinstance(data, dict):
        return {name: with_gaps_named(value, root, (*path, name)) for name, value in data.items()}
    if isinstance(data, list):
        return [with_gaps_named(item, root, (*path, at)) for at, item in enumerate(data)]
    if not isinstance(data, str) or not leftover_mark(data):
        return data
    field = text_path(root, path)
    return _named(data, f"【待填：{label_path(root, field)}】") if field else data


def with_missing_named(kind: Kind, data: dict[str, Any]) -> dict[str, Any]:
    """Give the clerk's data with a mark for what must be written and is not.

    What docgen draws up from it then shows the gap: 白道口镇【待填：年度】年度….
    """
    asked = (field for field in _asked(kind.inputs) if field.name not in kind.drawn_up)
    marks = {field.name: _standing_for(field, f"【待填：{field.label}】") for field in asked}
    found = {name: mark for name, mark in marks.items() if mark is not None}
    return {**found, **{name: value for name, value in data.items() if value is not None}}


def _standing_for(field: Field, mark: str) -> object:
    """Give what stands for a field: a word, or a group of one word; None for all else."""
    if field.type in WORDS:
        return mark
    group = field.item if field.type is FieldType.LIST else field
    inside = _asked(group) if group.type is FieldType.OBJECT else []
    found = _standing_for(inside[0], mark) if len(inside) == 1 else None
    if found is None:
        return None
    whole = {inside[0].name: found}
    return [whole] if field.type is FieldType.LIST else whole


def _asked(group: Field) -> list[Field]:
    fields = (child for child in group.children if child.required and not child.computed)
    return [child for child in fields if not child.is_drawn_up]


def _named(text: str, mark: str) -> str:
    told = ""
    while span := leftover_mark(text):
        start, end = span
        told, text = f"{told}{text[:start]}{mark}", text[end:]
    return told + text


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
        return _missing(info.rebuild_annotation(), root, known, path)
    annotation = info.rebuild_annotation()
    return _read(annotation, root, known, value, path)


def _read(annotation: Any, root: Field, known: Field | None, value: Any, path: Path) -> Any:
    """Read one value as its type; what does not fit is read part by part, or marked."""
    try:
        return TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        pass
    model = model_of(annotation)
    is_object = known is not None and known.type is FieldType.OBJECT
    if isinstance(value, dict) and model is not None and known is not None and is_object:
        return _built(model, root, known, value, path)
    if isinstance(value, list) and value and known is not None and known.type is FieldType.LIST:
        items = get_args(strip(annotation))[0]
        return [
            _read(items, root, known.item, item, (*path, index)) for index, item in enumerate(value)
        ]
    return _mark(root, known, path)


def _missing(annotation: Any, root: Field, known: Field | None, path: Path) -> Any:
    """Mark what is not there; of sections or paragraphs one, which has a text and no more.

    A mark that answered for every part of it would print tables nobody asked for.
    """
    mark = _mark(root, known, path)
    items = get_args(strip(annotation)) if isinstance(mark, list) else ()
    model = model_of(items[0]) if items else None
    if model is None or any(info.is_required() for info in model.model_fields.values()):
        return mark
    form = next((name for name in SHORT_FORMS if name in model.model_fields), None)
    return [model.model_construct(**{form: mark[0]})] if form else mark


def _mark(root: Field, known: Field | None, path: Path) -> Any:
    mark = DraftMark(f"【待填：{label_path(root, path)}】")
    return [mark] if known is not None and known.type is FieldType.LIST else mark


def strip(annotation: Any) -> Any:
    """Give an annotation without its metadata."""
    return strip(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation


def model_of(annotation: Any) -> type[Part] | None:
    """Give the model an annotation allows, None when it allows none."""
    bare = strip(annotation)
    for option in (bare, *get_args(bare)):
        option = strip(option)
        if isinstance(option, type) and issubclass(option, Part):
            return option
    return None


def _plain(value: Any) -> Any:
    """Give a value as plain dicts and lists, without the checks of a whole record."""
    if isinstance(value, Part):
        names = [*type(value).model_fields, *type(value).model_computed_fields]
        return {name: _plain(getattr(value, name)) for name in names}
    return [_plain(item) for item in value] if isinstance(value, list) else value
