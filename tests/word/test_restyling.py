"""Another layout for a finished template: what changes, what stays, what is refused."""

import io
import itertools
import re
import zipfile
from pathlib import Path

import docx
import papers
import pytest
import small_papers
from lxml import etree
from on_paper import needs_office, printed

from docgen.errors import TemplateError
from docgen.kinds import _official
from docgen.library import shared_folder
from docgen.word import layout, official
from docgen.word.building import Element, heading, paragraph, run_in_heading, table
from docgen.word.profile_files import read_profile
from docgen.word.profiles import GBT9704, GBT33476, PROFILES, READING, Profile
from docgen.word.restyling import apply
from docgen.word.sections import sideways
from docgen.word.stationery import write_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = sorted((shared_folder("templates") / "docx").glob("*.docx"))
COLUMNS = (("序号", 964, "{{ row.index }}"), ("指标", 7880, "{{ row.text }}"))

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
# Nobody reads out a paper with a red head.
LAID_OUT = [
    (path, name)
    for path, name in itertools.product(TEMPLATES, PROFILES)
    if name != "gbt9704" and not (path.stem == "notice" and PROFILES[name].is_spoken)
]


def own(text: str) -> Profile:
    return read_profile(text, "本镇.toml", "本镇")


OWN = own(
    '[页边距]\n上 = 30\n下 = 30\n左 = 30\n右 = 30\n[字体]\n正文 = "仿宋"\n西文 = "仿宋"\n'
    '[加粗]\n二级标题 = true\n[页码]\n位置 = "居中"\n[版心]\n每页行数 = 24\n每行字数 = 26'
)


def paper() -> bytes:
    """Everything a layout touches."""
    rows = {"rows": [{"index": "1", "text": "甲"}], "title_lines": ["附表"]}
    return papers.notice(
        rows,
        body=[
            heading(1, "一、标题"),
            run_in_heading(2, "（一）小标题。", "正文"),
            table("row in rows", COLUMNS),
            sideways(table("row in rows", (("序号", 964, "1"), ("指标", 11791, "2")))),
            paragraph("完"),
        ],
    )


def part(content: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def style(content: bytes, name: str) -> Element:
    return next(
        s for s in part(content, "styles").iter(W + "style") if s.get(W + "styleId") == name
    )


def values(element: Element, tag: str, attribute: str = "val") -> list[str | None]:
    return [found.get(W + attribute) for found in element.iter(W + tag)]


def same(one: bytes, other: bytes) -> bool:
    names = small_papers.members(one)
    others = small_papers.members(other)
    return names.keys() == others.keys() and all(
        etree.tostring(etree.fromstring(names[n]), method="c14n", exclusive=True)
        == etree.tostring(etree.fromstring(others[n]), method="c14n", exclusive=True)
        for n in names
    )


@every_template
def test_a_built_in_template_in_the_standards_layout_stays_byte_for_byte(path: Path) -> None:
    content = path.read_bytes()

    assert apply(GBT9704, content) is content


@pytest.mark.parametrize(
    ("path", "name"), LAID_OUT, ids=lambda value: getattr(value, "stem", value)
)
def test_a_template_laid_out_anew_and_back_is_the_same(path: Path, name: str) -> None:
    content = path.read_bytes()

    changed = apply(PROFILES[name], content)

    assert not same(changed, content)
    assert apply(PROFILES[name], changed) is changed
    assert same(apply(GBT9704, changed), content)


def test_margins_and_line_grid_change_on_every_page_sideways_ones_turned() -> None:
    upright, turned, last = docx.Document(io.BytesIO(apply(OWN, paper()))).sections

    for section in (upright, last):
        assert (section.top_margin, section.left_margin) == (docx.shared.Twips(OWN.top),) * 2
    assert turned.left_margin == docx.shared.Twips(OWN.bottom)
    assert (
        values(part(apply(OWN, paper()), "document"), "docGrid", "linePitch") == [str(OWN.line)] * 3
    )


def test_tables_are_as_wide_as_the_text_again() -> None:
    document = part(apply(OWN, paper()), "document")

    widths = [int(width or 0) for width in values(document, "tblW", "w")]
    assert OWN.text_width in widths
    assert any(abs(width - OWN.text_height) < 10 for width in widths)
    assert [w for w in widths if w > OWN.text_height] == []
    assert values(document, "tblpPr", "tblpX") == [str(OWN.left)]


def test_fonts_sizes_and_pitch_come_from_the_profile() -> None:
    changed = apply(OWN, paper())

    assert values(style(changed, "Normal"), "rFonts", "eastAsia") == ["仿宋"]
    assert values(style(changed, "Normal"), "rFonts", "ascii") == ["仿宋"]
    assert values(style(changed, "Normal"), "spacing", "line")[0] == str(OWN.line)
    assert "仿宋" in values(part(changed, "fontTable"), "font", "name")


def test_a_bold_heading_is_bold_alone_and_run_in() -> None:
    changed = apply(OWN, paper())

    for name in ("Heading2", "Heading2Char"):
        assert list(style(changed, name).iter(W + "b"))
    for name in ("Heading1", "Heading1Char", "Title", "Normal"):
        assert not list(style(changed, name).iter(W + "b"))


def test_two_characters_are_two_of_the_profiles_own() -> None:
    body = style(apply(READING, papers.made({}, paragraph("正文"))), "BodyText")

    assert values(body, "ind", "firstLine") == [str(2 * READING.character)]
    assert values(body, "ind", "firstLineChars") == ["200"]


@pytest.mark.parametrize("name", ["footer1", "footer2"])
def test_page_numbers_go_to_the_middle_and_back(name: str) -> None:
    changed = apply(OWN, paper())

    assert values(part(changed, name), "jc") == ["center"]
    side = {"footer1": "right", "footer2": "left"}[name]
    assert values(part(apply(GBT9704, changed), name), "jc") == [side]


def test_a_footer_with_words_of_its_own_stays() -> None:
    members = small_papers.members(paper())
    members["word/footer1.xml"] = members["word/footer1.xml"].replace(
        "— ".encode(), "本镇 — ".encode()
    )

    changed = apply(OWN, small_papers.zipped(members))

    assert small_papers.members(changed)["word/footer1.xml"] == members["word/footer1.xml"]


def test_words_and_placeholders_stay() -> None:
    before, after = (part(content, "document") for content in (paper(), apply(OWN, paper())))

    assert etree.tostring(before, method="text", encoding="unicode") == etree.tostring(
        after, method="text", encoding="unicode"
    )


def test_the_same_layout_gives_the_same_bytes() -> None:
    assert apply(OWN, paper()) == apply(OWN, paper())


def test_styles_are_known_by_their_names_whatever_word_calls_them() -> None:
    members = small_papers.members(paper())
    for name, data in members.items():
        renamed = re.sub(rb'(w:(?:styleId|val))="(Heading\d|Title|Normal)"', rb'\1="x\2"', data)
        if name in ("word/document.xml", "word/styles.xml"):
            members[name] = renamed.replace(
                b'<w:name w:val="xNormal"/>', b'<w:name w:val="Normal"/>'
            ).replace(b'<w:name w:val="xTitle"/>', b'<w:name w:val="Title"/>')

    changed = apply(OWN, small_papers.zipped(members))

    assert values(style(changed, "xNormal"), "rFonts", "eastAsia") == ["仿宋"]
    assert list(style(changed, "xHeading2").iter(W + "b"))


def test_a_template_of_other_styles_is_refused_in_words() -> None:
    with pytest.raises(TemplateError, match="套不上版式") as caught:
        apply(GBT33476, small_papers.paper("甲方：{{ 名称 }}"))

    [finding] = caught.value.findings
    assert finding.code == "foreign-styles"
    assert "docgen template export" in finding.hint


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError, match="完整的"):
        apply(GBT33476, b"PK")


