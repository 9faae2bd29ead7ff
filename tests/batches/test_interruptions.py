"""Killed, crowded, edited, signed: what was made stays whole, and nothing is lost in silence."""

import multiprocessing
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from rosters import codes, documents, only, row, rows, run, write_roster

from docgen.batches import Progress
from docgen.batches.executors import Recipe, workshop
from docgen.batches.journal import Made
from docgen.batches.journal_file import open_journal
from docgen.batches.lock import locked
from docgen.batches.working import Questions, check_rows
from docgen.engine import open_press
from docgen.errors import FileError
from docgen.library import template_file

SCRIPT = """
import sys
sys.path.insert(0, {here!r})
from pathlib import Path
from rosters import run
if __name__ == "__main__":
    run(Path({roster!r}), jobs={jobs})
"""


def change_post(folder: Path, post: str) -> Path:
    line = row(0, "西街村")
    line[3] = post
    return write_roster(folder, [line, *rows()[1:]])


def edit(folder: Path) -> Path:
    [path] = (folder / "out/documents").rglob("西街村*.docx")
    path.write_bytes(path.read_bytes() + b"edited")
    return path


def tick(folder: Path, village: str, text: str = "是") -> None:
    path = folder / "out/台账.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["台账"]
    for line in range(2, sheet.max_row + 1):
        if sheet[f"D{line}"].value == village:
            sheet[f"J{line}"] = text
    book.save(path)


@pytest.mark.parametrize("jobs", [pytest.param(1, marks=pytest.mark.soak), 2])
def test_a_killed_run_run_again_ends_as_if_never_killed(tmp_path: Path, jobs: int) -> None:
    villages = [f"第{number}号村" for number in range(260)]
    lines = [[f"410526{n:06}", "白道口镇", v, "主任"] for n, v in enumerate(villages)]
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    for folder in (whole, killed):
        folder.mkdir()
        write_roster(folder, lines)
    run(whole / "名册.csv")
    script = tmp_path / "script.py"
    here, roster = str(Path(__file__).parent), str(killed / "名册.csv")
    script.write_text(SCRIPT.format(here=here, roster=roster, jobs=jobs), encoding="utf-8")

    for _ in range(4):
        process = subprocess.Popen([sys.executable, str(script)])
        time.sleep(random.uniform(0.8, 3.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path in (killed / "out/documents").rglob("*.docx"):
            assert zipfile.is_zipfile(path), "a document appears whole or not at all"
    report = run(killed / "名册.csv")

    assert report.ok, report.findings
    assert documents(killed) == documents(whole)
    assert run(killed / "名册.csv").unchanged == 260


def test_files_put_in_place_before_the_journal_knew_are_recognised(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    with open_journal(tmp_path / "out") as journal:
        before = journal.entries()["410526101200"]
    run(change_post(tmp_path, "主任"))
    with open_journal(tmp_path / "out") as journal:
        [made] = [e for e in journal.entries().values() if e.key == before.key]
        database = journal._database
        with database:  # the moment between renaming and entering
            database.execute(
                "INSERT INTO announced VALUES (?, ?, ?, ?, ?, ?, ?)",
                (made.key, made.file, made.size, made.sha256, made.row_hash, made.press, "now"),
            )
            database.execute(
                "UPDATE documents SET sha256 = ?, row_hash = ? WHERE key = ?",
                (before.sha256, before.row_hash, before.key),
            )

    report = run(tmp_path / "名册.csv")

    assert (report.ok, report.unchanged) == (True, 3)
    assert codes(report) == []


def test_a_template_changed_under_way_is_said_so() -> None:
    press = open_press("责任书")
    changed = Recipe("责任书", template_file("notice"), None, None, frozenset())

    with workshop(press, changed, 2) as workers, pytest.raises(FileError, match="被改动"):
        list(workers.run(check_rows, [Questions([], {})]))


def test_a_dying_process_is_said_so_and_the_run_can_go_on(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())

    def kill(progress: Progress) -> None:
        if progress.stage == "check":
            for process in multiprocessing.active_children():
                process.kill()

    with pytest.raises(FileError, match="工作进程意外中断"):
        run(roster, jobs=2, on_progress=kill)

    assert run(roster).ok
    assert len(documents(tmp_path)) == 3


def swapped() -> list[list[str]]:
    return [row(0, "东街村"), row(1, "西街村")]


def test_rows_that_change_names_change_files(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows("西街村", "东街村")))
    before = documents(tmp_path)

    report = run(write_roster(tmp_path, swapped()))

    assert (codes(report), report.made) == ([], 2)
    assert documents(tmp_path) == before  # each village's paper is where its name is
    assert run(tmp_path / "名册.csv").unchanged == 2


def test_a_file_goes_to_another_row_only_when_its_own_row_leaves_it(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows("西街村", "东街村")))
    tick(tmp_path, "东街村民委员会")
    before = documents(tmp_path)

    report = run(write_roster(tmp_path, swapped()), skip_bad=True)

    assert codes(report) == ["file-in-the-way", "signed-document"]
    assert "另一行" in only(report, "file-in-the-way").message
    assert documents(tmp_path) == before


def test_a_run_that_stopped_while_rows_changed_files_can_go_on(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows("西街村", "东街村")))
    before = documents(tmp_path)
    with open_journal(tmp_path / "out") as journal:
        west, east = journal.entries().values()
        assert west.file
        assert east.file
        assert east.size
        assert east.sha256
        # The first of two chunks: the row of 西街村 has taken the place of 东街村.
        journal.enter([Made(west.key, east.file, east.size, east.sha256, "", "", "now")])
    (tmp_path / "out" / west.file).unlink()

    report = run(write_roster(tmp_path, swapped()))

    assert (codes(report), report.made) == ([], 2)
    assert documents(tmp_path) == before


