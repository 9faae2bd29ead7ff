"""`docgen schema`: the JSON Schema of a kind, for editors and other programs."""

from pathlib import Path

import click

from docgen.cli._common import force_option
from docgen.cli._help import Command


@click.command(cls=Command, help="输出 JSON Schema；不写文种时输出全部文种。")
@click.argument("kind", required=False, metavar="[文种]")
@click.option("-o", "--output", metavar="文件夹", help="每个文种写一个文件到这里。")
@force_option
def command(kind: str | None, output: str | None, *, force: bool) -> int:
    """Print or write JSON Schemas."""
    from docgen.errors import UsageError
    from docgen.files import write_whole
    from docgen.kinds import find_kind, kinds
    from docgen.kinds._schema import schema_of
    from docgen.report import to_json

    chosen = [find_kind(kind)] if kind else list(kinds().values())
    if output is None and len(chosen) > 1:
        msg = "有多个文种。写明文种，或用 -o 指定文件夹。"
        raise UsageError(msg)
    for found in chosen:
        text = to_json(schema_of(found))
        if output is None:
            click.echo(text)
        else:
            path = Path(output) / f"{found.name}.json"
            write_whole(path, f"{text}\n".encode(), force=force)
            click.echo(f"已写出 {path}")
    return 0
