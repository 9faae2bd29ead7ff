"""A numbered body as it is printed: branches of a tree laid out as a flat list of passages.

Every passage keeps the record path it was made from, so that a finding about the paper leads
back to the clerk's own cell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from docgen.kinds import ORIGIN, ORIGINS
from docgen.records.tree import PRINTS
from docgen.rows import Path
from docgen.vocabulary import (
    Blank,
    Numbering,
    Paragraph,
    Part,
    PointMarker,
    Section,
    Table,
    Text,
    YesNo,
    lines_of,
    section_number,
)

Line = dict[str, object]
"""One passage in the shape of `Passage`, with the record path it was made from."""

END_MARKS = ("。", "！", "？", "；", "：", "）", "。”", "！”", "？”", "……")
HEADING_MARKS = ("。", "！", "？", "：")


def printed_from(title: str, *paths: str) -> Any:
    """Declare a printed field and the record paths it is made from."""
    return Field(title=title, json_schema_extra={PRINTS: list(paths)})


class GridRow(Part):
    """One row of a clerk's own table."""

    cells: list[Text | Blank] = Field(title="单元格")


class Grid(Part):
    """A table as printed; `note` is the unit, over its right edge."""

    width: int = Field(title="列数")
    caption: Text | None = Field(default=None, title="表名")
    note: Text | None = Field(default=None, title="单位")
    headings: list[Text] = Field(title="表头")
    rows: list[GridRow] = Field(title="各行")


class Passage(Part):
    """One paragraph of the body as printed; `table` names the table that stands in its place.

    A table of the clerk's own is a `grid`.

    A heading with a text runs into it; without one it stands alone. `bound` keeps the passage on
    the page of what follows.
    """

    level: int = Field(title="级别")
    number: Text | None = Field(default=None, title="编号")
    heading: Text | None = Field(default=None, title="标题")
    text: Text | None = Field(default=None, title="正文")
    table: Text | None = Field(default=None, title="附表")
    grid: Grid | None = Field(default=None, title="表格")
    bound: YesNo = Field(default=False, title="与下段同页")


@dataclass(slots=True)
class Branch:
    """A numbered passage before it is laid out.

    `path` is the record path it was made from. `lines` are further paragraphs with theirs.
    `below` is the level of the branches below; None is the next.
    """

    path: Path
    heading: str | None = None
    text: str | None = None
    lines: list[tuple[str, Path]] = field(default_factory=list)
    table: str | None = None
    grid: Table | None = None
    branches: list["Branch"] = field(default_factory=list)
    closing: list[tuple[str, Path]] = field(default_factory=list)
    run_in: bool = False
    numbered: bool = True
    below: int | None = None


def section_branch(section: Section, path: Path) -> Branch:
    """Make a branch of a section and all below it."""
    lines = list(paragraph_lines(section.paragraphs, (*path, "paragraphs")))
    if section.points:
        points = lines_of(None, section.points, PointMarker.IS, apart=section.apart)
        lines += [(line, (*path, "points")) for line in points]
    return Branch(
        path,
        heading=section.heading,
        text=section.text,
        lines=lines,
        grid=section.table,
        branches=[
            section_branch(below, (*path, "sections", index))
            for index, below in enumerate(section.sections)
        ],
        closing=list(paragraph_lines(section.closing, (*path, "closing"))),
        run_in=section.run_in,
        numbered=bool(section.numbered),  # a draft's mark is no truth value
        below=section.numbering.level if isinstance(section.numbering, Numbering) else None,
    )


def section_branches(sections: Iterable[Section], path: Path) -> list[Branch]:
    """Make a branch of each section of a list."""
    return [section_branch(section, (*path, index)) for index, section in enumerate(sections)]


def paragraph_lines(paragraphs: Iterable[Paragraph], path: Path) -> Iterator[tuple[str, Path]]:
    """Give paragraphs as printed, each with its path."""
    for index, paragraph in enumerate(paragraphs):
        both = paragraph.text and paragraph.points
        part = () if both else ("text",) if paragraph.text else ("points",)
        for line in paragraph.lines:
            yield line, (*path, index, *part)


def text_branches(texts: Iterable[str], path: Path) -> list[Branch]:
    """Make a numbered branch of each plain text of a list."""
    return [Branch((*path, index), text=sentence(text)) for index, text in enumerate(texts)]


def plain_lines(lines: Iterable[tuple[str, Path]], level: int = 1) -> list[Line]:
    """Lay paragraphs without number out."""
    return [_line(level, path, text=text, text_path=path) for text, path in lines]


def table_line(name: str, path: Path) -> Line:
    """Give the passage in whose place the table `name` stands."""
    return _line(1, path, table=name)


def grid_line(table: Table, path: Path) -> Line:
    """Give the passage in whose place a table of the clerk's own stands."""
    line = _line(1, path)
    line["grid"] = {
        "width": len(table.headings),
        "caption": table.caption,
        "note": None,
        "headings": list(table.headings),
        "rows": [
            {"cells": list(row.cells), ORIGIN: (*path, "rows", index)}
            for index, row in enumerate(table.rows)
        ],
        ORIGIN: path,
    }
    return line


def laid_out(branches: Sequence[Branch], level: int = 1) -> list[Line]:
    """Number branches and lay them out in reading order; each level starts at one.

    《党政机关公文处理工作条例》 and GB/T 9704-2012 §7.3.3.
    """
    lines: list[Line] = []
    index = 0
    for branch in branches:
        index += branch.numbered
        number = section_number(index, level) if branch.numbered else None
        lines += _own_lines(branch, number, level)
        if branch.table:
            lines.append(table_line(branch.table, branch.path))
        if branch.grid:
            lines.append(grid_line(branch.grid, (*branch.path, "table")))
        lines += laid_out(branch.branches, branch.below or min(level + 1, 4))
        lines += plain_lines(branch.closing, level)
    return lines


def _own_lines(branch: Branch, number: str | None, level: int) -> list[Line]:
    """Lay out a branch without those below it; its number stands at whatever comes first."""
    heading, text, rest = branch.heading, branch.text, branch.lines
    if heading and text and branch.run_in:
        run_in = heading if heading.endswith(HEADING_MARKS) else f"{heading}。"
        first = [_line(level, branch.path, number=number, heading=run_in, text=text)]
    elif heading:
        first = [_line(level, branch.path, number=number, heading=heading)]
        first += [_line(level, branch.path, text=text)] if text else []
    elif text:
        first = [_line(level, branch.path, number=number, text=text)]
    else:
        first = [
            _line(level, path, number=number, text=line, text_path=path) for line, path in rest[:1]
        ]
        rest = rest[1:]
    return first + plain_lines(rest, level)


def _line(
    level: int,
    path: Path,
    *,
    number: str | None = None,
    heading: str | None = None,
    text: str | None = None,
    table: str | None = None,
    text_path: Path | None = None,
) -> Line:
    line: Line = {
        "level": level,
        "number": number,
        "heading": heading,
        "text": text,
        "table": table,
        "grid": None,
        "bound": False,
        ORIGIN: path,
    }
    if text_path is not None:
        line[ORIGINS] = {"text": text_path}
    return line


def bind_last(lines: list[Line]) -> list[Line]:
    """Keep the last passage on the page of what follows: signatures must not stand alone."""
    if lines:
        lines[-1]["bound"] = True
    return lines


def sentence(text: str) -> str:
    """End a text with a full stop unless it ends with a mark of its own."""
    return text if text.endswith(END_MARKS) else f"{text}。"
