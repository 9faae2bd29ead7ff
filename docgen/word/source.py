"""One part of a template as Jinja source, patched once.

Every tag keeps the place where the author wrote it. Each tag of the source begins a new line of
its own, inside the tag, so that a line number of Jinja's names the tag.
"""

import bisect
import html
import re
from collections import defaultdict, deque
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.findings import Place
from docgen.word.breaks import is_masked, laid_out, masked_part
from docgen.word.brevity import brief
from docgen.word.fullwidth import halved, is_wide
from docgen.word.homes import Home
from docgen.word.package import check_length, safe_parser
from docgen.word.passages import Passage, located_passages
from docgen.word.patching import patched
from docgen.word.signs import as_jinja
from docgen.word.statements import MASKED_BRACE, without_copied_numbers, without_raw
from docgen.word.tags import Span, tag_spans

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPENING = re.compile(r"\{[{%#][-+]?")
# A formula (m:t) holds words too, and shapes of other programs (a:t).
_TEXT = re.compile(r"<(?:w|m|a):t(?: [^>]*)?(?<!/)>")
_CHANGED = re.compile(r"\s|-(?=[%}])|(?<=[{%])-|[\"'“”‘’\\]")
_PREFIX = re.compile(r"^(\{[{%#])[-+]?(?:tr|tc|p|r)?\s+")


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

    def tag_at(self, line: int | None) -> Tag | None:
        """Find the tag that Jinja counts as `line`; some of its nodes have none."""
        if line is None:
            return None
        index = bisect.bisect_right(self.lines, line) - 1
        return self.tags[index] if index >= 0 else None


def read_part(
    home: Home, xml: bytes, *, root: "_Element | None" = None, is_checked_only: bool = False
) -> PartSource:
    """Turn a package member into Jinja source; a part without tags has none.

    What is only checked, and never filled in, holds no more than a check must see. `root` is the
    part where it has been parsed already.
    """
    from lxml import etree

    member, part = home.member, home.place.part
    check_length(member, xml)
    if root is None:
        root = etree.fromstring(xml, safe_parser())
    seen = root
    if is_checked_only:
        seen = etree.fromstring(brief(xml.decode()).encode(), safe_parser())
    text = etree.tostring(seen, encoding="unicode")
    if is_wide(text) and halved(root):
        halved(seen)
        text = etree.tostring(seen, encoding="unicode")
    found = tuple(passage for passage, _ in located_passages(root, home))
    whole = patched(masked_part(text))
    if is_masked(whole):
        whole = laid_out(whole)
    whole = without_copied_numbers(without_raw(whole))
    spans = list(tag_spans(whole))
    if not spans and MASKED_BRACE.search(whole):
        # What has a tag is written anew, and the braces with it.
        spans, whole = [(len(whole), len(whole) + 4)], f"{whole}{{##}}"
    homes = _homes(found)
    positions = _positions(whole, spans, is_property=part == "property")
    tags, lines, pieces, line, done = [], [], [_DECLARATION], 2, 0
    last = Passage("", home.place)
    for (start, end), position in zip(spans, positions, strict=True):
        tag = whole[start:end]
        waiting = homes[_plain(html.unescape(tag))]
        last = waiting.popleft() if waiting else last
        tags.append(Tag(tag, last.place, position, last.is_copy))
        opening = _OPENING.match(tag)
        width = opening.end() if opening else 0
        inside = tag[width:] if tag.startswith("{#") else with_dots(tag[width:])
        pieces += (whole[done:start], tag[:width], "\n", inside)
        line += whole.count("\n", done, start) + 1
        lines.append(line)
        line += tag.count("\n")
        done = end
    pieces.append(whole[done:])
    return PartSource(member, part, "".join(pieces), tuple(tags), tuple(lines), found)


def with_dots(inside: str) -> str:
    """Give what stands in a tag as Jinja reads it: with a plain dot where a path has 乙方·代表."""
    return as_jinja(inside)


def _plain(tag: str) -> str:
    """Reduce a tag to what patching leaves as it is."""
    return _CHANGED.sub("", _PREFIX.sub(r"\1 ", tag))


def _homes(found: tuple[Passage, ...]) -> defaultdict[str, deque[Passage]]:
    """List for every tag the places where the author wrote it, in reading order."""
    homes: defaultdict[str, deque[Passage]] = defaultdict(deque)
    for passage in found:
        for start, end in tag_spans(passage.text) if "{" in passage.text else ():
            tag = passage.text[start:end]
            here = replace(passage.place, start=start, end=end, text=passage.text)
            homes[_plain(tag)].append(Passage(tag, here, passage.is_copy))
    return homes


def _positions(source: str, spans: list[Span], *, is_property: bool) -> list[Position]:
    """Tell for each tag whether text, an attribute or nothing printable surrounds it."""
    outside = Position.TEXT if is_property else Position.OUTSIDE
    position, done, positions = outside, 0, []
    for start, end in spans:
        segment = source[done:start]
        opened, closed = segment.rfind("<"), segment.rfind(">")
        if opened > closed:
            position = Position.ATTRIBUTE
        elif closed >= 0:
            is_text = opened >= 0 and _TEXT.match(segment[opened:])
            position = Position.TEXT if is_text else outside
        positions.append(position)
        done = end
    return positions
