"""The page setup of a finished file: what its sections declare, whatever a program makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.word.layout import TWIPS_PER_MM
from docgen.word.package import read_package, safe_parser
from docgen.word.passages import W

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The margins of an upright section, in millimetres; None where it declares none."""

    top: float | None
    left: float | None
    right: float | None
    bottom: float | None


def page_setups(content: bytes) -> list[PageSetup]:
    """Give the margins of a Word file's upright sections, in their order.

    Raises:
        TemplateError: when the file is no sound Word file.
    """
    from lxml import etree

    document = etree.fromstring(read_package(content)["word/document.xml"], safe_parser())
    return list(_setups(document))


def _setups(document: "_Element") -> Iterator[PageSetup]:
    for section in document.iter(f"{W}sectPr"):
        margins, paper = section.find(f"{W}pgMar"), section.find(f"{W}pgSz")
        is_across = paper is not None and paper.get(f"{W}orient") == "landscape"
        if margins is None or is_across:
            continue
        gutter = _length(margins, "gutter") or 0
        left = _length(margins, "left")
        yield PageSetup(
            top=_length(margins, "top"),
            left=None if left is None else left + gutter,
            right=_length(margins, "right"),
            bottom=_length(margins, "bottom"),
        )


def _length(margins: "_Element", side: str) -> float | None:
    """Read a length; negative ones hold text off headers, and what is no number says nothing."""
    try:
        return abs(float(margins.get(f"{W}{side}", ""))) / TWIPS_PER_MM
    except ValueError:
        return None
