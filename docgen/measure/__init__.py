"""Measuring: a paper's pages against GB/T 9704, one file a thing that is measured.

A part's `measure` gives readings of what it finds on paper; what a paper does not have is not
judged. A reading that is not as the standard says carries its finding.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from docgen import discovery
from docgen.errors import FileError
from docgen.findings import Finding
from docgen.measure._reader import read_pages
from docgen.measure._reading import Reading
from docgen.measure._survey import Survey
from docgen.measure._wanted import Wanted
from docgen.pdf import embedded_fonts, open_office, substitutions
from docgen.word.named_fonts import named_fonts
from docgen.word.page_setup import page_setups
from docgen.word.profiles import GBT9704, Profile

__all__ = ["Measured", "Reading", "measure_paper", "measure_pdf"]

Measure = Callable[[Survey], Iterator[Reading]]
IS_PDF = b"%PDF-"
HEAD = 1024
"""A PDF may begin with a few bytes of something else."""

NO_TEXT = "这份文件里没有文字（多半是扫描件），量不了版面。用 Word 文件，或由它导出的 PDF。"


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of measuring: how many pages, every reading, and the findings of both kinds.

    `findings` are what is not as it should be, once each, and the fonts this machine replaced.
    """

    pages: int
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]


def measure_paper(content: bytes, profile: Profile = GBT9704) -> Measured:
    """Measure a .docx, printed by LibreOffice first, or a PDF, against a layout.

    Raises:
        PdfError: when LibreOffice or pypdfium2 is missing, or the paper cannot be printed.
        FileError: when the PDF cannot be read or holds no text.
        TemplateError: when the content is neither a PDF nor a sound Word file.
    """
    if IS_PDF in content[:HEAD]:
        return measure_pdf(content, profile=profile)
    with open_office() as office:
        return measure_pdf(office.print_one(content), content, profile)


def measure_pdf(pdf: bytes, paper: bytes | None = None, profile: Profile = GBT9704) -> Measured:
    """Measure a PDF; `paper` is the .docx it was printed from, where that is known.

    Raises:
        PdfError: when pypdfium2 is missing.
        FileError: when the content is no PDF that can be read, or holds no text.
    """
    named = frozenset() if paper is None else frozenset(named_fonts(paper))
    setups = () if paper is None else tuple(page_setups(paper))
    survey = Survey(read_pages(pdf, named), setups, Wanted(profile))
    if not survey.lines:
        raise FileError(NO_TEXT)
    source = survey.wanted.source
    found = (reading.cited(source) for measure in measures() for reading in measure(survey))
    readings = tuple(sorted(found, key=lambda reading: _order(reading.clause)))
    replaced = substitutions(named, embedded_fonts(pdf)) if named else ()
    return Measured(len(survey.pages.all), readings, (*_told_once(readings), *replaced))


def measures() -> list[Measure]:
    """Give every measure."""
    found = discovery.collect(__name__, "measure")
    return [measure for measure in found.values() if callable(measure)]


def _order(clause: str) -> tuple[int, ...]:
    return tuple(map(int, clause.split(".")))


def _told_once(readings: Iterable[Reading]) -> Iterator[Finding]:
    """Tell what is amiss on many pages at its first place, with how often it is met."""
    same: dict[tuple[str, str], list[Finding]] = {}
    for reading in readings:
        if reading.finding is not None:
            same.setdefault((reading.name, reading.found), []).append(reading.finding)
    for first, *others in same.values():
        more = f"；另有 {len(others)} 处相同" if others else ""
        yield replace(first, message=first.message + more)
