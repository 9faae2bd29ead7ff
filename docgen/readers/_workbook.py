"""Workbooks as sheets of plain values, read by python-calamine, or openpyxl where it is missing."""

import datetime
import io
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.util import find_spec
from zipfile import BadZipFile, ZipFile

from docgen.errors import FileError
from docgen.readers._input import LARGEST, InputFile
from docgen.readers._sheet_marks import SheetMarks, read_marks, sheet_parts

MOST_CELLS = 20_000_000
"""A sheet whose last cell lies farther out than this is read row by row."""

LOST_FROM = 10**15
"""Whole numbers from here on have lost digits: a workbook keeps fifteen."""

SheetLine = tuple[int, list[object]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its lines that are not empty, numbered from 1, and what is peculiar in it."""

    name: str
    is_visible: bool
    lines: tuple[SheetLine, ...]
    marks: SheetMarks = field(default_factory=SheetMarks)


def read_sheets(file: InputFile) -> list[Sheet]:
    """Read all sheets of a workbook.

    Raises:
        FileError: when the file is no workbook, is broken, locked by a password or too large.
    """
    content = file.read()
    if not content.startswith(b"PK"):
        refuse_other(file.name, content)
        return read_calamine(file.name, content, {})
    with open_archive(file.name, content) as archive:
        parts = sheet_parts(archive, file.name)
        marks = {name: read_marks(archive, part, file.name) for name, part in parts.items()}
    is_vast = any(mark.farthest > MOST_CELLS for mark in marks.values())
    if marks and (is_vast or not has_calamine()):
        return read_openpyxl(file.name, content, marks)
    return read_calamine(file.name, content, marks)


def has_calamine() -> bool:
    """True when python-calamine is installed; it has no wheel for some machines."""
    return find_spec("python_calamine") is not None


def refuse_other(name: str, content: bytes) -> None:
    """Refuse what is neither a new nor an old workbook.

    Raises:
        FileError: when it is not.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise _locked(name)
        if not has_calamine():
            raise FileError(f"“{name}”是旧版 .xls 格式，本机不能读取。请另存为 .xlsx。")
        return
    if content[:200].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        raise FileError(f"“{name}”其实是网页，不是工作簿。请用 WPS 或 Excel 打开，另存为 .xlsx。")
    if not content:
        raise FileError(f"“{name}”是空文件。请检查是否保存成功，或重新导出。")
    raise FileError(f"“{name}”不是工作簿，或已损坏。请用 WPS 或 Excel 打开，另存为 .xlsx。")


def open_archive(name: str, content: bytes) -> ZipFile:
    """Open a workbook's package once it is known to be whole and of a sane size.

    Raises:
        FileError: when it is not.
    """
    try:
        archive = ZipFile(io.BytesIO(content))
        if sum(member.file_size for member in archive.infolist()) > LARGEST:
            raise FileError(f"“{name}”解开后超过 500 MB，不予读取。请分成几个文件，或改用 .csv。")
        broken = archive.testzip()
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        broken = name
    if broken is not None:
        raise FileError(f"“{name}”已损坏，或没有下载完整。请重新保存或重新下载，再运行一次。")
    return archive


def read_calamine(name: str, content: bytes, marks: dict[str, SheetMarks]) -> list[Sheet]:
    """Read all sheets with python-calamine."""
    import python_calamine

    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as workbook:
            sheets = []
            for data in workbook.sheets_metadata:
                if data.typ is python_calamine.SheetTypeEnum.WorkSheet:
                    is_visible = data.visible is python_calamine.SheetVisibleEnum.Visible
                    sheet = workbook.get_sheet_by_name(data.name)
                    lines = _filled(sheet.to_python(skip_empty_area=False))
                    found = marks.get(data.name) or _merges(sheet.merged_cell_ranges)
                    sheets.append(Sheet(data.name, is_visible, lines, found))
            return sheets
    except python_calamine.PasswordError:
        raise _locked(name) from None
    except (python_calamine.CalamineError, ValueError, OSError):
        raise FileError(
            f"“{name}”不是能读取的工作簿。请用 WPS 或 Excel 打开，另存为 .xlsx。"
        ) from None


def read_openpyxl(name: str, content: bytes, marks: dict[str, SheetMarks]) -> list[Sheet]:
    """Read all sheets with openpyxl, row by row."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            # It warns of validations and styles that it does not keep; nothing is written here.
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheets = []
            for sheet in workbook.worksheets:
                sheet.reset_dimensions()
                lines = _filled(sheet.iter_rows(values_only=True))
                found = marks.get(sheet.title) or _merges(())
                sheets.append(Sheet(sheet.title, sheet.sheet_state == "visible", lines, found))
            workbook.close()
    except (KeyError, ValueError, TypeError, SyntaxError, OSError):
        raise FileError(
            f"“{name}”不是能读取的工作簿。请用 WPS 或 Excel 打开，另存为 .xlsx。"
        ) from None
    return sheets


def cell_text(value: object) -> str:
    """Give a cell's value as a clerk would type it: whole numbers without a point, ISO dates."""
    if value is None or isinstance(value, str):
        return value or ""
    return next(write(value) for kind, write in _WRITERS if isinstance(value, kind))


def lost_digits(value: object) -> bool:
    """True of a number too long for a workbook, whose last digits are zeros by now."""
    return isinstance(value, int | float) and abs(value) >= LOST_FROM


def _number(value: object) -> str:
    # Fifteen digits are what a workbook shows; more are the noise of binary fractions.
    return format(Decimal(f"{value:.15g}").normalize(), "f")


def _moment(value: object) -> str:
    text = str(value)
    return text.removesuffix(" 00:00:00").removesuffix(":00") if " " in text else text


_WRITERS: tuple[tuple[type, Callable[[object], str]], ...] = (
    (bool, lambda value: "是" if value else "否"),
    (int, str),
    (float, _number),
    (datetime.datetime, _moment),
    (object, str),
)


def _filled(rows: Iterable[Iterable[object]]) -> tuple[SheetLine, ...]:
    return tuple(
        (number, list(cells))
        for number, cells in enumerate(rows, 1)
        if any(cell not in ("", None) for cell in cells)
    )


def _merges(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]] | None) -> SheetMarks:
    return SheetMarks(
        ranges=[(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in ranges or ()],
        complete=False,
    )


def _locked(name: str) -> FileError:
    return FileError(f"“{name}”设了打开密码。请用 WPS 或 Excel 打开，去掉密码后另存，再运行一次。")
