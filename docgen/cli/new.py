"""`docgen new`: a starter input with every field's label, help and example."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli._common import force_option, template_option
from docgen.cli._help import Command

if TYPE_CHECKING:
    from docgen.kinds import Kind

FORM = ".xlsx"

Maker = Callable[["Kind"], str | bytes]


@click.command(cls=Command, help="生成一份待填的数据文件（.json、.yaml），或填写表（.xlsx）。")
@click.argument("kind", required=False, metavar="[文种]")
@click.option("-o", "--output", metavar="文件", help="写到哪里；不写时打印出来。")
@click.option("--roster", is_flag=True, help="生成空的名册（.csv 或 .xlsx）。")
@click.option("--from", "source", metavar="文件", help="用已有的数据填好（只用于 .xlsx 填写表）。")
@template_option
@force_option
def command(
    kind: str | None,
    output: str | None,
    source: str | None,
    template: str | None,
    *,
    roster: bool,
    force: bool,
) -> int:
    """Write a starter input."""
    from docgen.errors import UsageError
    from docgen.files import write_whole

    found = kind_or_template(kind, template)
    makers = roster_makers() if roster else input_makers(source)
    suffix = next(iter(makers)) if output in (None, "-") else Path(output).suffix.lower()
    if source is not None and (roster or suffix != FORM):
        msg = "--from 只能用来填写表：docgen new 文种 --from 数据.json -o 填写表.xlsx"
        raise UsageError(msg)
    if suffix not in makers:
        msg = f"不能生成 {suffix} 文件。可用的有：{'、'.join(makers)}。"
        raise UsageError(msg)
    content = makers[suffix](found)
    if output in (None, "-"):
        click.echo(content, nl=False)
        return 0
    # Excel knows UTF-8 only by the mark at the start of a csv file.
    encoding = "utf-8-sig" if suffix == ".csv" else "utf-8"
    data = content if isinstance(content, bytes) else content.encode(encoding)
    write_whole(Path(output), data, force=force)
    named = kind or f"--template {template}"
    click.echo(f"已写出 {output}。{next_step(named, output, roster=roster)}")
    return 0


def kind_or_template(kind: str | None, template: str | None) -> "Kind":
    """Find the kind a starter is for, or take a template as one of its own.

    Raises:
        UsageError: when neither is named, or there is no such kind.
        TemplateError: when the template is at fault.
    """
    from docgen.engine import open_press
    from docgen.errors import UsageError
    from docgen.kinds import find_kind

    if kind is not None:
        return find_kind(kind)
    if template is None:
        msg = "写明文种，例如 docgen new 责任书；或用 --template 给出自己的模板。"
        raise UsageError(msg)
    press = open_press(None, template)
    press.demand_sound_template()
    return press.kind


def next_step(named: str, output: str, *, roster: bool) -> str:
    """Tell what to run once the file is filled in."""
    if roster:
        shared = f"各份一样的内容写在另一份数据里（docgen new {named} -o 共有.yaml）。"
        run = f"docgen batch {named} {output} --common 共有.yaml -o 成品"
        return f"{shared}填好后运行：{run}"
    return f"填好后运行：docgen check {named} {output}"


def input_makers(source: str | None) -> Mapping[str, Maker]:
    """Give what makes the input of one document, by the file's ending."""
    from docgen.kinds._starter import starter_json, starter_yaml

    return {
        ".json": starter_json,
        ".yaml": starter_yaml,
        ".yml": starter_yaml,
        FORM: lambda kind: form(kind, source),
    }


def roster_makers() -> Mapping[str, Maker]:
    """Give what makes an empty roster, by the file's ending."""
    from docgen.forms import roster_bytes
    from docgen.kinds._starter import starter_roster

    return {".csv": starter_roster, FORM: roster_bytes}


def form(kind: "Kind", source: str | None) -> bytes:
    """Make the fill-in workbook of a kind, filled in from a data file where one is named."""
    from docgen.forms import form_bytes
    from docgen.readers import read_record

    return form_bytes(kind, read_record(source) if source is not None else None)
