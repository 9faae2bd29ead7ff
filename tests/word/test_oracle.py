"""docxtpl is the oracle: the same text and the same structure for every allowed template."""

import io
from collections.abc import Callable

import docx
import pytest
import small_papers as d
from docxtpl import DocxTemplate
from lxml import etree

from docgen.word.passages import passages
from docgen.word.template import Template

VALUES: dict[str, object] = {
    "name": "张三",
    "odd": "A&B <丙> \"丁\" '戊'",
    "lines": "第一行\n第二行\t缩进",
    "letters": "第一段\a第二段",
    "pages": "前页\f后页",
    "number": 12,
    "ratio": 0.5,
    "yes": True,
    "no": False,
    "empty": [],
    "party": {"name": "西街村", "head": {"name": "李四", "phones": ["1", "2"]}, "items": "项"},
    "duties": [
        {"title": "巡查", "subs": [{"t": "每周"}, {"t": "每月"}], "weight": 30},
        {"title": "培训", "subs": [], "weight": 70},
        {"title": "<演练>", "subs": [{"t": "每年"}], "weight": 0},
    ],
    "columns": ["甲", "乙", "丙"],
}


def headed() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ name }}页眉"
    document.sections[0].footer.paragraphs[0].text = "{% if yes %}{{ odd }}{% endif %}"
    document.core_properties.title = "{{ name }}的责任书"
    document.core_properties.subject = "{{ party.name }}"
    document.add_paragraph("正文{{ party.name }}")
    return d.saved(document)


PAPERS: dict[str, Callable[[], bytes]] = {
    "plain": lambda: d.paper("甲方：{{ name }}", "乙方：{{party.head.name}}"),
    "escaped": lambda: d.paper("{{ odd }}与{{ odd }}"),
    "line breaks": lambda: d.paper("前{{ lines }}后"),
    "paragraph breaks": lambda: d.paper("前{{ letters }}后"),
    "page breaks": lambda: d.paper("前{{ pages }}后", "{{ name }}"),
    "breaks of the template's own": lambda: d.with_body(
        d.paper("{{ lines }}"),
        d.runs("甲\t{{ name }}\n", "乙{{ letters }}", "{% if yes %}\t{% endif %}"),
    ),
    "breaks in a formatted paragraph": lambda: d.with_body(
        d.paper("末"),
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        "<w:t>{{ lines }}</w:t><w:t>{{ pages }}</w:t></w:r>"
        "<w:r><w:t>{{ letters }}</w:t></w:r></w:p>",
    ),
    "numbers": lambda: d.paper("{{ number }}、{{ number + 1 }}、{{ ratio }}、{{ number * 2 }}"),
    "method names": lambda: d.paper("{{ party['items'] }}"),
    "inline condition": lambda: d.paper("{% if yes %}是{% else %}否{% endif %}{{ name }}"),
    "elif": lambda: d.paper("{% if no %}一{% elif number > 10 %}二{% else %}三{% endif %}"),
    "and or not": lambda: d.paper("{% if yes and not no or empty %}成立{% endif %}"),
    "in": lambda: d.paper(
        "{% if '甲' in columns %}有{% endif %}{% if name in ['x'] %}x{% endif %}"
    ),
    "conditional expression": lambda: d.paper(
        "{{ name if yes else odd }}{{ odd if no else name }}"
    ),
    "joined": lambda: d.paper("{{ name ~ '（' ~ odd ~ '）' }}"),
    "literal": lambda: d.paper("{{ '<字>' }}{{ 5 }}"),
    "paragraph condition": lambda: d.paper("{%p if no %}", "无{{ nothing }}", "{%p endif %}", "末"),
    "paragraph loop": lambda: d.paper(
        "{%p for duty in duties %}", "{{ loop.index }}. {{ duty.title }}", "{%p endfor %}", "末"
    ),
    "nested loops": lambda: d.paper(
        "{%p for duty in duties %}",
        "{{ duty.title }}",
        "{%p for sub in duty.subs %}",
        "（{{ loop.index }}）{{ sub.t }}{% if not loop.last %}；{% endif %}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "loop filter": lambda: d.paper(
        "{% for duty in duties if duty.weight > 10 %}{{ loop.index }}{{ duty.title }}{% endfor %}"
    ),
    "loop else": lambda: d.paper("{% for x in empty %}{{ x }}{% else %}没有{% endfor %}"),
    "set": lambda: d.paper("{% set head = party.head %}{{ head.name }}{% set n = 3 %}{{ n + 1 }}"),
    "with": lambda: d.paper("{% with head = party.head %}{{ head.name }}{% endwith %}"),
    "filters": lambda: d.paper(
        "{{ columns|join('、') }}{{ columns|length }}{{ nothing|default('无') }}{{ columns|first }}"
    ),
    "item numbers": lambda: d.paper("{{ duties[0].title }}{{ party.head.phones[1] }}"),
    "slices": lambda: d.paper("{% for one in columns[1:] %}{{ one }}{% endfor %}{{ name[:1] }}"),
    "comments": lambda: d.paper("{# 不印 #}{{ name }}", "{#p 整段不印 #}", "末"),
    "merged before": lambda: d.paper("甲", "{%- if yes %}乙{% endif %}", "丙"),
    "merged after": lambda: d.paper("{% if yes -%}", "乙{% endif %}", "丙"),
    "curly quotes": lambda: d.paper(
        "{% if name == ‘张三’ %}是{% endif %}{{ nothing|default(“无”) }}"
    ),
    "comparison": lambda: d.paper("{% if number >= 12 and number < 13 %}{{ name }}{% endif %}"),
    "masked braces": lambda: d.paper("{_{ 字面 }_} {_% x %_}{{ name }}"),
    "table rows": lambda: d.table(
        ("序号", "职责"),
        ("{%tr for duty in duties %}", ""),
        ("{{ loop.index }}", "{{ duty.title }}"),
        ("{%tr endfor %}", ""),
        ("合计", "{{ duties|length }}"),
    ),
    "table row condition": lambda: d.table(
        ("{%tr if no %}", ""), ("甲", "{{ name }}"), ("{%tr endif %}", ""), ("乙", "{{ odd }}")
    ),
    "table columns": lambda: d.table(
        ("{%tc for one in columns %}", "{{ one }}", "{%tc endfor %}"),
        ("{%tc for one in columns %}", "{{ loop.index }}", "{%tc endfor %}"),
    ),
    "column span": lambda: d.table(("{% colspan number - 10 %}{{ name }}",), ("乙",)),
    "cell colour": lambda: d.table(("{% cellbg '00FF00' %}{{ name }}", "乙")),
    "vertical merge": lambda: d.table(
        ("{%tr for duty in duties %}", ""),
        ("{% vm %}同类", "{{ duty.title }}"),
        ("{%tr endfor %}", ""),
    ),
    "horizontal merge": lambda: d.table(
        ("{%tc for one in columns %}", "{% hm %}{{ name }}", "{%tc endfor %}"),
        ("{%tc for one in columns %}", "{{ one }}", "{%tc endfor %}"),
    ),
    "header and footer": headed,
    "split runs": lambda: d.with_body(
        d.paper("末"), d.runs("甲{", "{ na", "me }", "}乙{{ odd", " }}")
    ),
    "split statement": lambda: d.with_body(
        d.paper("末"), d.runs("{% i", "f ye", "s %", "}是{", "% endif", " %}否")
    ),
    "text box": lambda: d.with_body(d.paper("{{ name }}"), d.text_box("框里{{ party.name }}")),
    "footnote": lambda: d.with_part(
        d.paper("{{ name }}"), "footnotes", d.footnotes("注：{{ odd }}"), "footnotes"
    ),
}


