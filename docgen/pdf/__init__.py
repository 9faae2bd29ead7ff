"""Finished papers as PDF and as page images: LibreOffice prints, docgen checks what came out.

LibreOffice is a program of the system; pypdfium2, which reads what it printed, is the extra
`pdf`. Both are asked for when they are used, and not before.
"""

from docgen.pdf.fonts import substitutions
from docgen.pdf.images import page_images
from docgen.pdf.office import Office, Printed, find_office, open_office
from docgen.pdf.reading import demand_reader, embedded_fonts, opened_pdf
from docgen.pdf.typefaces import Typeface, cast

__all__ = [
    "Office",
    "Printed",
    "Typeface",
    "cast",
    "demand_reader",
    "embedded_fonts",
    "find_office",
    "open_office",
    "opened_pdf",
    "page_images",
    "substitutions",
    "to_pdf",
]


def to_pdf(content: bytes) -> bytes:
    """Print one finished .docx to PDF.

    Raises:
        PdfError: when LibreOffice or pypdfium2 is missing, or the paper cannot be printed.
    """
    with open_office() as office:
        return office.print_one(content)
