"""Checking a template for the command line: its faults, an annotated copy, an older version."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli._common import show

if TYPE_CHECKING:
    from docgen.fields import Field
    from docgen.word.checking import Checked
    from docgen.word.comparison import Comparison

NOT_COPIED = "文件没有打开，不写批注。"


def check(
    file: str,
    fields: "Field | None",
    *,
    annotate: str | None,
    older: str | None,
    force: bool,
    as_json: bool,
) -> int:
    """Show every fault of a template, write the copy and the comparison that were asked for.

    Raises:
        FileError: when a file cannot be read or written.
        TemplateError: when a file is no Word file, or the older one is not safe to open.
    """
    from docgen.errors import TemplateError
    from docgen.files import refuse_existing

    if annotate:
        _refuse_output(annotate)
        refuse_existing(Path(annotate), force=force)
    before = _checked(older, _read(older), fields) if older else None
    content = _read(file)
    try:
        now = _checked(file, content, fields)
    except TemplateError as error:
        if error.exit_code != TemplateError.exit_code:
            raise
        return show(error.findings, as_json=as_json, done=NOT_COPIED if annotate else "")
    done = _copied(content, now, annotate, force=force) if annotate else ""
    if before is None:
        return show(list(now.findings), as_json=as_json, done=done)
    from docgen.word.comparison import compared

    comparison = compared(now.placeholders, before.placeholders, fields)
    code = _show_both(now, comparison, as_json=as_json, done=done)
    if not as_json:
        _print(comparison, str(older))
    return code


def _show_both(now: "Checked", comparison: "Comparison", *, as_json: bool, done: str) -> int:
    findings = list(now.findings)
    if as_json:
        return show(findings, as_json=True, diff=comparison.to_json())
    return show(findings, as_json=False, done=done)


def _print(comparison: "Comparison", older: str) -> None:
    lines = list(comparison.lines)
    click.echo(f"与 {older} 相比：{'' if lines else '用到的字段没有变化。'}")
    for line in lines:
        click.echo(line)


def _refuse_output(target: str) -> None:
    from docgen.errors import UsageError

    if target == "-":
        msg = "标准输出要留给检查结果；--annotate 后面写一个文件名。"
        raise UsageError(msg)


def _copied(content: bytes, now: "Checked", target: str, *, force: bool) -> str:
    """Write the author's file with a comment on each finding, and say so."""
    from docgen.files import write_whole
    from docgen.word.remarks import annotated

    write_whole(Path(target), annotated(content, now.findings), force=force)
    return f"已写出带批注的 {target}"


def _checked(file: str, content: bytes, fields: "Field | None") -> "Checked":
    """Check a template; a stranger's is opened in a child process first."""
    from docgen.cli.template import admit_foreign
    from docgen.word.checking import check_template

    admit_foreign(file, content, is_checked_only=True)
    return check_template(content, fields)


def _read(file: str) -> bytes:
    from docgen.cli.template import template_content

    return template_content(file)
