"""`docgen explain`: what a finding means, why it matters, and how it is put right."""

import click

from docgen.cli._common import json_option
from docgen.cli._help import Command


@click.command(cls=Command, help="说明一个问题代码；不写代码时列出全部。")
@click.argument("code", required=False, metavar="[代码]")
@json_option
def command(code: str | None, *, as_json: bool) -> int:
    """Explain one code, or list them all."""
    from docgen.cli._faults import explanation, faults, find_fault, listing
    from docgen.report import to_json

    if code is None:
        known = faults()
        click.echo(to_json({"ok": True, "faults": known}) if as_json else listing(known))
        return 0
    fault = find_fault(code)
    click.echo(to_json({"ok": True, **fault}) if as_json else explanation(fault))
    return 0
