"""From the clerk's words to a checked record: names, types, places, and every fault in words."""

import re
from typing import Any

import pytest
from agreements import village_agreement
from hypothesis import given, settings
from hypothesis import strategies as st

import docgen
from docgen.findings import Finding, Source
from docgen.kinds import find_kind
from docgen.records import Named, Record, merge, read, validate
from docgen.records.items import settled
from docgen.rows import Cells, PlaceTable, Row

KIND = find_kind("责任书")
ENGLISH = re.compile(r"[A-Za-z]{4,} [a-z]{2,} [a-z]{2,}")


def named(data: dict[str, Any], *, textual: bool = False) -> Named:
    return read(KIND.inputs, Row(data, textual=textual))


def checked(data: dict[str, Any], *, textual: bool = False) -> tuple[Record | None, list[Finding]]:
    known = named(data, textual=textual)
    filled = settled(known.data)
    assert isinstance(filled, dict)
    record, found = validate(KIND.record, KIND.inputs, KIND.complete(filled), known)
    return record, [*known.findings, *found]


def faults(**changes: object) -> list[tuple[str, str | None]]:
    return [(f.code, f.path) for f in docgen.check("责任书", village_agreement(**changes))]


def test_labels_identifiers_and_dotted_paths_mean_the_same() -> None:
    nested = named({"乙方": {"代表": {"姓名": "手签"}}})

    assert named({"party_b": {"representative": {"name": "手签"}}}).data == nested.data
    assert named({"乙方.代表.姓名": "手签"}).data == nested.data
    assert named({"乙方·representative·姓名": "手签"}).data == nested.data


def test_both_names_of_one_field_are_refused() -> None:
    assert [f.code for f in named({"年度": 2026, "year": 2025}).findings] == ["duplicate-field"]


def test_an_unknown_field_gets_the_nearest_name() -> None:
    [finding] = named({"控制指标项": []}).findings

    assert finding.code == "unknown-field"
    assert "控制指标" in finding.hint


def test_a_computed_field_cannot_be_filled_in() -> None:
    [finding] = named({"甲方": {"单位": [{"名称": "白道口镇人民政府", "自称": "我镇"}]}}).findings

    assert "系统生成" in finding.hint


def test_comments_and_the_schema_link_are_passed_over() -> None:
    assert named({"$schema": "x.json", "//年度": "四位年份", "年度": 2026}).data == {"year": 2026}


def test_json_is_strict_and_text_is_parsed_by_its_field() -> None:
    assert [f.code for f in named({"年度": "2026"}).findings] == ["wrong-type"]
    assert named({"年度": "２０２６"}, textual=True).data == {"year": 2026}
    assert [f.code for f in named({"年度": "今年"}, textual=True).findings] == ["wrong-type"]


def test_a_choice_may_be_a_label_or_an_identifier() -> None:
    assert named({"领域": "消防"}).data == named({"领域": "fire"}).data
    [finding] = named({"领域": "水上"}).findings
    assert "道路交通" in finding.hint


def test_a_row_wins_over_common_data_and_keeps_its_own_cell() -> None:
    common = read(KIND.inputs, Row({"年度": 2025}, PlaceTable("共有.json", {("年度",): (3, 5)})))
    row = read(KIND.inputs, Row({"年度": 2026}, Cells("名册.xlsx", "名册", 7, {"年度": 4})))

    both = merge(common, row)

    assert both.data == {"year": 2026}
    source = both.locate(("year",))
    assert source == Source("名册.xlsx", "名册", "D7", 7)


