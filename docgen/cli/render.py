"""`docgen render`: one complete document, or the list of what is missing and no document."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli._common import (
    force_option,
    json_option,
    kind_and_row,
    layout_option,
    show,
    template_option,
)
from docgen.cli._help import Command

if TYPE_CHECKING:
    from docgen.cli._printing import Prints
    from docgen.engine import Document


@click.command(cls=Command, help="生成一份文件；数据有错就不生成。")
@click.argument("words", nargs=-1, metavar="[文种] 数据文件")
@click.option("-o", "--output", metavar="文件", help="写到哪里，- 为标准输出；写 .pdf 就只要 PDF。")
@template_option
@layout_option
@click.option("--draft", is_flag=True, help="缺项也生成，缺处标明【待填】，页眉注明草稿。")
@click.option("--pdf", is_flag=True, help="再做一份 PDF（要有 LibreOffice）。")
@click.option("--png", is_flag=True, help="再做每页的图片：名称-1.png、名称-2.png……")
@force_option
@json_option
def command(
    words: tuple[str, ...],
    output: str | None,
    template: str | None,
    layout: str | None,
    *,
    draft: bool,
    pdf: bool,
    png: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Render one input file."""
    from docgen.cli._printing import prints_of
    from docgen.engine import make_document, make_draft, open_press

    refuse_two_outputs(output, as_json=as_json, png=png)
    refuse_other_formats(output)
    kind, row = kind_and_row(words, template)
    press = open_press(kind, template, layout=layout)
    document = make_draft(press, row) if draft else make_document(press, row)
    path = target(document, output)
    wants_pdf = pdf or path.suffix.lower() == ".pdf"
    prints = prints_of(document, png=png) if wants_pdf or png else None
    if output == "-":
        sys.stdout.buffer.write(prints.pdf if prints else document.content)
        return 0
    files = contents(document, path, prints, wants_pdf=wants_pdf)
    written = deliver(files, force=force)
    return show(
        [*document.findings, *(prints.findings if prints else ())],
        as_json=as_json,
        done=done_text(written, draft=draft),
        output=str(written[0]),
        outputs=[str(file) for file in written],
    )


def refuse_two_outputs(output: str | None, *, as_json: bool, png: bool) -> None:
    """Refuse to write two things to one standard output.

    Raises:
        UsageError: when that is asked.
    """
    from docgen.errors import UsageError

    if output != "-":
        return
    if as_json:
        msg = "标准输出只有一个：写文件用 -o -，打印结果用 --json，两个只能选一个。"
        raise UsageError(msg)
    if png:
        msg = "页面图片有好几个文件，不能写到标准输出。用 -o 写明文件名。"
        raise UsageError(msg)


FORMATS = (".docx", ".pdf")


def refuse_other_formats(output: str | None) -> None:
    """Refuse to write a document under an ending that hides what it is.

    Raises:
        UsageError: when that is asked.
    """
    from docgen.errors import UsageError

    if output in (None, "-") or is_folder(output) or Path(output).suffix.lower() in FORMATS:
        return
    msg = (
        f"-o {output} 不行：成品是 .docx 或 .pdf 文件。"
        f"写成 -o {Path(output).with_suffix('.docx')}；要放进新的文件夹，末尾加 /。"
    )
    raise UsageError(msg)


def is_folder(output: str) -> bool:
    """True of a folder, there already or not."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def target(document: "Document", output: str | None) -> Path:
    """Give the place of the document, in a folder under its own name."""
    if not output:
        return Path(document.name)
    return Path(output) / document.name if is_folder(output) else Path(output)


def contents(
    document: "Document", path: Path, prints: "Prints | None", *, wants_pdf: bool
) -> dict[Path, bytes]:
    """Give every file that is to be written, the one asked for first."""
    files = {} if path.suffix.lower() == ".pdf" else {path: document.content}
    if prints is not None and wants_pdf:
        files[path.with_suffix(".pdf")] = prints.pdf
    if prints is not None:
        for number, image in enumerate(prints.images, start=1):
            files[path.with_name(f"{path.stem}-{number}.png")] = image
    return files


def deliver(files: dict[Path, bytes], *, force: bool) -> Sequence[Path]:
    """Write all files, or none when one of them is there already.

    Raises:
        FileError: when one is there and `force` is not set, or the disk refuses one.
    """
    from docgen.files import refuse_existing, write_whole

    for path in files:
        refuse_existing(path, force=force)
    return [write_whole(path, content, force=force) for path, content in files.items()]


def done_text(written: Sequence[Path], *, draft: bool) -> str:
    """Say what was written; page images are counted, not listed."""
    images = [path for path in written if path.suffix == ".png"]
    names = "、".join(str(path) for path in written if path not in images)
    if images:
        names += f"，页面图片 {len(images)} 张（{images[0]} 起）"
    return f"草稿已写到 {names}，不能当正式文件使用" if draft else f"已生成 {names}"
