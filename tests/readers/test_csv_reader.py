"""csv: any encoding, any separator, every line with its number."""

import csv
import gzip
import io
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import FileError
from docgen.readers import InputFile, read_record, read_roster
from docgen.rows import Roster

CHINESE = re.compile("[一-龥]")
cells = st.text('甲乙丙𠮷·（）aB12, ;"\n', max_size=8).map(lambda text: text.strip(" \n"))
tables = st.lists(st.lists(cells, min_size=3, max_size=3).filter(any), min_size=1, max_size=9)


def roster_of(text: str, encoding: str = "utf-8") -> Roster:
    return read_roster(InputFile("x.csv", content=text.encode(encoding)))


def faults(text: str) -> list[tuple[str, int | None, int | None]]:
    roster = roster_of(text)
    found = [*roster.findings, *(fault for row in roster.rows for fault in row.findings)]
    return [(fault.code, fault.source.line, fault.source.column) for fault in found if fault.source]


@given(
    tables, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]), st.sampled_from(",;\t")
)
def test_what_a_program_writes_is_read_as_it_was(
    table: list[list[str]], encoding: str, separator: str
) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows([["乡镇", "村名", "负责人"], *table])

    rows = list(roster_of(stream.getvalue(), encoding).rows)

    assert [list(row.data.values()) for row in rows] == [
        [cell or None for cell in row] for row in table
    ]
    assert not any(row.findings for row in rows)


@given(st.binary())
def test_no_bytes_make_it_fail_but_in_words(content: bytes) -> None:
    try:
        roster = read_roster(InputFile("x.csv", content=content))
        told = [fault.message for part in (roster, *roster.rows) for fault in part.findings]
    except FileError as error:
        told = [str(error)]

    assert all(CHINESE.search(message) for message in told)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("乡镇,代码\n甲,4.10526E+11\n", ("lost-number", 2, 2)),
        ("乡镇,代码\n甲,#N/A\n", ("cell-error", 2, 2)),
        ("乡镇,代码\n甲,1,2\n", ("ragged-row", 2, 3)),
        ("乡镇,,代码\n甲,乙,丙\n丁,戊,己\n", ("missing-heading", 2, 2)),
        ("乡镇,代码,乡镇\n甲,乙,丙\n", ("duplicate-heading", 1, 3)),
        ("410526001001,甲村\n410526001002,乙村\n", ("no-headings", 1, None)),
        ("乡镇，村名\n甲，乙\n", ("full-width-separator", 1, None)),
        ("村名册,,\n乡镇,代码,电话\n甲,乙,丙\n", ("shifted-headings", 2, None)),
        ('乡镇,代码\n"甲"乙,1\n丙,2\n', ("unclosed", 2, None)),
        ('乡镇,代码\n丙,2\n"甲,1\n', ("unclosed", 3, None)),
        ("乡镇,代码\n甲\u200b,1\n", ("zero-width-character", 2, 1)),
        ("乡镇,代码\n甲,1\x002\n", ("control-character", 2, 2)),
        ("乡镇,代码\n甲,\ufffd\n", ("lost-character", 2, 2)),
        ("乡\u202e镇,代码\n甲,1\n", ("bidi-control", 1, 1)),
        ("", ("no-rows", 1, None)),
        (" \n,,\n", ("no-rows", 1, None)),
    ],
)
def test_a_fault_is_found_at_its_place(text: str, found: tuple[str, int, int]) -> None:
    assert faults(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "乡镇,村名,电话\n白道口镇,西街村,0372-1234567\n",
        " 乡镇 ,　村名　\n甲,乙\n",
        "姓名\n张三\n李四\n",
        "乡镇,代码,,\n甲,1,,\n,,,\n\n乙,2\n",
        "乡镇,型号\n甲,3E12\n乙,C#\n丙,2E+1x\n",
        "乡镇,2023,2024\n甲,1,2\n",
        '乡镇,备注\n甲,"他说“好”，\n就是""好"""\n',
    ],
)
def test_sound_tables_are_left_alone(text: str) -> None:
    assert faults(text) == []


def test_a_row_knows_its_line_though_cells_hold_line_ends() -> None:
    roster = roster_of('乡镇,村名\r\n\r\n"甲\r\n乙",丙\r\n丁,戊\r\n')

    first, second = roster.rows

    assert first.data == {"乡镇": "甲\n乙", "村名": "丙"}
    assert (first.locate(()).line, second.locate(("村名",)).line) == (3, 5)
    assert second.locate(("村名",)).column == 2


def test_titles_and_notes_above_the_headings_are_passed_over() -> None:
    roster = roster_of(
        "滑县名册,,,\n填报单位：安委办,,日期：,\n乡镇,村名,负责人,电话\n甲,乙,丙,1\n"
    )

    assert (roster.headings, roster.heading_row) == (("乡镇", "村名", "负责人", "电话"), 3)
    assert len(list(roster.rows)) == 1


def test_missing_cells_are_none() -> None:
    (row,) = roster_of("乡镇,村名\n甲\n").rows

    assert row.data == {"乡镇": "甲", "村名": None}
    assert row.textual


def test_packed_tables_are_read_anew_on_each_walk(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv.gz"
    path.write_bytes(gzip.compress("乡镇,村名\n甲,乙\n".encode("gb18030")))

    roster = read_roster(path)

    assert list(roster.rows) == list(roster.rows)
    assert [row.data["村名"] for row in pickle.loads(pickle.dumps(roster.rows))] == ["乙"]


def test_a_broken_packed_table_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv.gz"
    path.write_bytes(gzip.compress("乡镇,村名\n甲,乙\n".encode())[:-9])

    with pytest.raises(FileError, match="gzip"):
        read_roster(path)


def test_one_row_is_the_data_of_one_document() -> None:
    row = read_record(InputFile("x.csv", content="标题\n责任书\n".encode()))

    assert row.data == {"标题": "责任书"}


@pytest.mark.parametrize(("rows", "code"), [("甲\n乙\n", "several-rows"), ("", "no-rows")])
def test_none_or_several_rows_are_no_data_of_one_document(rows: str, code: str) -> None:
    row = read_record(InputFile("x.csv", content=f"标题\n{rows}".encode()))

    assert [fault.code for fault in row.findings] == [code]
    assert row.data == {}


def test_headings_spaced_out_for_looks_are_read_without_the_spaces() -> None:
    assert roster_of("姓　名,联系 电话,Village Name\n甲,1,乙\n").headings == (
        *("姓名", "联系电话", "Village Name"),
    )


def test_numbers_that_a_program_kept_as_text_are_read_as_that_text() -> None:
    (row,) = roster_of('乡镇,代码\n甲,="0012"\n').rows

    assert row.data == {"乡镇": "甲", "代码": "0012"}
