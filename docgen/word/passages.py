"""A Word file as text in reading order, each passage with its place.

Templates and finished papers are both read here, so that a place means the same in a finding
about either. A text box is stored twice in a file (for new and for old versions of Word); its
second copy is skipped, or marked as a copy for those who must see every byte.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.findings import Place
from docgen.word.package import read_package, safe_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = (
    (re.compile(r"word/document\.xml"), "body"),
    (re.compile(r"word/header\d*\.xml"), "header"),
    (re.compile(r"word/footer\d*\.xml"), "footer"),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "footnote"),
    (re.compile(r"docProps/(?:core|custom|app)\.xml"), "property"),
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
# Of the programs' own book-keeping (page counts, dates) nothing is text of the paper.
_PROPERTIES = {
    *("title", "subject", "creator", "keywords", "description", "identifier", "language"),
    *("category", "contentStatus", "version", "Company", "Manager", "lpwstr", "lpstr"),
}
_UNREAD = {f"{W}txbxContent", _FALLBACK, f"{W}rt", f"{W}pPr", f"{W}rPr"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one document property, and where it stands.

    `is_copy` marks the second copy of a text box.
    """

    text: str
    place: Place
    is_copy: bool = False


def part_of(member: str) -> str | None:
    """Name the part of the paper that a package member holds, None when it holds no text."""
    for pattern, part in _PARTS:
        if pattern.fullmatch(member):
            return part
    return None


def reading_order(member: tuple[str, object]) -> tuple[int, str]:
    """Sort package members as a reader meets them: the body, headers, footers, notes."""
    name = member[0]
    orders = [order for order, (pattern, _) in enumerate(_PARTS) if pattern.fullmatch(name)]
    return (orders[0] if orders else len(_PARTS)), name


def passages(content: bytes) -> list[Passage]:
    """Read a finished file: body, headers, footers, footnotes, text boxes, properties.

    Raises:
        TemplateError: when the file is no sound Word file.
    """
    members = read_package(content)
    return [
        passage
        for member, xml in sorted(members.items(), key=reading_order)
        if (part := part_of(member))
        for passage in member_passages(xml, part)
        if not passage.is_copy
    ]


def member_passages(xml: bytes, part: str) -> Iterator[Passage]:
    """Read one package member, copies of text boxes included."""
    from lxml import etree

    root = etree.fromstring(xml, safe_parser())
    if part != "property":
        yield from _Walk(part).block(root, Place(part))
        return
    for element in root.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in _PROPERTIES and element.text and element.text.strip():
            yield Passage(element.text, Place(part, text=element.text))


class _Walk:
    """Counts paragraphs and tables while a part is read."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.paragraph = 0
        self.table = 0
        self.boxes: _Walk | None = None
        self.last_box = (0, 0)

    def block(self, element: "_Element", place: Place) -> Iterator[Passage]:
        """Read what an element holds, paragraph by paragraph."""
        for child in element:
            if child.tag == f"{W}p":
                yield from self.paragraph_passages(child, place)
            elif child.tag == f"{W}tbl":
                yield from self.table_passages(child, place)
            else:
                yield from self.block(child, place)

    def table_passages(self, table: "_Element", place: Place) -> Iterator[Passage]:
        """Read a table row by row."""
        self.table += 1
        number = self.table
        for row_number, row in enumerate(_members(table, f"{W}tr"), 1):
            for cell_number, cell in enumerate(_members(row, f"{W}tc"), 1):
                here = replace(place, table=number, row=row_number, cell=cell_number)
                yield from self.block(cell, here)

    def paragraph_passages(self, paragraph: "_Element", place: Place) -> Iterator[Passage]:
        """Read a paragraph, then the text boxes anchored in it."""
        self.paragraph += 1
        text = "".join(_texts(paragraph))
        yield Passage(text, replace(place, paragraph=self.paragraph, text=text))
        for box in paragraph.iter(f"{W}txbxContent"):
            if next(box.iterancestors(f"{W}p")) is paragraph:
                yield from self.box_passages(box)

    def box_passages(self, box: "_Element") -> Iterator[Passage]:
        """Read a text box; a copy is counted like the box it repeats."""
        self.boxes = walk = self.boxes or _Walk("text box")
        is_copy = next(box.iterancestors(_FALLBACK), None) is not None
        if is_copy:
            walk = _Walk("text box")
            walk.paragraph, walk.table = self.last_box
        else:
            self.last_box = walk.paragraph, walk.table
        for passage in walk.block(box, Place("text box")):
            yield replace(passage, is_copy=is_copy or passage.is_copy)


def _members(element: "_Element", tag: str) -> Iterator["_Element"]:
    """Give the rows of a table or cells of a row, wherever content controls put them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != f"{W}tbl":
            yield from _members(child, tag)


def _texts(element: "_Element") -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        elif child.tag not in _UNREAD:
            yield from _texts(child)
