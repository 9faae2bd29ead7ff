"""Each rule of the field: what it catches, what it leaves alone."""

from typing import Any

import pytest
from agreements import village_agreement

import docgen
from docgen.findings import Severity


def codes(**changes: object) -> list[str]:
    return [finding.code for finding in docgen.check("责任书", village_agreement(**changes))]


def party(*organs: str, post: str = "镇长") -> dict[str, Any]:
    return {"单位": list(organs), "代表": {"职务": post}}


COUNTY = party("中共滑县委员会", "滑县人民政府", post="县长")
TOWN = party("白道口镇人民政府")
BOTH = [{"执有人": "甲方"}, {"执有人": "乙方"}]

CAUGHT: list[tuple[str, dict[str, object]]] = [
    ("level-order", {"签订层级": "乡镇与村", "甲方": party("西街村民委员会"), "乙方": TOWN}),
    ("level-order", {"签订层级": "乡镇与村", "乙方": party("老店镇人民政府")}),
    ("organ-order", {"甲方": party("白道口镇人民政府", "中共白道口镇委员会")}),
    ("same-party", {"签订层级": "乡镇与村", "乙方": TOWN}),
    ("term-outside-year", {"责任期限": {"开始": "2025-01-01", "结束": "2025-12-31"}}),
    ("term-outside-year", {"责任期限": {"开始": "2026-01-01", "结束": "2027-01-31"}}),
    ("copies-differ", {"份数": {"总份数": 3, "执有": BOTH}}),
    ("copies-short", {"份数": {"总份数": 1, "执有": [{"执有人": "甲方"}]}}),
    ("year-differs", {"标题": "白道口镇2025年度安全生产责任书"}),
    ("year-differs", {"发文字号": "白政安〔2025〕8号"}),
    ("sides-differ", {"签字栏": {"版式": "三栏"}}),
    ("signed-late", {"签字栏": {"签订日期": "2027-01-15"}}),
    ("duties-left-out", {"职责": [{"正文": "落实主体责任。", "适用层级": ["企业"]}]}),
    ("deadline-outside-term", {"报告时限": [{"材料": "半年总结", "期限": "2025-07-20"}]}),
    ("delegation-differs", {"委托语": "受县委托，由县长代表签订"}),
]
LEFT_ALONE: list[dict[str, object]] = [
    {},
    {"甲方": COUNTY, "乙方": TOWN},
    {"甲方": party("滑县人民政府", post="县长"), "乙方": party("滑县应急管理局", post="局长")},
    {"甲方": party("中共白道口镇委员会", "白道口镇人民政府")},
    {
        "领域": "森林防火",
        "责任期限": {"开始": "2026-10-01", "结束": "2027-05-31"},
    },
    {"份数": {"总份数": 3, "执有": [*BOTH, {"执有人": "安委办"}]}},
    {"份数": {"执有": [{"执有人": "甲方", "份数": 2}, {"执有人": "乙方"}]}},
    {"标题": "白道口镇2026年度安全生产责任书", "发文字号": "白政安〔2026〕8号"},
    {"签字栏": {"签订日期": "2026年1月15日"}},
    {"签字栏": {"签订日期": "留白"}},
    {"职责": [{"正文": "落实属地责任。", "适用层级": ["村"]}, {"正文": "配合执法。"}]},
    {"报告时限": [{"材料": "年度总结", "期限": "2027-01-10"}]},
    {"委托语": "受镇党委、政府委托，由镇长代表签订"},
]


@pytest.mark.parametrize(("code", "changes"), CAUGHT)
def test_a_breach_is_caught(code: str, changes: dict[str, object]) -> None:
    assert code in codes(**changes)


@pytest.mark.parametrize("changes", LEFT_ALONE)
def test_what_is_in_order_is_left_alone(changes: dict[str, object]) -> None:
    assert codes(**changes) == []


def test_a_waiver_keeps_the_finding_and_no_longer_stops_the_paper() -> None:
    waivers = [{"规则": "copies-differ", "理由": "一份存档"}]
    data = village_agreement(份数={"总份数": 3, "执有": BOTH}, 豁免=waivers)

    [finding] = docgen.check("责任书", data)

    assert (finding.waived, finding.is_error) == ("一份存档", False)


def test_a_waiver_of_another_rule_changes_nothing() -> None:
    waivers = [{"规则": "same-party", "理由": "无"}]

    assert codes(份数={"总份数": 3, "执有": BOTH}, 豁免=waivers) == ["copies-differ"]


def test_a_waiver_of_no_rule_is_told() -> None:
    data = village_agreement(豁免=[{"规则": "copy-differ", "理由": "无"}])

    [finding] = docgen.check("责任书", data)

    assert (finding.code, finding.severity) == ("unknown-waiver", Severity.WARNING)