def oracle(content: bytes) -> bytes:
    template = DocxTemplate(io.BytesIO(content))
    template.render(VALUES, autoescape=True)
    return d.saved(template)


def canonical(content: bytes, member: str) -> str:
    root = etree.fromstring(d.members(content)[member])
    text = etree.tostring(root, method="c14n", exclusive=True)
    return text.decode()


@pytest.mark.parametrize("name", PAPERS)
def test_text_and_structure_are_those_of_docxtpl(name: str) -> None:
    content = PAPERS[name]()

    ours, theirs = Template(content).render(VALUES), oracle(content)

    assert passages(ours) == passages(theirs)
    for member in d.members(content):
        if member in ("word/document.xml", "word/footnotes.xml") or "er1.xml" in member:
            assert canonical(ours, member) == canonical(theirs, member), member


def test_an_endnote_is_filled_though_docxtpl_leaves_it() -> None:
    notes = d.footnotes("注：{{ name }}").replace("footnote", "endnote")
    content = d.with_part(d.paper("{{ name }}"), "endnotes", notes, "endnotes")

    texts = [passage.text for passage in passages(Template(content).render(VALUES))]

    assert "注：张三" in texts


def test_a_property_is_escaped_once_though_docxtpl_escapes_it_twice() -> None:
    document = docx.Document()
    document.core_properties.title = "{{ odd }}"

    content = Template(d.saved(document)).render(VALUES)

    assert docx.Document(io.BytesIO(content)).core_properties.title == VALUES["odd"]


def test_masked_braces_in_a_value_stay_though_docxtpl_unmasks_them() -> None:
    content = Template(d.paper("{{ name }}")).render({"name": "{_{ x }_}"})

    assert passages(content)[0].text == "{_{ x }_}"
