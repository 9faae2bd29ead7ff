"""Where things stand whose place depends on how long a text is."""

import pytest

from docgen.word.placing import (
    MARK_SIZES,
    aligned,
    date_place,
    mark_room,
    seal_rows,
    sealed_place,
    signer_width,
    unsealed_lines,
    unsealed_place,
    width,
)

SPACE = "　"


@pytest.mark.parametrize(
    ("text", "characters"),
    [("白道口镇", 4), ("2026年6月3日", 6), ("A类", 1.5), ("（一）", 3), ("“两会”", 4), ("", 0)],
)
def test_a_digit_is_half_as_wide_as_a_character(text: str, characters: float) -> None:
    assert width(text) == characters


@pytest.mark.parametrize(
    ("length", "room"), [(4, 10), (10, 10), (11, 12), (13, 14), (18, 18), (19, 24), (32, 32)]
)
def test_a_mark_takes_the_largest_size_that_fits_its_line(length: int, room: int) -> None:
    assert mark_room(["镇" * length]) == room


def test_a_mark_too_long_for_any_size_takes_the_smallest() -> None:
    assert mark_room(["镇" * 40]) == MARK_SIZES[-1].room


def test_a_joint_mark_makes_room_for_its_word() -> None:
    assert mark_room(["白道口镇人民政府", "白道口镇人民武装部"], "文件") == 12


def test_every_size_of_a_mark_fits_the_text_area() -> None:
    assert [
        size.room for size in MARK_SIZES if size.room * size.size * size.scale / 200 > 442
    ] == []


@pytest.mark.parametrize(
    ("date", "place"),
    [
        ("2026年6月3日", "six"),
        ("2026年6月13日", "seven"),
        ("2026年12月3日", "seven"),
        ("2026年12月31日", "eight"),
        (None, "by_hand"),
    ],
)
def test_a_date_is_as_wide_as_its_digits(date: str | None, place: str) -> None:
    assert date_place(date).name == place


@pytest.mark.parametrize(
    ("length", "place"),
    [(4, "six"), (8, "six"), (15, "six"), (16, "edge"), (30, "edge")],
)
def test_a_sealed_organ_is_centred_on_the_date_as_long_as_the_text_area_allows(
    length: int, place: str
) -> None:
    assert sealed_place("镇" * length, "2026年6月3日") == place


@pytest.mark.parametrize(
    ("length", "date", "place"),
    [
        (5, "2026年6月3日", "six"),
        (7, "2026年12月31日", "eight"),
        (8, "2026年12月31日", "eight"),
        (8, "2026年5月20日", "lines"),
        (9, "2026年12月31日", "lines"),
        (16, "2026年12月31日", "lines"),
        (8, None, "by_hand"),
        (16, None, "edge"),
    ],
)
def test_an_unsealed_organ_gives_way_to_a_date_that_is_longer(
    length: int, date: str | None, place: str
) -> None:
    assert unsealed_place(["镇" * length], date) == place


def test_a_second_organ_too_long_for_its_place_goes_to_the_edge() -> None:
    assert unsealed_place(["镇政府", "镇" * 14], "2026年6月3日") == "edge"


def test_unsealed_lines_begin_two_characters_apart_and_end_two_from_the_edge() -> None:
    organ, date = unsealed_lines(["镇" * 16], "2026年6月3日")

    assert organ == SPACE * 10 + "镇" * 16
    assert date == SPACE * 12 + "2026年6月3日"


def test_an_unsealed_organ_longer_than_a_line_begins_at_the_left() -> None:
    organ, date = unsealed_lines(["镇" * 30], "2026年6月3日")

    assert organ == "镇" * 30
    assert date == SPACE * 2 + "2026年6月3日"


@pytest.mark.parametrize(
    ("organs", "rows"),
    [
        ("甲乙", [("甲", "乙")]),
        ("甲乙丙", [("甲", "乙"), (None, "丙")]),
        ("甲乙丙丁", [("甲", "乙"), ("丙", "丁")]),
    ],
)
def test_joint_seals_stand_two_a_row_the_last_at_the_right(
    organs: str, rows: list[tuple[str | None, str]]
) -> None:
    assert seal_rows(organs) == rows


@pytest.mark.parametrize(
    ("labels", "spread"),
    [
        (["组长", "副组长", "成员"], ["组　长", "副组长", "成　员"]),
        (["组长", "办公室主任"], ["组　　　长", "办公室主任"]),
        (["副组长", "办公室主任"], ["副　组　长", "办公室主任"]),
        (["组长"], ["组长"]),
        (["长", "组长"], ["长　", "组长"]),
        ([], []),
    ],
)
def test_labels_are_spread_to_one_width(labels: list[str], spread: list[str]) -> None:
    assert aligned(labels) == spread


@pytest.mark.parametrize(
    ("names", "room"),
    [
        (["张三"], "one"),
        (["欧阳修文"], "one"),
        (["张三", "李四光"], "three"),
        (["张三", "欧阳修文"], "four"),
    ],
)
def test_signers_take_as_much_room_as_the_longest_name(names: list[str], room: str) -> None:
    assert signer_width(names) == room
