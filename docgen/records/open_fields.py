"""Fields told from a template that belongs to no kind: what its data may hold, and be called.

Such data may serve several templates, so a name that this one does not use is no error, unless
it is nearly one that is used and not given.
"""

import datetime
from collections.abc import Mapping
from decimal import Decimal

from docgen.blanks import leftover_mark
from docgen.fields import Field, FieldType
from docgen.findings import Fault, Severity
from docgen.rows import Path
from docgen.vocabulary.dates import read_date

UNUSED_FIELD = Fault(
    code="unused-field",
    title="模板没有用到这一项",
    why="数据里填了，模板里没有它的占位符，不会印到纸上；应当印的，要在模板里加上。",
    faulty="数据里有“整改期限”，模板里没有 {{ 整改期限 }}",
    sound="模板里有 {{ 整改期限 }}，或数据里不写它",
    severity=Severity.WARNING,
)

WRITINGS = str | int | float | Decimal | datetime.date
"""What a template prints as it is."""


def meant(known: Field, name: str, data: object, raw: Path) -> Field | None:
    """Guess which field a strange name was meant for; `data` are those it was read from.

    None where nothing is near, or the near one is given too.
    """
    near = known.nearest(name)
    beside = _at(data, raw[:-1])
    is_given = near is not None and isinstance(beside, Mapping) and near.name in beside
    return None if is_given else near


def _at(data: object, path: Path) -> object:
    for step in path:
        try:
            data = data[step]  # type: ignore[index] # what cannot be entered holds no names
        except (LookupError, TypeError):
            return None
    return data


def day_of(value: object, known: Field) -> object:
    """Give the day that a text writes, in the place of a day; anything else as it is.

    Raises:
        PydanticCustomError: when the text writes no day, and is no blank left over.
    """
    is_day = known.is_open and known.type is FieldType.DATE
    return read_date(value) if is_day and not _is_leftover(value) else value


def _is_leftover(value: object) -> bool:
    return isinstance(value, str) and leftover_mark(value) is not None


def fits_open(value: object, known: Field) -> bool | None:
    """Tell whether a scalar fits what a template does with it; None where that is as ever."""
    is_writing = isinstance(value, WRITINGS) and not isinstance(value, bool)
    if known.type is FieldType.TEXT:
        return is_writing
    if known.type is FieldType.NUMBER and isinstance(value, Decimal):
        return True
    return {FieldType.ANY: True, FieldType.OBJECT: False}.get(known.type)
