"""Workbooks: what the cells show, and what they hide."""

import datetime
import io
import pickle
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import FileError
from docgen.readers import InputFile, read_record, read_roster
from docgen.readers import _workbook as workbook_module
from docgen.rows import Roster


@pytest.fixture(params=["calamine", "openpyxl"], autouse=True)
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_module, "has_calamine", lambda: request.param == "calamine")


def workbook_of(*rows: list[object], change: Callable[[Worksheet], object] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "名册"
    for row in rows:
        sheet.append(row)
    if change:
        change(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def roster_of(content: bytes) -> Roster:
    return read_roster(InputFile("x.xlsx", content=content))


def faults(content: bytes) -> list[tuple[str, str | None]]:
    roster = roster_of(content)
    found = [*roster.findings, *(fault for row in roster.rows for fault in row.findings)]
    return [(fault.code, fault.source.cell) for fault in found if fault.source]


def test_cells_come_out_as_a_clerk_would_type_them() -> None:
    content = workbook_of(
        ["代码", "文字", "日期", "比例", "是否", "空"],
        [410526102200, " 西街村 ", datetime.date(2025, 6, 3), 0.1 + 0.2, True, None],
        [1.0, "0012", datetime.datetime(2025, 6, 3, 9, 30), 1.5, False, None],
    )

    first, second = roster_of(content).rows

    assert list(first.data.values()) == ["410526102200", "西街村", "2025-06-03", "0.3", "是", None]
    assert list(second.data.values()) == ["1", "0012", "2025-06-03 09:30", "1.5", "否", None]
    assert first.textual
    assert faults(content) == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["甲", "=A1&A1"], ("uncached-formula", "B2")),
        (["甲", "#N/A"], ("cell-error", "B2")),
        (["甲", 410526197001010011], ("lost-number", "B2")),
        (["甲", "4.10526E+11"], ("lost-number", "B2")),
        (["甲", "乙\u200b"], ("zero-width-character", "B2")),
        (["甲", "乙", "丙"], ("missing-heading", "C2")),
    ],
)
def test_a_fault_is_found_at_its_cell(row: list[object], found: tuple[str, str]) -> None:
    assert faults(workbook_of(["乡镇", "村名"], row)) == [found]


def test_a_row_of_faults_alone_is_still_a_row() -> None:
    (row,) = roster_of(workbook_of(["乡镇", "村名"], [None, "=A1"])).rows

    assert row.data == {"乡镇": None, "村名": None}
    assert [fault.code for fault in row.findings] == ["uncached-formula"]


def test_cells_merged_over_the_data_are_named_by_their_range() -> None:
    content = workbook_of(
        ["乡镇", "村名"],
        ["甲", "乙"],
        [None, "丙"],
        change=lambda sheet: sheet.merge_cells("A2:A3"),
    )

    assert faults(content) == [("merged-cells", "A2")]
    assert "A2:A3" in roster_of(content).findings[0].message


def test_a_title_merged_above_the_headings_is_passed_over() -> None:
    content = workbook_of(
        ["滑县名册"],
        ["乡镇", "村名"],
        ["甲", "乙"],
        change=lambda sheet: sheet.merge_cells("A1:B1"),
    )

    roster = roster_of(content)

    assert (roster.heading_row, roster.headings) == (2, ("乡镇", "村名"))
    assert faults(content) == [("shifted-headings", None)]


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    content = workbook_of(["乡镇", "村名"], ["甲", "乙"], ["丙", "丁"], change=hide)

    roster = roster_of(content)

    assert [fault.code for fault in roster.findings] == ["hidden-rows", "hidden-columns"]
    assert "第3行" in roster.findings[0].message
    assert len(list(roster.rows)) == 2


def test_the_first_visible_sheet_that_holds_anything_is_read() -> None:
    book = openpyxl.Workbook()
    hidden, data, other = book.active, book.create_sheet("数据"), book.create_sheet("别的")
    assert isinstance(hidden, Worksheet)
    hidden.title, hidden.sheet_state = "藏", "hidden"
    for sheet in (hidden, data, other):
        sheet.append(["标题"])
        sheet.append([sheet.title])
    stream = io.BytesIO()
    book.save(stream)

    roster = roster_of(stream.getvalue())

    assert roster.sheet == "数据"
    assert [fault.code for fault in roster.findings] == ["other-sheets"]
    assert "“藏”（隐藏）、“别的”" in roster.findings[0].message


def test_rows_keep_the_numbers_that_the_clerk_sees() -> None:
    content = workbook_of([], [], ["乡镇", "村名"], [], ["甲", "乙"])

    (row,) = roster_of(content).rows

    source = row.locate(("村名",))
    assert (source.sheet, source.cell) == ("名册", "B5")
    assert pickle.loads(pickle.dumps(row)) == row


def test_a_stray_cell_in_the_farthest_corner_does_not_hang_it() -> None:
    content = workbook_of(["乡镇"], ["甲"], change=lambda s: s.cell(1048576, 16384, "x"))

    assert faults(content) == [("missing-heading", "XFD1048576")]


def test_formats_down_to_the_last_row_are_no_rows() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["乡镇", "村名"])
    sheet.write_row(1, 0, ["甲", "乙"])
    sheet.write_blank(1048575, 16383, None, book.add_format({"bold": True}))
    book.close()

    assert len(list(roster_of(stream.getvalue()).rows)) == 1


def test_an_empty_workbook_says_so() -> None:
    assert faults(workbook_of()) == [("no-rows", None)]


def test_one_row_is_the_data_of_one_document() -> None:
    content = workbook_of(["标题"], ["责任书"])

    assert read_record(InputFile("x.xlsx", content=content)).data == {"标题": "责任书"}


def remade(content: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return stream.getvalue()


def without(content: bytes, member: str) -> bytes:
    """Give a workbook that lost one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name != member:
                new.writestr(name, old.read(name))
    return stream.getvalue()


def test_a_doctype_in_the_workbook_is_refused() -> None:
    content = remade(
        workbook_of(["a"], ["b"]), "xl/workbook.xml", lambda xml: b"<!DOCTYPE x []>" + xml
    )

    with pytest.raises(FileError, match="DOCTYPE"):
        roster_of(content)


def test_more_hidden_columns_than_there_can_be_do_not_fill_the_memory() -> None:
    content = remade(
        workbook_of(["乡镇", "村名"], ["甲", "乙"], ["丙", "丁"], change=hide),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'max="2"', b'max="9000000000000"'),
    )

    roster = roster_of(content)

    assert [fault.code for fault in roster.findings] == ["hidden-rows", "hidden-columns"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空文件"),
        (b"abc", "不是工作簿"),
        (b"<html><table>", "网页"),
        (workbook_of(["a"])[:2000], "已损坏"),
        (without(workbook_of(["a"], ["b"]), "xl/_rels/workbook.xml.rels"), "不是能读取的工作簿"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "请"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(FileError, match=words):
        roster_of(content)
