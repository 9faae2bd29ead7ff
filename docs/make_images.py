"""Make the page images of the README from real output.

Needs LibreOffice; run it when the look of a paper has changed, and look at every image:
`.venv/bin/python docs/make_images.py`.
"""

import os
import struct
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import click
import pypdfium2  # type: ignore[import-untyped] # it ships no type information

from docgen.batches import batch
from docgen.engine import make_document, make_draft, open_press
from docgen.kinds import find_kind
from docgen.readers import read_record

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"
IMAGES = DOCS / "images"
KIND = "responsibility_agreement"
DOTS = 96 / 72
SHADES = 16
FIRST, LAST = 0, -1
UNFINISHED = "年度: 2026\n甲方: {单位: [白道口镇人民政府]}\n乙方: {单位: [白道口村民委员会]}\n"


def papers(folder: Path) -> Iterator[tuple[str, Path, int]]:
    """Make each paper that is shown; gives the image's name, the file and the page."""
    press = open_press(find_kind(KIND))
    village = make_document(press, read_record(EXAMPLES / f"{KIND}.json"))
    saved = village.save(folder)
    yield "agreement-first", saved, FIRST
    yield "agreement-signatures", saved, LAST
    county = make_county(folder / "county")
    yield "pipeline-signatures", county, LAST
    unfinished = folder / "unfinished.yaml"
    unfinished.write_text(UNFINISHED, encoding="utf-8")
    yield "draft-first", make_draft(press, read_record(unfinished)).save(folder), FIRST


def make_county(folder: Path) -> Path:
    """Make the county's agreements with its townships; gives the first one's file."""
    made = batch(
        KIND,
        EXAMPLES / f"{KIND}.pipeline.roster.csv",
        common=EXAMPLES / f"{KIND}.pipeline.common.yaml",
        output=folder,
    )
    return folder / made.files[0]


def to_pdf(paper: Path, folder: Path) -> Path:
    """Print a file to PDF with LibreOffice, in the free fonts of `fonts.conf`."""
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "pdf", "--outdir", str(folder), str(paper)),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(DOCS / "fonts.conf")},
        capture_output=True,
        check=True,
        timeout=120,
    )
    return folder / f"{paper.stem}.pdf"


def page_image(pdf: Path, page: int) -> bytes:
    """Draw one page of a PDF as a PNG of few shades of grey, which is small."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[page % len(document)].render(scale=DOTS, grayscale=True)
        pixels = bytes(bitmap.buffer)
        lines = [pixels[at : at + bitmap.width] for at in range(0, len(pixels), bitmap.stride)]
        return png(lines, bitmap.width)


def png(lines: list[bytes], width: int) -> bytes:
    """Write lines of grey pixels as a PNG of four bits a pixel."""
    packed = b"".join(b"\0" + half_bytes(line) for line in lines)
    header = struct.pack(">IIBBBBB", width, len(lines), 4, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(packed, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def half_bytes(line: bytes) -> bytes:
    """Pack two pixels into a byte."""
    shades = [pixel * SHADES // 256 for pixel in line] + [0] * (len(line) % 2)
    return bytes(left << 4 | right for left, right in zip(shades[::2], shades[1::2], strict=True))


def chunk(name: bytes, data: bytes) -> bytes:
    """Write one chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def main() -> None:
    """Make every image anew."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for title, paper, page in papers(Path(name)):
            image = page_image(to_pdf(paper, Path(name)), page)
            (IMAGES / f"{title}.png").write_bytes(image)
            click.echo(f"{title}.png  {len(image) // 1024} kB")


if __name__ == "__main__":
    main()
