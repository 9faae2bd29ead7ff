"""The plan of a fill-in workbook: its sheets, and the slots to be filled in on each.

Single fields are rows of one sheet, a list of texts is a column, a list of objects is a sheet of
its own. What lies deeper has its label path as heading; `↓` goes on in the rows below.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from docgen.fields import Field, FieldType
from docgen.form_marks import (
    CONTENT,
    DOWN,
    EACH,
    INDEX,
    LEVEL,
    OWN,
    OWN_FIRST,
    OWN_LOWER,
    Sort,
    Steps,
    position,
)
from docgen.forms.shapes import (
    MOST_LEAVES,
    Stands,
    asked,
    is_short,
    leaves,
    lower_list,
    stands,
)
from docgen.kinds import Kind
from docgen.kinds._needs import Need as Wanted
from docgen.kinds._needs import Needs, needs

Written = str | int | float | datetime.date
"""What a cell holds."""

META = ("schema_version",)
INNER_META = ("kind", "schema_version", "waivers")
"""What a record in a record has no need to say."""

LAST = ("waivers",)


ALONE = Needs(frozenset(), {}, {})
"""What is asked of a field by itself."""


class Need(StrEnum):
    """Whether a slot has to be filled in."""

    REQUIRED = "必填"
    WITH_GROUP = "随组必填"
    DRAWN_UP = "系统拟写"
    OPTIONAL = "选填"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to fill in: its labels on its sheet, and the field it fills.

    A slot with `is_group` only heads the slots below it. The field of a level is the list that a
    lower level goes into; a number has none. `own` tells which levels of a tree have the slot.
    `source` is where it is taken from where nothing is filled in.
    """

    path: Steps
    known: Field | None
    need: Need = Need.OPTIONAL
    is_group: bool = False
    own: str = OWN
    source: str = ""


@dataclass(slots=True)
class SheetPlan:
    """One sheet: what sort it is, the field it fills, its slots, and what is filled in.

    `path` are the labels of the field. `values` go by row, 0 the first, and labels of the slot.
    """

    sort: Sort
    path: Steps
    known: Field
    need: Need
    slots: list[Slot] = field(default_factory=list)
    values: dict[tuple[int, Steps], Written] = field(default_factory=dict)

    @property
    def below(self) -> Field | None:
        """The list that a lower level goes into, where the sheet holds a tree."""
        return lower_list(self.known.item) if self.sort is Sort.TABLE else None


def plan(kind: Kind) -> list[SheetPlan]:
    """Plan the workbook of a kind, nothing filled in yet."""
    planner = _Planner(needs(kind))
    planner.record(kind.inputs, (), Need.REQUIRED, "")
    sheets = [sheet for sheet in planner.sheets if sheet.slots]
    last = [child.label for child in kind.inputs.children if child.name in LAST]
    return sorted(sheets, key=lambda sheet: sheet.path in [(label,) for label in last])


def need_of(known: Field, above: Need, asked: Needs = ALONE, at: str = "") -> Need:
    """Tell whether a field has to be filled in, given whether what holds it has to be.

    `asked` is what its kind asks for, and `at` the path by which that knows the field.
    """
    need = asked.of(at, known)
    if need is Wanted.DRAWN_UP or known.is_drawn_up:
        return Need.DRAWN_UP
    if need is Wanted.OPTIONAL:
        return Need.OPTIONAL
    return Need.REQUIRED if above is Need.REQUIRED else Need.WITH_GROUP


