"""How much room the first page of an issued paper has."""

import papers
import pytest
from on_paper import needs_office, printed

from docgen.kinds import _official
from docgen.word import official
from docgen.word.building import blank_line, paragraph
from docgen.word.room import line_count, lines_under_head, seal_lines


@pytest.mark.parametrize(("length", "lines"), [(0, 1), (26, 1), (27, 2), (54, 2), (55, 3)])
def test_a_paragraph_of_28_characters_a_line_begins_two_in(length: int, lines: int) -> None:
    assert line_count("安" * length) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("安" * 26 + "。", 1),  # a full stop may hang out
        ("安" * 25 + "《安》", 2),  # an opening mark does not end a line, nor a closing begin one
        ("安" * 24 + "2025", 2),  # a number is not parted
        ("安" * 12 + "2025" * 6, 1),
        ("安" * 10 + "\n《", 1),
    ],
)
def test_lines_end_where_word_lets_them(text: str, lines: int) -> None:
    assert line_count(text) == lines


def test_further_lines_may_begin_further_in() -> None:
    assert line_count("安" * 47, indent=5, edge=5) == 3
    assert line_count("安" * 46, indent=5, edge=5) == 2


def test_rows_of_signers_and_of_addressees_take_lines_of_text() -> None:
    assert lines_under_head(2, numbers=3, addressees=2) == lines_under_head(2) - 3


@pytest.mark.parametrize(
    ("left", "text", "after", "lines"),
    [(9, 3, 0, 2), (7, 3, 0, 2), (6, 3, 0, 1), (5, 3, 0, 2), (7, 3, 1, 1), (8, 3, 1, 2)],
)
def test_a_seal_gives_up_a_line_only_where_that_saves_a_page(
    left: int, text: int, after: int, lines: int
) -> None:
    assert seal_lines(left, text, after=after) == lines


@pytest.mark.office
@needs_office
def test_on_paper_the_first_page_holds_as_many_lines_as_were_counted() -> None:
    marks = {
        "one": [f"{papers.ORGAN}文件"],
        "long": ["滑县白道口镇安全生产委员会办公室文件"],
        "joint": [papers.ORGAN, "白道口镇人民武装部"],
    }
    cases = {(name, titles): names for name, names in marks.items() for titles in (1, 2)}

    def paper(names: list[str], titles: int) -> bytes:
        return papers.made(
            {"head": _official.head("白政〔2026〕1号", names)},
            official.red_head(),
            [paragraph(f"标题{number}", style="Title") for number in range(titles)],
            blank_line(keep_next=True),
            paragraph("各村：", style="Salutation"),
            [paragraph(f"第{number}行") for number in range(20)],
        )

    pages = printed({f"{n}{t}": paper(names, t) for (n, t), names in cases.items()})

    for (name, titles), names in cases.items():
        room = int(str(_official.head("号", names)["mark_room"]))
        counted = lines_under_head(titles, mark_room=room, marks=len(names))
        first = pages[f"{name}{titles}"][0]
        assert sum(line.text.startswith("第") for line in first.lines) == counted, (name, titles)