@pytest.mark.office
@needs_office
def test_on_paper_each_layout_keeps_its_margins_lines_and_page_number() -> None:
    text = write_document(paragraph("安" * 3000, style="Normal"), properties={"title": "测试"})
    profiles = [GBT33476, READING, OWN]

    pages = printed({profile.name: apply(profile, text) for profile in profiles})

    for profile in profiles:
        first, second = pages[profile.name][:2]
        full = [line for line in second.lines if "安" in line.text]
        number = next(line for line in first.lines if line.text == "—1—")
        assert len(full) == profile.text_height // profile.line
        assert {len(line.text) for line in full} == {profile.text_width // profile.character}
        assert full[0].left == pytest.approx(profile.left / layout.TWIPS_PER_MM, abs=1)
        assert full[0].top > profile.top / layout.TWIPS_PER_MM
        if profile is OWN:
            assert number.centre == pytest.approx(105, abs=1)
        foot = (layout.PAPER_HEIGHT - profile.bottom) / layout.TWIPS_PER_MM
        assert 2 < number.top - foot < 8


@pytest.mark.office
@needs_office
def test_on_paper_head_and_imprint_keep_their_rules_in_another_layout() -> None:
    sign = {"sign_off": _official.sealed([papers.ORGAN], papers.DAY)}
    signed = papers.made(sign, paragraph("正文。", keep_next=True), official.sign_off())

    pages = printed({"notice": apply(OWN, papers.notice({})), "sign": apply(OWN, signed)})

    left, top, right, foot = 30, 30, 180, 267
    first, last = pages["notice"][0], pages["notice"][-1]
    mark = next(line for line in first.lines if line.bottom - line.top > 10)
    assert mark.top == pytest.approx(top + 35, abs=1)
    assert (first.rules[0].left, first.rules[0].right) == pytest.approx((left, right), abs=1)
    assert last.rules[-1].middle == pytest.approx(foot, abs=0.5)
    assert (last.rules[-1].left, last.rules[-1].right) == pytest.approx((left, right), abs=1)
    page = pages["sign"][0]
    organ, date = page.line(papers.ORGAN), page.line("2026年6月3日")
    assert organ.centre == pytest.approx(date.centre, abs=1)
