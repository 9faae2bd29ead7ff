"""The standard texts of the speech are whole, of one shape, and fit to be spoken."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from boilerplate import slips, strings

from docgen.kinds._scopes import Scope
from docgen.vocabulary import Paragraph

TOKENS = ("活动", "场合", "主办语", "地点语", "届次语", "单位", "我地", "领域", "点数", "要求数")
SUBJECTS = [str(scope.value) for scope in Scope]
OWN_THEMES = {"recognition", "problems", "tasks"}
COMMON = {
    *("title", "salutation", "opening", "announcement", "points"),
    *("discipline_lead", "discipline", "closing", "themes", "subjects"),
}


@cache
def texts() -> dict[str, Any]:
    file = files("docgen.kinds") / "texts" / "training_speech.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def paragraphs() -> Iterator[tuple[str, Paragraph]]:
    """Every paragraph a theme prints, with the theme's name."""
    for theme in texts()["themes"]:
        for one in theme.get("paragraphs", []):
            yield theme["key"], Paragraph.model_validate(one)
    for name, subject in texts()["subjects"].items():
        for key, body in subject["themes"].items():
            for one in body:
                yield f"{name}.{key}", Paragraph.model_validate(one)


def test_every_subject_is_there_and_every_text_has_its_place() -> None:
    assert set(texts()) == COMMON
    assert list(texts()["subjects"]) == SUBJECTS


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_subject_has_every_key_and_no_other(name: str) -> None:
    subject = texts()["subjects"][name]

    assert set(subject) == {"name", "words", "situation", "themes"}
    assert set(subject["themes"]) == OWN_THEMES


def test_every_theme_has_words_and_somewhere_a_text() -> None:
    for theme in texts()["themes"]:
        assert re.fullmatch(r"[\u4e00-\u9fff]{4}，[\u4e00-\u9fff]{4}", theme["heading"])
        assert any(word in theme["heading"] for word in theme["words"])
        assert ("paragraphs" in theme) != (theme["key"] in OWN_THEMES)


def test_no_two_themes_claim_one_word() -> None:
    words = [word for theme in texts()["themes"] for word in theme["words"]]

    assert sorted(set(words)) == sorted(words)


def test_the_usual_points_are_themes() -> None:
    assert set(texts()["points"]) <= {theme["key"] for theme in texts()["themes"]}


@pytest.mark.parametrize("text", sorted(set(strings(texts()))))
def test_no_text_shows_what_no_speech_may_show(text: str) -> None:
    assert slips(text, TOKENS) == []


def test_paragraphs_are_long_enough_to_be_spoken_and_short_enough_to_be_heard() -> None:
    for where, paragraph in paragraphs():
        length = len("".join(paragraph.lines))
        assert 40 <= length <= 320, (where, length)


def test_sentences_end_and_points_do_not() -> None:
    for where, paragraph in paragraphs():
        assert paragraph.text is not None
        assert paragraph.text.endswith("：" if paragraph.points else "。"), where
        assert not any(point.endswith(("。", "；")) for point in paragraph.points), where
    assert not any(point.endswith("。") for point in texts()["discipline"])


def test_no_paragraph_is_written_twice() -> None:
    said = ["".join(paragraph.lines) for _, paragraph in paragraphs()]

    assert len(set(said)) == len(said)


def test_a_paragraph_that_names_a_number_of_points_has_them() -> None:
    assert "{要求数}" in texts()["discipline_lead"]
    assert len(texts()["discipline"]) == 3
