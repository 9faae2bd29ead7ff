"""Titles are broken where their meaning allows, to the width the paper's layout gives them."""

import json
from pathlib import Path

import pytest

import docgen
from docgen.kinds._titles import text_width, title_lines, titles_within
from docgen.word.passages import passages
from docgen.word.profiles import PROFILES

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTICE = "白道口镇人民政府关于印发《白道口镇2025年“安全生产月”活动方案》的通知"
WORDS = ("白道口镇人民政府", "关于", "关于印发", "年", "安全生产", "活动")


@pytest.mark.parametrize(
    ("layout", "room"), [("gbt9704", 20), ("gbt33476", 20), ("reading", 17), ("reading_large", 17)]
)
def test_a_layout_knows_how_many_characters_of_a_title_fit(layout: str, room: int) -> None:
    assert PROFILES[layout].title_room == room


@pytest.mark.parametrize("room", [12, 15, 17, 20])
def test_no_line_is_longer_than_there_is_room(room: int) -> None:
    with titles_within(room):
        lines = title_lines(
            "在第三届管道安全管理培训班开班仪式上的讲话", ["培训班", "管道", "仪式上"]
        )

    assert max(map(text_width, lines)) <= room


def test_the_room_is_as_before_afterwards() -> None:
    title = "白道口镇2026年度安全生产责任书"
    with titles_within(10):
        narrow = title_lines(title, ["年度"])

    assert len(narrow) == 2
    assert title_lines(title, ["年度"]) == [title]


@pytest.mark.parametrize("room", [17, 20])
def test_no_line_ends_within_the_name_of_a_campaign(room: int) -> None:
    with titles_within(room):
        lines = title_lines(NOTICE, WORDS)

    assert len(lines) > 1
    assert any("“安全生产月”" in line for line in lines)


def test_a_line_may_still_end_after_the_name_of_a_campaign() -> None:
    with titles_within(12):
        lines = title_lines("白道口镇“安全生产月”活动方案", ["“安全生产月”"])

    assert lines == ["白道口镇“安全生产月”", "活动方案"]


@pytest.mark.parametrize("kind", ["training_speech", "activity_plan", "annual_summary"])
@pytest.mark.parametrize("layout", ["reading", "reading_large", None])
def test_a_papers_title_fits_its_layout(kind: str, layout: str | None) -> None:
    data = json.loads((EXAMPLES / f"{kind}.json").read_text(encoding="utf-8"))
    room = PROFILES[layout or "gbt9704"].title_room

    document = docgen.generate(kind, data, layout=layout)

    title = next(found.text for found in passages(document.content) if found.place.part == "body")
    assert max(map(text_width, title.splitlines())) <= room
