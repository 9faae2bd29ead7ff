"""The rest of a summary: time, chapters, plans, hazards still open."""

import pytest
from summaries import found, inspected, row

ROAD, WORKS = row("道路交通", 2, 1), row("工矿商贸", 1, 1)
YEAR: dict[str, object] = {"开始": "2026-01-01", "结束": "2026-11-30"}
CAUGHT: list[tuple[str, str, dict[str, object]]] = [
    (
        "period-outside-year",
        "period.start",
        {"统计期": {"开始": "2025-01-01", "结束": "2025-12-31"}},
    ),
    (
        "cutoff-differs",
        "lead[0].text",
        {"统计期": YEAR, "开头": ["截至2026年10月31日，情况如下。"]},
    ),
    ("cutoff-differs", "work[0].text", {"统计期": YEAR, "主要工作": ["截至12月底，共检查30次。"]}),
    ("major-hazards-differ", "major_hazards.closed", {"重大隐患": {"排查": 2, "销号": 3}}),
    (
        "major-hazards-differ",
        "major_hazards.listed",
        {"重大隐患": {"排查": 2, "销号": 2, "挂牌督办": 3}},
    ),
    (
        "major-hazards-differ",
        "major_hazards.found",
        {
            "重大隐患": {"排查": 1, "销号": 1},
            "检查": [inspected("甲", 重大隐患=1), inspected("乙", 重大隐患=1)],
        },
    ),
    (
        "open-hazard-without-measures",
        "major_hazards.measures",
        {"重大隐患": {"排查": 2, "销号": 1}},
    ),
    ("chapter-missing", "problems", {"存在问题": []}),
    ("chapter-missing", "next_steps", {"下步打算": []}),
    ("problem-unanswered", "problems[1]", {"下步打算": [{"正文": "甲。", "针对": [1]}]}),
    (
        "answers-nothing",
        "next_steps[0].answers[1]",
        {"下步打算": [{"正文": "甲。", "针对": [1, 3, 2]}]},
    ),
    ("plan-year-differs", "title", {"标题": "白道口镇2026年度安全生产工作总结暨2026年工作计划"}),
    ("plan-year-differs", "headings.next_steps", {"各章标题": {"下步打算": "2026年工作打算"}}),
    (
        "plan-year-differs",
        "leads.next_steps[0].text",
        {"各章起段": {"下步打算": ["2026年，我镇将抓好以下工作。"]}},
    ),
    ("plan-year-differs", "next_steps[0].text", {"下步打算": ["2025年，我镇将压实责任。"]}),
    ("opening-year-differs", "lead[0].text", {"开头": ["2025年，我镇认真抓好安全生产。"]}),
    ("opening-year-differs", "lead[0].text", {"开头": ["2027年度，全镇形势平稳。"]}),
    ("dated-late", "date", {"成文日期": "2027-12-31"}),
    ("dated-before-period-end", "date", {"成文日期": "2026-12-10"}),
    ("year-differs", "title", {"标题": "白道口镇2025年度安全生产工作总结"}),
]
LEFT_ALONE: list[dict[str, object]] = [
    {"统计期": YEAR, "开头": ["截至11月30日，情况如下。"]},
    {"统计期": YEAR, "开头": ["截至2026年11月底，情况如下。"]},
    {"统计期": YEAR, "主要工作": ["截至11月7日，共办班13期。"]},
    {"统计期": YEAR, "下步打算": ["截至2027年6月30日完成整治。"]},
    {
        "重大隐患": {"排查": 2, "销号": 2, "挂牌督办": 1},
        "检查": [inspected("甲", 重大隐患=1), inspected("乙", 重大隐患=1)],
    },
    {"重大隐患": {"排查": 2, "销号": 1, "未销号措施": "已落实专人监护，2027年3月底前完成整改"}},
    {"重大隐患": {"排查": 0}},
    {
        "存在问题": [],
        "下步打算": [],
        "其他章": [{"标题": "存在问题及下一步打算", "正文": "如下。"}],
    },
    {"下步打算": [{"正文": "甲。", "针对": [1, 2]}]},
    {"下步打算": ["巩固2026年整治成果，深入推进三年行动（2024—2026年）收官。"]},
    {
        "下步打算": [
            "2027年，我镇将压实责任。",
            {"标题": "2027年一季度全面排查", "正文": "逐村过筛。"},
        ]
    },
    {"下步打算": [{"正文": "甲。", "针对": [1]}, {"正文": "乙。", "针对": [2]}]},
    {"标题": "白道口镇2026年度安全生产工作总结暨2027年工作计划"},
    {"各章标题": {"下步打算": "2027年工作打算"}},
    {
        "统计期": {"开始": "2026-01-01", "结束": "2026-06-30"},
        "各章标题": {"下步打算": "2026年下半年打算"},
    },
    {"成文日期": "留白"},
    {"成文日期": "2027-01-08"},
    {"成文日期": "2027-06-30"},
    {"开头": ["2026年，我镇认真抓好安全生产。"]},
    {"开头": ["2025年以来的三年行动进入收官阶段，2026年我镇乘势而上。"]},
    {"开头": ["一年来，形势平稳。", "2025年，我镇基础薄弱。"]},
    {"统计期": YEAR, "成文日期": "2026-12-10"},
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
