"""Which line of a table holds the headings, and what is wrong with them.

Shared by csv and workbooks. A table is lines of cells, each with the number that the clerk's
program shows beside it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.findings import Fault, Finding, Severity, Source
from docgen.readers._text import text_findings
from docgen.rows import Cells

DUPLICATE_HEADING = Fault(
    "duplicate-heading",
    "两列同名",
    "两列的内容不同时，无法知道以哪一列为准。",
    "村名 | 负责人 | 村名",
    "村名 | 负责人 | 电话",
)
NO_HEADINGS = Fault(
    "no-headings",
    "找不到表头",
    "每一列是什么要靠表头来认；第一行就是数据时，会把一个村当成表头。",
    "410526001001 | 红旗路社区",
    "区划代码 | 村名",
)
SHIFTED_HEADINGS = Fault(
    "shifted-headings",
    "表头不在第一行",
    "表头上面有标题或说明，已跳过；请核对认出的表头是否正确。",
    "滑县村（居）名册 ⏎ 乡镇 | 村名",
    "乡镇 | 村名",
    severity=Severity.INFO,
)
FULL_WIDTH_SEPARATOR = Fault(
    "full-width-separator",
    "各列用全角逗号隔开",
    "csv 的各列要用英文逗号隔开，全角逗号会使整行变成一格。",
    "乡镇，村名，电话",
    "乡镇,村名,电话",
)
LOOK_AHEAD = 20
"""The headings are looked for in so many lines."""

Line = tuple[int, Sequence[str]]
"""A line's number and the text of its cells."""

_NUMERIC = re.compile(r"[+-]?[0-9][0-9.,/%:年月日-]*")
_LONG_NUMBER = re.compile(r"[0-9]{6,}")
_SPACED_OUT = re.compile(r"\s*[\r\n]\s*|(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading line: `number` is its line, `columns` maps a heading to its 1-based column.

    `named` are all columns that have a heading, `width` is the last of them.
    """

    number: int
    columns: Mapping[str, int]
    width: int
    named: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()


def find_headings(lines: Iterable[Line], file: str, sheet: str | None) -> Headings | None:
    """Find the heading line among the first lines; None when there is no text at all."""
    filled = [(number, cells) for number, cells in lines if any(map(str.strip, cells))]
    if not filled:
        return None
    chosen = _heading_index(filled)
    number, cells = filled[chosen]
    texts = [clean_heading(cell) for cell in cells]
    columns: dict[str, int] = {}
    for column, text in enumerate(texts, 1):
        if text:
            columns.setdefault(text, column)
    locate = Cells(file, sheet, number, columns)
    findings = [
        *_shift_findings(chosen, locate),
        *_recognition_findings(texts, locate),
        *duplicate_findings(texts, file, sheet, number),
    ]
    for text in columns:
        findings += text_findings(text, locate((text,)), "表头")
    named = frozenset(column for column, text in enumerate(texts, 1) if text)
    return Headings(number, columns, max(named, default=0), named, tuple(findings))


def clean_heading(cell: str) -> str:
    """Give a heading without line breaks, the spaces around it, and those that space it out."""
    return _SPACED_OUT.sub("", cell).strip(" \t\u3000\xa0\ufeff")


def place_cell(file: str, sheet: str | None, number: int, column: int) -> Source:
    """Give the source of a cell by its column."""
    return Cells(file, sheet, number, {"": column})(("",))


def _heading_index(filled: Sequence[Line]) -> int:
    # Above the headings stand titles (one cell) and notes such as “填报单位：” and “日期：”.
    widest = max(_filled(cells) for _, cells in filled)
    for index, (_, cells) in enumerate(filled):
        count = _filled(cells)
        notes = any("：" in cell or ":" in cell for cell in cells) and count * 2 <= widest
        if count >= min(2, widest) and not notes:
            return index
    return 0


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _shift_findings(chosen: int, locate: Cells) -> list[Finding]:
    if chosen == 0:
        return []
    message = f"第{locate.number}行认作表头，上面{chosen}行是标题或说明，已跳过"
    return [SHIFTED_HEADINGS.finding(message, "如果认错了，请删去表头上面的行", source=locate(()))]


def _recognition_findings(texts: Sequence[str], locate: Cells) -> list[Finding]:
    filled = [text for text in texts if text]
    if all(map(_NUMERIC.fullmatch, filled)) or any(map(_LONG_NUMBER.fullmatch, filled)):
        message = f"第{locate.number}行像是数据，不是表头：{'、'.join(filled)[:40]}"
        return [NO_HEADINGS.finding(message, "请在数据上面加一行表头", source=locate(()))]
    if len(filled) == 1 and re.search("，|、|；", filled[0]):
        message = f"“{filled[0][:40]}”整行是一格"
        return [
            FULL_WIDTH_SEPARATOR.finding(message, "请把全角逗号改成英文逗号", source=locate(()))
        ]
    return []


def duplicate_findings(
    texts: Sequence[str], file: str, sheet: str | None, number: int
) -> list[Finding]:
    """Find headings that stand twice; `texts` are those of all columns from the first."""
    return [
        DUPLICATE_HEADING.finding(
            f"“{text}”这个表头出现了两次，第一次在第{texts.index(text) + 1}列",
            "请改掉其中一个，或删去多余的列",
            source=place_cell(file, sheet, number, column),
        )
        for column, text in enumerate(texts, 1)
        if text and texts.index(text) != column - 1
    ]
