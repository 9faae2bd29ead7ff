"""What a fill-in workbook says of itself, so that it can be read without knowing its kind.

The hidden first row of each of its sheets holds a marker: which paper it is for, what sort of
sheet it is, and which field it fills. All else is told by labels: `甲方·代表·姓名` beside a cell,
`指标` above a column. `↓` behind a label says that what stands below goes on in the next rows.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
MAGIC = "docgen填写表"
SEPARATOR = "｜"
JOINT = "·"
DOWN = "↓"
STAR = "*"
OWN, OWN_FIRST, OWN_LOWER = "栏", "首级栏", "下级栏"
"""Stands in the hidden row above each column that docgen made: of all levels, or of some."""

NAME_HEADING, VALUE_HEADING = "项目", "填写"
NEED_HEADING, HELP_HEADING = "要求", "说明"
INDEX = "【序号】"
LEVEL = "【层级】"
CONTENT = "【内容】"
EACH = "【各项】"
LINE = "【行】"

NONE = "无"
"""Written as a list's number or level, or as its one text without a number: it has no items."""

EMPTY = "//"
"""The name under which an object that says nothing holds a word, so that it can be seen."""

BLANK = "留白"
"""The name under which a blank says what it is kept for."""

Steps = tuple[str, ...]
"""The labels on the way to a field; in a list's sheet those of lists end in `↓`."""

_JOINTS = re.compile("[·.・•‧]")
_POSITION = re.compile(r"第(\d{1,4})项")


class Sort(StrEnum):
    """What a sheet of the workbook holds."""

    GUIDE = "说明"
    SINGLES = "单项"
    COLUMNS = "逐条"
    TABLE = "清单"


@dataclass(frozen=True, slots=True)
class Marker:
    """What the hidden first row says of its sheet.

    `path` is the label path of the object or list it fills, empty for the whole record;
    `below` is the label of the list that a second level goes into.
    """

    kind: str
    sort: Sort
    path: str = ""
    below: str = ""
    version: int = VERSION

    def text(self) -> str:
        """Write the marker into one cell."""
        parts = (MAGIC, str(self.version), self.kind, self.sort.value, self.path, self.below)
        return SEPARATOR.join(parts)


def read_marker(text: str) -> Marker | None:
    """Read a marker; None when the text is none."""
    magic, *parts = text.strip().split(SEPARATOR)
    if magic != MAGIC or len(parts) != 5:
        return None
    version, kind, sort, path, below = parts
    if not version.isdecimal() or sort not in list(Sort):
        return None
    return Marker(kind, Sort(sort), path, below, int(version))


def position(index: int) -> str:
    """Name a list's item by its 0-based index: `第1项`."""
    return f"第{index + 1}项"


def read_position(label: str) -> int | None:
    """Give the 0-based index that a label names; None when it names no item."""
    match = _POSITION.fullmatch(label)
    return int(match[1]) - 1 if match and match[1] != "0" else None


def joined(steps: Steps) -> str:
    """Write the way to a field as a label path."""
    return JOINT.join(steps)


def split_labels(text: str) -> Steps:
    """Read a label path as a clerk writes it, the star of a required field left out."""
    bare = text.rstrip(" 　*＊")
    return tuple(part.strip(" 　") for part in _JOINTS.split(bare))
