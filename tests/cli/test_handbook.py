"""A kind's page shows what a clerk writes, and asks for nothing that docgen knows."""

import re

import pytest
from commands import Shell

from docgen.cli._written import choices_told, written, written_example
from docgen.fields import Field, FieldType
from docgen.kinds import find_kind, own_kinds
from docgen.kinds._needs import Need, needs

every_kind = pytest.mark.parametrize("name", list(own_kinds()))


def line(page: str, label: str, depth: int = 0) -> str:
    """Give the line of a page that tells of a field."""
    start = re.compile(rf"{'  ' * depth}[*+ ] {re.escape(label)}（")
    return next(line for line in page.splitlines() if start.match(line))


def field(kind: str, path: str) -> Field:
    found = find_kind(kind).inputs.find(path)
    assert found
    return found


def need(kind: str, path: str) -> str:
    return needs(find_kind(kind)).words(path, field(kind, path))


@every_kind
def test_no_page_shows_what_only_a_program_writes(shell: Shell, name: str) -> None:
    page = shell("kinds", name).out

    assert re.findall(r"True|False|None|[{}\[\]']|\d-\d\d-\d\d\b", page) == []


@every_kind
def test_choices_are_shown_by_their_labels(shell: Shell, name: str) -> None:
    page = shell("kinds", name).out

    choices = [line for line in page.splitlines() if line.lstrip().startswith("可选：")]

    assert choices
    assert [line for line in choices if re.search(r"[a-z]", line)] == []


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("task_table", "是"),
        ("local_theme", "否"),
        ("campaign", "安全生产月"),
        ("units", "镇安委会办公室、白道口派出所"),
        ("period", "开始：2025年6月1日；结束：2025年6月30日"),
        ("organization", "组长·姓名：手签；组长·职务：镇长；成员：镇直各单位负责人"),
        ("waivers", "规则：copies-differ；理由：另有一份存档案馆"),
        ("theme", "人人讲安全、个个会应急——查找身边安全隐患"),
        ("reporting.phone", "0372-1234567"),
    ],
)
def test_an_example_is_shown_as_a_clerk_writes_it(path: str, shown: str) -> None:
    assert written_example(field("activity_plan", path)) == shown


def test_several_groups_in_a_group_are_told_by_their_number() -> None:
    copies = field("responsibility_agreement", "copies")

    assert written_example(copies) == "执有·第1项·执有人：甲方；执有·第2项·执有人：乙方"


def test_a_place_left_to_be_written_by_hand_is_shown_by_its_word() -> None:
    assert written_example(field("responsibility_agreement", "signature")) == "签订日期：留白"


def test_an_identifier_of_a_choice_is_shown_by_its_label() -> None:
    assert written(field("activity_plan", "campaign"), "safety_month") == "安全生产月"


def test_a_stop_inside_an_example_stands_only_at_its_end() -> None:
    assert (
        written(None, {"正文": "各司其职。", "时限": "月底前。"})
        == "正文：各司其职；时限：月底前。"
    )


def test_choices_with_commas_in_them_can_be_told_apart() -> None:
    layout = field("responsibility_agreement", "signature.layout")

    assert choices_told(layout).startswith("两栏，党委政府并列；两栏，甲方乙方；")


def test_choices_named_by_the_help_are_not_told_again() -> None:
    assert choices_told(field("notice", "head.urgency")) == ""


@pytest.mark.parametrize(
    ("kind", "path", "told"),
    [
        ("notice", "plan.year", "可不填（取自印发通知的年度）"),
        ("notice", "plan.issuer", "可不填（取自印发通知的发文机关）"),
        ("notice", "plan.date", "可不填（取自印发通知的成文日期）"),
        ("notice", "agreement.year", "可不填（取自印发通知的年度）"),
        ("notice", "plan.title", "系统拟写"),
        ("notice", "plan.campaign", "必填"),
        ("notice", "agreement.party_a", "必填"),
        ("notice", "number.code", "必填"),
        ("notice", "year", "必填"),
        ("notice", "note", "可不填"),
        ("activity_plan", "period.start", "必填"),
        ("activity_plan", "reporting.contact", "必填"),
        ("responsibility_agreement", "assessment.agency", "系统拟写"),
        ("responsibility_agreement", "copies.total", "系统拟写"),
        ("training_speech", "year", "系统拟写"),
    ],
)
def test_what_a_field_wants_is_told(kind: str, path: str, told: str) -> None:
    assert need(kind, path) == told


@every_kind
def test_every_field_that_docgen_draws_up_is_known_to_the_page(name: str) -> None:
    asked = needs(find_kind(name))

    told = [asked.of(path, field(name, path)) for path in find_kind(name).drawn_up]

    assert Need.REQUIRED not in told


def test_a_page_marks_what_a_held_paper_need_not_say(shell: Shell) -> None:
    page = shell("kinds", "notice").out

    assert line(page, "年度", 1).startswith("    年度（year）整数")
    assert line(page, "年度", 1).endswith("不填时取自印发通知的年度")
    assert line(page, "活动", 1).startswith("  * ")


def test_a_page_names_its_own_kind(shell: Shell) -> None:
    page = shell("kinds", "notice").out

    assert line(page, "文种").endswith("例如：印发通知")
    assert line(page, "文种", 1).endswith("例如：活动方案")


def test_a_list_is_told_with_the_choices_of_its_entries() -> None:
    order = field("activity_plan", "order")

    assert order.item.type is FieldType.CHOICE
    assert choices_told(order).startswith("总体要求、指导思想、")
