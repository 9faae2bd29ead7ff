"""Pages as PNG images, drawn by pypdfium2; the PNG is written here, no image library is needed."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.pdf.reading import opened_pdf

DOTS_PER_INCH = 150
POINTS_PER_INCH = 72
GREY, COLOUR = 0, 2
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def page_images(pdf: bytes, *, dots: int = DOTS_PER_INCH) -> Iterator[bytes]:
    """Draw every page of a PDF as a PNG, `dots` to the inch.

    Raises:
        PdfError: when pypdfium2 is missing.
        FileError: when the content is no PDF that can be read.
    """
    with opened_pdf(pdf) as document:
        for page in document:
            yield _image(page.render(scale=dots / POINTS_PER_INCH, rev_byteorder=True))


def _image(bitmap: Any) -> bytes:
    pixels = bytes(bitmap.buffer)
    width = bitmap.width * bitmap.n_channels
    lines = (pixels[at : at + width] for at in range(0, len(pixels), bitmap.stride))
    return png(lines, bitmap.width, bitmap.height, bits=8, colour=COLOUR)


def png(lines: Iterable[bytes], width: int, height: int, *, bits: int, colour: int) -> bytes:
    """Write lines of pixels as a PNG."""
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 6)
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
