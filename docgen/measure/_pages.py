"""A paper as a measurer sees it: characters with their boxes, lines, rules, pages.

All lengths are millimetres from the upper left corner of the page; sizes of type are points.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from docgen.pdf import Typeface, cast

MM = 25.4 / 72
SHARED_SIGNS = "—…“”‘’·×"
"""Signs that Chinese fonts make full-width, though not all of them quite."""

EM_CENTRE = 0.41
"""How far above the baseline the middle of a Chinese character lies, in its own size."""


def is_square(sign: str) -> bool:
    """True for characters that are as wide as they are high in every font."""
    return "\u2e80" <= sign <= "\uffdc" or sign >= "\U00020000"


class Box(NamedTuple):
    """The ink of something."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Character:
    """One character: where it starts and ends on its baseline, its ink, and how it is set."""

    text: str
    left: float
    right: float
    baseline: float
    ink: Box
    size: float
    font: str
    is_red: bool
    is_bold: bool = False

    @property
    def is_wide(self) -> bool:
        """True for Chinese characters and full-width signs, which are as wide as they are high."""
        return is_square(self.text) or self.text in SHARED_SIGNS

    @property
    def is_han(self) -> bool:
        """True for Chinese characters."""
        return "\u3400" <= self.text <= "\u9fff" or self.text >= "\U00020000"


@dataclass(frozen=True)
class Line:
    """Characters on one baseline, from left to right; `page` and `number` count from 1."""

    page: int
    number: int
    characters: tuple[Character, ...]

    @cached_property
    def text(self) -> str:
        """The line's text."""
        return "".join(found.text for found in self.characters).strip()

    @cached_property
    def inked(self) -> tuple[Character, ...]:
        """The characters that are not spaces."""
        return tuple(found for found in self.characters if found.text.strip())

    @property
    def left(self) -> float:
        """Where the first character starts."""
        return self.inked[0].left

    @property
    def right(self) -> float:
        """Where the last character ends."""
        return self.inked[-1].right

    @property
    def middle(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """The height of the baseline."""
        return self.characters[0].baseline

    @cached_property
    def ink(self) -> Box:
        """The ink of all characters."""
        boxes = [found.ink for found in self.inked]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return Box(min(lefts), min(tops), max(rights), max(bottoms))

    @cached_property
    def size(self) -> float:
        """The size most of the line is set in."""
        return Counter(found.size for found in self.inked).most_common(1)[0][0]

    @cached_property
    def font(self) -> str:
        """The font most of the line's Chinese is set in, or most of it where it has none."""
        chosen = [found for found in self.inked if found.is_han] or self.inked
        return Counter(found.font for found in chosen).most_common(1)[0][0]

    @property
    def is_bold(self) -> bool:
        """True when most of the line's Chinese is bold, or most of it where it has none."""
        chosen = [found for found in self.inked if found.is_han] or self.inked
        return 2 * sum(found.is_bold for found in chosen) > len(chosen)

    @property
    def is_red(self) -> bool:
        """True when the line is printed in red."""
        return self.inked[0].is_red

    @property
    def centre(self) -> float:
        """The height of the middle of its characters, wherever the baseline lies in the line."""
        return self.baseline - EM_CENTRE * self.size * MM


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""

    box: Box
    thickness: float
    is_red: bool

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def length(self) -> float:
        """How long it is."""
        return self.box.right - self.box.left


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1, `borders` are the upright sides of table cells."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    borders: tuple[Box, ...] = ()

    def is_in_table(self, line: Line) -> bool:
        """True for a line within a ruled table: sides of cells run past it."""
        return any(side.top < line.centre < side.bottom for side in self.borders)


@dataclass(frozen=True)
class Pages:
    """All pages; `named` are the fonts the paper asks for, where they are known."""

    all: tuple[Page, ...]
    named: frozenset[str] = frozenset()

    def faces(self, font: str) -> tuple[Typeface, ...]:
        """Give the typefaces that a font of the PDF stands for."""
        return self._cast.get(font, ())

    def lacks(self, face: Typeface) -> bool:
        """True when the paper asks for a typeface and none of the PDF's fonts plays it."""
        is_asked = any(map(face.is_named, self.named))
        return is_asked and not any(face in faces for faces in self._cast.values())

    @cached_property
    def _cast(self) -> dict[str, tuple[Typeface, ...]]:
        lines = (line for page in self.all for line in page.lines)
        return cast({found.font for line in lines for found in line.inked}, self.named)
