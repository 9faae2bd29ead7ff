"""The arithmetic of a summary: sums, parts, rates, frequencies."""

import pytest
from summaries import area, found, inspected, part, row, whole

ROAD, WORKS = row("道路交通", 2, 1), row("工矿商贸", 1, 1)
YEAR: dict[str, object] = {"开始": "2026-01-01", "结束": "2026-11-30"}
CAUGHT: list[tuple[str, str, dict[str, object]]] = [
    (
        "sum-differs",
        "enterprises.total",
        {
            "企业构成": {
                "总数": 54,
                "构成": [{"名称": "甲", "数量": 10}, {"名称": "乙", "数量": 43}],
            }
        },
    ),
    (
        "sum-differs",
        "enterprises.total",
        {"企业构成": {"总数": 9, "构成齐全": False, "构成": [{"名称": "甲", "数量": 10}]}},
    ),
    (
        "sum-differs",
        "agreements_signed.total",
        {"签订责任书": {"总数": 42, "构成": [{"名称": "与各村", "数量": 37}]}},
    ),
    ("sum-differs", "accidents[0].count", {"事故": [whole(4, 2), ROAD, WORKS]}),
    ("sum-differs", "accidents[0].deaths", {"事故": [whole(3, 1), ROAD, WORKS]}),
    (
        "sum-differs",
        "accidents[0].loss_wan",
        {
            "事故": [
                whole(2, 0, 直接经济损失=3.5),
                row("甲", 1, 直接经济损失=1.25),
                row("乙", 1, 直接经济损失=2),
            ]
        },
    ),
    (
        "sum-differs",
        "accidents[0].count",
        {"事故": [whole(3, 2), ROAD, WORKS, area("东", 1, 1), area("西", 1, 1)]},
    ),
    (
        "sum-differs",
        "accidents[2].count",
        {"事故": [ROAD, WORKS, area("东", 1, 1), area("西", 3, 1)]},
    ),
    (
        "sum-differs",
        "accidents[0].previous.count",
        {
            "事故": [
                whole(1, 上年同期={"起数": 3}),
                row("甲", 1, 上年同期={"起数": 1}),
                row("乙", 0, 上年同期={"起数": 1}),
            ]
        },
    ),
    (
        "sum-differs",
        "accidents[0].deaths",
        {"事故": [whole(3, 1), row("甲", 2, 2), {"类别": "乙", "起数": 1}]},
    ),
    ("sum-differs", "accidents[0].injured", {"事故": [row("甲", 1, 重伤=1, 轻伤=2, 受伤=4)]}),
    (
        "sum-differs",
        "inspections[0].found",
        {
            "检查": [
                {"口径": "合计", "发现隐患": 200},
                inspected("甲", 发现隐患=60),
                inspected("乙", 发现隐患=150),
            ]
        },
    ),
    (
        "sum-differs",
        "inspections[0].found",
        {
            "检查": [
                {"口径": "合计", "发现隐患": "300多处"},
                inspected("甲", 发现隐患=60),
                inspected("乙", 发现隐患=150),
            ]
        },
    ),
    ("part-exceeds-whole", "accidents[1].count", {"事故": [ROAD, part("两轮车", "道路交通", 3)]}),
    (
        "part-exceeds-whole",
        "accidents[1].deaths",
        {"事故": [ROAD, part("两轮车", "道路交通", 1, 死亡=2)]},
    ),
    (
        "part-exceeds-whole",
        "inspections[1].times",
        {
            "检查": [
                {"口径": "合计", "检查次数": 10, "发现隐患": 3},
                inspected("甲", 检查次数=12, 发现隐患=3),
            ]
        },
    ),
    ("whole-unknown", "accidents[1].subset_of", {"事故": [ROAD, part("两轮车", "道路", 1)]}),
    ("row-repeated", "accidents[1]", {"事故": [ROAD, ROAD]}),
    ("row-repeated", "accidents[1]", {"事故": [whole(1), whole(1)]}),
    (
        "fixed-exceeds-found",
        "inspections[0].fixed",
        {"检查": [inspected("甲", 发现隐患=48, 完成整改=60)]},
    ),
    (
        "fixed-exceeds-found",
        "inspections[0].fixed",
        {"检查": [inspected("甲", 发现隐患="不足50处", 完成整改="60多处")]},
    ),
    (
        "rate-differs",
        "inspections[0].rate",
        {"检查": [inspected("甲", 发现隐患=60, 完成整改=48, 整改率=85)]},
    ),
    (
        "rate-differs",
        "inspections[0].rate",
        {"检查": [inspected("甲", 发现隐患=9999, 完成整改=9998, 整改率=100)]},
    ),
    (
        "rate-differs",
        "inspections[0].rate",
        {"检查": [inspected("甲", 发现隐患=60, 完成整改=60, 整改率=99.9)]},
    ),
    (
        "rate-differs",
        "inspections[0].rate",
        {"检查": [inspected("甲", 发现隐患=60, 完成整改=48, 整改率="90%以上")]},
    ),
    (
        "rate-differs",
        "inspections[0].note",
        {"检查": [inspected("甲", 发现隐患=60, 完成整改=48, 说明="已全部整改到位。")]},
    ),
    (
        "rate-differs",
        "trainings[0].rate",
        {"培训": [{"培训": "甲", "人数": 90, "计划人数": 100, "培训率": 95}]},
    ),
    (
        "notices-exceed-found",
        "inspections[0].notices",
        {"检查": [inspected("甲", 发现隐患=6, 整改通知=60)]},
    ),
    ("persons-few", "trainings[0].persons", {"培训": [{"培训": "甲", "期数": 330, "人数": 39}]}),
    ("persons-few", "drills[0].persons", {"演练": [{"演练": "甲", "场次": 12, "人数": 2}]}),
    (
        "frequency-differs",
        "meetings[0].times",
        {"会议": [{"会议": "例会", "次数": 8, "频次": "每月一次"}]},
    ),
    (
        "frequency-differs",
        "trainings[0].sessions",
        {"培训": [{"培训": "甲", "期数": 3, "频次": "每季度一次"}]},
    ),
    (
        "frequency-differs",
        "meetings[0].times",
        {"会议": [{"会议": "例会", "次数": 3, "频次": "每季度不少于一次"}]},
    ),
]
LEFT_ALONE: list[dict[str, object]] = [
    {"企业构成": {"总数": 54, "构成": [{"名称": "甲", "数量": 10}, {"名称": "乙", "数量": 44}]}},
    {"企业构成": {"总数": 54, "构成齐全": False, "构成": [{"名称": "甲", "数量": 10}]}},
    {
        "企业构成": {
            "总数": "600多家",
            "构成": [{"名称": "甲", "数量": 300}, {"名称": "乙", "数量": 355}],
        }
    },
    {"签订责任书": 42},
    {"事故": [whole(3, 2), ROAD, WORKS]},
    {"事故": [whole(3, 2), ROAD, WORKS, area("东", 1, 1), area("西", 2, 1)]},
    {"事故": [ROAD, WORKS, area("东", 1, 1), area("西", 2, 1)]},
    {"事故": [whole(3, 2), ROAD, WORKS, row("民用火灾", 7, 口径="另计")]},
    {
        "事故": [
            whole(3, 2),
            ROAD,
            WORKS,
            part("两轮车", "道路交通", 2),
            part("货车", "道路交通", 2),
        ]
    },
    {
        "事故": [
            whole(3, 2, 直接经济损失=3.3),
            {**ROAD, "直接经济损失": 1.1},
            {**WORKS, "直接经济损失": 2.2},
        ]
    },
    {"事故": [whole(3, 2), ROAD, {"类别": "工矿商贸", "起数": 1}]},
    {"事故": [row("甲", 1, 重伤=1, 轻伤=2, 受伤=3)]},
    {"事故": [row("甲", 1, 重伤=1, 受伤=3)]},
    {
        "检查": [
            {"口径": "合计", "检查次数": 12, "发现隐患": 210},
            inspected("甲", 检查次数=12, 发现隐患=60),
            inspected("乙", 检查次数=8, 发现隐患=150),
        ]
    },
    {
        "检查": [
            {"口径": "合计", "发现隐患": "200多处"},
            inspected("甲", 发现隐患=60),
            inspected("乙", 发现隐患=150),
        ]
    },
    {"检查": [inspected("甲", 发现隐患=60, 完成整改=48, 整改率=80)]},
    {"检查": [inspected("甲", 发现隐患=44, 完成整改=35, 整改率=79.5)]},
    {"检查": [inspected("甲", 发现隐患=60, 完成整改=60, 整改率=100, 说明="全部整改到位。")]},
    {"检查": [inspected("甲", 发现隐患=60, 完成整改=57, 整改率="95%以上")]},
    {"检查": [inspected("甲", 发现隐患=60, 完成整改=48, 说明="其余已限期整改。")]},
    {"检查": [inspected("甲", 发现隐患="600多处", 完成整改="590多处")]},
    {"检查": [inspected("甲", 检查次数=12, 整改通知=2, 完成整改=23)]},
    {"检查": [inspected("甲", 发现隐患=60, 整改通知=60)]},
    {"培训": [{"培训": "甲", "期数": 13, "班数": 39, "人数": 330, "计划人数": 300}]},
    {"培训": [{"培训": "甲", "期数": 13, "人数": "约10人"}]},
    {"会议": [{"会议": "例会", "次数": 12, "频次": "每月一次"}]},
    {
        "统计期": YEAR,
        "会议": [
            {"会议": "例会", "次数": 11, "频次": "每月一次"},
            {"会议": "全会", "次数": 4, "频次": "每季度一次"},
        ],
    },
    {
        "会议": [
            {"会议": "例会", "次数": 15, "频次": "每月至少一次"},
            {"会议": "碰头会", "次数": 52, "频次": "每周一次"},
        ]
    },
    {
        "会议": [
            {"会议": "例会", "次数": 24, "频次": "每月两次"},
            {"会议": "全会", "次数": 6, "频次": "每两个月一次"},
        ]
    },
    {"会议": [{"会议": "例会", "次数": 5, "频次": "不定期"}]},
    {"检查": [inspected("甲", 检查次数="438车次", 发现隐患="52起", 完成整改="52起", 行政处罚=36)]},
    {"检查": [inspected("甲", 发现隐患=3), inspected("乙", 口径="分地区", 发现隐患=3)]},
    {"演练": [{"演练": "甲", "场次": 2, "人数": 120}, {"演练": "乙"}]},
    {
        "事故": [
            row("甲", 1, 1),
            part("两轮车", "甲", 1, 死亡=1),
            {**part("货车", "", 0), "属于": None},
        ]
    },
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
