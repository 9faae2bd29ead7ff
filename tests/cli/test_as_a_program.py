"""docgen as the shell starts it: pipes, encodings, what is loaded, what a closed pipe does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from agreements import village_agreement
from commands import Shell

from docgen.kinds import kinds
from docgen.library import shared_folder

HEAVY = ("pydantic", "docx", "docxtpl", "lxml", "openpyxl", "jinja2", "rich", "yaml", "fastapi")
PROGRAM = [sys.executable, "-m", "docgen"]
LOADED = """
import sys
from docgen.cli import run
run(sys.argv[1:])
print("loaded", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def docgen(
    *words: str | Path, given: bytes = b"", encoding: str = "utf-8", into: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run docgen; `into` is a file descriptor that takes the place of standard output."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONWARNINGS": "ignore"}
    ran = subprocess.run(
        [*PROGRAM, *words],
        input=given,
        stdout=subprocess.PIPE if into is None else into,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    assert b"Traceback" not in ran.stderr, ran.stderr.decode(encoding)
    return ran


def loaded(*words: str | Path) -> set[str]:
    """Give the top-level modules in memory after a command."""
    ran = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, check=True)
    line = ran.stderr.decode().splitlines()[-1]
    return set(line.split())


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("batch", "--help")])
def test_help_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    assert not loaded(*words) & {*HEAVY, "python_calamine"}


UNUSED = {"docx", "docxtpl", "openpyxl", "xlsxwriter", "python_calamine", "fastapi", "rich"}


@pytest.mark.parametrize("name", kinds())
def test_checking_an_example_loads_neither_word_writers_nor_workbooks(name: str) -> None:
    assert not loaded("check", shared_folder("examples") / f"{name}.json") & UNUSED


def test_a_template_of_ones_own_and_broken_lines_load_no_more(shell: Shell) -> None:
    shell("template", "export", "责任书", "-o", "模板.docx")

    path = shell.agreement(其他约定=["第一行\n第二行"])
    assert not loaded("check", path, "--template", "模板.docx") & UNUSED


def test_rendering_loads_no_word_library_either(shell: Shell) -> None:
    assert not loaded("render", shell.agreement(), "-o", "a.docx") & UNUSED


def test_data_comes_from_standard_input_and_the_document_goes_to_standard_output(
    shell: Shell,
) -> None:
    path = shell.agreement()

    ran = docgen("render", "-", "-o", "-", given=path.read_bytes())

    assert ran.returncode == 0
    assert shell("render", path, "-o", "a.docx").code == 0
    assert ran.stdout == (shell.folder / "a.docx").read_bytes()


def test_a_fault_in_standard_input_names_it(shell: Shell) -> None:
    ran = docgen("check", "-", given='{"文种": "责任书",\n"年度": "今年"}'.encode())

    assert ran.returncode == 1
    assert "标准输入 第2行" in ran.stdout.decode()


def test_a_template_can_be_exported_and_checked_through_a_pipe(shell: Shell) -> None:
    exported = docgen("template", "export", "责任书", "-o", "-")
    checked = docgen("template", "check", "-", "--kind", "责任书", given=exported.stdout)

    assert exported.stdout[:2] == b"PK"
    assert checked.returncode == 0


def test_a_gbk_pipe_takes_a_character_it_has_not(shell: Shell) -> None:
    path = shell.agreement(标题="𠮷村20__年责任书")

    for command, *options in (("check",), ("check", "--json"), ("render",)):
        ran = docgen(command, path, *options, encoding="gbk")
        assert ran.returncode == 1
        assert "?村" in (ran.stdout + ran.stderr).decode("gbk")


def test_a_file_with_such_a_name_is_written_and_named_as_far_as_can_be(shell: Shell) -> None:
    data = village_agreement(文种="责任书")
    data["乙方"]["单位"] = ["𠮷家村村民委员会"]

    ran = docgen("render", shell.write("a.json", data), encoding="gbk")

    assert ran.returncode == 0, ran.stderr.decode("gbk")
    assert [name for name in shell.files() if name.startswith("𠮷家村")]


@pytest.mark.parametrize("words", [("explain",), ("kinds", "责任书"), ("schema", "责任书")])
def test_a_reader_that_leaves_ends_it_quietly(shell: Shell, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)

    ran = docgen(*words, into=write)
    os.close(write)

    assert ran.returncode == 141
    assert ran.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_said_so() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = docgen("explain", into=full.fileno())

    assert ran.returncode == 2
    assert "磁盘满了" in ran.stderr.decode()


def test_a_program_without_standard_streams_still_ends_as_it_should(shell: Shell) -> None:
    path = shell.agreement()
    closed = f"'{sys.executable}' -m docgen"

    for line in (f"{closed} check '{path}' >&-", f"{closed} check '{path}' 2>&-"):
        ran = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")
    ran = subprocess.run(["sh", "-c", f"{closed} check - <&-"], capture_output=True, check=False)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_or_written_is_said_so(shell: Shell) -> None:
    path = shell.agreement()
    closed = shell.folder / "关着"
    closed.mkdir(mode=0o500)
    path.chmod(0o000)

    unread = docgen("check", "责任书", path)
    path.chmod(0o600)
    unwritten = docgen("render", path, "-o", closed / "a.docx")

    assert (unread.returncode, unwritten.returncode) == (2, 2)
    assert "没有权限" in unread.stderr.decode()
    assert "没有权限" in unwritten.stderr.decode()
