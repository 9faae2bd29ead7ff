"""A Word file as text in reading order, each passage with its place.

Templates and finished papers are both read here, so that a place means the same in a finding
about either. A text box is stored twice in a file (for new and for old versions of Word); its
second copy is skipped, or marked as a copy for those who must see every byte.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from docgen.findings import Place
from docgen.word.cargo import page_breaks, things
from docgen.word.columns import columns_seen
from docgen.word.homes import Home, homes
from docgen.word.package import read_package, safe_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _TBL, _BOX = f"{W}p", f"{W}tbl", f"{W}txbxContent"
# A formula holds words too.
TEXTS = {f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
# Of the programs' own book-keeping (page counts, dates) nothing is text of the paper.
_PROPERTIES = {
    **{"title": "标题", "subject": "主题", "creator": "作者", "keywords": "关键词"},
    **{"description": "备注", "identifier": "标识", "language": "语言", "category": "类别"},
    **{"contentStatus": "状态", "version": "版本", "Company": "单位", "Manager": "经理"},
    **{"lpwstr": "", "lpstr": ""},
}
# What was moved away is told by a tracked change, and is no longer text.
_APART = (_BOX, _FALLBACK, f"{W}rt")
_TAB, _TABS = f"{W}tab", f"{W}tabs"
UNREAD = {f"{W}rt", f"{W}pPr", f"{W}rPr", f"{W}moveFrom"}
_NOTES = {f"{W}footnote", f"{W}endnote", f"{W}comment"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one document property, and where it stands.

    `is_copy` marks the second copy of a text box. `around` numbers what the paragraph stands in,
    outermost first: of every table its table, row and cell, of a note or a text box one number;
    two paragraphs stand side by side where it is the same. `things` are what else than words a
    paragraph with a tag holds, `page_breaks` the offsets of its page breaks.
    """

    text: str
    place: Place
    is_copy: bool = False
    around: tuple[int, ...] = ()
    things: tuple[str, ...] = ()
    page_breaks: tuple[int, ...] = ()


def passages(content: bytes) -> list[Passage]:
    """Read a finished file: body, headers, footers, notes, text boxes, properties.

    Raises:
        TemplateError: when the file is no sound Word file.
    """
    members = read_package(content)
    return [
        passage
        for home in homes(members)
        for passage in member_passages(members[home.member], home)
        if not passage.is_copy
    ]


def member_passages(xml: bytes, home: Home) -> Iterator[Passage]:
    """Read one package member, copies of text boxes included."""
    from lxml import etree

    for passage, _ in located_passages(etree.fromstring(xml, safe_parser()), home):
        yield passage


def located_passages(root: "_Element", home: Home) -> "Iterator[tuple[Passage, _Element]]":
    """Read one parsed member: every passage with the paragraph or property that holds it."""
    if home.place.part != "property":
        yield from _Walk(home).block(root, home.place, ())
        return
    for element in root.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in _PROPERTIES and element.text and element.text.strip():
            place = replace(home.place, name=_property(name, element), text=element.text)
            yield Passage(element.text, place), element


def _property(name: str, element: "_Element") -> str:
    """Name a property as Word does; one of the author's own has the name he gave it."""
    above = element.getparent()
    return _PROPERTIES[name] or (above.get("name", "") if above is not None else "")


