"""The annotated copy is the author's own file with a comment round each faulty tag."""

import io
import re

import docx
import small_papers as d
from faulty_templates import paper, with_box, with_footnote, with_header
from lxml import etree

from docgen.kinds import find_kind
from docgen.word.checking import check_template
from docgen.word.passages import passages
from docgen.word.remarks import annotated
from docgen.word.template import Template

FIELDS = find_kind("责任书").fields
W = f"{{{d.W}}}"


def remarked(content: bytes) -> bytes:
    return annotated(content, check_template(content, FIELDS).findings)


def comments(content: bytes) -> dict[str, str]:
    """Give every comment's text by the text that it stands round."""
    parts = d.members(content)
    body = etree.fromstring(parts["word/document.xml"])
    told = {
        one.get(f"{W}id"): "".join(str(text) for text in one.itertext())
        for one in etree.fromstring(parts["word/comments.xml"])
    }
    held = dict.fromkeys(told, "")
    inside: list[str | None] = []
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            inside.append(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            inside.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for name in inside:
                held[name] += element.text or ""
    assert not inside
    referred = [one.get(f"{W}id") for one in body.iter(f"{W}commentReference")]
    assert sorted(map(str, referred)) == sorted(map(str, told))
    return {held[name]: told[name] for name in told}


def test_a_comment_stands_round_the_very_tag() -> None:
    found = comments(remarked(paper(["甲方：{{ 甲方.全成 }}，乙方：{{ 乙方.全称 }}。"])))

    assert "全称" in found["{{ 甲方.全成 }}"]
    assert "乙方" not in "".join(found)


def test_a_tag_split_over_runs_is_held_whole() -> None:
    content = d.with_body(paper(["末"]), d.runs("甲{", "{ 标", "体 }", "}乙"))

    assert "标题" in comments(remarked(content))["{{ 标体 }}"]


def test_two_faults_of_one_tag_are_two_comments() -> None:
    content = paper(["{{ 标体|大写 }}"])

    told = d.members(remarked(content))["word/comments.xml"].decode()

    assert "没有字段“标体”" in told
    assert "没有过滤器“大写”" in told


def test_a_fault_in_a_cell_is_held_in_the_cell() -> None:
    content = remarked(paper([["甲|{{ 标体 }}"]]))

    cell = docx.Document(io.BytesIO(content)).tables[0].rows[0].cells[1]
    assert cell._tc.xpath(".//w:commentRangeStart")


def test_what_word_cannot_comment_on_is_told_at_the_beginning_with_its_place() -> None:
    content = with_footnote("{{ 标体 }}")(with_header("{{ 标体 }}")(paper(["甲"])))

    told = d.members(remarked(content))["word/comments.xml"].decode()

    assert "脚注1第1段：错误" in told
    assert "第2节首页页眉第1段：错误" in told


def test_a_fault_in_a_text_box_is_told_at_the_paragraph_that_holds_it() -> None:
    content = remarked(with_box("{{ 标体 }}")(paper(["甲"])))

    first = docx.Document(io.BytesIO(content)).paragraphs[0]
    assert first._p.xpath("./w:commentRangeStart")
    assert "文本框1第1段：错误" in d.members(content)["word/comments.xml"].decode()


def test_nothing_else_of_the_file_changes() -> None:
    content = with_header("{{ 标体 }}")(paper(["甲方：{{ 甲方.全成 }}。", ["甲|{{ 标体 }}"]]))
    new = {"word/document.xml", "word/comments.xml", "[Content_Types].xml"}
    new.add("word/_rels/document.xml.rels")

    before, after = d.members(content), d.members(remarked(content))

    assert [name for name in before if before[name] != after[name] and name not in new] == []
    assert list(after)[: len(before)] == list(before)
    written, kept = (
        [one.text for one in passages(file) if one.place.part != "comment"]
        for file in (content, remarked(content))
    )
    assert written == kept


def test_comments_of_others_are_kept() -> None:
    document = docx.Document()
    run = document.add_paragraph("甲").add_run("{{ 标体 }}")
    document.add_comment([run], text="请核对", author="审核")

    found = d.members(remarked(d.saved(document)))["word/comments.xml"].decode()

    assert "请核对" in found
    assert len(set(re.findall(r'w:id="(\d+)"', found))) == found.count("<w:comment ")


def test_remarks_made_again_take_the_place_of_the_old() -> None:
    once = remarked(paper(["{{ 标体 }}"]))

    assert comments(remarked(once)) == comments(once)


def test_a_paper_made_from_an_annotated_template_has_no_remarks() -> None:
    once = remarked(paper(["{{ 标题 }}", "{{ 年度 }}"]))
    assert "没有印在模板里" in "".join(comments(once).values())

    made = Template(once, FIELDS).render({"title": "责任书", "year": 2026})

    parts = d.members(made)
    assert b"commentRange" not in parts["word/document.xml"]
    assert "没有印在模板里" not in parts["word/comments.xml"].decode()


def test_a_template_without_faults_gets_no_comment() -> None:
    assert comments(annotated(paper(["甲"]), [])) == {}
