"""Tags are freed from Word's markup as docxtpl frees them, but never torn, and not at its cost."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import small_papers as d
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from oracle_papers import PAPERS

from docgen.errors import TemplateError
from docgen.word.homes import part_of
from docgen.word.patching import patched
from docgen.word.template import Template

SHIPPED = sorted((Path(__file__).parents[2] / "templates" / "docx").glob("*.docx"))


def texts_of(content: bytes) -> list[str]:
    parts = [xml for name, xml in d.members(content).items() if part_of(name)]
    return [etree.tostring(etree.fromstring(xml), encoding="unicode") for xml in parts]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_patched_as_docxtpl_does(name: str) -> None:
    for xml in texts_of(PAPERS[name]()):
        assert patched(xml) == DocxTemplate.patch_xml(None, xml)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_our_own_templates_are_patched_as_docxtpl_does(path: Path) -> None:
    for xml in texts_of(path.read_bytes()):
        assert patched(xml) == DocxTemplate.patch_xml(None, xml)


WORDS = (
    *("{{ a }}", "{{ a|d(“无”) }}", "{% if a &lt; 1 %}", "{% endif %}"),
    *("{%p if a %}", "{%p endif %}", "{# 注 #}", "{#p 注 #}", "甲", " ", "x ‘y’ “z”"),
    *("{%r if a %}", "{%p set a = '{' %}"),
)
OF_TABLES = (
    *("{%tr for x in xs %}", "{%tr endfor %}", "{#tr 注 #}"),
    *("{%tc for x in xs %}", "{%tc endfor %}"),
)
PROPERTIES = st.sampled_from(
    (
        *("", "<w:tcPr/>", '<w:tcPr><w:tcW w:w="1"/></w:tcPr>'),
        '<w:tcPr><w:gridSpan w:val="2"/><w:shd w:fill="A"/></w:tcPr>',
    )
)
CUT = "</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>"


@st.composite
def runs(draw: st.DrawFn, words: Sequence[str] = WORDS) -> str:
    """Draw some text with tags, cut into runs where Word may cut it."""
    text = "".join(draw(st.lists(st.sampled_from(words), max_size=3)))
    if not text:
        return draw(st.sampled_from(("", "<w:r><w:t/></w:r>", "<w:r><w:tab/></w:r>")))
    places = draw(st.lists(st.integers(0, len(text)), max_size=2)) if "&" not in text else []
    for place in sorted(places, reverse=True):
        text = text[:place] + CUT + text[place:]
    start = draw(st.sampled_from(("<w:t>", '<w:t xml:space="preserve">')))
    return f"<w:r>{start}{text}</w:t></w:r>"


@st.composite
def paragraphs(draw: st.DrawFn, words: Sequence[str] = WORDS) -> str:
    """Draw a paragraph."""
    start = draw(st.sampled_from(("<w:p>", '<w:p w:x="1">', "<w:p><w:pPr><w:tabs/></w:pPr>")))
    return f"{start}{''.join(draw(st.lists(runs(words), min_size=1, max_size=3)))}</w:p>"


@st.composite
def cells(draw: st.DrawFn) -> str:
    """Draw a table cell."""
    inner = draw(st.lists(paragraphs((*WORDS, *OF_TABLES)), min_size=1, max_size=3))
    return f"<w:tc>{draw(PROPERTIES)}{''.join(inner)}</w:tc>"


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Draw a table."""
    rows = draw(st.lists(st.lists(cells(), min_size=1, max_size=3), min_size=1, max_size=3))
    inner = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


@settings(deadline=None)
@given(st.lists(paragraphs() | tables(), min_size=1, max_size=4))
def test_any_markup_is_patched_as_docxtpl_does(blocks: list[str]) -> None:
    xml = f"<w:document>{''.join(blocks)}</w:document>"

    assert patched(xml) == DocxTemplate.patch_xml(None, xml)


