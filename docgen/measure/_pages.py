"""A PDF as a measurer sees it: characters with their boxes, lines, rules, pages.

All lengths are millimetres from the upper left corner of the page; sizes of type are points.
"""

import ctypes
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from docgen.pdf import Typeface, cast, opened_pdf
from docgen.pdf.reading import font_name

MM = 25.4 / 72
SAME_BASELINE_MM = 0.6
THIN_MM, LONG_MM = 1.2, 20
FONT_NAME_BYTES = 200
SHARED_SIGNS = "—…“”‘’·×"
"""Signs that Chinese fonts make full-width, though not all of them quite."""

EM_CENTRE = 0.41
"""How far above the baseline the middle of a Chinese character lies, in its own size."""


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
    """One page; `number` counts from 1."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]


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


def read_pages(pdf: bytes, named: Collection[str] = ()) -> Pages:
    """Read a PDF.

    Raises:
        PdfError: when pypdfium2 is missing.
        FileError: when the content is no PDF that can be read.
    """
    with opened_pdf(pdf) as document:
        pages = tuple(_page(page, number) for number, page in enumerate(document, start=1))
    return Pages(pages, frozenset(named))


def _page(page: Any, number: int) -> Page:
    width, height = page.get_size()
    lines = _lines(sorted(_characters(page, height), key=lambda c: (c.baseline, c.left)))
    return Page(
        number=number,
        width=width * MM,
        height=height * MM,
        lines=tuple(Line(number, at, characters) for at, characters in enumerate(lines, start=1)),
        rules=tuple(sorted(_rules(page, height), key=lambda rule: rule.middle)),
    )


def _characters(page: Any, height: float) -> Iterator[Character]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        # Spaces and line ends that pdfium puts between words are nobody's.
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or code < ord(" "):
            continue
        yield _character(text, index, chr(code), height)


def _character(text: Any, index: int, sign: str, height: float) -> Character:
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    left, bottom, right, top = text.get_charbox(index)
    name = ctypes.create_string_buffer(FONT_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(text, index, name, FONT_NAME_BYTES, None)
    shades = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, index, *shades)
    size = round(pdfium.FPDFText_GetFontSize(text, index), 2)
    # pdfium widens a character by what its ink sticks out.
    end = text.get_charbox(index, loose=True)[2]
    square = x.value + size
    return Character(
        text=sign,
        left=x.value * MM,
        right=(square if is_square(sign) else min(end, square)) * MM,
        baseline=(height - y.value) * MM,
        ink=Box(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM),
        size=size,
        font=font_name(name.value),
        is_red=_is_red(*(shade.value for shade in shades[:3])),
    )


def is_square(sign: str) -> bool:
    """True for characters that are as wide as they are high in every font."""
    return "\u2e80" <= sign <= "\uffdc" or sign >= "\U00020000"


def _is_red(red: int, green: int, blue: int) -> bool:
    return red > 150 and green < 90 and blue < 90


def _lines(characters: Sequence[Character]) -> Iterator[tuple[Character, ...]]:
    """Gather characters, sorted by their baselines, into lines that hold any ink."""
    line: list[Character] = []
    for before, found in pairwise((None, *characters)):
        assert found is not None
        if before is not None and found.baseline - before.baseline > SAME_BASELINE_MM:
            yield from _inked(line)
            line = []
        line.append(found)
    yield from _inked(line)


def _inked(line: list[Character]) -> Iterator[tuple[Character, ...]]:
    if any(found.text.strip() for found in line):
        yield tuple(sorted(line, key=lambda found: found.left))


def _rules(page: Any, height: float) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    for path in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        fill, width = _drawn(path)
        left, bottom, right, top = (edge * MM for edge in _corners(path))
        if right - left < LONG_MM or top - bottom > THIN_MM or not (fill or width):
            continue
        half, upper = width * MM / 2, height * MM
        box = Box(left, upper - top - half, right, upper - bottom + half)
        yield Rule(box, box.bottom - box.top, _is_red(*_ink(path, is_stroke=bool(width))))


def _corners(path: Any) -> tuple[float, float, float, float]:
    """Give the corners of a path's points; the bounds pdfium gives have air around them."""
    import pypdfium2.raw as pdfium

    points = []
    matrix = path.get_matrix()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, index), x, y)
        points.append(matrix.on_point(x.value, y.value))
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _drawn(path: Any) -> tuple[bool, float]:
    """Tell whether a path is filled, and how wide it is stroked."""
    import pypdfium2.raw as pdfium

    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    scale = abs(path.get_matrix().a) or 1
    return bool(fill.value), width.value * scale if stroke.value else 0.0


def _ink(path: Any, *, is_stroke: bool) -> tuple[int, int, int]:
    import pypdfium2.raw as pdfium

    ask = pdfium.FPDFPageObj_GetStrokeColor if is_stroke else pdfium.FPDFPageObj_GetFillColor
    shades = [ctypes.c_uint() for _ in range(4)]
    ask(path, *shades)
    return shades[0].value, shades[1].value, shades[2].value