class _Planner:
    """Collects sheets in the order of the record."""

    def __init__(self, asked: Needs) -> None:
        self.sheets: list[SheetPlan] = []
        self._asked = asked

    def record(self, known: Field, path: Steps, need: Need, at: str) -> None:
        """Plan the sheets of a whole record, or of an object as large as one, at a path."""
        singles = SheetPlan(Sort.SINGLES, path, known, need)
        columns = SheetPlan(Sort.COLUMNS, path, known, need)
        self.sheets += [singles, columns]
        seen = (known.model,)
        self._fields(known, (singles, columns), (), need, at, seen)

    def _fields(
        self,
        known: Field,
        sheets: tuple[SheetPlan, SheetPlan],
        path: Steps,
        above: Need,
        at: str,
        seen: tuple[str, ...],
    ) -> None:
        singles = sheets[0]
        for child in asked(known):
            here, place = (*path, child.label), f"{at}{child.name}"
            need = need_of(child, above, self._asked, place)
            if not path and child.name in (INNER_META if singles.path else META):
                continue
            if child.type is FieldType.LIST:
                self._list(child, sheets, here, need)
            elif child.type is not FieldType.OBJECT or is_short(child):
                source = self._asked.lent.get(place, "")
                singles.slots.append(Slot(here, child, need, source=source))
            elif child.model in seen:
                continue
            elif leaves(child) > MOST_LEAVES:
                self.record(child, (*singles.path, *here), need, f"{place}.")
            else:
                singles.slots.append(Slot(here, child, need, is_group=True))
                self._fields(child, sheets, here, need, f"{place}.", (*seen, child.model))

    def _list(
        self, known: Field, sheets: tuple[SheetPlan, SheetPlan], path: Steps, need: Need
    ) -> None:
        singles, columns = sheets
        match stands(known):
            case Stands.ROWS:
                for index in range(known.most or 0):
                    own = need if index == 0 else Need.OPTIONAL
                    singles.slots.append(Slot((*path, position(index)), known, own))
            case Stands.COLUMN:
                columns.slots.append(Slot((*path[:-1], path[-1] + DOWN), known, need))
            case Stands.TABLE:
                self.sheets.append(table(known, (*singles.path, *path), need))


def table(known: Field, path: Steps, need: Need) -> SheetPlan:
    """Plan the sheet of one list."""
    sheet = SheetPlan(Sort.TABLE, path, known, need)
    if sheet.below:
        sheet.slots.append(Slot((LEVEL,), sheet.below, Need.REQUIRED))
    else:
        sheet.slots.append(Slot((INDEX,), None))
    if is_short(known):
        sheet.slots.append(Slot((CONTENT,), known.item))
    sheet.slots += _item_slots(known.item, (), Need.REQUIRED, ())
    return sheet


def _item_slots(item: Field, path: Steps, above: Need, seen: tuple[str, ...]) -> list[Slot]:
    """Give the columns of a list's items, those of both levels where it is a tree."""
    if item.type is FieldType.LIST:
        return list(_list_slots(item, (*path, EACH + DOWN), above, seen))
    seen = (*seen, item.model)
    below = lower_list(item)
    slots = list(_object_slots(item, path, above, seen, below))
    if below is None:
        return slots
    again = (*seen, below.item.model)
    lower = list(_object_slots(below.item, path, Need.OPTIONAL, again, below))
    firsts, lowers = {slot.path for slot in slots}, {slot.path for slot in lower}
    slots = [slot if slot.path in lowers else replace(slot, own=OWN_FIRST) for slot in slots]
    return slots + [replace(slot, own=OWN_LOWER) for slot in lower if slot.path not in firsts]


def _object_slots(
    known: Field, path: Steps, above: Need, seen: tuple[str, ...], below: Field | None
) -> Iterator[Slot]:
    for child in asked(known):
        here, need = (*path, child.label), need_of(child, above)
        if below and child.name == below.name:
            continue
        if child.type is FieldType.LIST:
            yield from _list_slots(child, (*path, child.label + DOWN), need, seen)
        elif child.type is not FieldType.OBJECT or is_short(child):
            yield Slot(here, child, need)
        elif child.model not in seen:
            yield from _object_slots(child, here, need, (*seen, child.model), None)


def _list_slots(known: Field, path: Steps, need: Need, seen: tuple[str, ...]) -> Iterator[Slot]:
    """Give the columns of a list inside an item; a tree in a tree stops at its own like."""
    item = known.item
    if is_short(known) or item.type not in (FieldType.OBJECT, FieldType.LIST):
        yield Slot(path, known, need)
    elif item.model not in seen or not item.model:
        below = lower_list(item)
        if below:
            yield Slot((*path, LEVEL), below)
        elif item.type is FieldType.LIST or any(
            child.type is FieldType.LIST for child in asked(item)
        ):
            yield Slot((*path, INDEX), None)
        yield from _item_slots(item, path, need, seen)
