"""A file is read in reading order, each passage with its place."""

import docx
import small_papers as d

from docgen.word.passages import passages


def body_words(content: bytes) -> dict[str, str]:
    found = [one for one in passages(content) if one.text and one.place.part != "property"]
    return {one.text: one.place.words for one in found}


def test_paragraphs_are_counted_outside_tables_and_empty_ones_too() -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    document.add_paragraph()
    document.add_table(1, 2).rows[0].cells[1].text = "乙"
    document.add_paragraph("丙")

    assert body_words(d.saved(document)) == {
        "甲": "正文第1段",
        "乙": "正文表1第1行第2列",
        "丙": "正文第3段",
    }


def test_paragraphs_of_a_cell_are_counted_in_it() -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "乙"
    cell.add_paragraph("丙")

    words = body_words(d.saved(document))

    assert words["乙"] == "正文表1第1行第1列"
    assert words["丙"] == "正文表1第1行第1列第2段"


def test_a_cell_behind_a_merged_one_is_in_the_column_a_person_sees() -> None:
    document = docx.Document()
    grid = document.add_table(3, 4)
    grid.cell(0, 0).merge(grid.cell(0, 2)).text = "宽"
    grid.cell(0, 3).text = "末"
    grid.cell(1, 0).merge(grid.cell(2, 0)).text = "高"
    grid.cell(2, 1).text = "旁"

    words = body_words(d.saved(document))

    assert words["宽"] == "正文表1第1行第1列"
    assert words["末"] == "正文表1第1行第4列"
    assert words["旁"] == "正文表1第3行第2列"


def test_columns_that_word_splits_and_nobody_sees_are_not_counted() -> None:
    def cell(text: str, width: int) -> str:
        return (
            f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        )

    first = cell("甲", 2) + cell("乙", 3) + cell("丙", 1)
    second = cell("丁", 5) + cell("戊", 1)
    grid = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"

    words = body_words(d.with_body(d.paper(), grid))

    assert words["丙"] == "正文表1第1行第3列"
    assert words["戊"] == "正文表1第2行第3列"


def test_a_table_within_a_table_is_counted_after_it() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "里"
    outer.cell(0, 1).text = "外"
    document.add_table(1, 1).cell(0, 0).text = "后"

    assert body_words(d.saved(document)) == {
        "里": "正文表2第1行第1列",
        "外": "正文表1第1行第2列",
        "后": "正文表3第1行第1列",
    }


def test_headers_are_named_by_section_and_sort_and_the_body_by_section_where_it_has_several() -> (
    None
):
    document = docx.Document()
    document.add_paragraph("前")
    first = document.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "首"
    first.header.paragraphs[0].text = "常"
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "二"
    second.even_page_footer.is_linked_to_previous = False
    second.even_page_footer.paragraphs[0].text = "双"
    document.add_paragraph("后")

    words = body_words(d.saved(document))

    assert words["前"] == "正文第1段（第1节）"
    assert words["后"] == "正文第3段（第2节）"
    assert words["首"] == "第1节首页页眉第1段"
    assert words["常"] == "第1节页眉第1段"
    assert words["二"] == "第2节页眉第1段"
    assert words["双"] == "第2节偶数页页脚第1段"


def test_notes_are_numbered_as_the_body_refers_to_them() -> None:
    notes = "".join(
        f'<w:footnote w:id="{name}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for name, text in (("2", "先写的"), ("3", "后写的"))
    )
    xml = f'<?xml version="1.0"?><w:footnotes xmlns:w="{d.W}">{notes}</w:footnotes>'
    body = "".join(
        f'<w:p><w:r><w:footnoteReference w:id="{name}"/></w:r></w:p>' for name in ("3", "2")
    )

    words = body_words(d.with_part(d.with_body(d.paper(), body), "footnotes", xml, "footnotes"))

    assert words["后写的"] == "脚注1第1段"
    assert words["先写的"] == "脚注2第1段"


def test_text_boxes_are_numbered_and_named_by_what_holds_them() -> None:
    content = d.with_body(d.paper("正文"), d.text_box("一") + d.text_box("二"))
    parts = d.members(d.saved(docx.Document()))
    header = f'<w:hdr xmlns:w="{d.W}">{d.text_box("眉")}</w:hdr>'
    framed = d.with_part(d.zipped(parts), "header1", header, "header")

    assert body_words(content)["一"] == "文本框1第1段"
    assert body_words(content)["二"] == "文本框2第1段"
    assert body_words(framed)["眉"] == "页眉里的文本框1第1段"


def test_a_property_is_named_as_word_names_it() -> None:
    document = docx.Document()
    document.core_properties.title = "题"

    [place] = [one.place for one in passages(d.saved(document)) if one.text == "题"]

    assert place.words == "文档属性“标题”"


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
