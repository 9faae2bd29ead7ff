"""Rows of text under the headings of a table, and what is wrong in their cells.

Shared by csv and workbooks.
"""

import re
from collections.abc import Iterator, Sequence

from docgen.findings import Fault, Finding, Source
from docgen.readers._headings import Headings, place_cell
from docgen.readers._text import HIDDEN, text_findings
from docgen.rows import Cells, Row

MISSING_HEADING = Fault(
    "missing-heading",
    "有内容的列没有表头",
    "没有表头就不知道这一列是什么，内容会被漏掉。",
    "村名 | （空） | 电话",
    "村名 | 负责人 | 电话",
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
ERROR_VALUES = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)

_SCIENTIFIC = re.compile(r"[+-]?[0-9](\.[0-9]+)?[Ee]\+[0-9]{2,}")
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
_SUSPECT = re.compile(f'#|[Ee]\\+|="|\r|[{HIDDEN}]')


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
