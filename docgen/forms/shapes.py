"""The shapes of fields, as far as they decide where in a workbook a field stands."""

from enum import StrEnum

from docgen.fields import Field, FieldType

MOST_ROWS = 5
"""A list of short things that may hold no more than this has a row for each."""

MOST_LEAVES = 15
"""An object of more fields than this has a sheet of its own."""


class Stands(StrEnum):
    """Where a list stands in the workbook."""

    ROWS = "rows"
    COLUMN = "column"
    TABLE = "table"


def stands(known: Field) -> Stands:
    """Tell where a list stands: as rows, as a column or as a sheet of its own."""
    is_plain = known.item.type not in (FieldType.OBJECT, FieldType.LIST)
    if known.most and known.most <= MOST_ROWS and (is_plain or is_short(known)):
        return Stands.ROWS
    return Stands.COLUMN if is_plain else Stands.TABLE


def is_short(known: Field) -> bool:
    """True of an object, or a list of them, that its example writes as a text."""
    example = known.example
    if known.type is FieldType.LIST:
        example = example[0] if isinstance(example, list) and example else None
        known = known.item
    return known.type is FieldType.OBJECT and isinstance(example, str | int | float)


def lower_list(item: Field) -> Field | None:
    """Find the list in which an object of a tree holds its own like; None where it holds none.

    A level goes into a list of one name and label, whatever its depth.
    """
    for child in asked(item):
        if child.type is FieldType.LIST and child.item.type is FieldType.OBJECT:
            again = child.item.child(child.name)
            if again in asked(child.item) and _is_same(child, again):
                return child
    return None


def _is_same(one: Field, other: Field | None) -> bool:
    """True of lists of one label and of one sort of item."""
    if other is None or (other.type, other.label) != (one.type, one.label):
        return False
    return other.item.model == one.item.model


def asked(known: Field) -> list[Field]:
    """The fields of an object that can be filled in."""
    if known.type is not FieldType.OBJECT:
        return []
    return [child for child in known.children if not child.computed]


def leaves(known: Field, seen: tuple[str, ...] = ()) -> int:
    """Count the single fields of an object, those of objects inside it too."""
    count = 0
    for child in asked(known):
        if child.type is FieldType.OBJECT and not is_short(child):
            count += 0 if child.model in seen else leaves(child, (*seen, child.model))
        elif child.type is not FieldType.LIST:
            count += 1
    return count