def test_a_damaged_lock_is_said_so(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    (tmp_path / "out/.docgen/lock.sqlite").write_bytes(b"no database" * 100)

    with pytest.raises(FileError, match=r"lock\.sqlite.*删去"):
        run(roster)


def test_two_runs_in_one_folder_are_refused(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())

    with (
        locked(tmp_path / "out"),
        pytest.raises(FileError, match=r"正在被另一次运行使用（.*进程 \d+"),
    ):
        run(roster)

    assert run(roster).ok


def test_an_edited_document_is_kept_while_its_data_stays(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, rows())
    run(roster)
    path = edit(tmp_path)

    report = run(roster)

    assert codes(report) == ["edited-kept"]
    assert (report.ok, report.unchanged) == (True, 3)
    assert path.read_bytes().endswith(b"edited")


def test_an_edited_document_is_not_replaced_by_new_data(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    path = edit(tmp_path)

    report = run(change_post(tmp_path, "主任"))

    assert "--force" in only(report, "hand-edited").hint
    assert (report.made, report.failed) == (0, 1)
    assert path.read_bytes().endswith(b"edited")


def test_force_replaces_an_edited_document(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    path = edit(tmp_path)

    report = run(change_post(tmp_path, "主任"), force=True)

    assert (report.ok, report.made) == (True, 1)
    assert zipfile.ZipFile(path).testzip() is None
    assert not path.read_bytes().endswith(b"edited")


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "out/documents/白道口镇/西街村2026年度安全生产责任书.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")

    report = run(write_roster(tmp_path, rows()))

    assert codes(report) == ["file-in-the-way"]
    assert path.read_bytes() == b"mine"


def test_a_signed_document_is_not_replaced(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    before = documents(tmp_path)
    tick(tmp_path, "西街村民委员会")

    report = run(change_post(tmp_path, "主任"))

    assert codes(report) == ["signed-document"]
    assert documents(tmp_path) == before


def test_force_replaces_a_signed_document(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    tick(tmp_path, "西街村民委员会", "2026-03-01")

    assert run(change_post(tmp_path, "主任"), force=True).made == 1


def test_a_signed_document_whose_data_stays_is_no_finding(tmp_path: Path) -> None:
    run(write_roster(tmp_path, rows()))
    tick(tmp_path, "西街村民委员会")

    assert codes(run(tmp_path / "名册.csv")) == []
