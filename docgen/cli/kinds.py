"""`docgen kinds`: what docgen can write, and what each kind needs."""

import click

from docgen.cli._common import json_option
from docgen.cli._help import Command


@click.command(cls=Command, help="列出文种；写明文种时列出它的字段。")
@click.argument("kind", required=False, metavar="[文种]")
@json_option
def command(kind: str | None, *, as_json: bool) -> int:
    """List kinds, or the fields of one."""
    from docgen.cli._handbook import handbook, kind_json
    from docgen.kinds import find_kind, kinds
    from docgen.report import to_json

    if kind is not None:
        found = find_kind(kind)
        click.echo(to_json(kind_json(found)) if as_json else handbook(found))
        return 0
    if as_json:
        listed = [
            {"name": k.name, "label": k.label, "summary": k.summary} for k in kinds().values()
        ]
        click.echo(to_json({"ok": True, "kinds": listed}))
        return 0
    for found in kinds().values():
        click.echo(f"{found.name}  {found.label}  {found.summary}")
    return 0
