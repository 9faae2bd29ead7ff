"""A text that says how many points follow is understood; one that only counts is not."""

import pytest

from docgen.vocabulary import announced_number, announces, counted_lines


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("下面，我讲四点意见。", 4),
        ("在此，我给大家提出四点建议：", 4),
        ("我对培训中心和参训人员提三点要求：", 3),
        ("就做好这项工作，讲两个方面的意见：", 2),
        ("重点抓好以下5项工作：", 5),
        ("还存在三个问题：", 3),
        ("我讲十二条具体意见", 12),
    ],
)
def test_an_announcement_is_read(text: str, number: int) -> None:
    assert announces(text)
    assert announced_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "培训从上午9点开始。",
        "集合时间是上午9点。",
        "这是第三点要求：",
        "县里提出三点要求，我们要落实。",
        "落实十五条硬措施。",
        "设立检查点：",
        "近百条建议：",
    ],
)
def test_a_text_that_announces_nothing_is_left_alone(text: str) -> None:
    assert announced_number(text) is None


def test_a_few_points_are_announced_without_a_number() -> None:
    assert announces("下面，我讲几点意见。")
    assert announced_number("下面，我讲几点意见。") is None


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["一是甲。", "二是乙。", "完。", "三是丙。"], 2),
        (["第一，甲。", "第二，乙。"], 2),
        (["①甲", "②乙", "③丙"], 3),
        (["甲。", "一是乙。"], 0),
        ([], 0),
    ],
)
def test_counted_lines_are_those_at_the_start(lines: list[str], count: int) -> None:
    assert counted_lines(lines) == count
