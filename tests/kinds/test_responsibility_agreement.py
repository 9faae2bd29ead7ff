"""The agreement: whole from names, year and targets, for every level and field of safety."""

from itertools import product
from typing import Any

import pytest
from agreements import village_agreement

import docgen
from docgen.completeness import origin
from docgen.engine import open_press
from docgen.fields import dotted
from docgen.kinds import find_kind
from docgen.kinds._agreement_parts import Pair
from docgen.kinds._agreement_roster import interpret
from docgen.kinds._scopes import Scope
from docgen.kinds._titles import title_lines
from docgen.rows import Row
from docgen.word.passages import passages

KIND = find_kind("责任书")
SIDES: dict[str, tuple[str, object]] = {
    "county_township": ("滑县人民政府", "白道口镇人民政府"),
    "county_department": ("滑县人民政府", "滑县应急管理局"),
    "township_village": ("白道口镇人民政府", "西街村民委员会"),
    "township_department": ("白道口镇人民政府", "白道口镇派出所"),
    "township_enterprise": ("白道口镇人民政府", "滑县粮油有限公司"),
    "township_leader": ("白道口镇人民政府", {"名称": "副镇长", "层级": "班子成员"}),
    "village_group": ("西街村民委员会", "西街村第一村民小组"),
    "village_household": ("西街村民委员会", {"名称": "村民户", "层级": "户"}),
    "three_party": ("白道口镇人民政府", {"名称": "村民户", "层级": "户"}),
}


def agreement(pair: str, **changes: object) -> dict[str, Any]:
    above, below = SIDES[pair]
    data = village_agreement(甲方={"单位": [above]}, 乙方={"单位": [below]}, **changes)
    if pair == "three_party":
        data["丙方"] = {"单位": ["白道口镇派出所"]}
    return data


def text_of(data: dict[str, Any]) -> str:
    content = docgen.generate("责任书", data).content
    return "\n".join(passage.text for passage in passages(content))


@pytest.mark.parametrize(("pair", "scope"), list(product(SIDES, Scope)))
def test_names_year_and_targets_make_a_whole_paper(pair: str, scope: Scope) -> None:
    press = open_press("责任书")

    checked = press.check(Row(agreement(pair, 领域=scope.label)))

    assert checked.findings == ()
    assert checked.values is not None
    assert press.make(checked)


def test_every_signing_level_has_its_sides() -> None:
    assert set(SIDES) == {pair.value for pair in Pair}


@pytest.mark.parametrize(
    "layout", ["两栏，党委政府并列", "两栏，甲方乙方", "两栏，简式", "单方下达", "上下排列"]
)
def test_every_layout_of_two_sides_can_be_signed(layout: str) -> None:
    assert "白道口镇人民政府" in text_of(village_agreement(签字栏={"版式": layout}))


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("标题", "某某责任书", "某某责任书"),
        ("签订目的", "为做好安全工作", "为做好安全工作，根据"),
        ("签订语", "双方签约", "双方签约。"),
        ("依据", ["消防条例"], "根据《消防条例》等"),
        ("职责", [{"标题": "自定职责", "正文": "照此办理。"}], "（一）自定职责"),
        ("奖励", ["自定奖励"], "自定奖励。"),
        ("惩处", ["自定惩处"], "自定惩处。"),
        ("一票否决", ["自定否决"], "自定否决。"),
        ("生效条款", "自定生效", "自定生效。"),
        ("接任条款", "自定接任", "自定接任。"),
        ("报告要求", "自定报告", "自定报告。"),
        ("其他约定", ["自定约定"], "自定约定。"),
        ("各章标题", {"职责": "主要任务"}, "二、主要任务"),
        ("章序", "先职责后目标", "一、工作职责"),
        (
            "份数",
            {"执有": [{"执有人": "甲方", "份数": 2}, {"执有人": "乙方"}]},
            "一式三份，甲方执两份",
        ),
        ("责任期限", {"开始": "2026-03-01", "结束": "2026-12-31"}, "2026年3月1日至12月31日"),
        ("考核", {"考核单位": "镇督查室"}, "由镇督查室"),
    ],
)
def test_whatever_the_clerk_writes_stands_instead_of_the_default(
    field: str, value: object, printed: str
) -> None:
    assert printed in text_of(village_agreement(**{field: value}))


def test_a_clause_on_succession_can_be_left_out() -> None:
    assert "接任者" in text_of(village_agreement())
    assert "接任者" not in text_of(village_agreement(写接任条款=False))


def test_a_duty_for_another_level_is_not_printed() -> None:
    duties = [
        {"正文": "村的职责。", "适用层级": ["村"]},
        {"正文": "企业的职责。", "适用层级": ["企业"]},
    ]

    text = text_of(village_agreement(职责=duties))

    assert "村的职责。" in text
    assert "企业的职责。" not in text


def test_all_three_sides_of_a_three_party_paper_are_named() -> None:
    text = text_of(agreement("three_party"))

    assert "丙方职责" in text
    assert text.count("白道口镇派出所") >= 2


def test_every_passage_leads_back_to_a_field_of_the_record() -> None:
    checked = open_press("责任书").check(Row(agreement("three_party")))
    assert checked.values is not None

    for index, line in enumerate(checked.values["body"]):  # type: ignore[arg-type, var-annotated] # a list of dicts
        for part in ("heading", "text"):
            path = ("body", index, part) if line[part] else ("body", index)
            assert KIND.inputs.find(dotted(origin(checked.values, path, KIND.fields))), line


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("白道口镇2026年度安全生产责任书", 1),
        ("白道口镇2026年度村（社区）安全生产目标管理责任书", 2),
        ("第一行\n第二行\n第三行", 3),
    ],
)
def test_a_title_is_broken_between_words(title: str, lines: int) -> None:
    broken = title_lines(title, ["年度", "安全生产"])

    assert len(broken) == lines
    assert "".join(broken) == title.replace("\n", "")


@pytest.mark.parametrize(
    ("cells", "above", "below"),
    [
        ({"@township": "白道口镇", "@village": "西街村"}, "白道口镇人民政府", "西街村民委员会"),
        ({"@township": "城关街道", "@village": "卫西社区"}, "城关街道办事处", "卫西社区居民委员会"),
        ({"@township": "枣村乡", "@village": "西街村委会"}, "枣村乡人民政府", "西街村民委员会"),
        (
            {"@township": "枣村乡", "@village": "西街村村民委员会"},
            "枣村乡人民政府",
            "西街村村民委员会",
        ),
    ],
)
def test_a_roster_names_the_parties_as_people_write_them(
    cells: dict[str, str], above: str, below: str
) -> None:
    read = interpret(cells)

    assert read.data["party_a"]["organs"][0]["name"] == above
    assert read.data["party_b"]["organs"][0]["name"] == below
    assert read.remarks == ()


def test_a_name_of_no_known_sort_stands_as_it_is_with_a_warning() -> None:
    read = interpret({"@township": "某某农场", "@village": "一连"})

    assert read.data["party_b"]["organs"][0]["name"] == "一连"
    assert [remark.fault.code for remark in read.remarks] == ["unknown-organ"] * 2


def test_a_township_without_village_is_party_b() -> None:
    assert set(interpret({"@township": "白道口镇"}).data) == {"party_b"}
