"""A further kind is three files: every command, page and test follows without another edit."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from letters import EXAMPLE, KIND, ROSTER, TEMPLATE

from docgen.word.passages import passages

ROOT = Path(__file__).parents[1]
COPIED = ("docgen", "templates", "examples", "schemas", "docs", "tests", "pyproject.toml")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of docgen with three files more."""
    folder = tmp_path_factory.mktemp("house")
    for name in COPIED:
        source, leave = ROOT / name, shutil.ignore_patterns("__pycache__", "images")
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=leave)
        else:
            shutil.copy(source, folder)
    (folder / "docgen/kinds/safety_letter.py").write_text(KIND, "utf-8")
    (folder / "templates/source/safety_letter.py").write_text(TEMPLATE, "utf-8")
    (folder / "examples/safety_letter.json").write_text(EXAMPLE, "utf-8")
    # What `make docs` does before it writes the pages.
    run_in(folder, "-m", "docgen", "schema", "-o", "schemas", "--force")
    run_in(folder, "templates/source/safety_letter.py")
    return folder


@pytest.fixture
def run(house: Path) -> Run:
    return lambda *arguments, **options: run_in(house, *arguments, **options)


def run_in(folder: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "DOCGEN_HOME": str(folder / "home"),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


def text_of(path: Path) -> str:
    return "\n".join(passage.text for passage in passages(path.read_bytes()))


def test_the_copy_is_the_docgen_that_runs(house: Path, run: Run) -> None:
    shown = run("-c", "import docgen; print(docgen.__file__)").stdout

    assert Path(shown.strip()).is_relative_to(house)


def test_it_is_listed_and_described(run: Run) -> None:
    assert "safety_letter  安全提醒函" in run("-m", "docgen", "kinds").stdout
    assert "提醒事项（matters）" in run("-m", "docgen", "kinds", "安全提醒函").stdout


def test_it_has_a_schema_and_a_starter(house: Path, run: Run) -> None:
    schema = json.loads(run("-m", "docgen", "schema", "safety_letter").stdout)
    run("-m", "docgen", "new", "安全提醒函", "-o", "新.json")
    run("-m", "docgen", "new", "安全提醒函", "-o", "新.yaml")
    run("-m", "docgen", "new", "安全提醒函", "-o", "新.xlsx")

    assert schema["title"] == "安全提醒函"
    assert (house / "schemas/safety_letter.json").is_file()
    assert "收函单位" in json.loads((house / "新.json").read_text("utf-8"))
    for form in ("新.yaml", "新.xlsx"):
        run("-m", "docgen", "check", "安全提醒函", form, code=1)


def test_it_is_checked_rendered_and_drafted(house: Path, run: Run) -> None:
    run("-m", "docgen", "check", "examples/safety_letter.json")
    run("-m", "docgen", "render", "examples/safety_letter.json", "-o", "函.docx")
    (house / "缺.json").write_text(EXAMPLE.replace("滑县粮油有限公司", ""), "utf-8")
    told = run("-m", "docgen", "check", "缺.json", "--json", code=1)
    run("-m", "docgen", "render", "缺.json", "-o", "不成.docx", code=1)
    run("-m", "docgen", "render", "缺.json", "-o", "草稿.docx", "--draft", code=1)

    assert "致滑县粮油有限公司的安全提醒函" in text_of(house / "函.docx")
    findings = json.loads(told.stdout)["findings"]
    assert [(one["code"], one["path"]) for one in findings] == [("missing-value", "recipient")]
    assert not (house / "不成.docx").exists()
    assert "【待填：收函单位】" in text_of(house / "草稿.docx")


def test_it_is_made_in_batches(house: Path, run: Run) -> None:
    (house / "名册.csv").write_text(ROSTER, "utf-8")

    run("-m", "docgen", "batch", "安全提醒函", "名册.csv", "-o", "out", "--jobs", "2")
    again = run("-m", "docgen", "batch", "安全提醒函", "名册.csv", "-o", "out", "--json")

    assert json.loads(again.stdout)["unchanged"] == 2
    assert {path.name for path in (house / "out").rglob("*.docx")} == {
        "致滑县粮油有限公司的安全提醒函.docx",
        "致滑县建材有限公司的安全提醒函.docx",
    }


def test_its_template_is_checked_shown_and_exported(run: Run) -> None:
    template = "templates/docx/safety_letter.docx"

    run("-m", "docgen", "template", "check", template, "--kind", "安全提醒函")
    run("-m", "docgen", "template", "export", "安全提醒函", "-o", "导出.docx")

    assert "recipient.name" in run("-m", "docgen", "template", "show", template, "--json").stdout


def test_it_has_a_page_in_the_handbook(run: Run) -> None:
    script = (
        "import sys; sys.path.insert(0, 'docs'); import generate\n"
        "for path, make in generate.handbooks().items(): print(path.name, make())"
    )

    shown = run("-c", script).stdout

    assert "safety_letter.md # 安全提醒函（safety_letter）" in shown
    assert "| 提醒事项 | `matters` | 列表（一组字段） | 必填 |" in shown


def test_the_tests_of_every_kind_hold_for_it(run: Run) -> None:
    chosen = ("tests/test_every_kind.py", "tests/test_templates.py", "-k", "safety_letter")

    done = run("-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *chosen)

    assert int(done.stdout.split(" passed")[0].split()[-1]) > 20
