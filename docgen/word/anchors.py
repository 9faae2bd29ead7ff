"""Where a Word comment holds on to a paragraph: round the very tag, and nothing else is touched.

A run that says more than the tag is split in two or three of the same look.
"""

from copy import deepcopy
from typing import TYPE_CHECKING

from docgen.word.passages import SIGNS, TEXTS, UNREAD, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BESIDE = {*UNREAD, f"{W}txbxContent", _FALLBACK}
Edge = tuple["_Element", "_Element"]


def edges(paragraph: "_Element", start: int | None, end: int | None) -> "Edge | None":
    """Give the first and last child of a paragraph round some of its characters.

    Without offsets, or where none of the characters is found, there is nothing to give.
    """
    if start is None or end is None or start >= end:
        return None
    _cut(paragraph, end)
    _cut(paragraph, start)
    inside = [element for element, at, _ in _pieces(paragraph) if start <= at < end]
    if not inside:
        return None
    return _child(paragraph, inside[0]), _child(paragraph, inside[-1])


def _cut(paragraph: "_Element", offset: int) -> None:
    """Split the run that an offset falls into, if the run is the paragraph's own."""
    before = None
    for element, at, length in _pieces(paragraph):
        run = element.getparent()
        is_own = run is not None and run.getparent() is paragraph
        if at >= offset:
            if is_own and run is not None and run is before:
                _split(run, element, 0)
            return
        if at + length > offset:
            if is_own and run is not None:
                _split(run, element, offset - at)
            return
        before = run


def _split(run: "_Element", element: "_Element", offset: int) -> None:
    """Put what follows an offset of a run's text into a run of its own, of the same look."""
    right = run.makeelement(run.tag, {str(name): str(value) for name, value in run.items()})
    properties = run.find(f"{W}rPr")
    if properties is not None:
        right.append(deepcopy(properties))
    following = list(element.itersiblings())
    if offset:
        rest = deepcopy(element)
        text = element.text or ""
        element.text, rest.text = text[:offset], text[offset:]
        rest.tail = None
        for piece in (element, rest):
            piece.set(_SPACE, "preserve")
        right.append(rest)
    else:
        right.append(element)
    right.extend(following)
    run.addnext(right)


def _pieces(element: "_Element", at: int = 0) -> "Iterator[tuple[_Element, int, int]]":
    """Give the elements of a paragraph that count as characters, with offset and length."""
    for child in element:
        if child.tag in TEXTS:
            yield child, at, len(child.text or "")
            at += len(child.text or "")
        elif child.tag in SIGNS:
            yield child, at, 1
            at += 1
        elif child.tag not in _BESIDE:
            for piece in _pieces(child, at):
                yield piece
                at = piece[1] + piece[2]


def _child(paragraph: "_Element", element: "_Element") -> "_Element":
    """Give the child of the paragraph that an element stands in."""
    child = element
    for above in element.iterancestors():
        if above is paragraph:
            break
        child = above
    return child