@dataclass(slots=True)
class _Walk:
    """Counts paragraphs, tables and boxes while a member is read."""

    home: Home
    paragraph: int = 0
    table: int = 0
    box: int = 0
    section: int | None = None
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.section = self.home.place.section

    def block(
        self, element: "_Element", place: Place, around: tuple[int, ...]
    ) -> "Iterator[tuple[Passage, _Element]]":
        """Read what an element holds, paragraph by paragraph."""
        for child in element:
            if child.tag == _P:
                yield from self.paragraph_passages(child, place, around)
            elif child.tag == _TBL:
                yield from self.table_passages(child, place, around)
            elif child.tag in _NOTES:
                number = self.home.notes.get(child.get(f"{W}id", ""))
                self.paragraph = 0
                here = replace(place, note=number)
                yield from self.block(child, here, (*around, next(self.numbers)))
            else:
                yield from self.block(child, place, around)

    def table_passages(
        self, table: "_Element", place: Place, around: tuple[int, ...]
    ) -> "Iterator[tuple[Passage, _Element]]":
        """Read a table row by row; the paragraphs of a cell are counted in it."""
        self.table += 1
        number, paragraphs = self.table, self.paragraph
        rows = [(row, list(members_of(row, f"{W}tc"))) for row in members_of(table, f"{W}tr")]
        inner = (*around, next(self.numbers))
        for row_number, (cells, seen) in enumerate(columns_seen(rows), 1):
            row = (*inner, next(self.numbers))
            for cell, column in zip(cells, seen, strict=True):
                here = replace(place, table=number, row=row_number, cell=column)
                self.paragraph = 0
                yield from self.block(cell, here, (*row, next(self.numbers)))
        self.paragraph = paragraphs

    def paragraph_passages(
        self, paragraph: "_Element", place: Place, around: tuple[int, ...]
    ) -> "Iterator[tuple[Passage, _Element]]":
        """Read a paragraph, then the text boxes anchored in it."""
        self.paragraph += 1
        pieces: list[str] = []
        boxes: list[tuple[_Element, bool]] = []
        _read(paragraph, pieces, boxes, is_copy=False)
        text = "".join(pieces)
        section = self.section
        here = place.at(section, self.paragraph, text)
        # Only round tags does it matter what else a paragraph holds.
        held = things(paragraph) if "{%" in text or "{#" in text else ()
        breaks = page_breaks(paragraph) if "\n" in text and "{" in text else ()
        yield Passage(text, here, False, around, held, breaks), paragraph
        if section and paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            self.section = section + 1
        if not boxes:
            return
        numbers = {False: count(self.box + 1), True: count(self.box + 1)}
        for box, is_copy in boxes:
            number = next(numbers[is_copy])
            yield from self.box_passages(box, here, number, (*around, next(self.numbers)), is_copy)
            self.box = max(self.box, number)

    def box_passages(
        self, box: "_Element", anchor: Place, number: int, around: tuple[int, ...], is_copy: bool
    ) -> "Iterator[tuple[Passage, _Element]]":
        """Read a text box; a copy is counted like the box it repeats."""
        walk = _Walk(self.home, box=number, numbers=self.numbers)
        walk.section = None
        home = replace(anchor, paragraph=None, table=None, row=None, cell=None, text=None)
        place = replace(home, part="text box", box=number, holder=anchor.holder or anchor.part)
        for passage, element in walk.block(box, place, around):
            kept = replace(passage.place, section=anchor.section)
            copied = is_copy or passage.is_copy
            yield replace(passage, place=kept, is_copy=copied), element
        self.box = walk.box


def members_of(element: "_Element", tag: str) -> "Iterator[_Element]":
    """Give the rows of a table or cells of a row, wherever content controls put them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != _TBL:
            yield from members_of(child, tag)


def _read(
    element: "_Element",
    pieces: list[str],
    boxes: "list[tuple[_Element, bool]]",
    *,
    is_copy: bool,
) -> None:
    """Collect the texts of a paragraph, and the text boxes that stand in it."""
    if next(element.iter(*_APART), None) is None:
        # Stops for tabs are written as tabs are.
        pieces += [
            SIGNS.get(str(child.tag)) or child.text or ""
            for child in element.iter(*TEXTS, *SIGNS)
            if child.tag != _TAB or child.getparent().tag != _TABS  # type: ignore[union-attr]
        ]
        return
    for child in element:
        tag = child.tag
        if tag in TEXTS:
            pieces.append(child.text or "")
        elif tag in SIGNS:
            pieces.append(SIGNS[str(tag)])
        elif tag == _BOX:
            boxes.append((child, is_copy))
        elif tag == _FALLBACK:
            _read(child, [], boxes, is_copy=True)
        elif tag not in UNREAD:
            _read(child, pieces, boxes, is_copy=is_copy)
