"""Lists in the sheets of a fill-in workbook: rows as items, and what goes on below them.

An item begins in the row where one of its own cells, its number or its level is filled in; a row
that fills in only lists inside it goes on with the item above.
"""

from dataclasses import dataclass, field

from docgen.form_marks import (
    BLANK,
    CONTENT,
    EACH,
    NONE,
    OWN_FIRST,
    OWN_LOWER,
)
from docgen.readers._form_entries import (
    CONTRADICTION,
    ONE_WAY,
    WRONG_INDEX,
    WRONG_LEVEL,
    folded,
    is_index,
    read_level,
)
from docgen.readers._form_lanes import Lane, columns
from docgen.readers._form_sheet import FormSheet, Place, Places
from docgen.rows import Path


@dataclass(slots=True)
class Item:
    """One item of a list as it is being read."""

    data: dict[str, object] | str
    path: Path
    row: int
    level: int
    inner: dict[str, "ListReader"] = field(default_factory=dict)


class ListReader:
    """Collects the items of one list as its rows go by."""

    def __init__(self, lane: Lane, sheet: FormSheet, path: Path, places: Places) -> None:
        """Begin a list at `path`."""
        self.lane = lane
        self.sheet = sheet
        self.path = path
        self.places = places
        self.items: list[object] = []
        self.stack: list[Item] = []
        self.all: list[Item] = []
        self.none: Place | None = None

    def feed(self, row: int) -> None:
        """Read one row."""
        lane, sheet = self.lane, self.sheet
        own = [key for key, column in lane.own.items() if sheet.text(row, column)]
        content = sheet.text(row, lane.content)
        inner = [key for key, one in lane.lanes.items() if one.is_filled(sheet, row)]
        mark = sheet.text(row, lane.level or lane.index)
        said = bool(own or content)
        self._look_at_index(row)
        if mark == NONE and not (said or inner):
            self.none = sheet.place(row, lane.level or lane.index)
        elif lane.level and (mark or said or not self.stack):
            if mark or said or inner:
                self._begin(row, own, inner, self._level(row, mark))
        elif said or (mark and inner) or (inner and not self.stack):
            self._begin(row, own, inner, 1)
        if inner:
            self._go_on(row, inner)

    def _look_at_index(self, row: int) -> None:
        """Tell of words where a number belongs; a number's form and value do not matter."""
        mark = self.sheet.text(row, self.lane.index)
        if mark and mark != NONE and not is_index(mark):
            place = self.sheet.place(row, self.lane.index)
            message, hint = (
                f"序号栏里填的是“{mark}”",
                "请把内容移到别的栏；序号填 1、2、3，也可空着",
            )
            self.places.report(WRONG_INDEX, place, message, hint)

    def finish(self) -> list[object] | None:
        """Give the items; an empty list where that was said, None where nothing was."""
        for item in self.all:
            self._close(item)
        if EACH in self.lane.lanes:
            self.items = [found for item in self.all if (found := self._list_in(item)) is not None]
        if self._says_none():
            return []
        if self.none and self.items:
            message = f"这里填了“{NONE}”，别的行又有内容"
            self.places.report(CONTRADICTION, self.none, message, f"请删去“{NONE}”或各行内容")
        return self.items or ([] if self.none else None)

    def _says_none(self) -> bool:
        """True of a list whose one item, without a number, is the word for none."""
        if self.items != [NONE]:
            return False
        return not self.sheet.text(self.all[0].row, self.lane.level or self.lane.index)

    def _begin(self, row: int, own: list[str], inner: list[str], level: int) -> None:
        del self.stack[level - 1 :]
        siblings, path = self._siblings(row)
        path = (*path, len(siblings))
        content = self.sheet.text(row, self.lane.content)
        if content and (own or inner):
            message = "这一行既写成了一格，又分栏写了"
            place = self.sheet.place(row, self.lane.content)
            self.places.report(CONTRADICTION, place, message, ONE_WAY)
        data = content if content else self._mapping(row, path, level)
        column = self.lane.content if content else next(map(self.lane.own.get, own), None)
        mark = self.lane.level or self.lane.index or self.lane.first
        self.places[path] = self.sheet.place(row, column or mark)
        siblings.append(data)
        item = Item(data, path, row, level)
        self.stack.append(item)
        self.all.append(item)

    def _siblings(self, row: int) -> tuple[list[object], Path]:
        """Give the list that the next item goes into, and its path."""
        if not self.stack:
            return self.items, self.path
        above = self.stack[-1]
        if isinstance(above.data, str):
            message = "上一级写成了一格，下面不能再有下一级"
            hint = f"请把上一级的内容从{CONTENT}移到别的栏"
            self.places.report(CONTRADICTION, self.sheet.place(row, self.lane.level), message, hint)
            return [], (*above.path, self.lane.below)
        siblings = above.data.get(self.lane.below)
        if not isinstance(siblings, list):
            siblings = above.data[self.lane.below] = []
            self.places[(*above.path, self.lane.below)] = self.sheet.place(row, self.lane.level)
        return siblings, (*above.path, self.lane.below)

    def _mapping(self, row: int, path: Path, level: int) -> dict[str, object]:
        """Read the own cells of an item; an empty one is named too, so that it can be blamed."""
        filled: dict[str, object] = {}
        empty: dict[str, object] = {}
        for label, column in self.lane.own.items():
            text = self.sheet.text(row, column)
            key, value = folded(label, text)
            if text:
                filled[key] = value
                self.places[(*path, key)] = self.sheet.place(row, column)
            elif key == label and self._is_offered(column, level):
                empty[key] = None
                self.places.setdefault((*path, key), self.sheet.place(row, column))
        if filled.keys() == {BLANK}:
            return filled
        return {**empty, **filled}

    def _is_offered(self, column: int, level: int) -> bool:
        """True when docgen made the column for items of that level: an empty cell is a gap."""
        own = self.sheet.own.get(column)
        return own is not None and own != (OWN_LOWER if level == 1 else OWN_FIRST)

    def _level(self, row: int, mark: str) -> int:
        """Read a level; a wrong one is reported, and the nearest possible taken."""
        place = self.sheet.place(row, self.lane.level)
        deepest = len(self.stack) + 1
        level = read_level(mark)
        if level is None:
            message = f"层级应填 1、2、3、4，填的是“{mark}”" if mark else "这一行没有填层级"
            hint = "请填 1、2、3、4；接着写上一条的段落、要点的，只填那一栏"
            self.places.report(WRONG_LEVEL, place, message, hint)
            return max(len(self.stack), 1)
        if level > deepest:
            before = f"上一条是 {deepest - 1}" if self.stack else "这是第一条"
            message = f"层级填了 {level}，{before}"
            hint = f"请填不大于 {deepest} 的数，或在前面补上第 {deepest} 级"
            self.places.report(WRONG_LEVEL, place, message, hint)
        return min(level, deepest)

    def _go_on(self, row: int, inner: list[str]) -> None:
        """Read what a row says of the lists inside the item above."""
        item = self.stack[-1]
        if isinstance(item.data, str):
            if item.row != row:
                message = "上面一项写成了一格，这里又接着分栏写"
                column = self.lane.lanes[inner[0]].first
                place = self.sheet.place(row, column)
                self.places.report(CONTRADICTION, place, message, ONE_WAY)
            return
        for key in inner:
            if key not in item.inner:
                lane = self.lane.lanes[key]
                path = item.path if key == EACH else (*item.path, key)
                item.inner[key] = ListReader(lane, self.sheet, path, self.places)
            item.inner[key].feed(row)

    def _list_in(self, item: Item) -> list[object] | None:
        """Give an item that is itself a list."""
        reader = item.inner.get(EACH)
        return reader.finish() if reader else None

    def _close(self, item: Item) -> None:
        if isinstance(item.data, str):
            return
        for key, lane in self.lane.lanes.items():
            if key == EACH:
                continue
            reader = item.inner.get(key)
            found = reader.finish() if reader else None
            path = (*item.path, key)
            if found is not None:
                item.data[key] = found
            offered = any(self._is_offered(column, item.level) for column in columns(lane))
            if found is not None or offered:
                item.data.setdefault(key, None)
                self.places.setdefault(path, self.sheet.place(item.row, lane.first))
