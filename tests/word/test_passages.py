"""A file is read in reading order, each passage with its place."""

import docx
import small_papers as d

from docgen.word.passages import passages


def test_paragraphs_and_cells_are_counted_in_reading_order() -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    document.add_table(1, 2).rows[0].cells[1].text = "乙"
    document.add_paragraph("丙")

    found = [one for one in passages(d.saved(document)) if one.place.part == "body"]

    assert [(one.text, one.place.paragraph) for one in found] == [
        ("甲", 1),
        ("", 2),
        ("乙", 3),
        ("丙", 4),
    ]
    place = found[2].place
    assert (place.table, place.row, place.cell) == (1, 1, 2)
    assert found[3].place.table is None


def test_every_part_of_a_paper_is_read_and_a_text_box_once() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "眉"
    document.sections[0].footer.paragraphs[0].text = "脚"
    document.core_properties.title = "题"
    content = d.with_body(d.saved(document), d.text_box("框"))
    content = d.with_part(content, "footnotes", d.footnotes("注"), "footnotes")

    found = {(one.place.part, one.text) for one in passages(content)}

    parts = {("header", "眉"), ("footer", "脚"), ("footnote", "注"), ("property", "题")}
    assert parts | {("text box", "框")} <= found
    assert [one.text for one in passages(content)].count("框") == 1


def test_tabs_and_breaks_are_part_of_the_text() -> None:
    assert passages(d.paper("甲\t乙\n丙"))[0].text == "甲\t乙\n丙"


def test_deleted_text_and_field_codes_are_not_read() -> None:
    xml = (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:del><w:r><w:delText>旧</w:delText>"
        "</w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    )

    assert passages(d.with_body(d.paper(), xml))[0].text == "新"
