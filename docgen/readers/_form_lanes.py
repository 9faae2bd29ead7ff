"""The headings of a fill-in workbook's lists as lanes.

A lane is a list: its own columns and, below it, the lists inside its items.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.form_marks import (
    CONTENT,
    DOWN,
    INDEX,
    JOINT,
    LEVEL,
    LINE,
    NONE,
    read_position,
    split_labels,
)
from docgen.readers._form_sheet import FormSheet


@dataclass(slots=True)
class Lane:
    """The columns of one list; columns count from 1, None where there is none.

    `own` are the columns of its items by dotted label, `lanes` the lists inside them.
    """

    key: str = ""
    index: int | None = None
    level: int | None = None
    content: int | None = None
    below: str = ""
    own: dict[str, int] = field(default_factory=dict)
    lanes: dict[str, "Lane"] = field(default_factory=dict)

    @property
    def first(self) -> int | None:
        """The column by which the list as a whole is named."""
        known = (self.content, *self.own.values(), *(lane.first for lane in self.lanes.values()))
        return next((column for column in known if column), self.index or self.level)

    def is_filled(self, sheet: FormSheet, row: int) -> bool:
        """True when a row fills in anything of this list, numbers and levels aside."""
        columns = (self.content, *self.own.values())
        if any(sheet.text(row, column) for column in columns):
            return True
        marks = (sheet.text(row, self.index), sheet.text(row, self.level))
        if marks[1] or marks[0] == NONE:
            return True
        return any(lane.is_filled(sheet, row) for lane in self.lanes.values())


def lanes_of(sheet: FormSheet) -> Lane:
    """Read the headings of a sheet as lanes."""
    root = Lane(below=sheet.marker.below)
    for column, heading in sheet.headings.items():
        if heading != LINE:
            _place(root, sheet, column, split_labels(heading))
    return root


def _place(lane: Lane, sheet: FormSheet, column: int, labels: tuple[str, ...]) -> None:
    pending: list[str] = []
    for label in labels[:-1]:
        pending.append(_step(label.removesuffix(DOWN)))
        if label.endswith(DOWN):
            lane = _below(lane, pending)
            pending = []
    last = labels[-1]
    if last == INDEX and not pending:
        lane.index = lane.index or column
    elif last == LEVEL and not pending and (lane.below or sheet.own.get(column)):
        lane.below = lane.below or sheet.own[column]
        lane.level = lane.level or column
    elif last == CONTENT and not pending:
        lane.content = lane.content or column
    elif last.endswith(DOWN):
        lane = _below(lane, [*pending, last.removesuffix(DOWN)])
        lane.content = lane.content or column
    else:
        lane.own.setdefault(JOINT.join([*pending, _step(last)]), column)


def _below(lane: Lane, labels: list[str]) -> Lane:
    key = JOINT.join(labels)
    return lane.lanes.setdefault(key, Lane(key))


def _step(label: str) -> str:
    """Turn 第3项 into what records read as a position."""
    index = read_position(label)
    return label if index is None else f"[{index}]"


def columns(lane: Lane) -> Iterator[int]:
    """Give every column of a lane."""
    yield from (at for at in (lane.index, lane.level, lane.content) if at)
    yield from lane.own.values()
    for inner in lane.lanes.values():
        yield from columns(inner)
