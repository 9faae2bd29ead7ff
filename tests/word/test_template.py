"""A template opens once, tells what it needs, renders what is whole and names what is not."""

import concurrent.futures
import datetime
import io
import re
from decimal import Decimal
from pathlib import Path

import docx
import pytest
import small_papers as d
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.blanks import leftover_mark
from docgen.errors import FileError, IncompleteError, TemplateError
from docgen.fields import Field, FieldType
from docgen.vocabulary import Blank
from docgen.word.passages import passages
from docgen.word.printing import Reason
from docgen.word.sites import Use
from docgen.word.template import Template


def text_field(name: str, label: str) -> Field:
    return Field(name, label, FieldType.TEXT, required=True)


HEAD = Field(
    "head",
    "代表",
    FieldType.OBJECT,
    required=True,
    make_children=lambda: (text_field("name", "姓名"),),
)
DUTY = Field(
    "[]",
    "任务",
    FieldType.OBJECT,
    required=True,
    make_children=lambda: (text_field("text", "内容"),),
)
FIELDS = Field(
    "", "责任书", FieldType.OBJECT,
    make_children=lambda: (
        text_field("title", "标题"),
        Field("party", "乙方", FieldType.OBJECT, required=True, make_children=lambda: (HEAD,)),
        Field("duties", "任务", FieldType.LIST, required=True, make_children=lambda: (DUTY,)),
        Field("key", "重点", FieldType.BOOLEAN),
    ),
)  # fmt: skip


def texts(content: bytes) -> list[str]:
    return [passage.text for passage in passages(content)]


def gaps(content: bytes, values: dict[str, object]) -> list[tuple[object, Reason]]:
    return [(gap.path, gap.reason) for gap in Template(content).gaps(values)]


def test_placeholders_tell_path_use_and_place() -> None:
    content = d.paper(
        "标题{{ title }}", "{%p for one in duties %}", "{{ one.text|trim }}", "{%p endfor %}"
    )

    first, loop, inner = Template(content).placeholders

    assert (first.path, first.use, first.place.paragraph) == ("title", Use.PRINT, 1)
    assert (first.place.start, first.place.end) == (2, 13)
    assert (loop.path, loop.use) == ("duties", Use.LOOP)
    assert (inner.path, inner.filters) == ("duties[].text", ("trim",))
    assert inner.conditions == ("for one in duties",)


def test_a_placeholder_in_a_table_knows_its_cell() -> None:
    content = d.table(("甲", "乙"), ("丙", "{{ name }}"))

    (placeholder,) = Template(content).placeholders

    place = placeholder.place
    assert (place.table, place.row, place.cell) == (1, 2, 2)


def test_a_text_box_counts_once_though_it_is_stored_twice() -> None:
    template = Template(d.with_body(d.paper("正文"), d.text_box("{{ name }}")))

    assert [one.place.part for one in template.placeholders] == ["text box"]
    assert len(template.gaps({})) == 1
    assert texts(template.render({"name": "甲"}))[:3] == ["", "甲", "正文"]


def test_aliases_are_known_by_the_record_s_own_paths() -> None:
    content = d.paper("{% set head = party.head %}{% for x in head.phones %}{{ x }}{% endfor %}")

    assert [one.path for one in Template(content).placeholders] == [
        "party.head.phones",
        "party.head.phones[]",
    ]


def test_every_gap_is_named_at_once_with_its_exact_path() -> None:
    content = d.paper("{{ a.b }}{% for x in xs if x.on %}{{ x.t }}{% endfor %}{{ c }}{{ e }}")
    values: dict[str, object] = {
        "a": {},
        "xs": [{"on": True, "t": "好"}, {"on": False}, {"on": True, "t": "××村"}],
        "c": "  ",
        "e": float("nan"),
    }

    assert gaps(content, values) == [
        (("a", "b"), Reason.MISSING),
        (("xs", 2, "t"), Reason.MARK),
        (("c",), Reason.MISSING),
        (("e",), Reason.MISSING),
    ]


def test_a_branch_that_is_not_taken_is_not_asked_for() -> None:
    content = d.paper("{% if key %}{{ a }}{% else %}{{ b }}{% endif %}{{ c if d else 'x' }}")

    assert gaps(content, {"key": True, "a": "甲"}) == []


def test_a_missing_list_is_a_gap_and_an_empty_one_is_not() -> None:
    content = d.paper("{% for x in xs %}{{ x }}{% endfor %}末")

    assert gaps(content, {}) == [(("xs",), Reason.MISSING)]
    assert gaps(content, {"xs": []}) == []


