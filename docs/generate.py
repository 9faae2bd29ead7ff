"""Write what follows from the code: commands, findings, each kind's fields, and every output shown.

`make docs` runs this; `--check` names the pages that are not as they should be.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click
from click.testing import CliRunner
from running import rerun

from docgen.cli import cli
from docgen.cli._faults import ACTORS
from docgen.cli._written import choices_told, example_at
from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.findings import Severity
from docgen.kinds import Kind, own_kinds
from docgen.kinds._needs import Need, Needs, needs
from docgen.report import WEIGHTS

DOCS = Path(__file__).parent
PAGES = ("batch", "checking", "templates", "rules", "workbook")
RUN = [DOCS.parent / "README.md", *(DOCS / f"{page}.md" for page in PAGES)]
# Without LibreOffice this page cannot be run, and stays as it is.
RUN += [DOCS / "pdf.md"] if shutil.which("soffice") else []
MADE = "<!-- 由 docs/generate.py 写成，不要手改；运行 make docs 重写。 -->"
BAR = "\\|"
FIELD_HEAD = "| 字段 | 标识 | 类型 | 填写 | 说明 | 例如 |\n|---|---|---|---|---|---|\n"


def pages() -> dict[Path, Callable[[], str]]:
    """Give every page that is made or rerun, and what makes it."""
    shown = {page: partial(rerun_page, page) for page in RUN if page.is_file()}
    made = {DOCS / "cli.md": command_page, DOCS / "findings.md": finding_page}
    return {**made, **handbooks(), **shown}


def rerun_page(page: Path) -> str:
    """Give a page with every output it shows as it is now."""
    return rerun(page.read_text(encoding="utf-8"))


def handbooks() -> dict[Path, Callable[[], str]]:
    """Give a page for every kind that comes with docgen."""
    kinds = own_kinds().values()
    return {DOCS / "kinds" / f"{kind.name}.md": partial(handbook, kind) for kind in kinds}


def command_page() -> str:
    """Give the help of every command as the command line prints it."""
    parts = [f"# 命令\n\n{MADE}\n\n每条命令的用法，与 `--help` 显示的一字不差。\n"]
    parts += [f"## {words}\n\n```text\n{help_text(words)}```\n" for words in command_words()]
    return "\n".join(parts)


def command_words() -> list[str]:
    """Name every command, those within groups too: `docgen template check`."""
    return list(_words(cli, "docgen"))


def _words(command: click.Command, name: str) -> Iterator[str]:
    yield name
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _words(found, f"{name} {below}")


def help_text(words: str) -> str:
    """Give the help of one command, at one width whatever the terminal's is."""
    arguments = [*words.split()[1:], "--help"]
    # Click asks the terminal for its width, but believes COLUMNS first.
    shown = CliRunner(env={"COLUMNS": "100"}).invoke(cli, arguments, prog_name="docgen")
    return "\n".join(line.rstrip() for line in shown.output.splitlines()) + "\n"


def finding_page() -> str:
    """Give every finding there is, by code."""
    head = (
        f"# 问题一览\n\n{MADE}\n\n"
        "每个问题都有一个代码，写在提示末尾的方括号里。\n"
        "`docgen explain 代码` 在终端里显示同样的内容。\n"
        f"有“{WEIGHTS[Severity.ERROR]}”就不生成文件；"
        f"“{WEIGHTS[Severity.WARNING]}”和“{WEIGHTS[Severity.INFO]}”只作提醒。\n"
    )
    return "\n".join([head, *(finding_entry(fault) for fault in faults())])


