"""Two versions of a template: what the new one needs, drops, asks and writes otherwise."""

from faulty_templates import Block, paper

from docgen.kinds import find_kind
from docgen.word.checking import check_template
from docgen.word.comparison import Comparison, compared

FIELDS = find_kind("责任书").fields


def between(old: list[Block], new: list[Block]) -> Comparison:
    now, before = (check_template(paper(blocks), FIELDS).placeholders for blocks in (new, old))
    return compared(now, before, FIELDS)


def test_what_is_newly_printed_and_no_longer_printed_is_told_with_its_place() -> None:
    found = between(["{{ 标题 }}", "{{ 年度 }}"], ["甲", "{{ 标题 }}{{ 乙方.代表.姓名 }}"])

    assert list(found.lines) == [
        "新增　乙方·代表·姓名（party_b.representative.name）：正文第2段要印出它，旧模板不印",
        "减少　年度（year）：旧模板在正文第2段印出它，现在不印了",
    ]


def test_what_is_newly_asked_is_told() -> None:
    [line] = between(["{{ 标题 }}"], ["{% if 年度 %}甲{% endif %}{{ 标题 }}"]).lines

    assert line.startswith("新增　年度（year）：正文第1段的条件或循环要用它")


def test_a_move_into_a_condition_and_out_of_one_is_told() -> None:
    into = between(["{{ 标题 }}"], ["{% if 标题 %}{{ 标题 }}{% endif %}"])
    out = between(["{% if 标题 %}{{ 标题 }}{% endif %}"], ["{{ 标题 }}"])

    assert list(into.lines) == ["条件　标题（title）：原来总是印，现在只在“if 标题”时印"]
    assert list(out.lines) == ["条件　标题（title）：原来只在“if 标题”时印，现在总是印"]


def test_a_changed_filter_is_told() -> None:
    [line] = between(["{{ 年度 }}"], ["{{ 年度|中文数字 }}"]).lines

    assert line == "写法　年度（year）：过滤器由“无”改为“中文数字”"


def test_identifiers_for_labels_and_other_paragraphs_are_no_difference() -> None:
    old: list[Block] = ["{{ 标题 }}", "{%p for 项 in 控制指标 %}", "{{ 项.指标 }}", "{%p endfor %}"]
    new: list[Block] = ["甲", "{%p for x in control_targets %}", "{{ x.指标 }}", "{%p endfor %}"]

    assert list(between(old, [*new, "{{ title }}"]).lines) == []


def test_a_faulty_template_is_compared_as_far_as_it_can_be_read() -> None:
    found = between(["{{ 标题 }}"], ["{{ 标题 }}{{ 年度 }}{% if 标题 %}"])

    assert [change.path for change in found.needed] == ["year"]
