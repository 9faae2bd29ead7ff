"""A roster becomes documents: all of them or none, each once, the same from run to run."""

import json
from pathlib import Path

import openpyxl
import pytest
from rosters import COMMON, HEADINGS, codes, documents, only, row, rows, run, write_roster

from docgen.batches import Progress, StoppedError
from docgen.errors import FileError, UsageError


def test_every_row_becomes_a_document_in_its_township(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows()))

    assert (report.ok, report.rows, report.made, report.failed) == (True, 3, 3, 0)
    assert sorted(documents(tmp_path)) == [
        "白道口镇/东街村2026年度安全生产责任书.docx",
        "白道口镇/北关村2026年度安全生产责任书.docx",
        "白道口镇/西街村2026年度安全生产责任书.docx",
    ]


def test_nothing_is_rendered_while_any_row_fails(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows("西街村", "", "东街村")))

    assert (report.ok, report.made, report.failed) == (False, 0, 1)
    assert not documents(tmp_path)


def test_a_missing_village_is_found_at_its_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in (HEADINGS, row(1, "西街村"), row(2, "")):
        book.active.append(list(line))
    book.save(tmp_path / "名册.xlsx")

    report = run(tmp_path / "名册.xlsx")

    assert {f.source.cell for f in report.findings if f.source} == {"C3"}


def test_a_township_never_takes_the_place_of_a_missing_village(tmp_path: Path) -> None:
    common = COMMON | {"甲方": {"单位": [{"名称": "滑县人民政府"}], "代表": {"姓名": "手签"}}}

    report = run(write_roster(tmp_path, rows("西街村", "")), common=common, skip_bad=True)

    assert report.failed == 1
    assert not [name for name in documents(tmp_path) if name.startswith("白道口镇2026")]


def test_skip_bad_makes_the_other_rows_and_is_still_no_success(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows("西街村", "", "东街村")), skip_bad=True)

    assert (report.ok, report.made, report.failed) == (False, 2, 1)
    assert len(documents(tmp_path)) == 2


def test_a_second_run_makes_nothing(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    before = documents(tmp_path)

    report = run(roster)

    assert (report.made, report.unchanged) == (0, 3)
    assert documents(tmp_path) == before


def test_one_changed_row_remakes_one_document(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    changed = rows()
    changed[1][3] = "主任"

    report = run(write_roster(tmp_path, changed))

    assert (report.made, report.unchanged) == (1, 2)
    assert report.files == ["documents/白道口镇/东街村2026年度安全生产责任书.docx"]


def test_a_lost_document_is_made_again(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    before = documents(tmp_path)
    (tmp_path / "out/documents" / min(before)).unlink()

    report = run(roster)

    assert report.made == 1
    assert documents(tmp_path) == before


def test_changed_common_data_remakes_all(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)

    report = run(roster, common=COMMON | {"标题": "安全生产责任书"})

    assert report.made == 3


def test_a_new_year_replaces_the_old_files_of_its_rows(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows("西街村"))
    run(roster)

    run(roster, common=COMMON | {"年度": 2027})

    assert list(documents(tmp_path)) == ["白道口镇/西街村2027年度安全生产责任书.docx"]


def test_two_processes_make_the_same_bytes_as_one(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()

    run(write_roster(one, rows()), jobs=1)
    run(write_roster(two, rows()), jobs=2)

    assert documents(one) == documents(two)
    assert len(documents(one)) == 3


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows()), dry_run=True)

    assert (report.ok, report.rows, report.made) == (True, 3, 0)
    assert not (tmp_path / "out").exists()


def test_rows_of_nested_data_need_no_headings(tmp_path: Path) -> None:
    roster = tmp_path / "名册.json"
    lines = [
        {"乡镇": "白道口镇", "村名": "西街村", "乙方": {"代表": {"职务": "主任"}}},
        {
            "甲方": {"单位": [{"名称": "白道口镇人民政府"}]},
            "乙方": {"单位": [{"名称": "东街村民委员会"}]},
        },
    ]
    roster.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")

    report = run(roster)

    assert report.ok, report.findings
    assert len(documents(tmp_path)) == 2


def test_another_village_of_the_roster_in_the_common_text_is_found(tmp_path: Path) -> None:
    common = COMMON | {"其他约定": ["东街村应当按时报送材料。"]}

    report = run(write_roster(tmp_path, rows()), common=common)

    assert "foreign-name" in codes(report)
    assert report.failed == 2


def test_a_row_that_left_the_roster_keeps_its_document(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))

    report = run(write_roster(tmp_path, rows()[:2]))

    assert "北关村" in only(report, "left-roster").message
    assert report.ok
    assert len(documents(tmp_path)) == 3


def test_progress_is_told_by_stage(tmp_path: Path) -> None:
    told: list[Progress] = []

    run(write_roster(tmp_path, rows()), on_progress=told.append)

    assert told == [Progress("check", 3, 3, 0), Progress("make", 3, 3, 0)]


def test_a_stopped_run_can_be_run_again(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())

    def stop(progress: Progress) -> None:
        if progress.stage == "make":
            raise KeyboardInterrupt

    with pytest.raises(StoppedError, match="做好了 3 份"):
        run(roster, on_progress=stop)

    assert run(roster).unchanged == 3


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")

    with pytest.raises(FileError, match="写不了"):
        run(write_roster(tmp_path, rows()))


def test_no_processes_at_all_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--jobs"):
        run(write_roster(tmp_path, rows()), jobs=0)


def test_the_journal_is_its_owners_alone(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))

    hidden = tmp_path / "out/.docgen"
    modes = {path.name: path.stat().st_mode & 0o777 for path in (hidden, *hidden.iterdir())}
    assert modes.pop(".docgen") == 0o700
    assert set(modes.values()) == {0o600}


def test_the_report_is_the_json_of_the_contract(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows())).to_json()

    wanted = {"ok", "findings", "rows", "made", "unchanged", "failed", "seconds", "outputs"}
    assert set(report) == wanted
    assert json.loads(json.dumps(report)) == report
