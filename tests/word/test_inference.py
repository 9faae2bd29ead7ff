"""What the placeholders of a template without a kind tell of its fields."""

import pytest
from small_papers import paper

from docgen.fields import FieldType
from docgen.word.inference import Inference, infer
from docgen.word.template import Template


def told(*paragraphs: str) -> Inference:
    return infer(Template(paper(*paragraphs)).sources)


def fields(*paragraphs: str) -> dict[str, tuple[str, bool]]:
    """Give type and need of every field by its path."""
    walked = told(*paragraphs).root.walk()
    return {path: (field.type.value, field.required) for path, field in walked}


@pytest.mark.parametrize(
    ("written", "name", "type_"),
    [
        ("{{ 甲 }}", "甲", "text"),
        ("{{ 甲|trim }}", "甲", "text"),
        ("{{ 甲|default('无') }}", "甲", "text"),
        ("{% if 甲 == '重大' %}x{% endif %}", "甲", "text"),
        ("{% if 甲 in ('重大', '较大') %}x{% endif %}", "甲", "text"),
        ("{{ '第' + 甲 }}", "甲", "text"),
        ("{{ 甲|公文日期 }}", "甲", "date"),
        ("{{ 甲|公文日期 }}{{ 甲 }}", "甲", "date"),
        ("{{ 甲|公文日期 }}{% if 乙 > 甲 %}x{% endif %}", "乙", "date"),
        ("{{ 甲|中文数字 }}", "甲", "integer"),
        ("{{ 甲|大写金额 }}", "甲", "number"),
        ("{{ 甲|round(1) }}", "甲", "number"),
        ("{{ 甲 }}{% if 甲 > 3 %}x{% endif %}", "甲", "number"),
        ("{% if 3 <= 甲 %}x{% endif %}", "甲", "number"),
        ("{% if 甲 == 0 %}x{% endif %}", "甲", "number"),
        ("{{ 甲 + 1 }}", "甲", "number"),
        ("{{ 甲 + 乙 }}", "乙", "number"),
        ("{{ 甲 * 100 / 乙 }}", "乙", "number"),
        ("{{ -甲 }}", "甲", "number"),
        ("{% if 甲 > 乙 %}x{% endif %}", "甲", "number"),
        ("{% if 甲 > 乙 and 乙 > 2 %}x{% endif %}", "甲", "number"),
        ("{% if 甲 == 乙 %}x{% endif %}{{ 乙|中文数字 }}", "甲", "integer"),
        ("{% for 项 in 丙 %}{{ loop.index + 甲 }}{% endfor %}", "甲", "number"),
        ("{% if 甲 %}x{% endif %}", "甲", "boolean"),
        ("{% if not 甲 and 乙 %}x{% endif %}", "乙", "boolean"),
        ("{{ '是' if 甲 else '否' }}", "甲", "boolean"),
        ("{% if 甲 is true %}x{% endif %}", "甲", "boolean"),
        ("{% if 甲 == false %}x{% endif %}", "甲", "boolean"),
        ("{% if 甲 %}{{ 甲 }}{% endif %}", "甲", "text"),
        ("{{ 甲 or '无' }}", "甲", "text"),
        ("{{ 甲 ~ '号' }}", "甲", "text"),
        ("{% for 项 in 甲 %}x{% endfor %}", "甲", "list"),
        ("{{ 甲|join('、') }}", "甲", "list"),
        ("{{ 甲|length }}", "甲", "list"),
        ("{{ 甲[0] }}", "甲", "list"),
        ("{{ 甲[-1] }}", "甲", "list"),
        ("{{ 甲|first }}", "甲", "list"),
        ("{{ (甲|first).乙 }}", "甲[].乙", "text"),
        ("{{ 甲.乙 }}", "甲", "object"),
        ("{{ 甲['乙'] }}", "甲.乙", "text"),
        ("{% set 丙 = 甲.乙 %}{{ 丙|公文日期 }}", "甲.乙", "date"),
        ("{% for 项 in 甲 %}{{ 项.乙|round }}{% endfor %}", "甲[].乙", "number"),
        ("{% for 项 in 甲 %}{{ 项.乙|join }}{% endfor %}", "甲[].乙[]", "text"),
        ("{% for 项 in 甲 %}{% for 名 in 项 %}{{ 名 }}{% endfor %}{% endfor %}", "甲[][]", "text"),
        ("{% for 项 in 甲 if 项.乙 > 3 %}x{% endfor %}", "甲[].乙", "number"),
        ("{% if 甲 is defined %}x{% endif %}", "甲", "any"),
        ("{% if '消防' in 甲 %}x{% endif %}", "甲", "any"),
        ("{% if 甲 is string %}{{ 甲 }}{% else %}{{ 甲.乙 }}{% endif %}", "甲", "any"),
    ],
)
def test_what_is_done_with_a_name_tells_what_it_is(written: str, name: str, type_: str) -> None:
    found = told(written)

    assert fields(written)[name][0] == type_
    assert found.findings == ()