def test_an_expression_that_fails_is_a_gap_and_the_rest_is_still_asked() -> None:
    content = d.paper("{{ a + 1 }}{% if a > 3 %}x{% endif %}{{ b }}")

    assert gaps(content, {"a": "三"}) == [
        (("a",), Reason.FAILED),
        (("a",), Reason.FAILED),
        (("b",), Reason.MISSING),
    ]


def test_of_a_sum_the_missing_part_is_blamed() -> None:
    assert gaps(d.paper("{{ a + b }}"), {"a": 1}) == [(("b",), Reason.MISSING)]


def test_a_joined_list_with_a_leftover_mark_is_a_gap() -> None:
    content = d.paper("{{ names|join('、') }}")

    assert gaps(content, {"names": ["张三", "待定"]}) == [(("names",), Reason.MARK)]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (True, Reason.TRUTH),
        ([1], Reason.SHAPE),
        ({"a": 1}, Reason.SHAPE),
        (object(), Reason.OBJECT),
        ("a\x00b", Reason.CHARACTER),
        ("\ud800", Reason.CHARACTER),
        ("\ufffe", Reason.CHARACTER),
        (None, Reason.MISSING),
        ("", Reason.MISSING),
    ],
)
def test_what_is_not_text_is_never_printed(value: object, reason: Reason) -> None:
    content = d.paper("{{ a }}")

    assert gaps(content, {"a": value}) == [(("a",), reason)]
    with pytest.raises(IncompleteError):
        Template(content).render({"a": value})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        (Decimal("1.50"), "1.50"),
        (datetime.date(2025, 6, 3), "2025年6月3日"),
        (Blank("签字"), Blank("签字").line),
        (0, "0"),
        ("无", "无"),
    ],
)
def test_values_are_printed_as_official_papers_write_them(value: object, text: str) -> None:
    assert texts(Template(d.paper("{{ a }}")).render({"a": value}))[0] == text


def test_an_incomplete_record_gives_findings_and_no_file() -> None:
    template = Template(d.paper("{{ 乙方.代表.姓名 }}{{ 标题 }}"), FIELDS)

    with pytest.raises(IncompleteError) as caught:
        template.render({"party": {"head": {}}, "title": "待定"})

    assert [(one.code, one.path, one.label) for one in caught.value.findings] == [
        ("missing-value", "party.head.name", "乙方·代表·姓名"),
        ("leftover-mark", "title", "标题"),
    ]


def test_labels_in_a_template_find_the_values_of_identifiers() -> None:
    content = d.paper("{{ 乙方·代表·姓名 }}", "{% for 项 in 任务 %}{{ 项.内容 }}{% endfor %}")
    values = {"party": {"head": {"name": "李四"}}, "duties": [{"text": "巡查"}]}

    assert texts(Template(content, FIELDS).render(values))[:2] == ["李四", "巡查"]


def test_a_dictionary_key_is_never_a_method() -> None:
    content = d.paper("{{ a.items }}{{ a.keys }}")

    assert gaps(content, {"a": {"items": "项"}}) == [(("a", "keys"), Reason.MISSING)]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name.upper() }}",
        "{{ ''.__class__ }}",
        "{{ _x }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% set x %}a{% endset %}",
        "{% filter upper %}a{% endfilter %}",
        "{{ 2 ** 9999 }}",
        "{{ a|attr('b') }}",
        "{{ a|format(1) }}",
        "{% for k, v in a %}{% endfor %}",
        "{{ range(9) }}",
        "{{ loop.cycle('a') }}",
        "{{tr a }}",
    ],
)
def test_what_templates_may_not_do_is_refused_with_its_place(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(d.paper("第一段", tag))

    assert all(one.place and one.place.paragraph == 2 and one.hint for one in caught.value.findings)


@pytest.mark.parametrize("tag", ["{{ 'a' * 99 }}", "{{ a * 3 }}", "{{ '%s' % a }}"])
def test_text_is_neither_repeated_nor_formatted(tag: str) -> None:
    assert [reason for _, reason in gaps(d.paper(tag), {"a": "甲"})] == [Reason.FAILED]


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (("{% for x in xs %}", "{{ x }}", "{% endfor %}"), None),
        (("{% if x %}甲",), "template-syntax"),
        (("{{ a b }}",), "template-syntax"),
        (("{% endif %}",), "template-syntax"),
        (("{ name }}",), "leftover-brace"),
        (("{{ a }}", "名 }} 字"), "leftover-brace"),
    ],
)
def test_broken_tags_are_refused(paragraphs: tuple[str, ...], code: str | None) -> None:
    content = d.paper(*paragraphs)
    if code is None:
        assert Template(content).placeholders
        return

    with pytest.raises(TemplateError) as caught:
        Template(content)

    assert caught.value.findings[0].code == code


