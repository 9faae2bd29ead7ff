"""How a command ends when it cannot go on: a sentence, its findings, and an exit code."""

import os
from collections.abc import Sequence

import click

from docgen.errors import DocgenError, system_reason

READER_GONE = 141
"""What a shell gives for a program that was writing to `head` when it left."""


def hang_up() -> int:
    """Write nothing more to standard output; what is still in its buffer goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return READER_GONE


def refused_by_system(error: OSError) -> str:
    """Say what the system would not do: a full disk, a folder without permission."""
    what = f"“{error.filename}”" if error.filename else "输出"
    return f"{what}写不了或读不了：{system_reason(error)}。检查磁盘空间和权限，再运行一次。"


def show_error(error: DocgenError, *, as_json: bool) -> int:
    """Show an error, with its findings when it has any."""
    from docgen.errors import FindingsError

    findings = error.findings if isinstance(error, FindingsError) else []
    return fail(str(error), error.exit_code, as_json=as_json, findings=findings)


def fail(message: str, code: int, *, as_json: bool, findings: Sequence[object] = ()) -> int:
    """Say why a command ended, on standard error or as JSON, and give its exit code."""
    from docgen.findings import Finding
    from docgen.report import findings_text, to_json

    known = [finding for finding in findings if isinstance(finding, Finding)]
    if as_json:
        shown = [finding.to_json() for finding in known]
        click.echo(to_json({"ok": False, "findings": shown, "error": message}))
        return code
    if known and not message.startswith(known[0].message):
        click.echo(findings_text(known), err=True)
    click.echo(message, err=True)
    return code
