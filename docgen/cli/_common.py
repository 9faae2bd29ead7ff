"""What several commands share: their options, and the way from words to a kind and an input."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from docgen.findings import Finding
    from docgen.kinds import Kind
    from docgen.rows import Row

json_option = click.option("--json", "as_json", is_flag=True, help="在标准输出打印 JSON。")
template_option = click.option("--template", metavar="文件", help="用自己的模板。")
layout_option = click.option(
    "--layout", metavar="版式", help="换一种版式：名称，或自己的 .toml 文件。"
)
force_option = click.option("--force", is_flag=True, help="覆盖已有的文件。")
KIND_NAMES = ("kind", "文种")

Command = Callable[..., Any]


def kind_and_row(words: tuple[str, ...], template: str | None) -> "tuple[Kind | None, Row]":
    """Read `[KIND] INPUT`: without a kind, the input itself names it, or a template is one.

    Raises:
        UsageError: when words are missing or too many, or no kind is named.
        FileError: when the input cannot be read.
        FindingsError: when its syntax hides what kind it is.
    """
    from docgen.errors import FindingsError, UsageError
    from docgen.findings import has_errors
    from docgen.kinds import find_kind
    from docgen.readers import read_record
    from docgen.report import file_name

    if len(words) not in (1, 2):
        msg = "写成 [文种] 数据文件。例如：docgen check 责任书 数据.json"
        raise UsageError(msg)
    if len(words) == 2:
        return find_kind(words[0]), read_record(words[1])
    refuse_kind_alone(words[0])
    row = read_record(words[0])
    name = next((name for name in KIND_NAMES if row.data.get(name)), "")
    named = row.data.get(name)
    if isinstance(named, str):
        return named_kind(named, name, template), row
    if template is not None:
        return None, row
    if has_errors(row.findings):
        msg = f"{file_name(words[0])}读不完整，看不出文种。"
        raise FindingsError(msg, row.findings)
    msg = (
        f"{file_name(words[0])}没有写明文种。在命令里写文种，或在文件里加一行“文种：责任书”；"
        "不属于任何文种的，用 --template 给出自己的模板。"
    )
    raise UsageError(msg)


def named_kind(named: str, name: str, template: str | None) -> "Kind | None":
    """Find the kind that data name; None where a template of no kind is called or prints so.

    Raises:
        UsageError: when there is no such kind.
    """
    from docgen.engine import open_press
    from docgen.errors import UsageError
    from docgen.kinds import find_kind

    try:
        return find_kind(named)
    except UsageError:
        if template is None:
            raise
        own = open_press(None, template).kind
        known = own.inputs.child(name)
        if named != own.label and (known is None or not known.is_open):
            raise
        return None


def refuse_kind_alone(word: str) -> None:
    """Say that the data file is missing, where only a kind is named.

    Raises:
        UsageError: when the word is a kind's and no file is called so.
    """
    from docgen.errors import UsageError
    from docgen.kinds import find_kind

    if word == "-" or Path(word).exists():
        return
    try:
        find_kind(word)
    except UsageError:
        return
    msg = f"“{word}”是文种，后面还要写数据文件。例如：docgen check {word} 数据.json"
    raise UsageError(msg)


def show(findings: "list[Finding]", *, as_json: bool, done: str = "", **more: object) -> int:
    """Print findings and give the exit code: 1 when any is an error."""
    from docgen.findings import has_errors
    from docgen.report import findings_json, findings_text, summary_text

    if as_json:
        click.echo(findings_json(findings, **more))
    else:
        if findings:
            click.echo(findings_text(findings))
        click.echo(f"{summary_text(findings)}。{done}")
    return 1 if has_errors(findings) else 0
