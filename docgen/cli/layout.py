"""`docgen layout`: a document's pages, measured against GB/T 9704 or another layout."""

from typing import TYPE_CHECKING

import click

from docgen.cli._common import json_option, show
from docgen.cli._help import Command

if TYPE_CHECKING:
    from docgen.measure import Measured

PDF = ".pdf"
ZIP = b"PK"
"""How a Word file begins, whatever it is called."""


@click.command(
    cls=Command, help="量一份文件（.docx 或 .pdf）的版面：页边、字体、行距、页码、红头、版记。"
)
@click.argument("file", metavar="文件")
@click.option("--layout", metavar="版式", help="按这种版式量：名称，或自己的 .toml 文件。")
@json_option
def command(file: str, *, layout: str | None, as_json: bool) -> int:
    """Measure one document."""
    from docgen.cli._files import read_bytes
    from docgen.layouts import find_layout
    from docgen.measure import measure_paper, measure_pdf
    from docgen.word.profiles import GBT9704

    profile = GBT9704 if layout is None else find_layout(layout)
    content = read_bytes(file)
    is_pdf = file.lower().endswith(PDF) and not content.startswith(ZIP)
    found = measure_pdf(content, profile=profile) if is_pdf else measure_paper(content, profile)
    if not as_json:
        click.echo(readings_text(found))
    return show(
        list(found.findings),
        as_json=as_json,
        done=f"共量了 {found.pages} 页，{len(found.readings)} 项。",
        pages=found.pages,
        readings=[reading.to_json() for reading in found.readings],
    )


def readings_text(found: "Measured") -> str:
    """Write what was measured, each value once."""
    lines = {
        f"{'符合' if reading.finding is None else '不符'}  {reading.clause}  {reading.name}："
        f"{reading.found.strip()}，应为{reading.wanted}": None
        for reading in found.readings
    }
    return "\n".join(lines)
