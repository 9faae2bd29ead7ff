"""The single fields of a fill-in workbook: a label and a value a row, in any order."""

from dataclasses import dataclass, field

from docgen.findings import Fault
from docgen.form_marks import (
    BLANK,
    EMPTY,
    INDEX,
    JOINT,
    NAME_HEADING,
    NONE,
    VALUE_HEADING,
    read_position,
    split_labels,
)
from docgen.readers._form_entries import CONTRADICTION, ONE_WAY
from docgen.readers._form_sheet import FormSheet, Place, Places
from docgen.rows import Path

REPEATED_ENTRY = Fault(
    "repeated-entry",
    "同一项目填了两处",
    "两处内容不同时，无法知道以哪一处为准。",
    "“年度”一行填2026，另一行“年度”填2025",
    "“年度”只留一行",
)
MISSING_LABEL = Fault(
    "missing-label",
    "填了内容，却没有项目名",
    "没有项目名就不知道填的是什么，内容会被漏掉。",
    "（空） | 白道口镇人民政府",
    "甲方·单位·第1项 | 白道口镇人民政府",
)


@dataclass(slots=True)
class Node:
    """A label on the way to a field: its own cell, and what lies below it."""

    text: str = ""
    place: Place | None = None
    below: dict[str, "Node"] = field(default_factory=dict)

    @property
    def is_filled(self) -> bool:
        """True when anything is written here or below."""
        return bool(self.text) or any(node.is_filled for node in self.below.values())

    @property
    def is_list(self) -> bool:
        """True when what lies below are numbered items."""
        return any(read_position(label) is not None or label == INDEX for label in self.below)

    @property
    def first(self) -> Place | None:
        """The cell to be filled in first: its own, unless that only heads what lies below."""
        below = next((place for node in self.below.values() if (place := node.first)), None)
        return self.place if self.text or not below else below


def collect(sheet: FormSheet, root: Node, places: Places) -> None:
    """Add the rows of one sheet to the tree of labels."""
    names, values = sheet.column(NAME_HEADING), sheet.column(VALUE_HEADING)
    prefix = split_labels(sheet.marker.path) if sheet.marker.path else ()
    for row in sheet.rows:
        label, text = sheet.text(row, names), sheet.text(row, values)
        place = sheet.place(row, values)
        if not label:
            message = f"“{text}”左边没有项目名"
            places.report(MISSING_LABEL, place, message, "请在左边写上项目名，或清空这一格")
            continue
        node = root
        for step in (*prefix, *split_labels(label)):
            node = node.below.setdefault(step, Node())
        if node.text and text:
            message = f"“{label}”填了两行"
            places.report(REPEATED_ENTRY, place, message, "请只留一行")
        elif text or node.place is None:
            node.text, node.place = text, place


def mapping(node: Node, path: Path, places: Places) -> dict[str, object]:
    """Give what lies below a label as data; dotted labels stay as they are."""
    found: dict[str, object] = {}
    for label, below in node.below.items():
        _put(found, label, below, path, places)
    return found


def _put(found: dict[str, object], key: str, node: Node, path: Path, places: Places) -> None:
    here = (*path, key)
    first = node.first
    if first:
        places.setdefault(here, first)
    if node.is_list:
        found[key] = _items(node, here, places)
        return
    special = next((name for name in (BLANK, EMPTY) if _says(node, name)), None)
    if special and not node.text:
        found[key] = {special: node.below[special].text}
    elif node.place:
        found[key] = node.text or None
    for label, below in node.below.items():
        if label not in (BLANK, EMPTY):
            _put(found, f"{key}{JOINT}{label}", below, path, places)


def _says(node: Node, name: str) -> bool:
    return name in node.below and bool(node.below[name].text)


def _items(node: Node, path: Path, places: Places) -> object:
    """Give the filled items of a list in order; None where nothing is said of it."""
    numbered = {read_position(label): below for label, below in node.below.items()}
    items: list[object] = []
    for _, below in sorted((at, one) for at, one in numbered.items() if at is not None):
        if below.is_filled:
            items.append(_item(below, (*path, len(items)), places))
    if node.text:
        message = f"“{JOINT.join(map(str, path))}”既写成了一格，又分项写了"
        if items and node.place:
            places.report(CONTRADICTION, node.place, message, ONE_WAY)
        return items or node.text
    if INDEX in node.below and node.below[INDEX].text == NONE:
        return items
    return items or None


def _item(node: Node, path: Path, places: Places) -> object:
    if node.first:
        places[path] = node.first
    below = any(one.is_filled for one in node.below.values())
    if node.text and below and node.place:
        message = "这一项既写成了一格，又分栏写了"
        places.report(CONTRADICTION, node.place, message, ONE_WAY)
    if node.text:
        return node.text
    if node.is_list:
        return _items(node, path, places)
    if _says(node, BLANK):
        return {BLANK: node.below[BLANK].text}
    return mapping(node, path, places)
