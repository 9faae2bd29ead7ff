"""What a batch did, on a few lines or as JSON."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from docgen.batches import Report


def show_report(report: "Report", *, as_json: bool) -> int:
    """Print what a batch did and give its exit code."""
    from docgen.report import findings_text, summary_text, to_json

    if as_json:
        click.echo(to_json(report.to_json()))
        return 0 if report.ok else 1
    if report.findings:
        click.echo(findings_text(report.findings))
    printed = f"做 PDF {report.printed}份，" if report.outputs.get("pdf") else ""
    click.echo(
        f"{summary_text(report.findings)}。共{report.rows}行：新制{report.made}份，"
        f"未变{report.unchanged}份，失败{report.failed}行，{printed}用时{report.seconds:.1f}秒。"
    )
    for path in report.outputs.values():
        if path:
            click.echo(f"  {path}")
    return 0 if report.ok else 1
