"""What may stand only once in a part: bookmarks, comments, numbers of drawings.

A loop repeats them and a condition may take away one end; only templates in which one can pay for
the mending.
"""

import re
from collections.abc import Callable

from docgen.word.statements import statement
from docgen.word.tags import tag_spans

DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_FIRST_DRAWING = 1001
_BOOKMARK = re.compile(r"<w:bookmark(Start|End) [^>]*/>")
_COMMENT = re.compile(
    r"<w:(commentRangeStart|commentRangeEnd|commentReference) [^>]*w:id=\"([^\"]*)\"[^>]*/>"
)
_ANCHOR = re.compile(r"<w:(?:bookmark|comment)(?:RangeStart|RangeEnd|Reference|Start|End) ")
_ID = re.compile(r'(w:id=")([^"]*)(")')
_NAME = re.compile(r'(w:name=")([^"]*)(")')
_LONGEST_NAME = 40


def may_repeat_anchors(source: str) -> bool:
    """True of a part in which a bookmark or comment stands in a loop or a condition."""
    depth = done = 0
    for start, end in tag_spans(source):
        if depth and _ANCHOR.search(source, done, start):
            return True
        name = statement(source[start:end])
        depth += (name in ("if", "for")) - (name in ("endif", "endfor"))
        done = end
    return False


def with_single_anchors(xml: str) -> str:
    """Give a part in which bookmarks are whole and each has a number and a name of its own."""
    kept = _paired(xml)
    names: dict[str, int] = {}
    numbers: dict[int, int] = {}

    def numbered(match: re.Match[str]) -> str:
        if (first := kept.get(match.start())) is None:
            return ""
        number = numbers.setdefault(first, len(numbers))
        element = _ID.sub(rf"\g<1>{number}\g<3>", match[0])
        return _NAME.sub(lambda name: _single(name, names), element)

    return _first_comments(_BOOKMARK.sub(numbered, xml))


def _paired(xml: str) -> dict[int, int]:
    """Give for each end of a whole bookmark, by its place, the place where the bookmark begins."""
    open_: dict[str, list[int]] = {}
    kept: dict[int, int] = {}
    for match in _BOOKMARK.finditer(xml):
        found = _ID.search(match[0])
        waiting = open_.setdefault(found[2] if found else "", [])
        if match[1] == "Start":
            waiting.append(match.start())
        elif waiting:
            first = waiting.pop()
            kept |= {first: first, match.start(): first}
    return kept


def _single(name: re.Match[str], names: dict[str, int]) -> str:
    """Give a bookmark's name, with a number where it stands already."""
    known = name[2].casefold()
    names[known] = count = names.get(known, 0) + 1
    if count == 1:
        return name[0]
    number = f"_{count}"
    text = f"{name[2][: _LONGEST_NAME - len(number)]}{number}"
    names[text.casefold()] = names.get(text.casefold(), 0) + 1
    return f"{name[1]}{text}{name[3]}"


def _first_comments(xml: str) -> str:
    """Let a comment be anchored once, where it stands first."""
    seen = set[tuple[str, str]]()

    def first(match: re.Match[str]) -> str:
        known = (match[1], match[2]) in seen
        seen.add((match[1], match[2]))
        return "" if known else match[0]

    return _COMMENT.sub(first, xml)


def drawing_numbers() -> Callable[[str], str]:
    """Give what numbers the drawings of a document, part by part."""
    number = _FIRST_DRAWING - 1

    def numbered(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{match[1]}{number}{match[2]}"

    return lambda xml: DRAWING.sub(numbered, xml)
