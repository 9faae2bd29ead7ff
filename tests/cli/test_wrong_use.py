"""Whatever a user gets wrong ends in a Chinese sentence, the code 2, and JSON if asked."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from commands import Shell

HAN = re.compile("[一-鿿]")
ENGLISH = re.compile(r"(?i)\b(error|usage|option|invalid|missing|not a|no such|unexpected)\b")

Words = list[str]


def plain_file(shell: Shell) -> str:
    return str(shell.write("说明.txt", "这不是数据"))


WRONG: dict[str, Callable[[Shell], Words]] = {
    "an unknown command": lambda shell: ["chek"],
    "an unknown option": lambda shell: ["check", "x.json", "--nope"],
    "an option without its value": lambda shell: ["check", "x.json", "--template"],
    "a number out of range": lambda shell: ["batch", "责任书", "x.csv", "-o", "o", "--jobs", "0"],
    "a word for a number": lambda shell: ["batch", "责任书", "x.csv", "-o", "o", "--jobs", "二"],
    "no output folder": lambda shell: ["batch", "责任书", "x.csv"],
    "no input": lambda shell: ["check"],
    "too many inputs": lambda shell: ["check", "责任书", "a.json", "b.json"],
    "too many words": lambda shell: ["explain", "missing-value", "more"],
    "a missing file": lambda shell: ["check", "没有.json"],
    "a folder for a file": lambda shell: ["check", "责任书", str(shell.folder)],
    "an unknown ending": lambda shell: ["check", "责任书", plain_file(shell)],
    "an unknown kind": lambda shell: ["check", "责仼书", str(shell.agreement())],
    "a kind nobody named": lambda shell: ["check", str(shell.write("a.json", {"年度": 2026}))],
    "a missing template": lambda shell: [
        "render",
        str(shell.agreement()),
        "--template",
        "没有.docx",
    ],
    "a template that is no Word file": lambda shell: [
        "render",
        str(shell.agreement()),
        "--template",
        plain_file(shell),
    ],
    "a kind and no file": lambda shell: ["check", "责任书"],
    "a folder for a template": lambda shell: [
        *("check", str(shell.agreement()), "--template", str(shell.folder))
    ],
    "a folder for a template to show": lambda shell: ["template", "show", str(shell.folder)],
    "a document of another ending": lambda shell: [
        *("render", str(shell.agreement()), "-o", "责任书.doc")
    ],
    "a document of no ending": lambda shell: ["render", str(shell.agreement()), "-o", "成品"],
    "a file for a folder": lambda shell: [
        *("batch", "责任书", str(shell.write("名册.csv", "村名\n西街村\n"))),
        *("-o", plain_file(shell)),
    ],
    "a missing roster": lambda shell: ["batch", "责任书", "没有.csv", "-o", "out"],
    "missing common data": lambda shell: [
        "batch",
        "责任书",
        str(shell.write("名册.csv", "村名\n西街村\n")),
        "-o",
        "out",
        "--common",
        "没有.json",
    ],
    "a mapping without its sign": lambda shell: [
        "batch",
        "责任书",
        str(shell.write("名册.csv", "村名\n西街村\n")),
        "-o",
        "out",
        "--map",
        "主任",
    ],
    "an unknown code": lambda shell: ["explain", "leftover-mork"],
    "a template check without a kind": lambda shell: ["template", "check", "x.docx"],
    "a template check of no Word file": lambda shell: [
        "template",
        "check",
        plain_file(shell),
        "--kind",
        "责任书",
    ],
    "a template show of no Word file": lambda shell: ["template", "show", plain_file(shell)],
    "a name longer than the system allows": lambda shell: [
        "render",
        str(shell.agreement()),
        "-o",
        "长" * 300 + ".docx",
    ],
    "an output below a file": lambda shell: [
        "render",
        str(shell.agreement()),
        "-o",
        f"{plain_file(shell)}/a.docx",
    ],
    "a starter of an unknown sort": lambda shell: ["new", "责任书", "-o", "a.docx"],
    "data for a starter that is no form": lambda shell: [
        *("new", "责任书", "--from", str(shell.agreement()), "-o", "a.yaml")
    ],
    "a form from a file that is not there": lambda shell: [
        *("new", "责任书", "--from", "没有.json", "-o", "a.xlsx")
    ],
    "an existing starter": lambda shell: ["new", "责任书", "-o", str(shell.agreement())],
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_use_ends_with_2_and_a_chinese_sentence(shell: Shell, case: str) -> None:
    words = WRONG[case](shell)

    ran = shell(*words)

    assert ran.code == 2, ran
    assert ran.out == ""
    assert HAN.search(ran.err)
    assert not ENGLISH.search(ran.err), ran.err


@pytest.mark.parametrize("case", WRONG)
def test_wrong_use_with_json_is_one_object_and_nothing_else(shell: Shell, case: str) -> None:
    words = WRONG[case](shell)

    ran = shell(*words, "--json")

    assert ran.code == 2
    assert ran.json["ok"] is False
    assert HAN.search(ran.json["error"])
    assert ran.err == ""


@pytest.mark.parametrize("words", [(), ("template",)])
def test_a_group_alone_shows_its_help_and_is_wrong_use(shell: Shell, words: tuple[str]) -> None:
    ran = shell(*words)

    assert ran.code == 2
    assert ran.err.startswith("用法：docgen")
    assert "没有" not in ran.err


def test_a_wrong_kind_names_the_nearest(shell: Shell) -> None:
    assert "responsibility_agreement（责任书）" in shell("kinds", "责仼书").err


def test_a_wrong_code_names_the_nearest(shell: Shell) -> None:
    assert "是不是 missing-value？" in shell("explain", "missing-valu").err


def test_a_wrong_option_names_the_nearest(shell: Shell) -> None:
    assert "--template" in shell("check", "x.json", "--templat", "x").err


def test_a_missing_file_weighs_more_than_a_faulty_one(shell: Shell) -> None:
    roster = shell.write("名册.csv", "区划代码,乡镇,村名\n1,白道口镇,\n")

    assert shell("batch", "责任书", roster, "-o", "out", "--common", "没有.json").code == 2


def test_one_standard_output_cannot_hold_a_document_and_json(shell: Shell) -> None:
    ran = shell("render", shell.agreement(), "-o", "-", "--json")

    assert ran.code == 2
    assert "标准输出" in ran.json["error"]


def test_a_template_that_is_not_allowed_is_a_finding(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("{{ ''.__class__ }}")
    document.save(str(shell.folder / "模板.docx"))

    ran = shell("render", shell.agreement(), "--template", "模板.docx", "--json")

    assert ran.code == 1
    assert ran.json["findings"]


def test_a_stop_ends_with_130(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(name: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.kinds.find_kind", stop)

    ran = shell("kinds", "责任书")

    assert (ran.code, ran.err) == (130, "\n已停止。\n")


def test_a_true_bug_keeps_its_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(name: str) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("docgen.kinds.find_kind", break_down)

    with pytest.raises(ZeroDivisionError):
        shell("kinds", "责任书")


def test_nothing_is_left_behind_by_a_refused_output(shell: Shell, tmp_path: Path) -> None:
    path = shell.agreement()
    before = path.read_text(encoding="utf-8")

    assert shell("render", path, "-o", path).code == 2
    assert shell.files() == ["责任书.json"]
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(before)
