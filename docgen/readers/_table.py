"""Tables: which line holds the headings, and rows of text under them.

Shared by csv and workbooks. A table is lines of cells, each with the number that the clerk's
program shows beside it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.findings import Fault, Finding, Severity, Source
from docgen.readers._text import HIDDEN, text_findings
from docgen.rows import Cells, Row

DUPLICATE_HEADING = Fault(
    "duplicate-heading",
    "两列同名",
    "两列的内容不同时，无法知道以哪一列为准。",
    "村名 | 负责人 | 村名",
    "村名 | 负责人 | 电话",
)
MISSING_HEADING = Fault(
    "missing-heading",
    "有内容的列没有表头",
    "没有表头就不知道这一列是什么，内容会被漏掉。",
    "村名 | （空） | 电话",
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
RAGGED_ROW = Fault(
    "ragged-row",
    "这一行的格数比表头多",
    "多半是内容里有逗号而没有加引号，后面的内容都错了一列。",
    "西街村,主任,书记,13800000000",
    '西街村,"主任,书记",13800000000',
)
LOST_NUMBER = Fault(
    "lost-number",
    "数字已经丢了位数",
    "表格程序把长数字当成数值，只保留 15 位或改成科学计数，丢掉的位数在文件里已经没有了。",
    "4.10526E+11",
    "410526102200（列的格式设为文本）",
)
CELL_ERROR = Fault(
    "cell-error",
    "单元格是公式错误",
    "公式没有算出结果，印出来就是错误代码。",
    "#N/A",
    "西街村",
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

ERROR_VALUES = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)

Line = tuple[int, Sequence[str]]
"""A line's number and the text of its cells."""

_SCIENTIFIC = re.compile(r"[+-]?[0-9](\.[0-9]+)?[Ee]\+[0-9]{2,}")
_NUMERIC = re.compile(r"[+-]?[0-9][0-9.,/%:年月日-]*")
_LONG_NUMBER = re.compile(r"[0-9]{6,}")
_SPACED_OUT = re.compile(r"\s*[\r\n]\s*|(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
_SUSPECT = re.compile(f'#|[Ee]\\+|="|\r|[{HIDDEN}]')


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


class RowMaker:
    """Makes rows of lines; one for each walk, since some faults are said once a walk."""

    def __init__(self, headings: Headings, file: str, sheet: str | None, *, ragged: bool) -> None:
        """Take lines under `headings`; `ragged` says that extra cells shift a line (csv)."""
        self._columns = headings.columns
        self._places = tuple((name, column - 1) for name, column in headings.columns.items())
        self._named = headings.named
        self._width = headings.width
        self._is_plain = len(headings.columns) == headings.width  # no gaps, no doubles
        self._names = tuple(headings.columns)
        self._file = file
        self._sheet = sheet
        self._ragged = ragged
        self._said: set[int] = set()

    def row(self, number: int, cells: Sequence[str]) -> Row | None:
        """Make one row; None of an empty line."""
        texts = [cell.strip() or None for cell in cells]
        if not any(texts):
            return None
        locate = Cells(self._file, self._sheet, number, self._columns)
        if self._is_plain and len(texts) == self._width:
            data = dict(zip(self._names, texts, strict=True))
        else:
            count = len(texts)
            data = {name: texts[at] if at < count else None for name, at in self._places}
        findings: list[Finding] = []
        if len(texts) > self._width or not self._is_plain:
            findings += self._unnamed(texts, number)
        if _is_suspect("".join(cells)):
            findings += _cell_findings(data, locate)
        return Row(data, locate, textual=True, findings=tuple(findings))

    def _unnamed(self, texts: Sequence[str | None], number: int) -> Iterator[Finding]:
        extra = [
            column for column, text in enumerate(texts, 1) if text and column not in self._named
        ]
        for column in extra:
            source = place_cell(self._file, self._sheet, number, column)
            if self._ragged and column > self._width:
                message = f"这一行有{len(texts)}格，表头只有{self._width}格"
                yield RAGGED_ROW.finding(message, "内容里的逗号请用英文引号包起来", source=source)
                return
            if column not in self._said:
                self._said.add(column)
                message = f"第{column}列有内容，却没有表头"
                yield MISSING_HEADING.finding(message, "请补上表头，或清空这一列", source=source)


def _is_suspect(text: str) -> bool:
    # Nearly every line is printable, which is far sooner known than what the expression finds.
    if text.isprintable() and not any(map(text.__contains__, "#+=\ufffd")):
        return False
    return _SUSPECT.search(text) is not None


def _cell_findings(data: dict[str, str | None], locate: Cells) -> Iterator[Finding]:
    """Find what is wrong in the cells of a row, and mend what is only their line ends."""
    for name, text in data.items():
        if not text:
            continue
        if "\r" in text:
            text = data[name] = text.replace("\r\n", "\n").replace("\r", "\n")
        # Some programs write ="0012" so that Excel leaves a number's zeros alone.
        if kept := _KEPT_AS_TEXT.fullmatch(text):
            text = data[name] = kept.group(1)
        yield from faulty_text(name, text, locate((name,)))
        if text in ERROR_VALUES:
            data[name] = None


def faulty_text(name: str, text: str, source: Source) -> Iterator[Finding]:
    """Find what is wrong in the text of one cell, which stands under the heading `name`."""
    if text in ERROR_VALUES:
        message, hint = f"“{name}”是公式错误 {text}", "请改好公式，或直接填写内容"
        yield CELL_ERROR.finding(message, hint, path=name, source=source)
    elif _SCIENTIFIC.fullmatch(text):
        message = f"“{name}”变成了科学计数 {text}，原来的数字已经丢了"
        hint = "请在原表里把这一列的格式设为“文本”，重新输入，再导出"
        yield LOST_NUMBER.finding(message, hint, path=name, source=source)
    else:
        yield from text_findings(text, source, f"“{name}”")
