"""`docgen new`: a starter input with every field's label, help and example."""

from pathlib import Path

import click

from docgen.cli._common import force_option
from docgen.cli._help import Command


@click.command(cls=Command, help="生成一份待填的数据文件（.json 或 .yaml）。")
@click.argument("kind", metavar="文种")
@click.option("-o", "--output", metavar="文件", help="写到哪里；不写时打印出来。")
@click.option("--roster", is_flag=True, help="生成空的名册（.csv）。")
@force_option
def command(kind: str, output: str | None, *, roster: bool, force: bool) -> int:
    """Write a starter input."""
    from docgen.errors import UsageError
    from docgen.files import write_whole
    from docgen.kinds import find_kind
    from docgen.kinds._starter import starter_json, starter_roster, starter_yaml

    found = find_kind(kind)
    forms = (
        {".csv": starter_roster}
        if roster
        else {".json": starter_json, ".yaml": starter_yaml, ".yml": starter_yaml}
    )
    suffix = next(iter(forms)) if output in (None, "-") else Path(output).suffix.lower()
    if suffix not in forms:
        msg = f"不能生成 {suffix} 文件。可用的有：{'、'.join(forms)}。"
        raise UsageError(msg)
    text = forms[suffix](found)
    if output in (None, "-"):
        click.echo(text, nl=False)
        return 0
    # Excel knows UTF-8 only by the mark at the start of a csv file.
    encoding = "utf-8-sig" if suffix == ".csv" else "utf-8"
    write_whole(Path(output), text.encode(encoding), force=force)
    click.echo(f"已写出 {output}。填好后运行：docgen check {found.name} {output}")
    return 0
