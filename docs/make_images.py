"""Make the page images of the README from real output.

Needs LibreOffice; run it when the look of a paper has changed, and look at every image:
`.venv/bin/python docs/make_images.py`.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from docgen.batches import batch
from docgen.engine import make_document, make_draft, open_press
from docgen.kinds import find_kind
from docgen.pdf import opened_pdf, to_pdf
from docgen.pdf.images import GREY, png
from docgen.readers import read_record

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"
IMAGES = DOCS / "images"
KIND = "responsibility_agreement"
OTHERS = ("notice", "activity_plan", "training_speech", "annual_summary")
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
    for kind in OTHERS:
        other = make_document(open_press(kind), read_record(EXAMPLES / f"{kind}.json"))
        yield f"{kind}-first", other.save(folder), FIRST


def make_county(folder: Path) -> Path:
    """Make the county's agreements with its townships; gives the first one's file."""
    made = batch(
        KIND,
        EXAMPLES / f"{KIND}.pipeline.roster.csv",
        common=EXAMPLES / f"{KIND}.pipeline.common.yaml",
        output=folder,
    )
    return folder / made.files[0]


def page_image(pdf: bytes, page: int) -> bytes:
    """Draw one page of a PDF as a PNG of few shades of grey, which is small."""
    with opened_pdf(pdf) as document:
        bitmap = document[page % len(document)].render(scale=DOTS, grayscale=True)
        pixels = bytes(bitmap.buffer)
        lines = [pixels[at : at + bitmap.width] for at in range(0, len(pixels), bitmap.stride)]
        packed = map(half_bytes, lines)
        return png(packed, bitmap.width, len(lines), bits=4, colour=GREY)


def half_bytes(line: bytes) -> bytes:
    """Pack two pixels into a byte."""
    shades = [pixel * SHADES // 256 for pixel in line] + [0] * (len(line) % 2)
    return bytes(left << 4 | right for left, right in zip(shades[::2], shades[1::2], strict=True))


def main() -> None:
    """Make every image anew."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for title, paper, page in papers(Path(name)):
            image = page_image(to_pdf(paper.read_bytes()), page)
            (IMAGES / f"{title}.png").write_bytes(image)
            click.echo(f"{title}.png  {len(image) // 1024} kB")


if __name__ == "__main__":
    main()
