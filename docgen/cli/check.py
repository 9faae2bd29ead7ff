"""`docgen check`: every fault of one document's data, before anything is written."""

import click

from docgen.cli._common import json_option, kind_and_row, show, template_option
from docgen.cli._help import Command


@click.command(cls=Command, help="检查一份数据，一次说出所有问题。")
@click.argument("words", nargs=-1, metavar="[文种] 数据文件")
@template_option
@json_option
def command(words: tuple[str, ...], template: str | None, *, as_json: bool) -> int:
    """Check one input file."""
    from docgen.engine import open_press

    kind, row = kind_and_row(words, template)
    press = open_press(kind, template)
    findings = [*press.findings, *press.check(row).findings]
    return show(findings, as_json=as_json)
