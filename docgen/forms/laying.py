"""Data laid out for a fill-in workbook: each value with the labels of its row or column."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.fields import Field, FieldType
from docgen.form_marks import (
    BLANK,
    CONTENT,
    DOWN,
    EACH,
    EMPTY,
    INDEX,
    LEVEL,
    NONE,
    Steps,
    position,
    read_position,
)
from docgen.forms.plan import Written
from docgen.forms.shapes import Stands, lower_list, stands
from docgen.vocabulary import Blank

SIGNED, LEFT_OPEN = "手签", "留白"
NOTHING = "空"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: its row (0 for single fields), the labels on its way, and its field."""

    row: int
    path: Steps
    value: Written
    known: Field | None


@dataclass(slots=True)
class Laid:
    """A record laid out: single fields, lists that are columns, and lists that are sheets."""

    singles: list[Cell] = field(default_factory=list)
    columns: list[Cell] = field(default_factory=list)
    tables: dict[Steps, tuple[Field, list[Cell]]] = field(default_factory=dict)


def lay(root: Field, data: Mapping[str, object]) -> Laid:
    """Lay out the data of one record, which stands under identifiers."""
    laid = Laid()
    _singles(laid, data, root, ())
    return laid


def _singles(laid: Laid, data: Mapping[str, object], known: Field, path: Steps) -> None:
    for name, value in data.items():
        child = known.child(name)
        if child is not None and value is not None:
            _single(laid, plain(value), child, (*path, child.label))


def _single(laid: Laid, value: object, known: Field, path: Steps) -> None:
    if isinstance(value, list) and known.type is FieldType.LIST and not _in_rows(path):
        match stands(known):
            case Stands.ROWS:
                _rows(laid, value, known, path)
            case Stands.COLUMN:
                grid = Grid(laid.columns)
                grid.items(value, known, (*path[:-1], path[-1] + DOWN), 0)
            case Stands.TABLE:
                cells: list[Cell] = []
                Grid(cells).items(value, known, (), 0)
                laid.tables[path] = (known, cells)
    elif isinstance(value, list):
        _rows(laid, value, known, path)
    elif isinstance(value, dict) and value:
        _singles(laid, value, known, path)
    else:
        laid.singles.append(written(0, path, value, known))


def _in_rows(path: Steps) -> bool:
    """True below a list whose items are rows: what lies there has no sheet of its own."""
    return any(read_position(step) is not None for step in path)


def _rows(laid: Laid, items: list[object], known: Field, path: Steps) -> None:
    """Lay out a list as rows, one or more for each item."""
    if not items:
        laid.singles.append(Cell(0, (*path, INDEX), NONE, None))
    for index, item in enumerate(items):
        _single(laid, plain(item), known.item, (*path, position(index)))


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells below headings, filled in item by item; each tells which row is the next."""

    cells: list[Cell]

    def items(self, items: list[object], known: Field, path: Steps, row: int) -> int:
        """Lay out a list from `row` on."""
        if not items:
            below = lower_list(known.item)
            mark = LEVEL if below else INDEX
            self.cells.append(Cell(row, (*path, mark), NONE, below))
            return row + 1
        for number, item in enumerate(items, 1):
            row = self._item(plain(item), known.item, path, row, (number, 1))
        return row

    def _item(
        self, value: object, known: Field, path: Steps, row: int, place: tuple[int, int]
    ) -> int:
        """Lay out one item; `place` is its number and its level."""
        number, level = place
        below = lower_list(known)
        if below:
            self.cells.append(Cell(row, (*path, LEVEL), level, below))
        elif not path or has_lists(value) or value == NONE:
            self.cells.append(Cell(row, (*path, INDEX), number, None))
        if isinstance(value, list):
            return self.items(value, known, (*path, EACH + DOWN), row)
        if not isinstance(value, dict):
            self.cells.append(written(row, path or (CONTENT,), value, known))
            return row + 1
        if not value:
            self.cells.append(Cell(row, (*path, EMPTY), NOTHING, None))
        following = self._object(value, known, path, row, below)
        if below and isinstance(lower := value.get(below.name), list):
            for index, item in enumerate(lower, 1):
                following = self._item(plain(item), below.item, path, following, (index, level + 1))
        return following

    def _object(
        self, data: Mapping[str, object], known: Field, path: Steps, row: int, below: Field | None
    ) -> int:
        """Lay out the fields of an object in one row, its lists in as many as they need."""
        following = row + 1
        for name, inner in data.items():
            child, value = known.child(name), plain(inner)
            if child is None or value is None:
                continue
            if isinstance(value, list):
                if not (below and name == below.name and value):
                    under = (*path, child.label + DOWN)
                    following = max(following, self.items(value, child, under, row))
            elif isinstance(value, dict) and value:
                under = (*path, child.label)
                following = max(following, self._object(value, child, under, row, None))
            else:
                self.cells.append(written(row, (*path, child.label), value, child))
        return following


def has_lists(value: object) -> bool:
    """True of a list, and of an object that holds one, at whatever depth."""
    if isinstance(value, dict):
        return any(has_lists(plain(inner)) for inner in value.values())
    return isinstance(value, list)


def plain(value: object) -> object:
    """Give a model as the fields that were set, a tuple as a list; all else as it is."""
    names = getattr(value, "model_fields_set", None)
    if names is not None:
        fields = type(value).model_fields  # type: ignore[attr-defined] # only models have the set
        return {name: getattr(value, name) for name in fields if name in names}
    return list(value) if isinstance(value, tuple) else value


def written(row: int, path: Steps, value: object, known: Field) -> Cell:
    """Give one value as a clerk writes it."""
    if isinstance(value, dict):
        return Cell(row, (*path, EMPTY), NOTHING, None)
    if isinstance(value, Blank):
        if known.type is FieldType.DATE:
            return Cell(row, path, LEFT_OPEN, known)
        if value.purpose == Blank().purpose:
            return Cell(row, path, SIGNED, known)
        above = tuple(step for step in path if step != CONTENT)
        return Cell(row, (*above, BLANK), value.purpose, None)
    return Cell(row, path, scalar(value, known), known)


def scalar(value: object, known: Field) -> Written:
    """Give a scalar as a cell holds it; a number that a cell would round is text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if known.type is FieldType.CHOICE:
        return next((label for name, label in known.choices if name == value), str(value))
    if isinstance(value, int | float):
        is_number = known.type in (FieldType.INTEGER, FieldType.NUMBER)
        is_exact = Decimal(f"{value:.15g}") == Decimal(repr(value))
        return value if is_number and is_exact else f"{Decimal(repr(value)):f}"
    return value if isinstance(value, datetime.date) else str(value)
