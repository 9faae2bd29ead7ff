"""`docgen batch`: a document for every row of a roster."""

import click

from docgen.cli._common import force_option, json_option, layout_option, template_option
from docgen.cli._help import Command


@click.command(cls=Command, help="按名册批量生成：先检查每一行，再写文件。")
@click.argument("words", nargs=-1, metavar="[文种] 名册")
@click.option("-o", "--output", required=True, metavar="文件夹", help="写到哪个文件夹。")
@click.option("--common", metavar="文件", help="各份共有的数据。")
@click.option("--map", "mapping", multiple=True, metavar="列=字段", help="指定某一列是什么字段。")
@click.option("--key", metavar="列", help="用哪一列区分各行，默认区划代码。")
@click.option("--name", metavar="式样", help="文件名的式样，例如 {编号:04}{乙方.简称}。")
@click.option("--group-by", metavar="列", help="按哪一列分文件夹，默认乡镇。")
@template_option
@layout_option
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, metavar="数", help="同时用几个进程。"
)
@click.option("--skip-bad", is_flag=True, help="有错的行跳过，其余照样生成。")
@click.option("--dry-run", is_flag=True, help="只检查，不生成。")
@force_option
@click.option("--pdf", is_flag=True, help="每份再做成 PDF，放在 pdf 文件夹（要有 LibreOffice）。")
@click.option("--progress", is_flag=True, help="不在终端里也显示进度。")
@json_option
def command(
    words: tuple[str, ...],
    output: str,
    common: str | None,
    mapping: tuple[str, ...],
    key: str | None,
    name: str | None,
    group_by: str | None,
    template: str | None,
    layout: str | None,
    jobs: int,
    *,
    skip_bad: bool,
    dry_run: bool,
    force: bool,
    pdf: bool,
    progress: bool,
    as_json: bool,
) -> int:
    """Make a document for every row."""
    from docgen.batches import batch
    from docgen.cli._progress import progress_bar
    from docgen.cli._summary import show_report

    kind, roster = kind_and_roster(words, template)
    with progress_bar(force=progress) as on_progress:
        report = batch(
            kind,
            roster,
            output=output,
            common=common,
            mapping=columns(mapping),
            key=key,
            name=name,
            group_by=group_by,
            template=template,
            layout=layout,
            jobs=jobs,
            skip_bad=skip_bad,
            dry_run=dry_run,
            force=force,
            pdf=pdf,
            on_progress=on_progress,
        )
    return show_report(report, as_json=as_json)


def kind_and_roster(words: tuple[str, ...], template: str | None) -> tuple[str | None, str]:
    """Read `[KIND] ROSTER`: without a kind, a template must be given, which is one of its own.

    Raises:
        UsageError: when words are missing or too many, or neither kind nor template is given.
    """
    from docgen.errors import UsageError

    if len(words) == 2:
        return words[0], words[1]
    if len(words) == 1 and template is not None:
        return None, words[0]
    msg = (
        "写成 文种 名册。例如：docgen batch 责任书 名册.csv -o 成品；"
        "不属于任何文种的，写 docgen batch --template 模板.docx 名册.csv -o 成品。"
    )
    raise UsageError(msg)


def columns(mapping: tuple[str, ...]) -> dict[str, str]:
    """Read `--map 列=字段`.

    Raises:
        UsageError: when one is not of that form.
    """
    from docgen.errors import UsageError

    found: dict[str, str] = {}
    for entry in mapping:
        column, sign, field = entry.partition("=")
        if not (column and sign and field):
            msg = f"--map {entry} 写得不对。写成 列=字段，例如 --map 主任=乙方.代表.姓名"
            raise UsageError(msg)
        found[column] = field
    return found
