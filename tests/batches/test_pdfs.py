"""The PDFs of a batch: made with it, again only where something changed, never at its cost."""

import shutil
from pathlib import Path

import pytest
from papers_on_paper import needs_office
from rosters import documents, row, rows, run, write_roster

from docgen.batches import Report
from docgen.errors import PdfError

OUT = "out"


def pdfs(folder: Path) -> dict[str, bytes]:
    top = folder / OUT / "pdf"
    return {path.stem: path.read_bytes() for path in sorted(top.rglob("*.pdf"))}


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings if finding.code != "font-substituted"]


def leftovers(folder: Path) -> list[Path]:
    return list((folder / OUT).rglob("*.tmp"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """Give a batch with its PDFs, made once."""
    folder = tmp_path_factory.mktemp("printed")
    return folder, run(write_roster(folder, rows()), pdf=True)


@pytest.fixture
def folder(tmp_path: Path, printed: tuple[Path, Report]) -> Path:
    """Give a copy of that batch."""
    shutil.copytree(printed[0], tmp_path, dirs_exist_ok=True)
    return tmp_path


class TestPrinting:
    pytestmark = needs_office

    def test_every_document_has_its_pdf(self, printed: tuple[Path, Report]) -> None:
        folder, report = printed
        made = pdfs(folder)

        assert sorted(Path(name).stem for name in documents(folder)) == sorted(made)
        assert all(content.startswith(b"%PDF-") for content in made.values())
        assert report.printed == 3
        assert report.outputs["pdf"] == str(folder / OUT / "pdf")
        assert [f.code for f in report.findings].count("font-substituted") <= 6
        assert leftovers(folder) == []

    def test_a_second_run_prints_nothing(self, folder: Path) -> None:
        before = pdfs(folder)

        report = run(folder / "名册.csv", pdf=True)

        assert (report.printed, codes(report)) == (0, [])
        assert pdfs(folder) == before

    def test_only_what_changed_is_printed_again_and_the_old_one_goes(self, folder: Path) -> None:
        before = pdfs(folder)
        changed = [row(0, "西街村"), row(1, "东街社区"), row(2, "北关村")]

        stale = run(write_roster(folder, changed))
        report = run(folder / "名册.csv", pdf=True)

        after = pdfs(folder)
        assert codes(stale) == ["stale-pdf"]
        assert "1 份 PDF 是旧的" in stale.findings[0].message
        assert (report.printed, len(after), len(before.keys() & after.keys())) == (1, 3, 2)
        assert any("东街社区" in name for name in after)
        assert not any("东街村" in name for name in after)

    def test_two_print_at_a_time(self, folder: Path) -> None:
        villages = [row(at, f"{at}号村") for at in range(10, 31)]

        report = run(write_roster(folder, villages), pdf=True, jobs=2)

        assert report.printed == 21
        assert len(pdfs(folder)) == 24

    def test_a_pdf_that_somebody_put_there_is_kept_and_named(self, folder: Path) -> None:
        scan = next((folder / OUT / "pdf").rglob("*.pdf"))
        scan.write_bytes(b"%PDF-1.7 signed and scanned")

        report = run(folder / "名册.csv", pdf=True)

        assert scan.read_bytes() == b"%PDF-1.7 signed and scanned"
        assert (codes(report), report.ok, report.printed) == (["pdf-kept"], True, 0)

    def test_a_document_that_cannot_be_printed_costs_no_other(self, folder: Path) -> None:
        shutil.rmtree(folder / OUT / "pdf")
        paper = next((folder / OUT / "documents").rglob("*.docx"))
        paper.write_bytes(b"somebody's own")

        report = run(folder / "名册.csv", pdf=True)

        assert report.printed == 2
        assert sorted(codes(report)) == ["edited-kept", "pdf-failed"]
        assert not report.ok
        assert len(documents(folder)) == 3


def test_without_libreoffice_nothing_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster = write_roster(tmp_path, rows())
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PdfError, match="apt install"):
        run(roster, pdf=True)

    assert not (tmp_path / OUT).exists()


def test_a_run_without_pdfs_says_nothing_of_them(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows()))

    assert report.outputs["pdf"] is None
    assert codes(report) == []
