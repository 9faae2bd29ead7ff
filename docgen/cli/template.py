"""`docgen template`: the template against its kind, its placeholders, a copy to edit."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli._common import force_option, json_option, layout_option, show
from docgen.cli._help import Group

if TYPE_CHECKING:
    from docgen.findings import Finding


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


@command.command("show", help="按层次列出模板用到的各项：类型、用处、所在位置和条件。")
@click.argument("file", metavar="模板文件")
@click.option("--kind", metavar="文种", help="按哪个文种说明各项；不写时由模板推断。")
@json_option
def show_template(file: str, kind: str | None, *, as_json: bool) -> int:
    """List what a template prints, loops over and asks for."""
    from docgen.cli._placeholders import (
        placeholder_json,
        placeholder_tree,
        tree_json,
        tree_lines,
        without_needs,
    )
    from docgen.findings import has_errors
    from docgen.kinds import find_kind
    from docgen.report import findings_json, findings_text
    from docgen.word.template import Template

    found_kind = find_kind(kind) if kind is not None else None
    fields = found_kind.fields if found_kind else None
    template = Template(template_source(file), fields)
    findings: list[Finding] = []
    if fields is None:
        inference = template.infer()
        fields, findings = inference.root, list(inference.findings)
    drawn_up = found_kind.drawn_up if found_kind else ()
    tree = placeholder_tree(template.placeholders, without_needs(fields, drawn_up))
    if as_json:
        found = [placeholder_json(one, fields) for one in template.placeholders]
        click.echo(findings_json(findings, placeholders=found, fields=tree_json(tree)))
    else:
        for line in tree_lines(tree):
            click.echo(line)
        if findings:
            click.echo(findings_text(findings))
    return 1 if has_errors(findings) else 0


@command.command("schema", help="由不属于任何文种的模板推断 JSON Schema、待填的数据和名册。")
@click.argument("file", metavar="模板文件")
@click.option("-o", "--output", metavar="路径", help="写到文件夹；.json 文件只写 Schema。")
@force_option
@json_option
def schema_of_template(file: str, output: str | None, *, force: bool, as_json: bool) -> int:
    """Infer a JSON Schema and starters from a template without a kind."""
    from docgen.cli._template_schema import deliver, made_of
    from docgen.report import findings_json, to_json
    from docgen.word.template import Template

    name = "模板" if file == "-" else Path(file).stem
    made = made_of(Template(template_source(file)).infer(), name)
    if made.is_faulty:
        return show(made.findings, as_json=as_json)
    written = deliver(made, output, force=force) if output is not None else []
    if as_json:
        files = [str(path) for path in written]
        click.echo(findings_json(made.findings, **made.to_json(), outputs=files))
    elif output is None:
        click.echo(to_json(made.schema))
    for path in [] if as_json else written:
        click.echo(f"已写出 {path}")
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
