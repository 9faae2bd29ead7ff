"""Make the images of the page on fill-in workbooks from a real one.

Needs LibreOffice Calc; run it when the look of the form has changed, and look at every image:
`.venv/bin/python docs/make_form_images.py`.
"""

import os
import subprocess
import tempfile
from pathlib import Path

import click
from make_images import DOTS, EXAMPLES, IMAGES, KIND, half_bytes

from docgen.forms import form_bytes
from docgen.kinds import find_kind
from docgen.pdf import opened_pdf
from docgen.pdf.images import GREY, png
from docgen.readers import read_record

SHOWN = {"form-fields": 1, "form-list": 5}
"""The pages of the workbook that hold the single fields and the first list."""

WHITE, MARGIN = 255, 40
FONTS = EXAMPLES.parent / "docgen" / "pdf" / "fonts.conf"


def printed(content: bytes, folder: Path) -> bytes:
    """Print a workbook to PDF, in the free fonts that stand in for those of the office."""
    book = folder / "form.xlsx"
    book.write_bytes(content)
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "pdf", "--outdir", str(folder), str(book)),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        capture_output=True,
        check=True,
        timeout=120,
    )
    return book.with_suffix(".pdf").read_bytes()


def sheet_image(pdf: bytes, page: int) -> bytes:
    """Draw what a page of a workbook holds, without the empty rest, in few shades of grey."""
    with opened_pdf(pdf) as document:
        bitmap = document[page].render(scale=DOTS, grayscale=True)
        pixels = bytes(bitmap.buffer)
        lines = [pixels[at : at + bitmap.width] for at in range(0, len(pixels), bitmap.stride)]
    # The footer stands alone at the foot of the page.
    body = lines[: -len(lines) // 10]
    last = max(at for at, line in enumerate(body) if min(line) < WHITE)
    shown = lines[MARGIN : last + MARGIN // 2]
    return png(map(half_bytes, shown), bitmap.width, len(shown), bits=4, colour=GREY)


def main() -> None:
    """Make every image anew."""
    content = form_bytes(find_kind(KIND), read_record(EXAMPLES / f"{KIND}.json"))
    with tempfile.TemporaryDirectory() as name:
        pdf = printed(content, Path(name))
    for title, page in SHOWN.items():
        image = sheet_image(pdf, page)
        (IMAGES / f"{title}.png").write_bytes(image)
        click.echo(f"{title}.png  {len(image) // 1024} kB")


if __name__ == "__main__":
    main()