def test_signs_that_are_no_tag_join_nothing() -> None:
    xml = f"<w:document>{paragraph('{{ a }}')}<w:tbl/>{paragraph('}')}</w:document>"

    assert patched(xml).count("<w:p>") == 2


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


MANY = 20_000
HOSTILE = {
    "braces": paragraph("{" * MANY),
    "open tags": paragraph("{{ a") * (MANY // 10),
    "open tags in a line": paragraph("{{p " * MANY + "%"),
    "spaces in a span": f"<w:tc><w:tcPr/>{paragraph('{% colspan' + ' ' * MANY + 'x % %}')}</w:tc>",
    "cell properties": f"<w:tc>{'<w:tcPr></w:tcPr>' * MANY}{paragraph('{% vm %}')}</w:tc>",
    "split signs": f"<w:p>{'<w:r><w:t>{</w:t></w:r>' * MANY}</w:p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_made_to_hurt_is_patched_in_no_time(name: str) -> None:
    started = time.process_time()

    patched(HOSTILE[name])

    assert time.process_time() - started < 5  # docxtpl takes minutes


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a" + " + a" * 3000 + " }}",
        "{{ a" + ".a" * 3000 + " }}",
        "{{ a" + "|trim" * 3000 + " }}",
        "{{ a" + " ~ a" * 3000 + " }}",
        "{{ " + "(" * 3000 + "a" + ")" * 3000 + " }}",
        "{% if a %}x" + "{% elif a %}x" * 3000 + "{% endif %}",
        "{% if a %}" * 300 + "x" + "{% endif %}" * 300,
        "{{ " + "9" * 5000 + " }}",
        "{{ a }}" * 6000,
        "".join(f"{{% set a = a ~ b{number} %}}" for number in range(300)),
    ],
    ids=["sum", "path", "filters", "join", "brackets", "elif", "if", "number", "tags", "set"],
)
def test_an_endless_template_is_refused_in_words(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(d.paper(tag))

    assert all(one.hint for one in caught.value.findings)
    assert len(str(caught.value)) < 2000


@pytest.mark.parametrize(
    ("paragraphs", "message", "place"),
    [
        (("甲{{ 姓名 }乙", "{{ 年度 }}"), "“{{ 姓名 }乙”没有写完，缺“}}”", (1, 1)),
        (("甲", "{%p if 姓名 }"), "“{%p if 姓名 }”没有写完，缺“%}”", (2, 0)),
        (("{#1 号文", "{{ a }}"), "“{#1 号文”没有写完，缺“#}”", (1, 0)),
        (("{{ a }}，{{ b",), "“{{ b”没有写完，缺“}}”", (1, 8)),
    ],
)
def test_a_tag_that_is_not_closed_is_told_where_it_begins(
    paragraphs: tuple[str, ...], message: str, place: tuple[int, int]
) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(d.paper(*paragraphs))

    [finding] = caught.value.findings
    assert finding.message == message
    assert finding.place
    assert (finding.place.paragraph, finding.place.start) == place


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("{{ a b }}", "不知道“b”是什么"),
        ("{{ (a }}", "缺“)”"),
        ("{{ a) }}", "多了“)”"),
        ("{{ 乙方。代表 }}", "不能写“。”"),
        ("{{ a. }}", "点的后面没有名称"),
        ("{{ }}", "这里缺一个名称"),
        ("{% for x of a %}{% endfor %}", "这里应当是“in”"),
    ],
)
def test_what_is_wrong_with_a_tag_is_said_in_chinese(tag: str, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(d.paper(tag))

    assert caught.value.findings[0].message.endswith(f"写错了：{reason}")


def test_a_part_longer_than_any_paper_is_refused() -> None:
    words = "".join(f"<w:p><w:r><w:t>{number:x}</w:t></w:r></w:p>" for number in range(600_000))

    with pytest.raises(TemplateError, match="超过 20 MB"):
        Template(d.with_body(d.paper("{{ a }}"), words))
