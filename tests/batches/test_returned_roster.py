"""问题.xlsx is the clerk's own roster: failed cells red with a comment, to mend and run again."""

import shutil
from pathlib import Path

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from rosters import HEADINGS, codes, documents, only, row, rows, run, write_roster

from docgen.batches import Report


def problems(folder: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(folder / "out/问题.xlsx").active
    assert isinstance(sheet, Worksheet)
    return sheet


def workbook(folder: Path, lines: list[list[str]]) -> Path:
    """Write a roster with a title above its headings and a format of its own."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "各村"
    for line in (["白道口镇各村名册"], list(HEADINGS), *lines):
        sheet.append(line)
    sheet["C3"].font = Font(bold=True)
    sheet["D3"].fill = PatternFill("solid", fgColor="00FF00")
    path = folder / "名册.xlsx"
    book.save(path)
    return path


def mend(folder: Path, cell: str, text: str) -> Path:
    path = folder / "out/问题.xlsx"
    book = openpyxl.load_workbook(path)
    assert isinstance(book.active, Worksheet)
    book.active[cell] = text
    book.save(path)
    return path


def faulty_run(folder: Path) -> Report:
    return run(workbook(folder, rows("西街村", "", "东街村")))


def test_there_is_none_while_nothing_fails(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))

    assert not (tmp_path / "out/问题.xlsx").exists()


def test_the_failed_cell_is_red_with_a_comment(tmp_path: Path) -> None:
    faulty_run(tmp_path)

    cell = problems(tmp_path)["C4"]

    assert cell.fill.fgColor.rgb == "00FFC7CE"
    assert cell.comment is not None
    assert "没有填写" in cell.comment.text


def test_the_rest_of_the_workbook_stays_as_it_was(tmp_path: Path) -> None:
    faulty_run(tmp_path)

    sheet = problems(tmp_path)

    assert sheet.title == "各村"
    assert [cell.value for cell in sheet[2]] == [*HEADINGS, "问题"]
    assert sheet["C3"].font.bold
    assert sheet["D3"].fill.fgColor.rgb == "0000FF00"
    assert sheet["C3"].comment is None
    assert "没有填写" in str(sheet["E4"].value)


def test_the_roster_itself_is_not_touched(tmp_path: Path) -> None:
    before = workbook(tmp_path, rows("西街村", "")).read_bytes()

    run(tmp_path / "名册.xlsx")

    assert (tmp_path / "名册.xlsx").read_bytes() == before


def test_mended_it_serves_as_the_roster(tmp_path: Path) -> None:
    faulty_run(tmp_path)
    mended = mend(tmp_path, "C4", "北关村")

    report = run(mended, output=tmp_path / "out")

    assert codes(report) == ["shifted-headings"]
    assert (report.ok, report.made) == (True, 3)
    assert mended.exists(), "it is the clerk's roster now"


def test_mended_in_part_it_keeps_only_what_is_left(tmp_path: Path) -> None:
    run(workbook(tmp_path, rows("西街村", "", "")))
    mended = mend(tmp_path, "C4", "北关村")

    run(mended, output=tmp_path / "out")

    sheet = problems(tmp_path)
    assert (sheet["C4"].value, sheet["C4"].comment) == ("北关村", None)
    assert sheet["C4"].fill.fill_type is None
    assert sheet["C5"].comment is not None
    assert [cell.value for cell in sheet[2]].count("问题") == 1


def test_a_csv_comes_back_as_text_cells_in_the_same_rows(tmp_path: Path) -> None:
    path = write_roster(tmp_path, [row(1, "西街村"), [], ["0012", "白道口镇", "", "=1+1"]])

    run(path)

    sheet = problems(tmp_path)
    assert [cell.value for cell in sheet[1]] == [*HEADINGS, "问题"]
    assert (sheet["A4"].value, sheet["A4"].number_format) == ("0012", "@")
    assert (sheet["D4"].value, sheet["D4"].data_type) == ("=1+1", "s")
    assert sheet["C4"].comment is not None


def test_a_csv_mended_as_workbook_makes_the_same_documents(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    run(write_roster(other, rows()))
    run(write_roster(tmp_path, rows("西街村", "", "北关村")))
    mended = mend(tmp_path, "C3", "东街村")

    report = run(mended, output=tmp_path / "out")

    assert codes(report) == []
    assert documents(tmp_path) == documents(other)


def test_an_old_list_goes_once_nothing_fails(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows("西街村", "")))

    report = run(write_roster(tmp_path, rows("西街村", "东街村")))

    assert report.outputs["problems"] is None
    assert not (tmp_path / "out/问题.xlsx").exists()


def test_a_list_being_mended_is_never_lost(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows("西街村", ""))
    run(roster)
    mended = mend(tmp_path, "C3", "东街村").read_bytes()

    report = run(roster)

    assert "问题（新）.xlsx" in only(report, "open-workbook").message
    assert (tmp_path / "out/问题.xlsx").read_bytes() == mended


def test_a_copy_of_the_list_elsewhere_is_an_ordinary_roster(tmp_path: Path) -> None:
    faulty_run(tmp_path)
    copy = shutil.copy(mend(tmp_path, "C4", "北关村"), tmp_path / "修改后.xlsx")

    assert run(Path(copy)).made == 3
