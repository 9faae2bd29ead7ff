"""A finished document on paper: its PDF, its page images, and the fonts that were replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.findings import Finding

if TYPE_CHECKING:
    from docgen.engine import Document


@dataclass(frozen=True, slots=True)
class Prints:
    """What came of printing one document."""

    pdf: bytes
    images: Sequence[bytes]
    findings: Sequence[Finding]


def prints_of(document: "Document", *, png: bool) -> Prints:
    """Print a document, and draw its pages when `png` is set.

    Raises:
        PdfError: when LibreOffice or pypdfium2 is missing, or the document cannot be printed.
    """
    from docgen.pdf import embedded_fonts, page_images, substitutions
    from docgen.word.named_fonts import named_fonts

    pdf = document.to_pdf()
    findings = substitutions(named_fonts(document.content), embedded_fonts(pdf))
    return Prints(pdf, list(page_images(pdf)) if png else [], list(findings))
