"""The user's own lexicon at the command line: it counts, and a broken one stops in words."""

from pathlib import Path

import pytest
from commands import Shell

OLD_LAW = {"依据": ["森林防火条例"], "领域": "森林防火"}


def own(shell: Shell, name: str, text: str) -> None:
    folder = shell.folder / ".home" / "lexicon"
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_repealed_law_stops_the_paper(shell: Shell) -> None:
    ran = shell("check", shell.agreement(**OLD_LAW), "--json")

    assert (ran.code, ran.codes) == (1, ["law-not-in-force"])
    assert ran.json["findings"][0]["path"] == "basis[0].name"
    assert "森林草原防灭火条例" in ran.json["findings"][0]["hint"]


def test_what_the_users_folder_corrects_is_believed(shell: Shell) -> None:
    own(shell, "laws.toml", '["森林防火条例"]\nrepealed = 2099-01-01\n')

    assert shell("check", shell.agreement(**OLD_LAW)).code == 0


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_broken_file_stops_the_command_and_says_where(shell: Shell, command: str) -> None:
    own(shell, "laws.toml", '["安全生产法"]\nfull = 安全生产法\n')

    ran = shell(command, shell.agreement())

    assert ran.code == 2
    assert "laws.toml 第2行第8列" in ran.err
    assert "docs/rules.md" in ran.err
    assert not list(shell.folder.rglob("*.docx"))


def test_a_broken_file_stops_a_batch_before_its_first_paper(shell: Shell) -> None:
    own(shell, "words.toml", '["某词"]\nold = "("\n')
    examples = Path(__file__).parents[2] / "examples"

    ran = shell(
        "batch",
        "责任书",
        examples / "responsibility_agreement.roster.csv",
        "--common",
        examples / "responsibility_agreement.common.json",
        "-o",
        shell.folder / "out",
    )

    assert ran.code == 2
    assert "某词" in ran.err
    assert not list(shell.folder.rglob("*.docx"))
