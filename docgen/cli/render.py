"""`docgen render`: one complete document, or the list of what is missing and no document."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli._common import force_option, json_option, kind_and_row, show, template_option
from docgen.cli._help import Command

if TYPE_CHECKING:
    from docgen.engine import Document


@click.command(cls=Command, help="生成一份文件；数据有错就不生成。")
@click.argument("words", nargs=-1, metavar="[文种] 数据文件")
@click.option("-o", "--output", metavar="文件", help="写到哪里，- 为标准输出。")
@template_option
@click.option("--draft", is_flag=True, help="缺项也生成，缺处标明【待填】，页眉注明草稿。")
@force_option
@json_option
def command(
    words: tuple[str, ...],
    output: str | None,
    template: str | None,
    *,
    draft: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Render one input file."""
    from docgen.engine import make_document, make_draft, open_press
    from docgen.errors import UsageError

    if output == "-" and as_json:
        msg = "标准输出只有一个：写文件用 -o -，打印结果用 --json，两个只能选一个。"
        raise UsageError(msg)
    kind, row = kind_and_row(words)
    press = open_press(kind, template)
    document = make_draft(press, row) if draft else make_document(press, row)
    if output == "-":
        sys.stdout.buffer.write(document.content)
        return 0
    path = deliver(document, output, force=force)
    done = f"草稿已写到 {path}，不能当正式文件使用" if draft else f"已生成 {path}"
    return show(document.findings, as_json=as_json, done=done, output=str(path))


def deliver(document: "Document", output: str | None, *, force: bool) -> Path:
    """Write the document where it was asked for."""
    from docgen.files import write_whole

    path = Path(output) if output else Path(document.name)
    if path.is_dir():
        path /= document.name
    return write_whole(path, document.content, force=force)
