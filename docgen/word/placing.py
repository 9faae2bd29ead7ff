"""Places that depend on the length of a text: what a paper prints so that it stands right.

Plain arithmetic in characters (字): a Chinese character is one wide, a digit or letter half.
Kinds call these functions when they present a record; the blocks of `official` have a style
for every place named here. Numbers in brackets are clauses of GB/T 9704-2012.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LINE_WIDTH = 28  # characters a line (5.2.3)
DATE_RIGHT = 4  # free characters right of a sealed date (7.3.5.1)
ORGAN_RIGHT = 2  # free characters right of an organ that does not seal (7.3.5.2)
STAMP_WIDTH = 6  # room for a 签名章; the standard leaves its size open (7.3.5.3)
LABEL_LENGTHS = range(2, 8)  # of a list with labels: 组长 to 办公室副主任
STEP = 2  # how far an unsealed date stands right of its organ (7.3.5.2)
STAMP_LINES = 2  # empty lines over a 签名章, and those it takes
ROW_LINES = 4  # between rows of joint organs, whose seals must not touch
SPACE = "\u3000"
GAP = 0.225  # Beside a digit LibreOffice leaves a fifth of a character, Word a quarter.


@dataclass(frozen=True, slots=True)
class DatePlace:
    """One width a printed date may have: so many characters, digits and gaps beside digits.

    LibreOffice always sets digits apart from characters; the lines of dates let Word do so too.
    """

    name: str
    label: str
    characters: int
    digits: int
    gaps: int = 5

    @property
    def width(self) -> float:
        """The width in characters."""
        return self.characters + self.digits / 2 + self.gaps * GAP

    @property
    def style(self) -> str:
        """How the styles of this place end."""
        return "".join(word.capitalize() for word in self.name.split("_"))


DATE_PLACES = (
    DatePlace("six", "日期六个数字", 3, 6),  # 2026年6月3日
    DatePlace("seven", "日期七个数字", 3, 7),
    DatePlace("eight", "日期八个数字", 3, 8),
    DatePlace("by_hand", "日期手写", 11, 0, 0),
)


def width(text: str) -> float:
    """Measure a text in characters."""
    return sum(0.5 if unicodedata.east_asian_width(sign) in "NaH" else 1.0 for sign in str(text))


@dataclass(frozen=True, slots=True)
class MarkSize:
    """One size of the 发文机关标志: `size` in half points, `scale` in per cent.

    `room` is how many characters fit on a line.
    """

    room: int
    size: int
    scale: int


MARK_SIZES = (
    MarkSize(10, 84, 100),
    MarkSize(12, 84, 86),
    MarkSize(14, 84, 74),
    MarkSize(18, 72, 67),
    MarkSize(24, 52, 69),
    MarkSize(32, 44, 61),
)
"""From 初号, the largest, to 二号 narrowed; the standard leaves the size open (7.2.4)."""


def mark_room(names: Sequence[str], word: str = "") -> int:
    """Choose the largest size in which every name fits a line, `word` beside it.

    The size is told by its `room`. A name that fits none takes the smallest and wraps.
    """
    return mark_sizes(names, word)[0].room


def mark_sizes(names: Sequence[str], word: str = "") -> tuple[MarkSize, ...]:
    """Give the sizes a mark may have, the largest first, as `mark_room` chooses one."""
    longest = max(width(name) for name in names) + (width(word) + 0.5 if word else 0)
    fitting = tuple(size for size in MARK_SIZES if longest <= size.room)
    return fitting or MARK_SIZES[-1:]


def date_place(date: str | None) -> DatePlace:
    """Give the width of a printed date; None is one left to be written in."""
    if date is None:
        return DATE_PLACES[-1]
    digits = sum(sign.isdigit() for sign in date)
    return next((place for place in DATE_PLACES if digits <= place.digits), DATE_PLACES[2])


def sealed_place(organ: str, date: str | None) -> str:
    """Say where a sealed organ stands: centred on a date of that width (7.3.5.1).

    `edge`: an organ so long that, centred, it would leave the text area; it ends at its edge.
    """
    place = date_place(date)
    return place.name if width(organ) <= 2 * DATE_RIGHT + place.width else "edge"


def unsealed_place(organs: Sequence[str], date: str | None) -> str:
    """Say where organs that do not seal stand (7.3.5.2).

    `lines`: the organ is the longer, and both are placed by `unsealed_lines`. A date's width: the
    date is the longer, two characters are free at its right, and the organ begins two before it.
    `edge`: an organ so long, or a date to be written in, that both end two characters from the
    right edge.
    """
    place = date_place(date)
    first, longest = width(organs[0]), max(width(organ) for organ in organs)
    if date is not None and first >= place.width:
        return "lines"
    return place.name if longest <= place.width + STEP + ORGAN_RIGHT else "edge"


def unsealed_lines(organs: Sequence[str], date: str) -> list[str]:
    """Give organs and date as lines from the left edge, moved in by full-width spaces.

    An organ ends two characters from the right edge; the date begins two characters right of
    the first organ's first.
    """
    starts = [math.floor(LINE_WIDTH - ORGAN_RIGHT - width(organ)) for organ in organs]
    lines = [SPACE * max(start, 0) + organ for start, organ in zip(starts, organs, strict=True)]
    return [*lines, SPACE * (max(starts[0], 0) + STEP) + date]


def seal_rows(organs: Sequence[str]) -> list[tuple[str | None, str]]:
    """Give the organs of a joint paper two a row, so that no seal touches another (7.3.5.1).

    They read from left to right; the last stands on the right, over the date.
    """
    odd = len(organs) % 2
    even = organs[: len(organs) - odd]
    rows: list[tuple[str | None, str]] = list(zip(even[::2], even[1::2], strict=True))
    return [*rows, *((None, organ) for organ in organs[len(organs) - odd :])]


def aligned(labels: Sequence[str]) -> list[str]:
    """Spread labels to the width of the longest: 组　长, 副组长.

    Spaces go between the characters as evenly as they can, the last gaps first.
    """
    longest = max((len(label) for label in labels), default=0)
    return [spread(label, longest) for label in labels]


def spread(text: str, length: int) -> str:
    """Spread a text to `length` characters; a text of one character stays in front."""
    missing = length - len(text)
    if missing <= 0 or len(text) < 2:
        return text + SPACE * max(missing, 0)
    share, more = divmod(missing, len(text) - 1)
    gaps = [share + (place >= len(text) - 1 - more) for place in range(len(text) - 1)]
    return text[0] + "".join(SPACE * gap + sign for gap, sign in zip(gaps, text[1:], strict=True))


def signer_width(names: Sequence[str]) -> str:
    """Say how much room 签发人 take: `one` name, or two a line of `three` or `four` characters."""
    if len(names) == 1:
        return "one"
    return "three" if max(map(len, names)) <= 3 else "four"
