"""Kinds from outside: another package brings them, or a user keeps them in a folder of his own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from letters import EXAMPLE, KIND, TEMPLATE

from docgen.word.passages import passages

BROKEN = "raise RuntimeError('坏了')\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with a kind's file, its template and an example, as a user keeps them."""
    folder = tmp_path / "文种"
    (folder / "templates").mkdir(parents=True)
    (folder / "safety_letter.py").write_text(KIND, "utf-8")
    build = tmp_path / "source" / "templates" / "source" / "safety_letter.py"
    build.parent.mkdir(parents=True)
    build.write_text(TEMPLATE, "utf-8")
    (build.parents[1] / "docx").mkdir()
    subprocess.run([sys.executable, str(build)], check=True)
    made = build.parents[1] / "docx" / "safety_letter.docx"
    made.rename(folder / "templates" / "safety_letter.docx")
    (tmp_path / "数据.json").write_text(EXAMPLE, "utf-8")
    folder.chmod(0o755)
    (folder / "safety_letter.py").chmod(0o644)
    return folder


@pytest.fixture
def package(shop: Path) -> Path:
    """The same kind in a package that is installed, as pip leaves it."""
    site = shop.parent / "site"
    site.mkdir()
    shop.rename(site / "letters")
    (site / "letters" / "__init__.py").write_text("", "utf-8")
    install(site, "letters.safety_letter:kind")
    return site


