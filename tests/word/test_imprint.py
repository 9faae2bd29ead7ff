"""The 版记 on the last even page of a finished paper."""

import io
import zipfile

import papers
import pytest
from lxml import etree
from on_paper import Page, needs_office, printed

from docgen.kinds import _official
from docgen.word import official
from docgen.word.building import Element, paragraph
from docgen.word.imprint import on_even_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "党政综合办公室2026年6月3日印发"


def paper(lines: int) -> bytes:
    text = [paragraph(f"第{number}行", style="Normal") for number in range(lines)]
    values = {"imprint": _official.imprint("党政综合办公室", papers.DAY)}
    return papers.made(values, text, official.imprint())


def body(content: bytes) -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def count(content: bytes, tag: str) -> int:
    return len(list(body(content).iter(W + tag)))


def test_an_imprint_on_an_even_page_stays_where_it_is() -> None:
    content = paper(3)

    assert on_even_page(content, ["第一页", f"第二页{OFFICE}"]) is content


def test_a_paper_without_an_imprint_stays_as_it_is() -> None:
    content = papers.made({}, paragraph("正文"))

    assert on_even_page(content, ["正文"]) is content


def test_a_table_in_the_text_is_no_imprint() -> None:
    sign_off = _official.sealed(["甲镇人民政府", "乙镇人民政府"], papers.DAY)
    content = papers.made({"sign_off": sign_off}, official.sign_off())

    assert on_even_page(content, ["正文"]) is content


def test_an_odd_last_page_with_text_is_followed_by_one_for_the_imprint() -> None:
    moved = on_even_page(paper(3), [f"第0行 第1行 {OFFICE} — 1 —"])

    assert count(moved, "pageBreakBefore") == 1
    assert count(moved, "titlePg") == 0


def test_an_imprint_alone_on_an_odd_page_gets_an_empty_page_before_it() -> None:
    moved = on_even_page(paper(3), ["第0行", "第1行", f"{OFFICE[:7]}\r\n{OFFICE[7:]}\r\n— 3 —"])

    assert count(moved, "titlePg") == 2
    assert count(moved, "sectPr") == 3


def test_the_same_paper_is_moved_to_the_same_bytes() -> None:
    assert on_even_page(paper(3), ["文"]) == on_even_page(paper(3), ["文"])


@pytest.mark.office
@needs_office
def test_on_paper_the_imprint_is_at_the_foot_of_an_even_page() -> None:
    lines = {"one page": 5, "full pages": 44, "three pages": 50, "even already": 24}
    before = {name: paper(number) for name, number in lines.items()}
    texts = {
        name: ["".join(line.text for line in page.lines) for page in pages]
        for name, pages in printed(before).items()
    }

    after = printed({name: on_even_page(before[name], texts[name]) for name in lines})

    assert {name: len(pages) for name, pages in after.items()} == {
        "one page": 2,
        "full pages": 4,
        "three pages": 4,
        "even already": 2,
    }
    for pages in after.values():
        assert pages[-1].holds("印发")
        assert pages[-1].rules[-1].middle == pytest.approx(262, abs=0.5)
        assert sum(text_lines(page) for page in pages) in lines.values()
    assert numbers(after["one page"]) == ["—1—", "—2—"]
    assert numbers(after["three pages"]) == ["—1—", "—2—", "—3—", "—4—"]
    # A page left empty and the one of the imprint after it carry no number.
    assert numbers(after["full pages"]) == ["—1—", "—2—"]


def text_lines(page: Page) -> int:
    return sum(line.text.startswith("第") for line in page.lines)


def numbers(pages: list[Page]) -> list[str]:
    return [line.text for page in pages for line in page.lines if line.text.startswith("—")]
