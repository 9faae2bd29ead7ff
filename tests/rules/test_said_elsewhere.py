"""What free text says again, or works out by itself, is right: numbers, themes, years, places."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

import docgen

Data = dict[str, Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
THEME_2024 = "人人讲安全、个个会应急——畅通生命通道"
THEME_2025 = "人人讲安全、个个会应急——查找身边安全隐患"
WORK = ("主要工作", 4, "正文")
POINT = ("要点", 1)


def changed(kind: str, path: tuple[str | int, ...], value: object) -> Data:
    text = (EXAMPLES / f"{kind}.json").read_text("utf-8")
    data: Data = copy.deepcopy(json.loads(text))
    part: Any = data
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return data


def told(kind: str, path: tuple[str | int, ...], value: object) -> list[docgen.Finding]:
    return docgen.check(kind, changed(kind, path, value))


CAUGHT = [
    (
        "said-numbers-differ",
        "annual_summary",
        WORK,
        "农村危房方面发现隐患60起，完成整改48起，整改率90%。",
        ("90%", "80%"),
    ),
    (
        "said-numbers-differ",
        "annual_summary",
        WORK,
        "全镇共有加油站10家，其中东片3家、西片8家。",
        ("10家", "11"),
    ),
    (
        "said-numbers-differ",
        "training_speech",
        POINT,
        {"标题": "正视问题", "正文": "去年排查隐患问题20处，已整改21处。"},
        ("20", "21"),
    ),
    (
        "theme-said",
        "activity_plan",
        ("指导思想",),
        f"紧紧围绕“{THEME_2024}”这一主题，普及安全知识。",
        (THEME_2024, THEME_2025),
    ),
    (
        "theme-said",
        "activity_plan",
        ("工作目标",),
        [f"聚焦“{THEME_2024}”主题，普及安全知识。"],
        (THEME_2024, THEME_2025),
    ),
    (
        "report-deadline",
        "activity_plan",
        ("信息报送", "材料", 1, "期限"),
        "2025-05-27",
        ("2025年5月27日", "2025年6月30日"),
    ),
    (
        "fixed-phrase",
        "responsibility_agreement",
        ("惩处",),
        ["按照党政同责、一岗双责、齐抓共管、失职问责的要求追责。"],
        ("失职问责", "失职追责"),
    ),
    (
        "agreement-said",
        "responsibility_agreement",
        ("其他约定",),
        ["本责任书一式五份。"],
        ("五份", "3"),
    ),
    (
        "agreement-said",
        "responsibility_agreement",
        ("其他约定",),
        ["本责任书有效期为2025年1月1日至2025年12月31日。"],
        ("2025年1月1日", "2026年1月1日至12月31日"),
    ),
    (
        "pair-differs",
        "responsibility_agreement",
        ("签订层级",),
        "县与乡镇",
        ("县与乡镇", "乡镇与村"),
    ),
    (
        "issued-organ-differs",
        "notice",
        ("方案", "发文机关"),
        "留固镇人民政府",
        ("白道口镇人民政府", "留固镇人民政府"),
    ),
    (
        "number-not-yet",
        "notice",
        ("依据",),
        [{"名称": "关于开展安全生产月活动的通知", "文号": "滑安〔2026〕5号"}],
        ("2026", "2025"),
    ),
    (
        "deadline-past",
        "notice",
        ("段落",),
        ["请各单位于2024年6月27日前报送总结。"],
        ("2024年6月27日", "2025年5月26日"),
    ),
    (
        "level-mixed",
        "training_speech",
        POINT,
        {"标题": "正视问题", "正文": "我镇要抓好落实。"},
        ("我镇", "我县"),
    ),
]
LEFT_ALONE = [
    ("annual_summary", WORK, "发现隐患60起，完成整改48起，整改率80%。"),
    ("annual_summary", WORK, "发现隐患61起，完成整改48起，整改率79%。"),
    ("annual_summary", WORK, "发现隐患60多起，完成整改48起，整改率90%以上。"),
    ("annual_summary", WORK, "全镇共有加油站10家，其中东片3家、西片6家。"),
    ("annual_summary", WORK, "全镇共有村干部10名，其中党员8名，同时任网格员的9名。"),
    ("annual_summary", WORK, "贯彻白政〔2025〕3号文件，对照白政〔2024〕9号文件查漏补缺。"),
    ("activity_plan", ("指导思想",), f"紧紧围绕“{THEME_2025}”这一主题，普及安全知识。"),
    ("activity_plan", ("指导思想",), f"去年以“{THEME_2024}”为主题的活动成效明显。"),
    ("activity_plan", ("指导思想",), "以“生命重于泰山”为主题，普及安全知识。"),
    ("responsibility_agreement", ("其他约定",), ["本责任书一式三份。"]),
    ("responsibility_agreement", ("其他约定",), ["巡查记录一式两份，各自留存。"]),
    (
        "responsibility_agreement",
        ("其他约定",),
        ["本责任书有效期为2026年1月1日至2026年12月31日。"],
    ),
    ("notice", ("方案", "发文机关"), "白道口镇安全生产委员会"),
    ("activity_plan", ("发文机关",), "白道口镇安全生产委员会"),
    ("notice", ("段落",), ["请各单位于2025年6月27日前报送总结。"]),
    ("notice", ("段落",), ["各单位已于2025年4月30日前完成自查。"]),
    ("training_speech", POINT, {"标题": "正视问题", "正文": "我县要抓好落实。"}),
]


@pytest.mark.parametrize(("code", "kind", "path", "value", "words"), CAUGHT)
def test_a_fault_in_any_field_is_told_with_both_values(
    code: str, kind: str, path: tuple[str | int, ...], value: object, words: tuple[str, ...]
) -> None:
    found = [one for one in told(kind, path, value) if one.code == code]

    assert len(found) == 1
    assert all(word in found[0].message for word in words)
    assert found[0].path


@pytest.mark.parametrize(("kind", "path", "value"), LEFT_ALONE)
def test_what_agrees_is_left_alone(kind: str, path: tuple[str | int, ...], value: object) -> None:
    assert told(kind, path, value) == []


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("在2025年全县输油管道安全管理培训班开班仪式上的讲话", ["year-differs"]),
        ("在2026年全县输油管道安全管理培训班开班仪式上的讲话", []),
    ],
)
def test_a_speech_is_of_the_year_in_its_title(title: str, codes: list[str]) -> None:
    found = told("training_speech", ("标题",), title)

    assert [one.code for one in found if one.code == "year-differs"] == codes
