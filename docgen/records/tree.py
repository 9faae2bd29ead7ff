"""A pydantic model seen as a tree of fields."""

import datetime
import types
from enum import Enum
from functools import cache, partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import ComputedFieldInfo, FieldInfo

from docgen.fields import Choice, Field, FieldType
from docgen.vocabulary import Blank

PRINTS = "prints"
SCALARS: dict[type, FieldType] = {
    bool: FieldType.BOOLEAN,
    int: FieldType.INTEGER,
    float: FieldType.NUMBER,
    datetime.date: FieldType.DATE,
    str: FieldType.TEXT,
}


@cache
def tree(*models: type[BaseModel]) -> Field:
    """Give the fields of one or more models side by side as the root of a tree.

    The first model's fields can be filled in; those of the others are computed by docgen.
    """
    return Field(name="", label="", type=FieldType.OBJECT, make_children=partial(_children, models))


@cache
def _children(models: tuple[type[BaseModel], ...]) -> tuple[Field, ...]:
    known: dict[str, Field] = {}
    for position, model in enumerate(models):
        hints = get_type_hints(model, include_extras=True)
        for name, info in model.model_fields.items():
            known.setdefault(name, _declared(name, hints[name], info, computed=position > 0))
        for name, computed in model.model_computed_fields.items():
            known.setdefault(name, _computed(name, computed))
    return tuple(known.values())


def _declared(name: str, annotation: object, info: FieldInfo, *, computed: bool) -> Field:
    types_, may_be_blank = _alternatives(annotation)
    type_, choices, make = _shape(types_)
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    prints = extra.get(PRINTS, ())
    return Field(
        name=name,
        prints=tuple(str(path) for path in prints) if isinstance(prints, list) else (),
        label=info.title or name,
        type=type_,
        help=info.description or "",
        example=info.examples[0] if info.examples else None,
        required=info.is_required(),
        may_be_blank=may_be_blank,
        computed=computed,
        choices=choices,
        model=_model_name(types_),
        most=_most(info) if type_ is FieldType.LIST else None,
        make_children=make,
    )


def _most(info: FieldInfo) -> int | None:
    """Give how many items a list may hold at most."""
    limits = [getattr(mark, "max_length", None) for mark in info.metadata]
    return next((limit for limit in limits if limit is not None), None)


def _computed(name: str, info: ComputedFieldInfo) -> Field:
    types_, _ = _alternatives(info.return_type)
    type_, choices, make = _shape(types_)
    return Field(
        name=name,
        label=info.title or name,
        type=type_,
        help=info.description or "",
        computed=True,
        choices=choices,
        make_children=make,
    )


def _alternatives(annotation: object) -> tuple[list[Any], bool]:
    """Take an annotation apart: the types it allows without None, and whether a blank is one."""
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        found: list[Any] = []
        may_be_blank = False
        for argument in get_args(annotation):
            inner, blank = _alternatives(argument)
            found += inner
            may_be_blank = may_be_blank or blank
        return found, may_be_blank
    if annotation is Blank:
        return [], True
    return ([] if annotation is type(None) else [annotation]), False


def _shape(types_: list[Any]) -> tuple[FieldType, tuple[tuple[str, str], ...], Any]:
    """Tell the field type, the choices and the children of the first of `types_`."""
    first = types_[0]
    nothing: tuple[Field, ...] = ()
    if get_origin(first) is list:
        return FieldType.LIST, (), partial(_item, get_args(first)[0])
    if get_origin(first) is Literal:
        return FieldType.CHOICE, tuple((v, v) for v in get_args(first)), partial(_same, nothing)
    if isinstance(first, type) and issubclass(first, BaseModel):
        return FieldType.OBJECT, (), partial(_children, (first,))
    if isinstance(first, type) and issubclass(first, Choice):
        pairs = tuple((member.value, member.label) for member in first)
        return FieldType.CHOICE, pairs, partial(_same, nothing)
    if isinstance(first, type) and issubclass(first, Enum):
        msg = f"{first.__name__} 不是 Choice"
        raise TypeError(msg)
    if float in types_:
        first = float
    return SCALARS[first], (), partial(_same, nothing)


def _model_name(types_: list[Any]) -> str:
    first = types_[0]
    is_model = isinstance(first, type) and issubclass(first, BaseModel)
    return first.__name__ if is_model else ""


def _same(children: tuple[Field, ...]) -> tuple[Field, ...]:
    return children


@cache
def _item(annotation: object) -> tuple[Field, ...]:
    types_, may_be_blank = _alternatives(annotation)
    type_, choices, make = _shape(types_)
    return (
        Field(
            name="[]",
            label="各项",
            type=type_,
            may_be_blank=may_be_blank,
            choices=choices,
            model=_model_name(types_),
            make_children=make,
        ),
    )