def faults() -> list[dict[str, str]]:
    """Give every fault as `docgen explain` tells it."""
    command = [sys.executable, "-m", "docgen", "explain", "--json"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    found: list[dict[str, str]] = json.loads(told.stdout)["faults"]
    return found


def finding_entry(fault: dict[str, str]) -> str:
    """Give one finding as a section."""
    weights = {str(severity): name for severity, name in WEIGHTS.items()}
    actors = {str(actor): name for actor, name in ACTORS.items()}
    return (
        f"## {fault['code']}\n\n"
        f"**{fault['title']}**（{weights[fault['severity']]}，{actors[fault['actor']]}）\n\n"
        f"{fault['why']}\n\n"
        f"```text\n错例　{fault['faulty']}\n正例　{fault['sound']}\n```\n"
    )


def handbook(kind: Kind) -> str:
    """Give a kind's fields: its own first, then those of every group below."""
    head = (
        f"# {kind.label}（{kind.name}）\n\n{MADE}\n\n{kind.summary}。\n\n"
        "数据文件和模板里，字段名写中文、写标识都可以，但同一字段不能两种都写。\n"
        "“必填”的要填；“系统拟写”的不填时由系统按其余各项拟写，填了就以填的为准。\n"
        "标“可手签”的可以填“手签”或“留白”，印成一条横线。\n"
        f"选项写中文；写程序要用选项的标识，见 `docgen kinds {kind.name} --json`。\n"
        "一组字段的例子写成“字段：内容”，再下一层的字段名用“·”连着；列表各项之间是顿号。\n"
    )
    asked = needs(kind)
    top = "\n## 字段\n\n" + table(kind.inputs, asked, [""])
    groups = [
        f"\n### {'、'.join(labels)}\n\n" + table(group, asked, prefixes)
        for labels, group, prefixes in grouped(kind.inputs)
    ]
    return (
        head
        + top
        + "\n## 各组字段\n\n写了哪一组（列表则是哪一项），其中“必填”的就要填。\n"
        + "".join(groups)
    )


def table(group: Field, asked: Needs, prefixes: Sequence[str]) -> str:
    """Give a table of a group's fields, which stand below any of the prefixes."""
    rows = (row(field, asked, prefixes) for field in group.children if not field.computed)
    return FIELD_HEAD + "".join(rows)


def row(field: Field, asked: Needs, prefixes: Sequence[str]) -> str:
    """Give one field as a row of a table; of several places, the one that asks the most."""
    places = [f"{prefix}{field.name}" for prefix in prefixes]
    path = min(places, key=lambda place: list(Need).index(asked.of(place, field)))
    blank = "，可手签" if field.may_be_blank else ""
    cells = (
        field.label,
        f"`{field.name}`",
        type_text(field),
        asked.words(path, field) + blank,
        help_of(field),
        example_at(path, field, asked),
    )
    # A bar inside a cell would end it.
    return f"| {' | '.join(cell.replace('|', BAR) for cell in cells)} |\n"


def type_text(field: Field) -> str:
    """Name what a field holds: `列表（文字）`."""
    label = TYPE_LABELS[field.type]
    return f"{label}（{TYPE_LABELS[field.item.type]}）" if field.type is FieldType.LIST else label


def help_of(field: Field) -> str:
    """Give a field's help, and its choices where it has any."""
    choices = choices_told(field)
    return f"{field.help}；可选：{choices}" if choices else field.help


def grouped(root: Field) -> list[tuple[list[str], Field, list[str]]]:
    """Give each type of group once, with the labels and paths of the fields that hold it."""
    found: dict[str, tuple[list[str], Field, list[str]]] = {}
    waiting = [("", root)]
    while waiting:
        above, group = waiting.pop(0)
        for child in group.children:
            is_list = child.type is FieldType.LIST
            below, step = (child.item, "[].") if is_list else (child, ".")
            if below.type is not FieldType.OBJECT or child.computed:
                continue
            prefix = f"{above}{child.name}{step}"
            if below.model not in found:
                found[below.model] = ([], below, [])
                waiting.append((prefix, below))
            labels, _, prefixes = found[below.model]
            prefixes.append(prefix)
            if child.label not in labels:
                labels.append(child.label)
    return list(found.values())


def stale(path: Path, text: str) -> bool:
    """True when a page is not what is stored."""
    return not path.is_file() or path.read_text(encoding="utf-8") != text


def main() -> None:
    """Write every page that has changed, or only name it."""
    only_check = "--check" in sys.argv
    made = ((path, make()) for path, make in pages().items())
    changed = [(path, text) for path, text in made if stale(path, text)]
    for path, text in changed:
        click.echo(f"{'过时了' if only_check else '已写出'} {os.path.relpath(path)}")
        if not only_check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    sys.exit(1 if only_check and changed else 0)


if __name__ == "__main__":
    main()
