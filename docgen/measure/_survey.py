"""What all measures lean on: which lines are body text, their pitch, the text area they fill."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from docgen.measure._foot import is_in_imprint
from docgen.measure._pages import MM, Box, Line, Page, Pages
from docgen.measure._reading import TOLERANCE_MM, is_near
from docgen.measure._wanted import Wanted
from docgen.word.page_setup import PageSetup

STANDARD_LAYOUT = Wanted()
SHORTER = 8
"""So many characters less than a line holds, and it still tells where the text area ends."""

PITCH_OFF_MM = 0.1
SAME_PITCH_MM = 0.015
ENOUGH_STEPS = 5
ROW_MM = 0.6
"""How far a line may lie off its row: fonts of one line differ in height."""


@dataclass(frozen=True)
class Survey:
    """A paper's pages, and what they have in common.

    `setups` is the page setup of its sections, where the paper is a Word file; `wanted` is the
    layout it should have.
    """

    pages: Pages
    setups: tuple[PageSetup, ...] = ()
    wanted: Wanted = STANDARD_LAYOUT

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of text: no page numbers, headers, tables, and not the imprint."""
        return tuple(
            line
            for page in self.pages.all
            for line in self.within(page)
            if not page.is_in_table(line)
        )

    def within(self, page: Page) -> list[Line]:
        """Give the lines of a page in its text area, as the layout puts it, over the imprint."""
        area, step = self.wanted.area, self.wanted.line
        is_last = page is self.pages.all[-1]
        return [
            line
            for line in page.lines
            if area.top - step < line.centre < area.bottom + step / 3
            and not (is_last and is_in_imprint(page, line))
        ]

    @cached_property
    def size(self) -> float:
        """The size of the body text: the one most characters are set in."""
        sizes = Counter(found.size for line in self.lines for found in line.inked)
        return sizes.most_common(1)[0][0] if sizes else 0

    @cached_property
    def font(self) -> str:
        """The font of the body text: the one most Chinese characters of its size are set in."""
        fonts = Counter(
            found.font
            for line in self.lines
            for found in line.inked
            if found.is_han and found.size == self.size
        )
        return fonts.most_common(1)[0][0] if fonts else ""

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the body text's size, headings included."""
        return tuple(line for line in self.lines if line.size == self.size and not line.is_red)

    def neighbours(self) -> Iterator[tuple[Line, Line]]:
        """Give the body lines that follow one another on a page."""
        for above, below in pairwise(self.lines):
            if above.page == below.page and above.size == below.size == self.size:
                yield above, below

    @cached_property
    def steps(self) -> tuple[float, ...]:
        """The distances from line to line in the body text; other fonts stand higher or lower."""
        return tuple(
            below.baseline - above.baseline
            for above, below in self.neighbours()
            if above.font == below.font == self.font
            and below.baseline - above.baseline < 3 * self.size * MM
        )

    @cached_property
    def pitch(self) -> float:
        """The distance from line to line that most have; the layout's where too few tell."""
        return _commonest(self.steps, PITCH_OFF_MM) if self.has_pitch else self.wanted.line

    @property
    def has_pitch(self) -> bool:
        """True when there are lines enough to tell their pitch."""
        return len(self.steps) >= ENOUGH_STEPS

    @cached_property
    def flowing(self) -> tuple[tuple[Line, Line], ...]:
        """Lines that a paragraph goes on from, each with the line it goes on to."""
        return tuple(
            (above, below)
            for above, below in self.neighbours()
            if is_near(below.baseline - above.baseline, self.pitch)
            and len(above.inked) >= self.wanted.characters - SHORTER
            and self._goes_on(above, below)
        )

    def _goes_on(self, above: Line, below: Line) -> bool:
        step = above.left - below.left
        return is_near(step, 2 * self.size * MM, 1.5) or is_near(step, 0, 0.5)

    @cached_property
    def left(self) -> float | None:
        """Where the text area begins: the left edge of lines that continue a paragraph."""
        drops = [below.left for above, below in self.flowing if above.left - below.left > 1]
        return _commonest(drops, 0.3) or None

    @cached_property
    def full(self) -> tuple[tuple[Line, Line], ...]:
        """Lines that fill the width of the text area, each with the line after it."""
        return tuple(
            pair
            for pair in self.flowing
            if self.left is not None and is_near(pair[1].left, self.left, 0.5)
        )

    @cached_property
    def right(self) -> float | None:
        """Where the text area ends; a full stop may hang out of it."""
        edges = [above.right for above, _ in self.full if above.inked[-1].is_han]
        return max(edges) if len(edges) > 1 else None

    @cached_property
    def top(self) -> float | None:
        """Where the text area begins, whether or not its lines begin a little below it."""
        return None if self._first_top is None else self._first_top - self.shift

    @cached_property
    def shift(self) -> float:
        """How far below the head of the text area its lines begin.

        LibreOffice shares out above and below them what a page of whole lines leaves over.
        """
        half = self.spare / 2
        if self._first_top is None or half < TOLERANCE_MM:
            return 0
        return half if self._first_top - self.wanted.top > half / 2 else 0

    @property
    def spare(self) -> float:
        """What lines of the paper's own pitch leave over of the text area the layout has."""
        if is_near(self.pitch, self.wanted.line, SAME_PITCH_MM):
            return self.wanted.spare
        return self.wanted.height % self.pitch

    @cached_property
    def _first_top(self) -> float | None:
        """Give the height half a pitch above the middle of a page's first line."""
        firsts = [self.within(page)[:1] for page in self.pages.all]
        tops = [
            line.centre - self.pitch / 2
            for first in firsts
            for line in first
            if line.size == self.size and line.font == self.font
        ]
        if len(tops) == 1:
            # One page alone may begin with empty lines.
            return tops[0] - self.pitch * round((tops[0] - self.wanted.top) / self.pitch)
        return min(tops) if tops else None

    @cached_property
    def area(self) -> Box:
        """The text area as it is on paper; as the layout has it where it is not amiss."""
        area = self.wanted.area
        left, right, top = (
            wanted if found is None or is_near(found, wanted) else found
            for found, wanted in zip(
                (self.left, self.right, self.top), (area.left, area.right, area.top), strict=True
            )
        )
        return Box(left, top, right, top + self.wanted.height)

    def is_centred(self, line: Line) -> bool:
        """True when a line stands in the middle, well in from both sides."""
        near = is_near(line.middle, (self.area.left + self.area.right) / 2, 2)
        return near and line.left > self.area.left + self.wanted.character


def _commonest(values: Iterable[float], apart: float) -> float:
    """Give the middle of the values, at most `apart` from one another, that are most."""
    known = sorted(values)
    ends = [bisect_right(known, value + apart) for value in known]
    start = max(range(len(known)), key=lambda at: ends[at] - at, default=0)
    most = known[start : ends[start]] if known else []
    return sum(most) / len(most) if most else 0