@pytest.mark.parametrize(
    ("written", "name", "required"),
    [
        ("{{ 甲 }}", "甲", True),
        ("{{ 甲.乙 }}", "甲", True),
        ("{{ 甲 + 1 }}", "甲", True),
        ("{{ 甲|join }}", "甲", True),
        ("{{ 甲[0].乙 }}", "甲", True),
        ("{% for 项 in 甲 %}{{ 项.乙 }}{% endfor %}", "甲", True),
        ("{% for 项 in 甲 %}{{ 项.乙 }}{% endfor %}", "甲[].乙", True),
        ("{% if 丙 %}{% for 项 in 甲 %}{{ 项.乙 }}{% endfor %}{% endif %}", "甲[].乙", True),
        ("{% if 丙 %}{{ 甲 }}{% endif %}{{ 甲 }}", "甲", True),
        ("{{ 甲 if 丙 else 乙 }}", "甲", False),
        ("{{ 甲|default('无') }}", "甲", False),
        ("{{ 甲 or 乙 }}", "甲", False),
        ("{% if 丙 %}{{ 甲 }}{% endif %}", "甲", False),
        ("{% if 丙 %}{% else %}{{ 甲 }}{% endif %}", "甲", False),
        ("{% if 丙 %}{% for 项 in 甲 %}{{ 项.乙 }}{% endfor %}{% endif %}", "甲", False),
        ("{% for 项 in 甲 %}{% if 项.丙 %}{{ 项.乙 }}{% endif %}{% endfor %}", "甲[].乙", False),
        ("{% for 项 in 甲 %}{{ 乙 }}{% endfor %}", "乙", False),
        ("{% if 甲 > 3 %}x{% endif %}", "甲", False),
        ("{% for 项 in 甲|default([]) %}{{ 项 }}{% endfor %}", "甲", False),
    ],
)
def test_what_is_printed_whatever_the_rest_is_required(
    written: str, name: str, required: bool
) -> None:
    assert fields(written)[name][1] is required


@pytest.mark.parametrize(
    ("first", "second", "types"),
    [
        ("{{ 甲 }}", "{% for 项 in 甲 %}x{% endfor %}", "是文字，在“{% for 项 in 甲 %}”里是列表"),
        ("{{ 甲 }}", "{{ 甲.乙 }}", "是文字，在“{{ 甲.乙 }}”里是一组字段"),
        ("{{ 甲.乙 }}", "{% for 项 in 甲 %}x{% endfor %}", "是一组字段，在"),
        ("{{ 甲|公文日期 }}", "{{ 甲 + 1 }}", "是日期，在“{{ 甲 + 1 }}”里是数字"),
        ("{{ 甲 + 1 }}", "{{ 甲|upper }}", "是数字，在“{{ 甲|upper }}”里是文字"),
        ("{{ 甲 }}", "{% if 甲 == true %}x{% endif %}", "是文字，在"),
        ("{{ 甲.乙 }}", "{{ 甲.乙.丙 }}", "“甲.乙”在"),
        ("{{ 甲[0] }}", "{{ 甲[0].乙 }}", "“甲[]”在"),
    ],
)
def test_a_name_that_is_two_things_is_told_at_the_second(
    first: str, second: str, types: str
) -> None:
    [finding] = told(first, "固定文字", second).findings

    assert types in finding.message
    assert finding.place is not None
    assert (finding.code, finding.place.paragraph) == ("used-as-two-types", 3)


@pytest.mark.parametrize(
    "written",
    [
        "{{ 甲 }}{% if 甲 > 3 %}x{% endif %}{{ 甲|大写金额 }}{{ 甲|中文数字 }}",
        "{{ 甲 }}{{ 甲|upper }}{% if 甲 == 'A' %}x{% endif %}",
        "{% if 甲 %}{% for 项 in 甲 %}{{ 项 }}{% endfor %}{% endif %}{{ 甲|length }}{{ 甲[0] }}",
        "{% for 甲 in 乙 %}{{ 甲.丙 }}{% endfor %}{{ 甲 }}",
        "{% if 甲 is string %}{{ 甲 }}{% else %}{{ 甲[0] }}{% endif %}",
        "{{ 甲.乙 }}{{ 丙.乙[0] }}",
        "{{ 甲|default('无') }}{{ 甲 }}",
    ],
)
def test_uses_that_go_together_are_left_alone(written: str) -> None:
    assert told(written).findings == ()


def test_fields_stand_in_the_order_of_the_paper_headers_too() -> None:
    found = told("{{ 乙 }}", "{% if 丙 %}{{ 甲 }}{% endif %}")

    assert [field.name for field in found.root.children] == ["乙", "丙", "甲"]


def test_texts_a_name_is_compared_with_are_kept() -> None:
    found = told("{% if 等级 == '重大' or 等级 in ['较大', '重大'] %}x{% endif %}")

    assert found.usages[("等级",)].values == ("重大", "较大")


def test_a_use_knows_its_placeholders() -> None:
    found = told("{{ 甲 }}", "{% if 甲 %}{{ 甲 }}{% endif %}")

    assert [p.place.paragraph for p in found.usages[("甲",)].placeholders] == [1, 2, 2]


def test_a_template_without_placeholders_has_no_fields() -> None:
    found = told("固定文字")

    assert (found.root.children, found.root.type) == ((), FieldType.OBJECT)
