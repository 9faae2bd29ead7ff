"""台账.xlsx shows the journal and hands the clerk's ticks back to it."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from rosters import codes, only, row, rows, run, write_roster


def sheet_of(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path)["台账"]


def table(folder: Path, name: str = "台账.xlsx") -> list[dict[str, object]]:
    lines = sheet_of(folder / "out" / name).iter_rows(values_only=True)
    headings = [str(cell) for cell in next(lines)]
    return [dict(zip(headings, line, strict=True)) for line in lines]


def tick(folder: Path, line: int, column: str, text: str | None = "是") -> None:
    path = folder / "out/台账.xlsx"
    book = openpyxl.load_workbook(path)
    [heading] = [cell for cell in book["台账"][1] if cell.value == column]
    book["台账"][f"{heading.column_letter}{line}"] = text
    book.save(path)


def test_the_ledger_lists_every_document(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))

    lines = table(tmp_path)

    assert [line["序号"] for line in lines] == [1, 2, 3]
    assert lines[0]["区划代码"] == "410526101200"
    assert lines[0]["组别"] == "白道口镇"
    assert lines[0]["状态"] == "新制"
    assert (tmp_path / "out" / str(lines[0]["文件"])).stat().st_size == lines[0]["大小（字节）"]


def test_files_are_links_relative_to_the_ledger(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows("西街村")))

    link = sheet_of(tmp_path / "out/台账.xlsx").cell(2, 5).hyperlink

    assert link is not None
    assert link.target == "documents/白道口镇/西街村2026年度安全生产责任书.docx"


def test_ticks_survive_a_rewrite(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    tick(tmp_path, 3, "签订")
    tick(tmp_path, 2, "交回", "2026-03-01")

    run(write_roster(tmp_path, [*rows(), row(9, "南关村")]))

    assert [line["签订"] for line in table(tmp_path)] == [None, "是", None, None]
    assert [line["交回"] for line in table(tmp_path)] == ["2026-03-01", None, None, None]


def test_a_tick_taken_back_is_gone(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    tick(tmp_path, 2, "签订")
    run(roster)
    tick(tmp_path, 2, "签订", None)

    run(roster)

    assert table(tmp_path)[0]["签订"] is None


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_a_name_never_becomes_a_formula(tmp_path: Path, text: str) -> None:
    report = run(write_roster(tmp_path, [row(1, text)]))

    assert report.ok, report.findings
    cell = sheet_of(tmp_path / "out/台账.xlsx").cell(2, 4)
    assert (cell.value, cell.data_type) == (text, "s")


def test_an_open_ledger_stays_and_the_new_one_is_written_beside(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    before = (tmp_path / "out/台账.xlsx").read_bytes()
    owner = tmp_path / "out/~$台账.xlsx"
    owner.write_bytes(b"clerk")

    report = run(write_roster(tmp_path, [*rows(), row(9, "南关村")]))

    assert "台账（新）.xlsx" in only(report, "open-workbook").message
    assert (tmp_path / "out/台账.xlsx").read_bytes() == before
    assert len(table(tmp_path, "台账（新）.xlsx")) == 4


def test_the_ledger_beside_is_joined_once_the_old_one_is_closed(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    owner = tmp_path / "out/~$台账.xlsx"
    owner.write_bytes(b"clerk")
    run(roster)
    tick(tmp_path, 2, "签订")
    owner.unlink()

    run(roster)

    assert table(tmp_path)[0]["签订"] == "是"
    assert not (tmp_path / "out/台账（新）.xlsx").exists()


def test_a_damaged_ledger_loses_no_ticks(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    tick(tmp_path, 2, "签订")
    run(roster)
    (tmp_path / "out/台账.xlsx").write_bytes(b"PK broken")

    report = run(roster)

    assert codes(report) == ["unreadable-ledger"]
    assert table(tmp_path)[0]["签订"] == "是"


def test_a_failed_row_is_listed_as_failed(tmp_path: Path) -> None:
    lines = rows()
    run(write_roster(tmp_path, lines))
    lines[1][2] = ""

    run(write_roster(tmp_path, lines), skip_bad=True)

    assert [line["状态"] for line in table(tmp_path)] == ["未变", "失败", "未变"]
