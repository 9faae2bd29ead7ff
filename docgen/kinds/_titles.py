"""Titles on paper: broken into lines where their meaning allows."""

import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

TITLE_WIDTH = 20  # 2号 characters that fit a 156 mm line
QUOTED = re.compile("“[^”]*”")
"""The name of a campaign, “安全生产月”, which no line ends within."""

_room: ContextVar[float] = ContextVar("title room", default=TITLE_WIDTH)
MOST_LINES = 4
DIGIT = 0.6


@contextmanager
def titles_within(room: float) -> Iterator[None]:
    """Break titles to so many characters a line, as the layout of the paper has them."""
    before = _room.set(room)
    try:
        yield
    finally:
        _room.reset(before)


def title_lines(title: str, words: Iterable[str]) -> list[str]:
    """Break a title into lines of whole words, the lines as even as can be.

    `words` are those after which a line may end. GB/T 9704-2012 §7.3.1: 回行时词意完整，排列
    对称，长短适宜. A line break of the clerk's own decides.
    """
    if "\n" in title:
        return [line.strip() for line in title.splitlines() if line.strip()]
    room = _room.get()
    if text_width(title) <= room:
        return [title]
    found = {m.end() for word in words if word for m in re.finditer(re.escape(word), title)}
    quoted = {at for m in QUOTED.finditer(title) for at in range(m.start() + 1, m.end())}
    ends = sorted(found - quoted - {len(title)})
    for breaks in range(1, MOST_LINES):
        ways = [lines_of(title, chosen) for chosen in itertools.combinations(ends, breaks)]
        fitting = [way for way in ways if max(map(text_width, way)) <= room]
        if fitting:
            return min(fitting, key=unevenness)
    return [title]


def lines_of(title: str, ends: tuple[int, ...]) -> list[str]:
    """Cut a title at the given ends."""
    return [title[start:end] for start, end in itertools.pairwise((0, *ends, len(title)))]


def unevenness(lines: list[str]) -> float:
    """Tell how far the longest line and the shortest are apart."""
    widths = [text_width(line) for line in lines]
    return max(widths) - min(widths)


@lru_cache(maxsize=10_000)
def text_width(text: str) -> float:
    """The width of a text in full-width characters of 小标宋, whose digits are no mere halves."""
    return sum(DIGIT if char.isascii() else 1 for char in text)
