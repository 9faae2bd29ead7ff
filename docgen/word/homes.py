"""Where each member of a Word file stands in the paper: its section, its sort, its notes' numbers.

The body tells it: sections name their headers and footers, and notes are numbered in the order
in which the body refers to them.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.findings import Place

_PARTS = (
    (re.compile(r"word/document\.xml"), "body"),
    (re.compile(r"word/header\d*\.xml"), "header"),
    (re.compile(r"word/footer\d*\.xml"), "footer"),
    (re.compile(r"word/footnotes\.xml"), "footnote"),
    (re.compile(r"word/endnotes\.xml"), "endnote"),
    (re.compile(r"word/comments\.xml"), "comment"),
    (re.compile(r"docProps/(?:core|custom|app)\.xml"), "property"),
)
_BODY, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_FORMER = re.compile(rb"<w:sectPrChange\b.*?</w:sectPrChange>", re.DOTALL)
_SECTION = re.compile(rb"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_HEADER = re.compile(rb"<w:(?:header|footer)Reference\b([^>]*)>")
_RELATION = re.compile(rb"<Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Home:
    """A package member: the place its text begins at, and its notes' numbers by their ids."""

    member: str
    place: Place
    notes: Mapping[str, int] = field(default_factory=dict)


def part_of(member: str) -> str | None:
    """Name the part of the paper that a package member holds, None when it holds no text."""
    for pattern, part in _PARTS:
        if pattern.fullmatch(member):
            return part
    return None


def homes(members: Mapping[str, bytes]) -> Iterator[Home]:
    """Give the members that hold text, as a reader meets them: the body, headers, footers, notes.

    A body that is one section has no number; a header that several sections share is the first's.
    """
    body = members.get(_BODY, b"")
    sections = [match[0] for match in _SECTION.finditer(_FORMER.sub(b"", body))]
    headers = _headers(sections, members.get(_RELATIONS, b""))
    for member in sorted(members, key=_reading_order):
        part = part_of(member)
        if part == "body":
            yield Home(member, Place(part, section=1 if len(sections) > 1 else None))
        elif part in ("header", "footer"):
            section, sort = headers.get(member, (None, None))
            yield Home(member, Place(part, section=section, sort=sort))
        elif part in ("footnote", "endnote", "comment"):
            yield Home(member, Place(part), _numbers(body, part))
        elif part:
            yield Home(member, Place(part))


def _reading_order(member: str) -> tuple[int, str]:
    orders = [order for order, (pattern, _) in enumerate(_PARTS) if pattern.fullmatch(member)]
    return (orders[0] if orders else len(_PARTS)), member


def _headers(sections: list[bytes], relations: bytes) -> dict[str, tuple[int, str]]:
    """Give section and sort of each header and footer by the name of its member."""
    links = [_attributes(match[1]) for match in _RELATION.finditer(relations)]
    targets = {link.get("Id", ""): _target(link.get("Target", "")) for link in links}
    found: dict[str, tuple[int, str]] = {}
    for number, section in enumerate(sections, 1):
        for match in _HEADER.finditer(section):
            named = _attributes(match[1])
            member = targets.get(named.get("r:id", ""), "")
            found.setdefault(member, (number, named.get("w:type", "default")))
    return found


def _target(target: str) -> str:
    """Give the member that a relation of the body leads to."""
    return posixpath.normpath(posixpath.join("word", target)).lstrip("/")


def _numbers(body: bytes, part: str) -> dict[str, int]:
    """Number the notes of a part in the order in which the body refers to them."""
    references = re.compile(rb"<w:%sReference\b([^>]*)>" % part.encode())
    ids = (_attributes(match[1]).get("w:id", "") for match in references.finditer(body))
    return {name: number for number, name in enumerate(dict.fromkeys(ids), 1)}


def _attributes(text: bytes) -> dict[str, str]:
    return {
        match[1].decode(): (match[2] or match[3] or b"").decode()
        for match in _ATTRIBUTE.finditer(text)
    }
