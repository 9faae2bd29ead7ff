"""Reading a PDF's pages by pypdfium2: every character, and the horizontal rules."""

import ctypes
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any

from docgen.measure._pages import MM, Box, Character, Line, Page, Pages, Rule, is_square
from docgen.pdf import is_bold_cut, opened_pdf
from docgen.pdf.reading import font_name

SAME_BASELINE_MM = 0.6
THIN_MM, LONG_MM = 1.2, 20
FONT_NAME_BYTES = 200
OUTLINED = 2  # PDF 32000-1, table 106: filled, then stroked.


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
    paths = list(_paths(page, height))
    lines = _lines(sorted(_characters(page, height), key=lambda c: (c.baseline, c.left)))
    return Page(
        number=number,
        width=width * MM,
        height=height * MM,
        lines=tuple(Line(number, at, characters) for at, characters in enumerate(lines, start=1)),
        rules=tuple(sorted(filter(_is_rule, paths), key=lambda rule: rule.middle)),
        borders=tuple(path.box for path in paths if _is_border(path)),
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
    font = font_name(name.value)
    return Character(
        text=sign,
        left=x.value * MM,
        right=(square if is_square(sign) else min(end, square)) * MM,
        baseline=(height - y.value) * MM,
        ink=Box(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM),
        size=size,
        font=font,
        is_red=_is_red(*(shade.value for shade in shades[:3])),
        is_bold=is_bold_cut(font) or _is_outlined(text, index),
    )


def _is_outlined(text: Any, index: int) -> bool:
    """True for a character made bold by drawing its outline too, as its font has no bold cut."""
    import pypdfium2.raw as pdfium

    drawn = pdfium.FPDFText_GetTextObject(text, index)
    # Text that a reader added to a scan has no object.
    return bool(drawn) and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == OUTLINED


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


def _paths(page: Any, height: float) -> Iterator[Rule]:
    """Give every path that draws anything, as a box with its thickness."""
    import pypdfium2.raw as pdfium

    for path in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        fill, width = _drawn(path)
        if not (fill or width):
            continue
        left, bottom, right, top = (edge * MM for edge in _corners(path))
        half, upper = width * MM / 2, height * MM
        box = Box(left, upper - top - half, right, upper - bottom + half)
        yield Rule(box, box.bottom - box.top, _is_red(*_ink(path, is_stroke=bool(width))))


def _is_rule(path: Rule) -> bool:
    return path.length > LONG_MM and path.thickness < THIN_MM


def _is_border(path: Rule) -> bool:
    return path.length < THIN_MM and path.thickness > THIN_MM


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
