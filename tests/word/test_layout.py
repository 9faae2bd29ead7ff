"""The page of GB/T 9704-2012, in numbers, in the built parts, and on paper."""

import io
import zipfile

import docx
import pytest
from lxml import etree
from on_paper import needs_office, printed

from docgen.word import layout
from docgen.word.building import (
    Block,
    Element,
    heading,
    paragraph,
    repeat,
    run_in_heading,
    signature_table,
    table,
    when,
)
from docgen.word.paragraph_styles import core_styles
from docgen.word.stationery import write_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLUMNS = (("序号", 964, "{{ row.index }}"), ("指标", 7880, "{{ row.text }}"))


def part(content: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def part_of(name: str, *blocks: Block) -> Element:
    return part(write_document(*blocks, properties={"title": "测试"}), name)


def values(root: Element, tag: str, attribute: str = "val") -> list[str | None]:
    return [found.get(W + attribute) for found in root.iter(W + tag)]


def text_of(element: Element) -> str:
    return "".join(words.text or "" for words in element.iter(W + "t"))


def style(name: str) -> Element:
    styles = part_of("word/styles.xml")
    return next(found for found in styles.iter(W + "style") if found.get(W + "styleId") == name)


@pytest.mark.parametrize(
    ("twips", "millimetres"),
    [
        (layout.PAPER_WIDTH, 210),
        (layout.PAPER_HEIGHT, 297),
        (layout.TOP, 37),
        (layout.LEFT, 28),
        (layout.RIGHT, layout.RIGHT_MM),
        (layout.BOTTOM, layout.BOTTOM_MM),
        (layout.TEXT_WIDTH, 156),
    ],
)
def test_the_page_is_within_a_tenth_of_a_millimetre(twips: int, millimetres: int) -> None:
    assert twips / layout.TWIPS_PER_MM == pytest.approx(millimetres, abs=0.1)


def test_twenty_two_lines_fill_the_text_area_and_a_twenty_third_has_no_room() -> None:
    height = layout.PAPER_HEIGHT - layout.TOP - layout.BOTTOM

    assert height // layout.LINE == layout.LINES_PER_PAGE
    assert height % layout.LINE < layout.LINE / 10


def test_twenty_eight_characters_fill_a_line_and_a_twenty_ninth_has_no_room() -> None:
    character = layout.SIZE_3 * 10 + layout.BODY_SPACING

    assert character == layout.CHARACTER
    assert layout.TEXT_WIDTH // character == layout.CHARACTERS_PER_LINE


def test_the_section_carries_paper_margins_and_a_line_grid() -> None:
    document = part_of("word/document.xml", paragraph("正文"))

    assert values(document, "pgMar", "top") == [str(layout.TOP)]
    assert values(document, "pgMar", "footer") == [str(layout.FOOTER_DISTANCE)]
    assert values(document, "docGrid", "type") == ["lines"]
    assert values(document, "docGrid", "linePitch") == [str(layout.LINE)]


def test_body_lines_are_exact_and_digits_do_not_widen_them() -> None:
    normal = style("Normal")

    assert values(normal, "spacing", "lineRule")[0] == "exact"
    assert values(normal, "autoSpaceDE") == values(normal, "autoSpaceDN") == ["0"]
    assert values(normal, "widowControl") == ["0"]


@pytest.mark.parametrize("name", ["Title", "TableText", "Footer"])
def test_what_is_not_body_text_leaves_the_grid(name: str) -> None:
    assert values(style(name), "snapToGrid") == ["0"]


@pytest.mark.parametrize("name", ["Normal", "BodyText", "Heading1"])
def test_body_text_and_headings_stay_on_the_grid(name: str) -> None:
    assert values(style(name), "snapToGrid") == []


@pytest.mark.parametrize(
    ("level", "font"),
    [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312")],
)
def test_headings_have_their_typeface_and_a_place_in_the_outline(level: int, font: str) -> None:
    found = style(f"Heading{level}")

    assert values(found, "rFonts", "eastAsia") == [font]
    assert values(found, "outlineLvl") == [str(level - 1)]


@pytest.mark.parametrize("part_name", ["word/styles.xml", "word/document.xml"])
def test_nothing_is_bold_and_no_font_comes_from_a_theme(part_name: str) -> None:
    root = part_of(part_name, heading(1, "一、标题"), run_in_heading(2, "（一）", "正文"))

    assert not list(root.iter(W + "b"))
    assert b"Theme" not in etree.tostring(root)


def test_every_font_of_a_style_has_one_that_stands_in_for_it() -> None:
    used = set(values(part_of("word/styles.xml"), "rFonts", "eastAsia"))
    table_of_fonts = part_of("word/fontTable.xml")

    assert used == set(values(table_of_fonts, "font", "name"))
    assert all(values(table_of_fonts, "altName"))


def test_odd_pages_are_numbered_on_the_right_and_even_pages_on_the_left() -> None:
    odd, even = part_of("word/footer1.xml"), part_of("word/footer2.xml")

    assert values(odd, "jc") + values(even, "jc") == ["right", "left"]
    assert values(odd, "ind", "rightChars") == values(even, "ind", "leftChars") == ["100"]
    assert list(part_of("word/settings.xml").iter(W + "evenAndOddHeaders"))


def test_the_page_number_stands_between_dashes() -> None:
    assert text_of(part_of("word/footer1.xml")) == "— 1 —"


def test_headers_are_empty() -> None:
    assert text_of(part_of("word/header1.xml")) == ""


def test_a_table_repeats_its_heading_and_never_splits_a_row() -> None:
    rows = list(table("row in rows", COLUMNS).iter(W + "tr"))

    assert [len(list(row.iter(W + "tblHeader"))) for row in rows] == [1, 0, 0, 0]
    assert all(len(list(row.iter(W + "cantSplit"))) == 1 for row in rows)


SIGNATURE_STYLES = [found.id for found in core_styles() if found.id.startswith("Signature")]


@pytest.mark.parametrize("name", SIGNATURE_STYLES)
def test_signature_paragraphs_are_kept_with_the_next(name: str) -> None:
    found = {entry.id: entry for entry in core_styles()}
    entry = found[name]
    while entry.based_on and entry.based_on.startswith("Signature"):
        entry = found[entry.based_on]

    assert entry.keep_next
    assert entry.keep_lines


def signed(who: str) -> list[Block]:
    return [paragraph(who, style="Signature"), paragraph("日期", style="Signature")]


def test_signature_cells_stay_whole_when_nothing_is_printed_in_them() -> None:
    block = signature_table([signed("甲方"), [(), ()]], below=paragraph("日期"))

    cells = list(block.iter(W + "tc"))

    assert len(cells) == 5
    assert all(cell[-1].tag == W + "p" for cell in cells)


def test_a_cell_below_spans_all_columns() -> None:
    block = signature_table([signed("甲方"), signed("乙方")], below=paragraph("日期"))

    assert values(block, "gridSpan") == ["2"]


def test_no_cell_below_no_row() -> None:
    block = signature_table([signed("甲方"), signed("乙方")])

    assert len(list(block.iter(W + "tr"))) == 2


def test_columns_of_signatures_must_be_of_one_length() -> None:
    with pytest.raises(ValueError, match="zip"):
        signature_table([signed("甲方"), signed("乙方")[:1]])


def test_a_text_is_one_run_with_its_spaces() -> None:
    made = paragraph(" {{ name }} & <乙方> ")

    assert [words.text for words in made.iter(W + "t")] == [" {{ name }} & <乙方> "]


def test_loops_and_conditions_stand_in_paragraphs_of_their_own() -> None:
    blocks = repeat("x in xs", when("x.a", paragraph("{{ x.a }}"), otherwise=paragraph("无")))

    assert [text_of(block) for block in blocks] == [
        "{%p for x in xs %}",
        "{%p if x.a %}",
        "{{ x.a }}",
        "{%p else %}",
        "无",
        "{%p endif %}",
        "{%p endfor %}",
    ]


def test_a_condition_without_an_alternative_has_no_else() -> None:
    assert len(when("x", paragraph("有"))) == 3


def test_the_same_content_gives_the_same_bytes() -> None:
    first = write_document(paragraph("正文"), properties={"title": "测试"})

    assert first == write_document(paragraph("正文"), properties={"title": "测试"})


def test_the_package_carries_no_time_of_day() -> None:
    content = write_document(paragraph("正文"), properties={"title": "测试"})

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_reads_the_document_its_styles_and_its_title() -> None:
    content = write_document(
        paragraph("责任书", style="Title"), heading(1, "一、目标"), properties={"title": "责任书"}
    )

    document = docx.Document(io.BytesIO(content))

    names = [found.style.name for found in document.paragraphs if found.style]
    assert names == ["Title", "Heading 1"]
    assert document.core_properties.title == "责任书"


@pytest.mark.office
@needs_office
def test_on_paper_a_page_has_twenty_two_lines_of_twenty_eight_characters() -> None:
    text = paragraph("安" * 28 * 30, style="Normal")

    pages = printed({"full": write_document(text, properties={"title": "测试"})})["full"]

    full = [line.text for line in pages[0].lines if "安" in line.text]
    assert full == ["安" * 28] * 22
