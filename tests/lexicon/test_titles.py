"""Titles of laws and regulations: which there are, and which is meant by another."""

from pathlib import Path

import pytest

from docgen import lexicon


@pytest.mark.parametrize(
    "name",
    [
        "中华人民共和国水法",
        "水法",
        "中华人民共和国道路运输条例",
        "道路运输条例",
        "城市供水条例",
        "自然灾害救助条例",
        "中国共产党纪律处分条例",
        "安全生产法",
        "突发事件应对法",
    ],
)
def test_titles_in_use_are_known_full_and_short(name: str) -> None:
    assert lexicon.known_title(name)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("中华人民共和国安全生产条例", "中华人民共和国安全生产法"),
        ("中华人民共和国森林保护法", "中华人民共和国森林法"),
        ("生产安全事故应急处置条例", "生产安全事故应急条例"),
        ("中华人民共和国应急管理法", None),
    ],
)
def test_an_invented_title_is_unknown_and_led_to_the_nearest(name: str, near: str | None) -> None:
    assert not lexicon.known_title(name)
    assert lexicon.nearest_title(name) == near


def test_every_law_with_its_versions_has_a_known_title() -> None:
    assert all(lexicon.known_title(law.full) for law in lexicon.laws().values())


def test_a_title_stands_in_the_list_once_and_without_marks() -> None:
    names = [name for sort in lexicon.titles().values() for name in sort.names]

    assert len(names) == len(set(names))
    assert not [name for name in names if "《" in name or name.startswith("中华人民共和国")]


def test_a_users_titles_are_known_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    text = 'source = "公报"\n\n["本单位添的"]\nstate = true\nnames = ["应急管理法"]\n'
    (folder / "titles.toml").write_text(text, "utf-8")
    monkeypatch.setenv("DOCGEN_HOME", str(tmp_path))

    assert lexicon.known_title("中华人民共和国应急管理法")
    assert lexicon.known_title("安全生产法")