def install(site: Path, value: str, name: str = "safety_letter") -> None:
    about = site / "letters-1.2.dist-info"
    about.mkdir(parents=True, exist_ok=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: letters\nVersion: 1.2\n", "utf-8")
    (about / "entry_points.txt").write_text(f"[docgen.kinds]\n{name} = {value}\n", "utf-8")


def docgen(
    folder: Path, *words: str, site: Path | None = None, kinds: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "DOCGEN_HOME": str(folder / "home")}
    environment.pop("DOCGEN_KINDS", None)
    if site:
        environment["PYTHONPATH"] = str(site)
    if kinds:
        environment["DOCGEN_KINDS"] = str(kinds)
    return subprocess.run(
        [sys.executable, "-m", "docgen", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def text_of(path: Path) -> str:
    return "\n".join(passage.text for passage in passages(path.read_bytes()))


def test_a_package_brings_a_kind_by_an_entry_point(package: Path, tmp_path: Path) -> None:
    listed = docgen(tmp_path, "kinds", site=package)
    made = docgen(tmp_path, "render", "数据.json", "-o", "函.docx", site=package)

    assert "safety_letter  安全提醒函" in listed.stdout
    assert (made.returncode, made.stderr) == (0, "")
    assert "更换老化的电线，2026年7月31日前完成。" in text_of(tmp_path / "函.docx")


@pytest.mark.parametrize(
    "words",
    [
        ("kinds", "安全提醒函"),
        ("new", "安全提醒函"),
        ("schema", "安全提醒函"),
        ("check", "数据.json"),
        ("template", "export", "安全提醒函", "-o", "导出.docx"),
    ],
)
def test_every_command_knows_a_packages_kind(
    package: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = docgen(tmp_path, *words, site=package)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_entry_point_may_name_the_module(package: Path, tmp_path: Path) -> None:
    install(package, "letters.safety_letter")

    assert "安全提醒函" in docgen(tmp_path, "kinds", site=package).stdout


def test_a_user_keeps_a_kind_in_a_folder_he_names(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "名册.jsonl").write_text(json.dumps(json.loads(EXAMPLE)), "utf-8")

    made = docgen(tmp_path, "render", "数据.json", "-o", "函.docx", kinds=shop)
    batch = docgen(
        tmp_path, "batch", "安全提醒函", "名册.jsonl", "-o", "out", "--jobs", "2", kinds=shop
    )

    assert (made.returncode, made.stderr) == (0, "")
    assert "致滑县粮油有限公司的安全提醒函" in text_of(tmp_path / "函.docx")
    assert batch.returncode == 0
    assert len(list(tmp_path.rglob("out/**/*.docx"))) == 1


def test_files_of_a_folder_may_share_what_is_theirs(shop: Path, tmp_path: Path) -> None:
    (shop / "_words.py").write_text("LABEL = '安全提醒函'\n", "utf-8")
    source = KIND.replace(
        "from typing import Any\n", "from typing import Any\n\nfrom . import _words\n"
    )
    source = source.replace('label="安全提醒函"', "label=_words.LABEL")
    (shop / "safety_letter.py").write_text(source, "utf-8")

    assert "safety_letter  安全提醒函" in docgen(tmp_path, "kinds", kinds=shop).stdout


def test_a_changed_kind_makes_its_documents_again(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "名册.jsonl").write_text(json.dumps(json.loads(EXAMPLE)), "utf-8")
    words = ("batch", "安全提醒函", "名册.jsonl", "-o", "out", "--json")
    docgen(tmp_path, *words, kinds=shop)
    unchanged = json.loads(docgen(tmp_path, *words, kinds=shop).stdout)
    (shop / "safety_letter.py").write_text(KIND.replace("前完成。", "前办结。"), "utf-8")

    changed = json.loads(docgen(tmp_path, *words, kinds=shop).stdout)

    assert (unchanged["made"], changed["made"]) == (0, 1)


def test_programs_in_the_folder_for_data_are_never_run(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "kinds").mkdir(parents=True)
    (tmp_path / "home" / "kinds" / "safety_letter.py").write_text(BROKEN, "utf-8")

    done = docgen(tmp_path, "kinds")

    assert done.returncode == 0
    assert "safety_letter" not in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX ones")
@pytest.mark.parametrize("path", [".", "safety_letter.py"])
def test_a_program_others_may_write_is_not_run(shop: Path, tmp_path: Path, path: str) -> None:
    place = shop / path
    place.chmod(place.stat().st_mode | 0o022)

    done = docgen(tmp_path, "kinds", kinds=shop)

    assert done.returncode == 2
    assert "别人也能改写" in done.stderr


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (BROKEN, "RuntimeError: 坏了"),
        ("kind = (\n", "SyntaxError"),
        ("x = 1\n", "AttributeError"),
        ("kind = 1\n", "不是 Kind"),
        (KIND.replace('name="safety_letter"', 'name="other"'), "名称是 other"),
        (KIND.replace('label="安全提醒函"', 'label="责任书"'), "“责任书”与已有的文种同名"),
    ],
)
def test_a_kind_that_cannot_be_used_is_told_and_leaves_the_others_alone(
    shop: Path, tmp_path: Path, source: str, told: str
) -> None:
    (shop / "safety_letter.py").write_text(source, "utf-8")

    listed = docgen(tmp_path, "kinds", kinds=shop)
    own = docgen(tmp_path, "new", "责任书", kinds=shop)

    assert listed.returncode == 2
    assert told in listed.stderr
    assert "Traceback" not in listed.stderr
    assert (own.returncode, own.stderr) == (0, "")


def test_a_broken_package_is_named(package: Path, tmp_path: Path) -> None:
    (package / "letters" / "safety_letter.py").write_text(BROKEN, "utf-8")

    done = docgen(tmp_path, "check", "数据.json", site=package)

    assert done.returncode == 2
    assert "软件包 letters 1.2 里的“safety_letter”载入不了" in done.stderr


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    done = docgen(tmp_path, "kinds", kinds=tmp_path / "没有")

    assert done.returncode == 2
    assert "DOCGEN_KINDS" in done.stderr


def test_a_kind_without_its_template_is_told_where_to_put_it(shop: Path, tmp_path: Path) -> None:
    (shop / "templates" / "safety_letter.docx").unlink()

    done = docgen(tmp_path, "check", "数据.json", kinds=shop)

    assert done.returncode == 2
    assert "safety_letter 的模板不存在" in done.stderr
