"""Tags in a text: `{{ … }}`, `{% … %}` and `{# … #}`, found in one pass however many are broken."""

import re
from collections.abc import Callable, Iterator

_OPENING = re.compile(r"\{[{%#]")
_CLOSINGS = {"{{": "}}", "{%": "%}", "{#": "#}"}

Span = tuple[int, int]


def tag_spans(text: str) -> Iterator[Span]:
    """Give start and end of every tag that is closed, in reading order."""
    position, never_closed = 0, set[str]()
    while opening := _OPENING.search(text, position):
        position = opening.start() + 1
        # A closing that was not found once is not looked for again: many open tags cost no time.
        if opening[0] in never_closed:
            continue
        end = text.find(_CLOSINGS[opening[0]], opening.end())
        if end < 0:
            never_closed.add(opening[0])
            continue
        position = end + 2
        yield opening.start(), position


def open_tag(text: str) -> Span | None:
    """Give the place of the first tag that is begun and not closed, up to the end of its text."""
    done = 0
    for start, end in (*tag_spans(text), (len(text), len(text))):
        if found := _OPENING.search(text, done, start):
            return found.start(), len(text)
        done = end
    return None


def closing_of(tag: str) -> str:
    """Give the sign that closes a tag which begins so."""
    return _CLOSINGS[tag[:2]]


def each_tag(text: str, rewrite: Callable[[str], str]) -> str:
    """Give a text with every tag rewritten."""
    pieces: list[str] = []
    done = 0
    for start, end in tag_spans(text):
        pieces += (text[done:start], rewrite(text[start:end]))
        done = end
    return "".join((*pieces, text[done:]))
