"""Show in the terminal what a batch made: how many papers, where, and one of them.

`python docs/show_document.py out/demo`
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, zip_longest
from pathlib import Path

import click

from docgen.word.passages import Passage, passages

HEAD = 11
GAP = 4
RULE = "─" * 72


def show(folder: Path) -> None:
    """Print what is in a batch's folder, and the first paper's beginning and signatures."""
    papers = sorted((folder / "documents").rglob("*.docx"))
    if not papers:
        sys.exit(f"{folder} 里没有成品。先运行：make demo")
    click.echo(f"\n做好的责任书共{len(papers)}份：")
    for group, members in groupby(papers, key=lambda paper: paper.parent):
        click.echo(f"  {group}/  {len(list(members))}份")
    click.echo(f"台账：\n  {folder / '台账.xlsx'}")
    click.echo(f"\n其中一份的开头和签字栏（{papers[0].name}）：\n{RULE}")
    click.echo("\n".join(excerpt(papers[0])))
    click.echo(f"{RULE}\n全文用 Word 或 WPS 打开看。")


def excerpt(paper: Path) -> list[str]:
    """Give the first lines of a paper, and its signatures with the paragraph before them."""
    body = [
        passage
        for passage in passages(paper.read_bytes())
        if passage.place.part == "body" and (passage.text.strip() or passage.place.table)
    ]
    tables = [passage.place.table or 0 for passage in body]
    signatures = tables.index(max(tables))
    return [*list(lines(body))[:HEAD], "  ……", *lines(body[signatures - 1 :])]


def lines(body: Iterable[Passage]) -> Iterator[str]:
    """Lay passages out as text: a paragraph a line, a table with its cells side by side."""
    for number, block in groupby(body, key=lambda passage: passage.place.table):
        found = list(block)
        yield from table_lines(found) if number else (passage.text for passage in found)


def table_lines(table: Iterable[Passage]) -> Iterator[str]:
    """Lay a table out, its columns aligned."""
    rows = [
        [[passage.text for passage in cell] for _, cell in groupby(row, lambda p: p.place.cell)]
        for _, row in groupby(table, lambda passage: passage.place.row)
    ]
    widths = [max(map(width, chain(*column))) + GAP for column in zip_longest(*rows, fillvalue=[])]
    for line in chain.from_iterable(zip_longest(*row, fillvalue="") for row in rows):
        if any(line):
            yield "  " + "".join(map(padded, line, widths)).rstrip()


def width(text: str) -> int:
    """Tell how many columns of a terminal a text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, columns: int) -> str:
    """Fill a text up to a number of columns."""
    return text + " " * (columns - width(text))


if __name__ == "__main__":
    show(Path(sys.argv[1]))
