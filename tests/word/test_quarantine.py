"""A stranger's template is opened in a child process, which is gone when it takes too much."""

import os
import sys
from pathlib import Path

import pytest
import small_papers as d

from docgen.cli import run
from docgen.errors import TemplateError
from docgen.library import is_foreign, shared_folder, user_folder
from docgen.word.child import Limits, Outcome, forked, spawned
from docgen.word.quarantine import LIMITS, admit

SHORT = Limits(seconds=1, waiting=3, memory=200 * 2**20)
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # pytest's own threads
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits are the system's on POSIX")


def refused(content: bytes, limits: Limits = LIMITS) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        admit(content, limits)
    return [finding.code for finding in caught.value.findings]


def no_children_left() -> bool:
    try:
        return os.waitpid(-1, os.WNOHANG)[0] == 0
    except ChildProcessError:
        return True


def test_a_sound_template_passes() -> None:
    admit(d.paper("{{ 姓名 }}"))


def test_faults_of_placeholders_are_left_to_whoever_opens_the_template_next() -> None:
    admit(d.paper("{{ 姓名.upper() }}"))


def test_what_a_gate_refuses_comes_back_with_its_place() -> None:
    field = '<w:p><w:fldSimple w:instr="DDE cmd"><w:r><w:t>章</w:t></w:r></w:fldSimple></w:p>'

    with pytest.raises(TemplateError) as caught:
        admit(d.with_body(d.paper("正文"), field))

    (finding,) = caught.value.findings
    assert finding.code == "active-field"
    assert finding.place is not None
    assert finding.place.paragraph == 1


@posix
def test_a_template_that_takes_too_much_memory_is_refused_and_leaves_no_process() -> None:
    content = d.paper(*["{{ 姓名 }}"] * 50)

    assert refused(content, Limits(seconds=20, waiting=60, memory=2**20)) == [
        "template-too-complex"
    ]
    assert no_children_left()


def test_a_template_that_takes_too_long_is_refused_and_leaves_no_process() -> None:
    assert refused(d.paper("正文"), Limits(seconds=20, waiting=0.001, memory=2**30)) == [
        "template-too-complex"
    ]
    assert no_children_left()


@posix
@pytest.mark.parametrize(
    ("program", "outcome"),
    [
        ("while True: pass", Outcome.TIME),
        ("bytearray(10**9)", Outcome.MEMORY),
        ("import os; os.kill(os.getpid(), 15)", Outcome.CRASH),
        ("raise ValueError", Outcome.CRASH),
        ("import time; time.sleep(60)", Outcome.TIME),
    ],
)
def test_a_copy_of_this_process_ends_within_its_limits(program: str, outcome: Outcome) -> None:
    def job() -> bytes:
        exec(program)
        return b"done"

    assert forked(job, SHORT).outcome is outcome
    assert no_children_left()


@posix
def test_a_copy_of_this_process_gives_what_it_made() -> None:
    assert forked(lambda: b"x" * 200_000, SHORT).output == b"x" * 200_000


def test_a_program_gives_what_it_made() -> None:
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"

    ended = spawned([sys.executable, "-c", echo], b"abc", LIMITS)

    assert (ended.outcome, ended.output) == (Outcome.DONE, b"cba")


def test_a_program_that_does_not_end_is_ended() -> None:
    sleep = [sys.executable, "-c", "import time; time.sleep(60)"]

    assert spawned(sleep, b"", Limits(1, 0.2, 2**30)).outcome is Outcome.TIME


def test_the_folder_one_works_in_brings_no_module_into_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('canary')")
    monkeypatch.chdir(tmp_path)

    admit(d.paper("{{ 姓名 }}"))


def test_templates_of_docgen_and_of_the_users_own_folder_are_no_strangers(tmp_path: Path) -> None:
    assert not is_foreign(shared_folder("templates") / "docx" / "notice.docx")
    assert not is_foreign(user_folder() / "templates" / "notice.docx")
    assert is_foreign(tmp_path / "notice.docx")
    assert is_foreign(user_folder() / "templates" / ".." / ".." / "notice.docx")


@pytest.mark.parametrize("words", [("check", "--kind", "责任书"), ("show",)])
def test_a_hostile_template_ends_in_words(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = d.members(d.paper("正文"))
    file = tmp_path / "a.docx"
    file.write_bytes(d.zipped({**parts, "word/vbaProject.bin": b"x"}))

    status = run(["template", *words, str(file)])

    captured = capsys.readouterr()
    assert status == 1
    assert "文件带有宏" in captured.out + captured.err