def test_one_item_of_a_common_list_may_be_replaced() -> None:
    common = named({"控制指标": [{"指标": "死亡人数", "数值": 0}, {"指标": "事故起数", "数值": 1}]})

    both = merge(common, named({"控制指标[1].数值": 3}))

    assert settled(both.data) == {
        "control_targets": [
            {"metric": "死亡人数", "value": 0},
            {"metric": "事故起数", "value": 3},
        ]
    }


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"年度": 1999}, "out-of-range", "year"),
        ({"控制指标": []}, "missing-value", "control_targets"),
        ({"控制指标": [{"指标": "死亡人数"}]}, "impossible-value", "control_targets[0]"),
        ({"签字栏": {"签订日期": "2026年6月31日"}}, "impossible-value", "signature.date"),
        ({"签字栏": {"签订日期": "2026年06月01日"}}, "impossible-value", "signature.date"),
        ({"签字栏": {"签订日期": 5}}, "wrong-type", "signature.date"),
        ({"发文字号": "白政安[2026]8号"}, "impossible-value", "number"),
        ({"发文字号": "白政安〔2026〕08号"}, "impossible-value", "number"),
        ({"年度": {"留白": "签字"}}, "blank-not-allowed", "year"),
        ({"schema_version": 2}, "out-of-range", "schema_version"),
        ({"职责": ["落实责任。", None]}, "missing-value", "duties[1]"),
        ({"一票否决": [""]}, "missing-value", "veto[0]"),
        ({"一票否决": []}, "missing-value", "veto"),
        ({"控制指标": [{"指标": None, "数值": ""}]}, "missing-value", "control_targets"),
        ({"控制指标": [{"//指标": "什么", "指标": None}, {}]}, "missing-value", "control_targets"),
        (
            {"控制指标": [{"指标": "死亡人数", "数值": 0}, {"指标": None}]},
            "missing-value",
            "control_targets[1].metric",
        ),
        ({"甲方": {"单位": [{"名称": None}], "代表": None}}, "missing-value", "party_a"),
        ({"责任期限": {"开始": "2026-03-01"}}, "missing-value", "term.end"),
        ({"责任期限": {"开始": None, "结束": "2026-10-31"}}, "missing-value", "term.start"),
        ({"责任期限": {"开使": None}}, "unknown-field", "term.开使"),
        ({"甲方": {"单位": ["待定"]}}, "leftover-mark", "party_a.organs[0].name"),
        ({"甲方": {"单位": [{"名称": "待定"}]}}, "leftover-mark", "party_a.organs[0].name"),
        ({"责任期限": "待定"}, "wrong-type", "term"),
    ],
)
def test_a_fault_is_told_by_code_and_path(changes: dict[str, object], code: str, path: str) -> None:
    assert faults(**changes) == [(code, path)]


@pytest.mark.parametrize(
    "changes",
    [
        {"签字栏": {"签订日期": "2026年6月1日"}},
        {"签字栏": {"签订日期": "2026-06-01"}},
        {"签字栏": {"签订日期": "手签"}},
        {"发文字号": "白政安〔2026〕8号"},
        {"标题": ""},
        {"委托语": None},
        {"依据": ["《中华人民共和国安全生产法》"]},
        {"职责": ["落实责任。"]},
        {"职责": [{"标题": None, "正文": None}]},
        {"考核": {"考核单位": None, "等次": None}, "份数": {}},
        {"责任期限": {"开始": None, "结束": None}, "发文字号": {"机关代字": " "}},
        {"奖励": []},
        {"schema_version": 1, "文种": "责任书"},
    ],
)
def test_a_sound_way_of_writing_is_left_alone(changes: dict[str, object]) -> None:
    assert faults(**changes) == []


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["手签", "2026-01-01", "白道口镇人民政府", "西街村", "fire"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["名称", "name", "单位", "代表", "指标", "数值", "text", "//x", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
records = st.dictionaries(
    st.sampled_from(
        [child.label for child in KIND.inputs.children] + ["year", "x", "乙方.代表.姓名"]
    ),
    anything,
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(records, st.booleans())
def test_nothing_that_can_be_written_raises_and_every_fault_is_in_chinese(
    data: dict[str, Any], textual: bool
) -> None:
    record, found = checked(data, textual=textual)

    assert record is not None or found
    for finding in found:
        assert not ENGLISH.search(finding.message + finding.hint), finding
        assert re.search("[\u4e00-\u9fff]", finding.message), finding
