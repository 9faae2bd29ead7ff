"""`--layout` at the command line: another layout for one paper, a batch, an exported template."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from commands import Shell

from docgen.word.profiles import GBT33476

EXAMPLES = Path(__file__).parents[2] / "examples"


def top_margin(path: Path) -> int:
    margin = docx.Document(str(path)).sections[0].top_margin
    assert margin is not None
    return int(margin.twips)


def own(shell: Shell, text: str) -> None:
    folder = shell.folder / ".home" / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "本镇.toml").write_text(text, encoding="utf-8")


def batch(shell: Shell, *more: str) -> dict[str, object]:
    roster = EXAMPLES / "responsibility_agreement.roster.csv"
    common = EXAMPLES / "responsibility_agreement.common.json"
    return shell("batch", "责任书", roster, "--common", common, "-o", "out", "--json", *more).json


def test_a_paper_is_made_in_the_layout_that_is_named(shell: Shell) -> None:
    ran = shell("render", shell.agreement(), "-o", "a.docx", "--layout", "gbt33476")

    assert ran.code == 0
    assert top_margin(shell.folder / "a.docx") == GBT33476.top


def test_without_the_option_and_by_the_standards_name_a_paper_is_the_same(shell: Shell) -> None:
    path = shell.agreement()

    shell("render", path, "-o", "a.docx")
    shell("render", path, "-o", "b.docx", "--layout", "gbt9704")

    assert (shell.folder / "a.docx").read_bytes() == (shell.folder / "b.docx").read_bytes()


def test_an_office_names_its_own_layout(shell: Shell) -> None:
    own(shell, "[页边距]\n上 = 30\n")

    assert shell("render", shell.agreement(), "-o", "a.docx", "--layout", "本镇").code == 0
    assert top_margin(shell.folder / "a.docx") == 1701


def test_a_faulty_layout_makes_no_paper_and_tells_every_fault(shell: Shell) -> None:
    own(shell, "[页边距]\n上 = 370\n[页边矩]\n")

    ran = shell("render", shell.agreement(), "-o", "a.docx", "--layout", "本镇", "--json")

    assert (ran.code, ran.codes) == (1, ["layout-value", "unknown-layout-key"])
    assert not (shell.folder / "a.docx").exists()


@pytest.mark.parametrize("name", ["没有", "没有.toml"])
def test_a_layout_that_is_not_there_is_wrong_use(shell: Shell, name: str) -> None:
    ran = shell("render", shell.agreement(), "--layout", name)

    assert ran.code == 2
    assert name in ran.err


def test_a_template_of_other_styles_cannot_be_laid_out(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("{{ 标题 }}")
    document.save(str(shell.folder / "别处.docx"))

    ran = shell("render", shell.agreement(), "--template", "别处.docx", "--layout", "gbt33476")

    assert ran.code == 1
    assert "套不上版式" in ran.out + ran.err


def test_an_exported_template_carries_its_layout(shell: Shell) -> None:
    assert (
        shell("template", "export", "责任书", "-o", "模板.docx", "--layout", "gbt33476").code == 0
    )

    assert shell("template", "check", "模板.docx", "--kind", "责任书").code == 0
    assert top_margin(shell.folder / "模板.docx") == GBT33476.top


def test_a_batch_is_made_anew_when_its_layout_changes_and_only_then(shell: Shell) -> None:
    first = batch(shell)
    second = batch(shell, "--layout", "gbt33476")
    third = batch(shell, "--layout", "gbt33476", "--jobs", "2")

    assert second["made"] == first["made"] == first["rows"]
    assert (third["made"], third["unchanged"]) == (0, first["rows"])
    documents = list((shell.folder / "out").rglob("documents/**/*.docx"))
    assert {top_margin(path) for path in documents} == {GBT33476.top}


def test_a_batch_in_several_processes_makes_the_same_files(shell: Shell) -> None:
    def files() -> dict[str, bytes]:
        paths = (shell.folder / "out").rglob("documents/**/*.docx")
        return {path.name: path.read_bytes() for path in paths}

    batch(shell, "--layout", "gbt33476")
    one = files()
    batch(shell, "--layout", "gbt33476", "--jobs", "2", "--force")

    assert files() == one
    assert all(zipfile.is_zipfile(io.BytesIO(content)) for content in one.values())
