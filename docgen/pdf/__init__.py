"""Finished papers as PDF and as page images: LibreOffice prints, docgen checks what came out.

LibreOffice is a program of the system; pypdfium2, which reads what it printed, is the extra
`pdf`. Both are asked for when they are used, and not before.
"""

from docgen.errors import PdfError
from docgen.pdf.both_sides import print_both_sides
from docgen.pdf.fonts import substitutions
from docgen.pdf.images import page_images
from docgen.pdf.office import Office, Printed, find_office, open_office
from docgen.pdf.reading import demand_reader, embedded_fonts, opened_pdf
from docgen.pdf.typefaces import Typeface, cast, face_of, is_bold_cut
from docgen.word.package import read_package

__all__ = [
    "Office",
    "Printed",
    "Typeface",
    "cast",
    "demand_reader",
    "embedded_fonts",
    "face_of",
    "find_office",
    "is_bold_cut",
    "open_office",
    "opened_pdf",
    "page_images",
    "print_both_sides",
    "substitutions",
    "to_pdf",
]


def to_pdf(content: bytes) -> bytes:
    """Print one finished .docx to PDF, its 版记 on an even page.

    Raises:
        PdfError: when LibreOffice or pypdfium2 is missing, or the paper cannot be printed.
        TemplateError: when the content is no sound Word file.
    """
    read_package(content)
    with open_office() as office:
        printed = print_both_sides(office, [content])[0]
    if printed.pdf is None:
        msg = f"PDF 没有做成：{printed.reason}。"
        raise PdfError(msg)
    return printed.pdf
