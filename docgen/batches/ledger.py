"""台账.xlsx: what a batch made, where it is, and what came back signed.

The journal is the truth; the ledger shows it, and hands the clerk's ticks back to it.
"""

import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.batches.journal import Entered
from docgen.batches.publishing import Published, beside, is_open, publish
from docgen.errors import FileError
from docgen.findings import Fault, Finding, Severity, Source

UNREADABLE_LEDGER = Fault(
    code="unreadable-ledger",
    title="台账读不了",
    why="台账里打的勾（签订、交回）要读回来才不会丢；读不了时沿用上次记下的。",
    faulty="台账.xlsx 已损坏",
    sound="修好或删去台账.xlsx，再运行一次",
    severity=Severity.WARNING,
)
NAME = "台账.xlsx"
SHEET = "台账"
LINKS = 65_530  # Excel drops the links of a sheet that has more.
TICKS = ("签订", "交回")
NEVER = ("否", "无", "×", "0", "no", "false")
EPOCH = datetime.datetime(2000, 1, 1)
Ticks = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger: a journal entry and the state this run left it in."""

    entered: Entered
    state: str


def headings(key: str) -> tuple[str, ...]:
    """Give the ledger's headings; `key` names its second column."""
    return (
        "序号",
        key,
        "组别",
        "名称",
        "文件",
        "状态",
        "大小（字节）",
        "SHA-256",
        "制成时间",
        *TICKS,
    )


WIDTHS = (8, 16, 18, 28, 60, 10, 12, 20, 22, 8, 8)


def ledger_bytes(lines: Iterable[Line], key: str) -> bytes:
    """Give the ledger as a workbook."""
    import xlsxwriter

    stream = io.BytesIO()
    # Strings stay strings: a name such as =1+1 must not become a formula.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": SHEET, "created": EPOCH})
        sheet = book.add_worksheet(SHEET)
        last = _write(book, sheet, lines, key)
        sheet.autofilter(0, 0, max(last, 1), len(WIDTHS) - 1)
        ticks = {"validate": "list", "source": ["是"], "ignore_blank": True}
        # A warning, not a stop: 签订 may hold the date of signing as well.
        ticks |= {"error_type": "warning", "error_message": "请选“是”，或留空；也可填签订日期。"}
        sheet.data_validation(1, 9, max(last, 1), 10, ticks)
    return stream.getvalue()


def _write(book: Any, sheet: Any, lines: Iterable[Line], key: str) -> int:
    text = book.add_format({"num_format": "@"})
    link = book.add_format({"num_format": "@", "font_color": "#0563C1", "underline": 1})
    bold = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, text if column not in (0, 6) else None)
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings(key)):
        sheet.write_string(0, column, heading, bold)
    row = 0
    for row, line in enumerate(lines, 1):
        for column, value in enumerate(_cells(line)):
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            elif column == 4 and value and row <= LINKS and "#" not in value:
                sheet.write_url(row, column, _link(value), link)
            elif value:
                sheet.write_string(row, column, value, text)
    return row


def _link(file: str) -> Any:
    from xlsxwriter.url import Url

    url = Url(f"external:{file}")
    url.text = file
    # XlsxWriter would write Windows' backslashes, which offices on Linux may not follow.
    url._relationship_link = file
    return url


def _cells(line: Line) -> Iterator[str | int | None]:
    one = line.entered
    yield from (one.number, one.key, one.folder, one.name, one.file, line.state, one.size)
    yield from (one.sha256, one.made_at, one.signed, one.returned)


def publish_ledger(folder: Path, lines: Iterable[Line], key: str) -> Published:
    """Write the ledger; an older one written beside it has done its duty then.

    Raises:
        FileError: when it cannot be written.
    """
    path = folder / NAME
    published = publish(path, ledger_bytes(lines, key))
    if published.path == path and not is_open(beside(path)):
        beside(path).unlink(missing_ok=True)
    return published


def read_ticks(folder: Path, entries: Mapping[str, Entered]) -> tuple[Ticks, list[Finding]]:
    """Read back what the clerk ticked, by key; where two ledgers differ, a tick in either counts.

    Gives only what differs from the journal, and a finding for a ledger that cannot be read.
    """
    seen: Ticks = {}
    findings: list[Finding] = []
    for path in (folder / NAME, beside(folder / NAME)):
        if not path.is_file():
            continue
        try:
            found = dict(_ticks_in(path))
        except FileError as error:
            findings.append(_unreadable(path, str(error)))
            continue
        for key, (signed, returned) in found.items():
            before = seen.get(key, ("", ""))
            seen[key] = (before[0] or signed, before[1] or returned)
    return {key: pair for key, pair in seen.items() if _is_news(entries.get(key), pair)}, findings


def _is_news(entered: Entered | None, pair: tuple[str, str]) -> bool:
    return entered is not None and (entered.signed, entered.returned) != pair


def _ticks_in(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    from docgen.readers import read_roster

    roster = read_roster(path)
    key = next((name for name in ("区划代码", "标识") if name in roster.headings), None)
    missing = [name for name in TICKS if name not in roster.headings]
    if key is None or missing:
        msg = f"缺少“{'、'.join(missing or ['标识'])}”列"
        raise FileError(msg)
    for row in roster.rows:
        cells = {name: str(value or "").strip() for name, value in row.data.items()}
        signed, returned = (_tick(cells[name]) for name in TICKS)
        yield cells[key], (signed, returned)


def _tick(text: str) -> str:
    return "" if text.lower() in NEVER else text


def _unreadable(path: Path, why: str) -> Finding:
    return UNREADABLE_LEDGER.finding(
        f"{path.name} 读不了：{why}", "沿用上次记下的签订、交回。", source=Source(file=path.name)
    )
