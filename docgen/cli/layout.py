"""`docgen layout`: a document's pages, measured against GB/T 9704."""

from typing import TYPE_CHECKING

import click

from docgen.cli._common import json_option, show
from docgen.cli._help import Command

if TYPE_CHECKING:
    from docgen.measure import Measured


@click.command(
    cls=Command, help="量一份文件（.docx 或 .pdf）的版面：页边、字体、行距、页码、红头、版记。"
)
@click.argument("file", metavar="文件")
@json_option
def command(file: str, *, as_json: bool) -> int:
    """Measure one document."""
    from docgen.cli._files import read_bytes
    from docgen.measure import measure_paper

    found = measure_paper(read_bytes(file))
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
