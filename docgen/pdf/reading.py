"""Reading a PDF by pypdfium2, which is asked for when it is used."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from docgen.errors import FileError, PdfError

NO_READER = (
    "做 PDF、页面图片和版面测量要用 pypdfium2，现在没有装。"
    "运行 pip install 'docgen[pdf]'，再运行一次。"
)
ENCRYPTED = "这个 PDF 加了打开密码，读不了。去掉密码再用。"
DAMAGED = "这不是完整的 PDF 文件，读不了。重新导出或下载一次。"
PASSWORD_FAULT = 4
NESTED = 8
"""How deep text may lie in forms within forms."""


def demand_reader() -> None:
    """Make sure that pypdfium2 is there.

    Raises:
        PdfError: when it is not; the message holds the install line.
    """
    if find_spec("pypdfium2") is None:
        raise PdfError(NO_READER)


@contextmanager
def opened_pdf(content: bytes) -> Iterator[Any]:
    """Open a PDF as pypdfium2's `PdfDocument`.

    Raises:
        PdfError: when pypdfium2 is missing.
        FileError: when the content is no PDF that can be read.
    """
    demand_reader()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == PASSWORD_FAULT
        raise FileError(ENCRYPTED if is_locked else DAMAGED) from error
    try:
        yield document
    finally:
        document.close()


def fault_of(content: bytes) -> str:
    """Say what is wrong with a printed PDF; nothing when it opens and has pages."""
    try:
        with opened_pdf(content) as document:
            return "" if len(document) else "LibreOffice 给出的 PDF 没有一页"
    except FileError:
        return "LibreOffice 给出的 PDF 是坏的"


def embedded_fonts(content: bytes) -> set[str]:
    """Name the fonts a PDF's text is set in, as they are embedded.

    Raises:
        PdfError: when pypdfium2 is missing.
        FileError: when the content is no PDF that can be read.
    """
    with opened_pdf(content) as document:
        return {name for page in document for name in _page_fonts(page)}


def page_texts(content: bytes) -> list[str]:
    """Give the text of every page.

    Raises:
        PdfError: when pypdfium2 is missing.
        FileError: when the content is no PDF that can be read.
    """
    with opened_pdf(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _page_fonts(page: Any) -> Iterator[str]:
    import pypdfium2.raw as pdfium

    for piece in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=NESTED):
        font = pdfium.FPDFTextObj_GetFont(piece)
        length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
        yield font_name(buffer.value)


def font_name(raw: bytes) -> str:
    """Give a font's embedded name without the tag of its subset; old writers wrote it in GBK."""
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("gbk", "replace")
    tag, plus, rest = name.partition("+")
    return rest if plus and len(tag) == 6 and tag.isupper() else name
