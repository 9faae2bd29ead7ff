"""One part of a template as Jinja source: docxtpl's own patching, run once.

Every tag keeps the place where the author wrote it. Each tag of the source begins a new line of
its own, inside the tag, so that a line number of Jinja's names the tag.
"""

import bisect
import html
import re
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

from docgen.findings import Place
from docgen.word.package import safe_parser
from docgen.word.passages import Passage, member_passages

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENING = re.compile(r"\{[{%#][-+]?")
_PREFIX = re.compile(r"^(\{[{%#])[-+]?(?:tr|tc|p|r)?\s+")
# 乙方·代表·姓名 is 乙方.代表.姓名, but a dot within quotes is the author's.
_MIDDLE_DOT = re.compile(r"'[^']*'|\"[^\"]*\"|(?<=\w)·(?=\w)")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_BARE_LISTING = re.compile(r"<w:t(?: [^>]*)?>[^<]*[\t\n\a\f]")


class Position(StrEnum):
    """Where in the XML a tag stands: only in text may it print words."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Tag:
    """One `{{ … }}`, `{% … %}` or `{# … #}` of a part, as written.

    `is_copy` marks a tag in the second copy of a text box.
    """

    text: str
    place: Place
    position: Position
    is_copy: bool


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part ready to be compiled: package member, its Jinja source and its tags."""

    member: str
    part: str
    source: str
    tags: tuple[Tag, ...]
    lines: tuple[int, ...]
    passages: tuple[Passage, ...]

    def tag_at(self, line: int) -> Tag | None:
        """Find the tag that Jinja counts as `line`."""
        index = bisect.bisect_right(self.lines, line) - 1
        return self.tags[index] if index >= 0 else None


def read_part(member: str, part: str, xml: bytes) -> PartSource:
    """Turn a package member into Jinja source; a part without tags has none."""
    from docxtpl import DocxTemplate
    from lxml import etree

    found = tuple(member_passages(xml, part))
    text = etree.tostring(etree.fromstring(xml, safe_parser()), encoding="unicode")
    patched = str(DocxTemplate.patch_xml(None, text))
    if _BARE_LISTING.search(patched):
        patched = str(DocxTemplate.resolve_listing(None, patched))
    matches = list(_TAG.finditer(patched))
    homes = _homes(found)
    positions = _positions(patched, matches, is_property=part == "property")
    tags, lines, pieces, line, done = [], [], [_DECLARATION], 2, 0
    last = Passage("", Place(part))
    for match, position in zip(matches, positions, strict=True):
        waiting = homes[_plain(html.unescape(match[0]))]
        last = waiting.popleft() if waiting else last
        tags.append(Tag(match[0], last.place, position, last.is_copy))
        opening = _OPENING.match(match[0])
        width = opening.end() if opening else 0
        inside = _MIDDLE_DOT.sub(_dotted, match[0][width:])
        pieces += (patched[done : match.start()], match[0][:width], "\n", inside)
        line += patched.count("\n", done, match.start()) + 1
        lines.append(line)
        line += match[0].count("\n")
        done = match.end()
    pieces.append(patched[done:])
    return PartSource(member, part, "".join(pieces), tuple(tags), tuple(lines), found)


def tags_in(text: str) -> list[re.Match[str]]:
    """Find the tags in a passage of a template."""
    return list(_TAG.finditer(text))


def _dotted(match: re.Match[str]) -> str:
    return "." if match[0] == "·" else match[0]


def _plain(tag: str) -> str:
    """Reduce a tag to what docxtpl's patching leaves as it is."""
    return re.sub(r"\s|-(?=[%}])|(?<=[{%])-", "", _PREFIX.sub(r"\1 ", tag).translate(_QUOTES))


def _homes(found: tuple[Passage, ...]) -> defaultdict[str, deque[Passage]]:
    """List for every tag the places where the author wrote it, in reading order."""
    homes: defaultdict[str, deque[Passage]] = defaultdict(deque)
    for passage in found:
        for match in _TAG.finditer(passage.text):
            place = passage.place
            here = Place(
                part=place.part,
                paragraph=place.paragraph,
                table=place.table,
                row=place.row,
                cell=place.cell,
                start=match.start(),
                end=match.end(),
                text=passage.text,
            )
            homes[_plain(match[0])].append(Passage(match[0], here, passage.is_copy))
    return homes


def _positions(source: str, matches: list[re.Match[str]], *, is_property: bool) -> list[Position]:
    """Tell for each tag whether text, an attribute or nothing printable surrounds it."""
    outside = Position.TEXT if is_property else Position.OUTSIDE
    position, done, positions = outside, 0, []
    for match in matches:
        segment = source[done : match.start()]
        opened, closed = segment.rfind("<"), segment.rfind(">")
        if opened > closed:
            position = Position.ATTRIBUTE
        elif closed >= 0:
            is_text = opened >= 0 and re.match(r"<w:t(?: [^>]*)?(?<!/)>", segment[opened:])
            position = Position.TEXT if is_text else outside
        positions.append(position)
        done = match.end()
    return positions
