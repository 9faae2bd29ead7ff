"""What a summary says of accidents: harm, grades, changes, quotas, claims, cases."""

import pytest
from summaries import found, row, whole

ROAD, WORKS = row("道路交通", 2, 1), row("工矿商贸", 1, 1)
YEAR: dict[str, object] = {"开始": "2026-01-01", "结束": "2026-11-30"}
CAUGHT: list[tuple[str, str, dict[str, object]]] = [
    ("harm-without-accident", "accidents[0].deaths", {"事故": [row("甲", 0, 1)]}),
    (
        "harm-without-accident",
        "accidents[0].previous.serious",
        {"事故": [row("甲", 1, 上年同期={"起数": 0, "重伤": 1})]},
    ),
    ("quota-exceeded", "accidents[0].deaths", {"事故": [row("甲", 3, 2, 控制指标={"死亡": 1})]}),
    (
        "change-differs",
        "accidents[0].change.count",
        {"事故": [row("甲", 3, 上年同期={"起数": 4}, 同比={"起数": "上升25%"})]},
    ),
    (
        "change-differs",
        "accidents[0].change.count",
        {"事故": [row("甲", 3, 上年同期={"起数": 4}, 同比={"起数": "下降20%"})]},
    ),
    (
        "change-differs",
        "accidents[0].change.deaths",
        {"事故": [row("甲", 3, 1, 上年同期={"死亡": 0}, 同比={"死亡": "上升100%"})]},
    ),
    (
        "grade-differs",
        "accidents[0].grade",
        {"事故": [row("甲", 1, 3, 重伤=0, 直接经济损失=0, 最高等级="一般")]},
    ),
    (
        "grade-differs",
        "accidents[0].grade",
        {"事故": [row("甲", 2, 6, 重伤=0, 直接经济损失=0, 最高等级="一般")]},
    ),
    (
        "grade-differs",
        "cases[0].grade",
        {"典型事故": [{"事故": "甲", "死亡": 0, "重伤": 10, "等级": "一般"}]},
    ),
    ("grade-differs", "cases[0].grade", {"典型事故": [{"事故": "甲", "死亡": 1, "等级": "较大"}]}),
    ("no-major-differs", "no_major", {"无较大以上事故": True, "事故": [row("甲", 1, 3)]}),
    (
        "no-major-differs",
        "no_major",
        {"无较大以上事故": True, "典型事故": [{"事故": "甲", "直接经济损失": 1000}]},
    ),
    (
        "no-major-differs",
        "no_major",
        {"无较大以上事故": False, "事故": [row("甲", 1, 1, 重伤=0, 直接经济损失=5)]},
    ),
    ("accidents-missing", "accidents", {"事故": []}),
    ("accidents-missing", "accidents[0].count", {"事故": [{"类别": "道路交通"}]}),
    ("case-outside-period", "cases[0].date", {"典型事故": [{"事故": "甲", "日期": "2025-03-05"}]}),
    (
        "case-exceeds-row",
        "accidents[0].deaths",
        {
            "事故": [row("甲", 2, 1)],
            "典型事故": [
                {"事故": "子", "类别": "甲", "死亡": 1},
                {"事故": "丑", "类别": "甲", "死亡": 1},
            ],
        },
    ),
    (
        "case-exceeds-row",
        "accidents[0].count",
        {
            "事故": [row("甲", 1, 2)],
            "典型事故": [{"事故": "子", "类别": "甲"}, {"事故": "丑", "类别": "甲"}],
        },
    ),
    ("case-exceeds-row", "cases[0].category", {"典型事故": [{"事故": "子", "类别": "工矿"}]}),
    (
        "claim-differs",
        "lead[0].text",
        {"事故": [row("甲", 2, 1)], "开头": ["全年实现“零死亡”目标。"]},
    ),
    (
        "claim-differs",
        "work[0].text",
        {"事故": [row("甲", 1, 3)], "主要工作": ["没有发生较大及以上事故。"]},
    ),
    (
        "claim-differs",
        "lead[0].text",
        {"事故": [row("甲", 1), row("乙", 1)], "开头": ["未发生一起生产安全事故。"]},
    ),
    (
        "figure-differs",
        "work[0].text",
        {"签订责任书": 42, "主要工作": ["与各村共签订责任书45份。"]},
    ),
    ("figure-differs", "lead[0].text", {"企业构成": 54, "开头": ["全镇共有企业53家。"]}),
    (
        "figure-differs",
        "lead[0].text",
        {"事故": [ROAD, WORKS], "开头": ["共发生生产安全事故4起。"]},
    ),
]
LEFT_ALONE: list[dict[str, object]] = [
    {"无较大以上事故": False, "事故": [row("甲", 1, 3)]},
    {"事故": [row("甲", 0, 上年同期={"起数": 0, "死亡": 0}, 同比={"起数": "持平"})]},
    {"事故": [row("甲", 1)], "典型事故": [{"事故": "子", "类别": "甲"}]},
    {"事故": [row("甲", 0, 0, 重伤=0, 直接经济损失=0)]},
    {"事故": [row("甲", 1, 1, 上年同期={"起数": 0, "死亡": 0})]},
    {"事故": [row("甲", 3, 2, 控制指标={"起数": 3, "死亡": 2})]},
    {"事故": [row("甲", 3, 上年同期={"起数": 4}, 同比={"起数": "下降25%"})]},
    {"事故": [row("甲", 2, 上年同期={"起数": 3}, 同比={"起数": "下降33.3%"})]},
    {"事故": [row("甲", 2, 上年同期={"起数": 0}, 同比={"起数": "增加2起"})]},
    {"事故": [row("甲", 2, 上年同期={"起数": 2}, 同比={"起数": "持平"})]},
    {"事故": [row("甲", 6, 3, 重伤=0, 直接经济损失=0, 最高等级="一般")]},
    {"事故": [row("甲", 6, 3, 重伤=0, 直接经济损失=0, 最高等级="较大")], "无较大以上事故": False},
    {"事故": [row("甲", 2, 2, 最高等级="较大")]},
    {
        "典型事故": [{"事故": "甲", "死亡": 2, "重伤": 9, "直接经济损失": 999.9, "等级": "一般"}],
        "事故": [row("甲", 1, 2)],
    },
    {"典型事故": [{"事故": "甲", "死亡": 3}], "事故": [row("甲", 1, 3)]},
    {"无较大以上事故": True, "事故": [row("甲", 2, 2)]},
    {"无较大以上事故": True, "事故": []},
    {"事故": [whole(1), row("甲", 1, 上年同期={"起数": 2}, 同比={"起数": "减少1起"})]},
    {"典型事故": [{"事故": "甲", "日期": "2026-03-05"}]},
    {
        "事故": [row("甲", 2, 2)],
        "典型事故": [
            {"事故": "子", "类别": "甲", "死亡": 1},
            {"事故": "丑", "类别": "甲", "死亡": 1},
        ],
    },
    {"事故": [row("甲", 2, 1), row("烟花爆竹", 0)], "开头": ["烟花爆竹领域实现零死亡。"]},
    {"事故": [row("甲", 2, 2)], "开头": ["没有发生较大及以上事故。"]},
    {"事故": [row("甲", 0)], "开头": ["全年未发生生产安全事故，实现零死亡。"]},
    {"签订责任书": 42, "主要工作": ["共签订责任书42份，其中与企业签订责任书5份。"]},
    {"企业构成": 54, "开头": ["全镇共有企业54家，检查企业120家次。"]},
    {"事故": [ROAD, WORKS], "开头": ["共发生事故3起，其中共发生道路交通事故2起。"]},
]


@pytest.mark.parametrize(("code", "path", "changes"), CAUGHT)
def test_a_fault_is_caught_at_its_own_field(
    code: str, path: str, changes: dict[str, object]
) -> None:
    told = [(finding.code, finding.path) for finding in found(**changes)]

    assert told == [(code, path)]


@pytest.mark.parametrize("changes", LEFT_ALONE)
def test_what_agrees_is_left_alone(changes: dict[str, object]) -> None:
    assert found(**changes) == []