def test_a_condition_that_tears_a_table_row_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        Template(d.table(("{% if a %}", "x"), ("y", "{%tr endif %}")))

    assert {one.code for one in caught.value.findings} == {"unbalanced-template"}


def test_check_reports_every_fault_of_a_template_at_once() -> None:
    content = d.paper(
        "{{ 乙方.代表.性名 }}{{ duties }}{{ 重点 }}", "{% for x in title %}{{ x }}{% endfor %}"
    )

    findings = Template(content).check(FIELDS)

    assert [one.code for one in findings] == [
        "unknown-placeholder",
        "list-as-text",
        "truth-as-text",
        "loop-over-non-list",
        "field-never-printed",
        "field-never-printed",
    ]
    assert "姓名" in findings[0].hint
    assert {one.path for one in findings[-2:]} == {"party.head.name", "duties[].text"}


def test_check_is_silent_about_a_sound_template() -> None:
    content = d.paper(
        "{{ title }}{{ 乙方.代表.姓名 }}{% if key %}重点{% endif %}",
        "{% for one in duties %}{% set same = one %}{{ loop.index }}{{ same.内容 }}{% endfor %}",
    )

    assert Template(content).check(FIELDS) == []


def test_fixed_texts_are_the_template_s_own_words() -> None:
    template = Template(d.paper("甲方{{ a }}和乙方", "{%p if b %}", "末", "{%p endif %}"))

    assert template.fixed_texts[:3] == ("甲方", "和乙方", "末")


def test_equal_values_give_equal_bytes_from_any_thread() -> None:
    content = d.paper("{{ a }}", "{% for x in xs %}{{ x }}\n{% endfor %}")
    values = {"a": "甲", "xs": ["一", "二\n三"]}
    template = Template(content)
    whole = template.render(values)

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        others = list(pool.map(lambda _: template.render(values), range(20)))

    assert set(others) == {whole}
    assert Template(content).render(values) == whole


def test_the_content_types_come_first_and_word_opens_the_file() -> None:
    content = Template(d.paper("{{ a }}")).render({"a": "甲"})

    assert next(iter(d.members(content))) == "[Content_Types].xml"
    assert docx.Document(io.BytesIO(content)).paragraphs[0].text == "甲"


def test_compose_tells_what_was_printed() -> None:
    composition = Template(d.paper("{{ a }}{{ b }}")).compose({"a": "R&D", "b": 3})

    assert composition.printed == [(0, "R&D"), (1, "3")]


def test_a_draft_marks_every_gap_and_says_so_in_the_header() -> None:
    template = Template(
        d.paper("甲{{ title }}乙", "{% for x in 任务 %}{{ x.内容 }}{% endfor %}"), FIELDS
    )

    content = template.draft({})

    found = passages(content)
    assert [one.text for one in found[:2]] == ["甲【待填：标题】乙", "【待填：任务·第1项·内容】"]
    headers = [one.text for one in found if one.place.part == "header"]
    assert headers == ["草稿"]
    body = d.members(content)["word/document.xml"].decode()
    marked = r'<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">【待填：标题】'
    assert re.search(marked, body)


def test_a_draft_keeps_the_headers_there_are() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ town }}"

    found = passages(Template(d.saved(document)).draft({"town": "白道口镇"}))

    assert [one.text for one in found if one.place.part == "header"][:2] == ["草稿", "白道口镇"]


def test_a_cell_that_loses_all_its_paragraphs_keeps_an_empty_one() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "{%p if key %}"
    cell.add_paragraph("{{ name }}")
    cell.add_paragraph("{%p endif %}")

    content = Template(d.saved(document)).render({"key": False})

    assert b"<w:p/></w:tc>" in d.members(content)["word/document.xml"]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="不存在"):
        Template(tmp_path / "x.docx")


def is_printable(text: str) -> bool:
    return bool(text.strip()) and leftover_mark(text) is None


LEGAL = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1
).filter(is_printable)
TEMPLATE = Template(d.paper("{{ a }}", "前{{ a }}{% if b %}（{{ b }}）{% endif %}后"))


@settings(deadline=None)
@given(LEGAL, LEGAL)
def test_any_text_comes_back_exactly(first: str, second: str) -> None:
    content = TEMPLATE.render({"a": first, "b": second})

    assert texts(content)[:2] == [first, f"前{first}（{second}）后"]


@settings(deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists))
def test_whatever_is_not_rendered_is_a_gap(value: object) -> None:
    values = {"a": value, "b": value}

    if TEMPLATE.gaps(values):
        with pytest.raises(IncompleteError):
            TEMPLATE.render(values)
    else:
        assert TEMPLATE.render(values)
