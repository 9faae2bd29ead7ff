"""A record model as a tree of fields: all that templates, forms and workbooks know of it.

Each field has an English identifier, a Chinese label, a type, help and an example. A path may be
written in either language, part by part: `party_b.representative.name` is `乙方.代表.姓名`.
"""

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self


class FieldType(StrEnum):
    """What a field holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    CHOICE = "choice"
    OBJECT = "object"
    LIST = "list"
    ANY = "any"


DRAWN_UP = "不填时"
"""How the help of a field begins that docgen can fill in itself."""

TYPE_LABELS = {
    FieldType.TEXT: "文字",
    FieldType.INTEGER: "整数",
    FieldType.NUMBER: "数字",
    FieldType.BOOLEAN: "是或否",
    FieldType.DATE: "日期",
    FieldType.CHOICE: "选项",
    FieldType.OBJECT: "一组字段",
    FieldType.LIST: "列表",
    FieldType.ANY: "不限",
}


class Choice(StrEnum):
    """The base of every choice: each value with the Chinese label a clerk may write instead.

    A member is written `COUNTY = "county", "县"`.
    """

    label: str

    def __new__(cls, value: str, label: str) -> "Choice":
        """Make a member whose value is the identifier."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def known(cls, value: object) -> Self | None:
        """Give the member of that identifier; None when there is none."""
        return next((member for member in cls if member.value == value), None)


def no_children() -> tuple["Field", ...]:
    """Give the children of a field that has none."""
    return ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    An object's `children` are its fields; a list's single child is its item, named `[]`.
    Children are made when first asked for, since a section holds sections.
    `computed` fields are made by docgen and can be printed but not filled in.
    `prints` are the paths a computed field is made from: where it is printed, so are they.
    `model` names the type of an object, which may stand in many places.
    `may_be_blank` fields may be declared hand-filled. `choices` are (value, label) pairs.
    `most` is how many items a list may hold, None where it may hold any number.
    `is_open` fields were told from a template: an object may hold more than it prints, and what
    is printed may be a text, a number or a day.
    """

    name: str
    label: str
    type: FieldType
    help: str = ""
    example: object = None
    required: bool = False
    may_be_blank: bool = False
    computed: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    prints: tuple[str, ...] = ()
    model: str = ""
    most: int | None = None
    is_open: bool = False
    make_children: Callable[[], tuple["Field", ...]] = field(
        default=no_children, repr=False, compare=False
    )

    @property
    def children(self) -> tuple["Field", ...]:
        """The fields of an object, or the one item of a list."""
        return self.make_children()

    @property
    def is_drawn_up(self) -> bool:
        """True of a field that docgen draws from its neighbours where the clerk leaves it out."""
        return self.help.startswith(DRAWN_UP)

    @property
    def item(self) -> "Field":
        """What a list holds."""
        return self.children[0]

    def child(self, name: str) -> "Field | None":
        """Find a field of this object by identifier or label."""
        for child in self.children:
            if name in (child.name, child.label):
                return child
        return None

    def find(self, path: str) -> "Field | None":
        """Find the field at a dotted path in either language; `[]` or `[3]` enters a list."""
        found: Field | None = self
        for part in path.replace("[", ".[").replace("·", ".").split("."):
            if found is None:
                return None
            if part.startswith("["):
                found = found.item if found.type is FieldType.LIST else None
            else:
                found = found.child(part)
        return found

    def nearest(self, name: str) -> "Field | None":
        """Guess which field of this object was meant by a name that is none of them."""
        known = {text: child for child in self.children for text in (child.name, child.label)}
        # One wrong character of two (标体 for 标题) is half of the name.
        cutoff = 0.5 if len(name) == 2 else 0.6
        close = difflib.get_close_matches(name, known, n=1, cutoff=cutoff)
        return known[close[0]] if close else None

    def walk(self, depth: int = 6, prefix: str = "") -> Iterator[tuple[str, "Field"]]:
        """Walk all fields below this one with their paths, `depth` levels deep."""
        if depth == 0:
            return
        for child in self.children:
            joint = "" if child.name.startswith("[") or not prefix else "."
            path = f"{prefix}{joint}{child.name}"
            yield path, child
            yield from child.walk(depth - 1, path)


def label_path(root: Field, path: tuple[str | int, ...]) -> str:
    """Give a path in Chinese: `乙方·代表·姓名`, list items as `第2项`.

    Identifiers that are not fields are kept as they are.
    """
    parts: list[str] = []
    here: Field | None = root
    for part in path:
        if isinstance(part, int):
            parts.append(f"第{part + 1}项")
            here = here.item if here and here.type is FieldType.LIST else None
            continue
        here = here.child(part) if here else None
        parts.append(here.label if here else part)
    return "·".join(parts)


def dotted(path: tuple[str | int, ...]) -> str:
    """Write a path as text: `duties[1].text`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


SHORT_FORMS = ("name", "text", "item")
"""Fields that a text in the place of a group gives, the first there is."""


def text_path(root: Field, path: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    """Give the text field that a text at `path` fills in: itself, or the group's short form.

    None when the field there is no text.
    """
    known = root.find(dotted(path))
    if known is not None and known.type is FieldType.OBJECT:
        children = filter(None, map(known.child, SHORT_FORMS))
        known = next((child for child in children if not child.computed), None)
        path = (*path, known.name) if known else path
    return path if known is not None and known.type is FieldType.TEXT else None
