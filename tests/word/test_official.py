"""The blocks around the text of an issued paper: what they print and what they leave out."""

import io
import zipfile

import docx
import papers
import pytest
from lxml import etree

from docgen.kinds import _official
from docgen.vocabulary import Blank
from docgen.word import official
from docgen.word.building import Element, paragraph
from docgen.word.official_styles import official_styles
from docgen.word.paragraph_styles import core_styles
from docgen.word.sections import sideways
from docgen.word.stationery import write_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def texts(content: bytes) -> list[str]:
    paragraphs = map(words, part(content, "word/document.xml").iter(W + "p"))
    return [text for text in paragraphs if text]


def styles_in(content: bytes) -> set[str | None]:
    return {
        style.get(W + "styleId") for style in part(content, "word/styles.xml").iter(W + "style")
    }


def test_a_notice_prints_its_elements_in_the_order_of_the_standard() -> None:
    content = papers.notice({"attachments": _official.attachments(["任务分工表", "活动统计表"])})

    assert texts(content) == [
        "白道口镇人民政府文件",
        "白政〔2026〕18号",
        "关于印发活动方案的通知",
        "各村民委员会：",
        "末段。",
        "附件：1.任务分工表",
        "2.活动统计表",
        "白道口镇人民政府",
        "2026年6月3日",
        "（此件公开发布）",
        "抄送：县应急管理局。",
        "白道口镇党政综合办公室",
        "2026年6月3日印发",
    ]


@pytest.mark.parametrize(
    "left_out",
    [
        {"attachments": []},
        {"remark": None},
        {"imprint": _official.imprint("党政综合办公室", papers.DAY)},
    ],
    ids=["attachments", "remark", "copies"],
)
def test_what_a_paper_does_not_have_leaves_no_trace(left_out: dict[str, object]) -> None:
    said = "".join(texts(papers.notice(left_out)))

    name = next(iter(left_out))
    sign = {"attachments": "附件", "remark": "（此件", "imprint": "抄送"}[name]
    assert sign not in said


def test_one_attachment_has_no_number() -> None:
    content = papers.notice({"attachments": _official.attachments(["任务分工表"])})

    assert "附件：任务分工表" in texts(content)


def test_recipients_too_many_stand_over_the_copies_without_a_rule() -> None:
    imprint = _official.imprint(
        "党政综合办公室",
        papers.DAY,
        recipients=["各村民委员会"],
        copies=["县应急管理局", "县公安局"],
    )

    content = papers.notice({"imprint": imprint})

    table = list(part(content, "word/document.xml").iter(W + "tbl"))[-1]
    rows = [[words(p) for p in row.iter(W + "p")] for row in table.iter(W + "tr")]
    assert rows[0][:2] == ["主送：各村民委员会。", "抄送：县应急管理局，县公安局。"]
    assert len(rows) == 2


def test_a_signer_who_signs_by_hand_gets_a_line() -> None:
    content = papers.notice({"head": papers.head_values(signers=[Blank()])})

    assert f"签发人：{Blank().line}" in texts(content)


def test_a_paper_without_signers_does_not_speak_of_them() -> None:
    assert not any("签发人" in text for text in texts(papers.notice({})))


def test_a_name_of_a_signer_is_in_its_own_typeface() -> None:
    content = papers.notice({"head": papers.head_values(signers=["李四光"])})

    runs = part(content, "word/document.xml").iter(W + "r")
    styled = [run for run in runs if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert [words(run) for run in styled] == ["李四光"]
    assert "NameChar" in styles_in(content)


def test_organ_and_date_are_kept_with_the_last_lines_of_the_text() -> None:
    body = part(papers.notice({}), "word/document.xml")

    paragraphs = [p for p in body.iter(W + "p") if p.getparent() is not None]
    said = [words(p) for p in paragraphs]
    chain = paragraphs[said.index("末段。") : said.index("2026年6月3日")]
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in chain)


def test_a_paper_has_only_the_official_styles_it_uses() -> None:
    plain = write_document(paragraph("正文"), properties={"title": "测试"})
    core = {style.id for style in core_styles()}
    other = {style.id for style in official_styles()}

    assert core <= styles_in(plain)
    assert not other & styles_in(plain)
    assert {"Mark", "Mark10", "SealedDate", "Imprint"} <= styles_in(papers.notice({}))


def test_no_two_styles_share_a_name_or_an_identifier() -> None:
    every = [*core_styles(), *official_styles()]

    assert len({style.id for style in every}) == len({style.name for style in every}) == len(every)


def test_the_imprint_floats_on_the_foot_of_the_text_area() -> None:
    body = part(papers.notice({}), "word/document.xml")

    place = next(body.iter(W + "tblpPr"))
    assert place.get(W + "vertAnchor") == "margin"
    assert place.get(W + "tblpYSpec") == "bottom"


def test_the_rules_of_the_imprint_are_heavy_outside_and_light_between() -> None:
    styles = part(papers.notice({}), "word/styles.xml")

    table = next(s for s in styles.iter(W + "style") if s.get(W + "styleId") == "TableImprint")
    borders = {border.tag: border.get(W + "sz") for border in next(table.iter(W + "tblBorders"))}
    assert borders == {W + "top": "8", W + "bottom": "8", W + "insideH": "6"}


def test_only_a_paper_with_sideways_pages_has_their_page_numbers() -> None:
    turned = write_document(
        sideways(paragraph("表")), paragraph("完"), properties={"title": "测试"}
    )
    plain = write_document(paragraph("正文"), properties={"title": "测试"})

    assert [name for name in names(turned) if "footer" in name] == [
        f"word/footer{number}.xml" for number in (1, 2, 3, 4)
    ]
    assert "word/footer3.xml" not in names(plain)


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.namelist()


def test_sideways_pages_turn_paper_and_margins() -> None:
    turned = write_document(
        sideways(paragraph("表")), paragraph("完"), properties={"title": "测试"}
    )

    sections = docx.Document(io.BytesIO(turned)).sections
    upright, sideways_, last = sections
    assert sideways_.page_width == upright.page_height == last.page_height
    assert sideways_.top_margin == upright.left_margin
    assert sideways_.right_margin == upright.top_margin


def test_a_list_of_names_has_every_label_once() -> None:
    group = _official.labelled([("组长", ["镇长"]), ("成员", ["甲站所", Blank("填表")])])

    content = papers.made({"group": group}, official.labelled_list("group"))

    assert [text for text in texts(content) if text.strip("　")] == ["组长：镇长", "成员：甲站所"]
