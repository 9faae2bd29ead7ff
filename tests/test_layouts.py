"""Layouts by name, by file, and in the user's own folder."""

from pathlib import Path

import pytest

from docgen.errors import FileError, FindingsError, UsageError
from docgen.layouts import find_layout
from docgen.word.profiles import GBT33476, READING


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCGEN_HOME", str(tmp_path))
    folder = tmp_path / "layouts"
    folder.mkdir()
    return folder


def test_a_layout_has_an_english_name_and_a_chinese_one() -> None:
    assert find_layout("gbt33476") is find_layout("电子公文") is GBT33476
    assert find_layout("大字稿") is READING


def test_a_layout_that_is_found_already_is_itself() -> None:
    assert find_layout(READING) is READING


def test_an_office_keeps_its_own_in_its_folder(home: Path) -> None:
    (home / "白道口镇.toml").write_text("[页边距]\n上 = 30\n", encoding="utf-8")

    assert find_layout("白道口镇").name == "白道口镇"


def test_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "别处.toml"
    path.write_text("\ufeff[页边距]\n上 = 30\n", encoding="utf-8")

    assert find_layout(path) == find_layout(str(path))


def test_an_unknown_name_is_told_with_the_nearest_and_where_to_put_ones_own(home: Path) -> None:
    (home / "白道口镇.toml").write_text("", encoding="utf-8")

    with pytest.raises(UsageError, match="是不是 白道口镇？") as caught:
        find_layout("白道口")

    assert str(home / "白道口.toml") in str(caught.value)


@pytest.mark.parametrize("name", ["没有.toml", "folder.toml"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.toml").mkdir()

    with pytest.raises(FileError, match="版式文件"):
        find_layout(tmp_path / name)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "旧.toml"
    path.write_bytes('名称 = "白道口镇"'.encode("gb18030"))

    with pytest.raises(FileError, match="不是 UTF-8"):
        find_layout(path)


def test_a_faulty_file_gives_every_finding(home: Path) -> None:
    (home / "本镇.toml").write_text("[页边距]\n上 = 370\n下 = 0\n", encoding="utf-8")

    with pytest.raises(FindingsError, match="有2处不对") as caught:
        find_layout("本镇")

    assert [finding.code for finding in caught.value.findings] == ["layout-value"] * 2
