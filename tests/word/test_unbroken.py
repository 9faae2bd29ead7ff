"""Numbers and hours stay on one line: 0372-1234567, 8:30—11:00."""

import io
import zipfile

import pytest
from papers_on_paper import needs_office
from small_papers import paper, table

import docgen
from docgen.engine import open_press
from docgen.pdf import open_office, opened_pdf
from docgen.rows import Row
from docgen.word.building import paragraph
from docgen.word.passages import passages
from docgen.word.stationery import write_document

HYPHEN = "<w:noBreakHyphen/>"


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode("utf-8")


def printed(text: str) -> bytes:
    return docgen.Template(paper("{{ 内容 }}")).render({"内容": text})


@pytest.mark.parametrize("text", ["电话：0372-1234567。", "400-123-4567", "2025-06-27\n10-12人"])
def test_a_hyphen_within_a_number_does_not_break(text: str) -> None:
    content = printed(text)

    assert part(content, "word/document.xml").count(HYPHEN) == text.count("-")
    assert [found.text for found in passages(content) if found.place.part == "body"] == [text]


@pytest.mark.parametrize("text", ["e-mail", "A-1", "甲-乙", "-5", "5-", "yi-ban@example.com"])
def test_other_hyphens_are_left_alone(text: str) -> None:
    assert HYPHEN not in part(printed(text), "word/document.xml")


def test_a_hyphen_of_the_template_is_left_alone() -> None:
    content = docgen.Template(paper("GB/T 9704-2012 {{ 名称 }}")).render({"名称": "格式"})

    assert HYPHEN not in part(content, "word/document.xml")


def test_a_number_is_joined_in_a_draft_too() -> None:
    draft = open_press("活动方案").draft(Row({"信息报送": {"联系电话": "0372-1234567"}}))

    assert HYPHEN in part(draft, "word/document.xml")


def test_no_line_begins_or_ends_with_a_dash() -> None:
    content = write_document(paragraph("安"), properties={"title": "测试"})

    for name in ("noLineBreaksAfter", "noLineBreaksBefore"):
        settings = part(content, "word/settings.xml")
        assert "—" in settings.partition(f"<w:{name} ")[2].partition("/>")[0]


class TestPrinted:
    pytestmark = needs_office

    def test_libreoffice_breaks_neither(self) -> None:
        joints = ("0372-1234567", "8:30—11:00")
        texts = ["安" * count + joint + "全" * 30 for joint in joints for count in range(18, 27)]
        names = [f"a{at}" for at in range(len(texts))]
        template = docgen.Template(paper(*(f"{{{{ {name} }}}}" for name in names)))

        with open_office() as office:
            pdf = office.print_one(template.render(dict(zip(names, texts, strict=True))))
        with opened_pdf(pdf) as document:
            pages = [page.get_textpage().get_text_range() for page in document]

        whole = [line for page in pages for line in page.replace("\u2060", "").splitlines()]
        assert [sum(joint in line for line in whole) for joint in joints] == [9, 9]

    def test_in_a_column_too_narrow_hours_break_at_their_dash(self) -> None:
        # Ten cells over the width of a page hold less than 8:30—11:00 each.
        row = ("{{ 时间 }}",) + ("安全",) * 9
        content = docgen.Template(table(row)).render({"时间": "8:30—11:00"})

        with open_office() as office, opened_pdf(office.print_one(content)) as document:
            lines = document[0].get_textpage().get_text_range().splitlines()

        assert not [line for line in lines if line.strip().endswith("8:3")]
        assert any("8:30" in line for line in lines)
