"""Papers printed by LibreOffice and measured: lines of text and ruled lines, in millimetres."""

import ctypes
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from pypdfium2 import raw

from docgen.pdf import open_office, opened_pdf

MILLIMETRE = 72 / 25.4
NEW_LINE = 3  # Points by which the baseline moves where a line begins.

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@dataclass(frozen=True)
class Line:
    """A line of text: what it says, and the box of its ink from the corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    origin: float

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    """A ruled line."""

    left: float
    right: float
    middle: float


@dataclass(frozen=True)
class Page:
    """A page of a printed paper."""

    width: float
    height: float
    lines: list[Line]
    rules: list[Rule]

    def line(self, words: str) -> Line:
        """Find the one line that holds `words`; spaces do not count."""
        found = [line for line in self.lines if words in line.text]
        assert len(found) == 1, (words, [line.text for line in self.lines])
        return found[0]

    def holds(self, words: str) -> bool:
        """Tell whether a line holds `words`."""
        return any(words in line.text for line in self.lines)


def printed(papers: Mapping[str, bytes]) -> dict[str, list[Page]]:
    """Print papers in one call and measure their pages."""
    with open_office() as office:
        results = office.print_all(list(papers.values()))
    return {name: pages(result.pdf or b"") for name, result in zip(papers, results, strict=True)}


def pages(pdf: bytes) -> list[Page]:
    """Measure the pages of a PDF."""
    with opened_pdf(pdf) as document:
        return [measure(page) for page in document]


def measure(page: Any) -> Page:
    """Measure one page."""
    width, height = page.get_size()
    return Page(
        width / MILLIMETRE,
        height / MILLIMETRE,
        list(lines(page, height)),
        list(rules(page, height)),
    )


@dataclass
class Collected:
    """The signs of a line under way."""

    text: str = ""
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    origin: float = 0


def lines(page: Any, height: float) -> Iterator[Line]:
    """Give the lines of a page as they were written."""
    text = page.get_textpage()
    now, baseline = Collected(), None
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        if not sign.strip() or raw.FPDFText_IsGenerated(text, index):
            continue
        if baseline is None or abs(y.value - baseline) > NEW_LINE:
            if now.text:
                yield finished(now, height)
            now, baseline = Collected(origin=x.value), y.value
        now.text += sign
        now.boxes.append(text.get_charbox(index))
    if now.text:
        yield finished(now, height)


def finished(collected: Collected, height: float) -> Line:
    """Give a line in millimetres."""
    left, bottom, right, top = zip(*collected.boxes, strict=True)
    return Line(
        collected.text,
        min(left) / MILLIMETRE,
        max(right) / MILLIMETRE,
        (height - max(top)) / MILLIMETRE,
        (height - min(bottom)) / MILLIMETRE,
        collected.origin / MILLIMETRE,
    )


def rules(page: Any, height: float) -> Iterator[Rule]:
    """Give the ruled lines of a page, from the top down, each once."""
    found = set()
    for shape in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds()
        middle = (height - (bottom + top) / 2) / MILLIMETRE
        # What a line's box has on either side is as thick as the box: half of it is the line.
        edge = (top - bottom) / 2
        found.add((middle, (left + edge) / MILLIMETRE, (right - edge) / MILLIMETRE))
    for middle, start, end in sorted(found):
        yield Rule(start, end, middle)
