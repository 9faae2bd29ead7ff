"""RichText, Subdoc, InlineImage and Listing go through docxtpl itself; all else stays strict."""

import io

import docx
import pytest
import small_papers as d
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from strict import faults
from test_pictures import png, sizes

from docgen.errors import IncompleteError, UsageError
from docgen.word.passages import passages
from docgen.word.template import Template


def texts(content: bytes) -> list[str]:
    return [found.text for found in passages(content) if found.place.part == "body"]


def red(text: str) -> RichText:
    return RichText(text, color="FF0000")


@pytest.mark.parametrize("tag", ["{{r 彩 }}", "{{ 彩 }}", "｛｛ 彩 ｝｝"])
def test_rich_text_stands_in_its_line_with_its_own_look(tag: str) -> None:
    content = Template(d.paper(f"前{tag}后")).render({"彩": red("红字&")})

    assert texts(content) == ["前红字&后"]
    assert b'<w:color w:val="FF0000"/>' in d.members(content)["word/document.xml"]
    assert faults(content) == []


def test_rich_text_breaks_its_lines_and_repeats_in_a_loop() -> None:
    template = Template(d.paper("{%p for 项 in 名单 %}", "{{r 项 }}", "{%p endfor %}"))

    assert texts(template.render({"名单": [red("甲\n乙"), red("丙")]})) == ["甲\n乙", "丙"]


def test_a_listing_is_text_like_any_other() -> None:
    content = Template(d.paper("{{ 列 }}")).render({"列": Listing("甲 & 乙\n丙\a丁")})

    assert texts(content) == ["甲 & 乙\n丙", "丁"]


def test_an_image_and_a_link_belong_to_docxtpl_s_own_template() -> None:
    template = Template(d.paper("{{ 图 }}", "{{r 链 }}"))
    document = template.docxtpl()
    link = RichText("县政府", url_id=document.build_url_id("https://example.com"))

    content = template.render(
        {"图": InlineImage(document, io.BytesIO(png())), "链": link}, docxtpl=document
    )

    assert len(sizes(content)) == 1
    assert texts(content) == ["", "县政府"]
    assert faults(content) == []


def test_a_paragraph_of_rich_text_takes_the_place_of_its_own() -> None:
    content = Template(d.paper("前", "{{p 段 }}", "后")).render({"段": RichTextParagraph("整段")})

    assert texts(content) == ["前", "整段", "后"]


def test_a_subdocument_brings_its_paragraphs_and_tables() -> None:
    template = Template(d.paper("前", "{{p 子 }}", "后{{ 名 }}"))
    document = template.docxtpl()
    inner = document.new_subdoc()
    inner.add_paragraph("子文档")
    inner.add_table(1, 1).rows[0].cells[0].text = "格"

    content = template.render({"子": inner, "名": "A&B"})

    assert texts(content) == ["前", "子文档", "格", "后A&B"]
    assert faults(content) == []


def test_fragments_of_another_template_are_refused() -> None:
    other = DocxTemplate(io.BytesIO(d.paper("别的{{ 图 }}")))

    with pytest.raises(UsageError, match="为别的模板做的"):
        Template(d.paper("{{ 图 }}")).render({"图": InlineImage(other, io.BytesIO(png()))})


def test_what_else_is_missing_is_told_as_always() -> None:
    with pytest.raises(IncompleteError) as caught:
        Template(d.paper("{{r 彩 }}{{ 名 }}{{ 期 }}")).render({"彩": red("红"), "期": "待定"})

    assert [finding.path for finding in caught.value.findings] == ["名", "期"]


def test_rich_text_of_nothing_is_missing() -> None:
    with pytest.raises(IncompleteError) as caught:
        Template(d.paper("{{r 彩 }}")).render({"彩": RichText("")})

    assert [finding.code for finding in caught.value.findings] == ["missing-value"]


def test_a_paragraph_beside_other_words_is_refused() -> None:
    with pytest.raises(IncompleteError, match="同在一段"):
        Template(d.paper("前{{p 段 }}")).render({"段": RichTextParagraph("整段")})


def test_a_character_that_word_cannot_hold_is_told() -> None:
    with pytest.raises(IncompleteError, match="印不出来的字符"):
        Template(d.paper("{{r 彩 }}")).render({"彩": RichText("甲\x0b乙")})


def test_a_fragment_in_a_property_is_refused() -> None:
    document = docx.Document()
    document.core_properties.title = "{{ 彩 }}"

    with pytest.raises(IncompleteError, match="不能放在这里"):
        Template(d.saved(document)).render({"彩": red("红")})


def test_an_object_that_only_looks_like_one_is_not_printed() -> None:
    class RichText:
        def __html__(self) -> str:
            return "<w:r/>"

    with pytest.raises(IncompleteError):
        Template(d.paper("{{ 彩 }}")).render({"彩": RichText()})


def test_equal_fragments_give_equal_bytes() -> None:
    template = Template(d.paper("{{r 彩 }}"))

    assert template.render({"彩": red("红")}) == template.render({"彩": red("红")})
