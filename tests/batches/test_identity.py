"""Every row is known by its key; its number and file stay while the roster changes around it."""

from pathlib import Path

import pytest
from rosters import codes, documents, row, rows, run, write_roster

from docgen.batches.journal_file import read_journal
from docgen.errors import UsageError


def numbers(folder: Path) -> dict[str, int]:
    with read_journal(folder / "out") as journal:
        return {entered.name: entered.number for entered in journal.entries().values()}


def test_equal_codes_name_both_rows(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, [row(1, "西街村"), row(1, "东街村")]))

    assert codes(report) == ["duplicate-row", "duplicate-row"]
    assert all("第2行" in f.message and "第3行" in f.message for f in report.findings)


def test_one_village_twice_in_a_township_is_an_error(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, [row(1, "西街村"), row(2, "西街村委会")]))

    assert set(codes(report)) == {"duplicate-name"}
    assert not report.ok


def test_one_name_in_two_townships_is_no_error(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, [row(1, "西街村"), row(2, "西街村", "城关镇")]))

    assert report.ok, report.findings
    assert len(documents(tmp_path)) == 2


def test_a_row_without_its_code_is_an_error(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, [row(1, "西街村"), ["", *row(2, "东街村")[1:]]]))

    assert codes(report) == ["empty-key"]


def test_inserted_rows_renumber_nobody(tmp_path: Path) -> None:
    run(write_roster(tmp_path, [row(1, "西街村"), row(5, "东街村")]))

    report = run(write_roster(tmp_path, [row(1, "西街村"), row(3, "南关村"), row(5, "东街村")]))

    assert (report.made, report.unchanged) == (1, 2)
    assert numbers(tmp_path) == {"西街村民委员会": 1, "东街村民委员会": 2, "南关村民委员会": 3}


def test_rows_without_codes_are_known_by_group_and_name(tmp_path: Path) -> None:
    headings = ("乡镇", "村名", "职务")
    lines = [line[1:] for line in rows()]
    run(write_roster(tmp_path, lines, headings))

    report = run(write_roster(tmp_path, lines[::-1], headings))

    assert (report.made, report.unchanged) == (0, 3)


def test_files_may_be_named_and_grouped_by_columns(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows("西街村"))

    run(roster, name="{编号:04}_{村名}_{party_b.representative.post}", group_by="区划代码")

    assert list(documents(tmp_path)) == ["410526101200/0001_西街村_村委会主任.docx"]


def test_a_file_may_be_named_by_what_the_record_adds(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows("西街村")), name="{编号:03}{乙方.简称}{年度}")

    assert list(documents(tmp_path)) == ["白道口镇/001西街村2026.docx"]


@pytest.mark.parametrize("name", ["{村子}", "{编号", "{编号:%%}", "{乙方}"])
def test_a_faulty_pattern_is_wrong_use(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="--name"):
        run(write_roster(tmp_path, rows()), name=name)


def test_names_that_clash_get_their_number(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()), name="{职务}")

    assert sorted(documents(tmp_path)) == [
        "白道口镇/村委会主任.docx",
        "白道口镇/村委会主任_2.docx",
        "白道口镇/村委会主任_3.docx",
    ]


def test_a_clashing_name_stays_when_the_roster_is_turned_round(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()), name="{职务}")
    before = documents(tmp_path)

    report = run(write_roster(tmp_path, rows()[::-1]), name="{职务}")

    assert report.made == 0
    assert documents(tmp_path) == before


def test_names_never_leave_the_folder(tmp_path: Path) -> None:
    line = row(1, "西街村", "../../外面镇")

    run(write_roster(tmp_path, [line]), name="../{村名}")

    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["out"]
    assert len(documents(tmp_path)) == 1
