"""`docgen template`: the template against its kind, its placeholders, a copy to edit."""

import sys
from pathlib import Path

import click

from docgen.cli._common import force_option, json_option, layout_option
from docgen.cli._help import Group


@click.group(cls=Group, help="检查、查看、导出模板。")
def command() -> None:
    """Group the template commands."""


@command.command("check", help="按文种检查模板，一次说出所有问题。")
@click.argument("file", metavar="模板文件")
@click.option("--kind", metavar="文种", help="按哪个文种检查；不写就只查写法。")
@click.option("--annotate", metavar="文件", help="另存一份，在每处问题上加批注。")
@click.option("--diff", "older", metavar="旧模板", help="与旧模板比，用到的字段有什么不同。")
@force_option
@json_option
def check_file(
    file: str,
    kind: str | None,
    annotate: str | None,
    older: str | None,
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Check a template against a kind."""
    from docgen.cli._template_check import check
    from docgen.kinds import find_kind

    fields = find_kind(kind).fields if kind is not None else None
    return check(file, fields, annotate=annotate, older=older, force=force, as_json=as_json)


@command.command("show", help="列出模板的占位符和所在位置。")
@click.argument("file", metavar="模板文件")
@click.option("--kind", metavar="文种", help="写明文种时，列出字段的中文名和类型。")
@json_option
def show_template(file: str, kind: str | None, *, as_json: bool) -> int:
    """List a template's placeholders."""
    from docgen.cli._placeholders import placeholder_json, placeholder_lines
    from docgen.kinds import find_kind
    from docgen.report import to_json
    from docgen.word.template import Template

    fields = find_kind(kind).fields if kind is not None else None
    placeholders = Template(template_source(file), fields).placeholders
    if as_json:
        found = [placeholder_json(one, fields) for one in placeholders]
        click.echo(to_json({"ok": True, "placeholders": found}))
        return 0
    for line in placeholder_lines(placeholders, fields):
        click.echo(line)
    return 0


@command.command("export", help="把内置模板复制出来，供在 Word 或 WPS 里修改。")
@click.argument("kind", metavar="文种")
@click.option("-o", "--output", metavar="文件", help="写到哪里。")
@layout_option
@force_option
def export_template(kind: str, output: str | None, layout: str | None, *, force: bool) -> int:
    """Copy a built-in template, in another layout if one is named."""
    from docgen.files import write_whole
    from docgen.kinds import find_kind
    from docgen.library import template_file

    found = find_kind(kind)
    content = laid_out(template_file(found.name, found.home).read_bytes(), layout)
    if output == "-":
        sys.stdout.buffer.write(content)
        return 0
    target = Path(output) if output else Path(f"{found.name}.docx")
    write_whole(target, content, force=force)
    click.echo(f"已写出 {target}。改好后用 --template {target} 使用它。")
    return 0


def laid_out(content: bytes, layout: str | None) -> bytes:
    """Give a template in the layout that was asked for."""
    if layout is None:
        return content
    from docgen.layouts import find_layout
    from docgen.word.restyling import apply

    return apply(find_layout(layout), content)


def template_source(file: str) -> bytes:
    """Give what a template is read from; `-` is standard input.

    A stranger's is opened in a child process first.

    Raises:
        FileError: when the file cannot be read.
        TemplateError: when it is not safe to open.
    """
    content = template_content(file)
    admit_foreign(file, content)
    return content


def template_content(file: str) -> bytes:
    """Read a template's file; `-` is standard input.

    Raises:
        FileError: when the file cannot be read.
    """
    from docgen.word.template import read_template

    return sys.stdin.buffer.read() if file == "-" else read_template(Path(file))


def admit_foreign(file: str, content: bytes, *, is_checked_only: bool = False) -> None:
    """Open a stranger's template in a child process.

    Raises:
        TemplateError: when it is not safe to open.
    """
    from docgen.library import is_foreign
    from docgen.word.quarantine import admit

    if file == "-" or is_foreign(Path(file)):
        admit(content, is_checked_only=is_checked_only)
