"""Rules over a whole paper: people, posts, laws and points, each with its path."""

from typing import Any

import pytest
from held_papers import found, plan, told

LEADER = {"name": "张小明", "post": "镇长"}
SHORT = "根据《安全生产法》，制定本方案。"
FULL = "根据《中华人民共和国安全生产法》（以下简称《安全生产法》），制定本方案。"


def group(*members: dict[str, str], leader: dict[str, str] = LEADER) -> dict[str, Any]:
    return {"group": {"leader": leader, "members": list(members)}}


CAUGHT: list[tuple[str, str, dict[str, Any]]] = [
    (
        "duplicate-person",
        "group.members[0].post",
        group({"name": "张小明", "post": "派出所所长"}),
    ),
    (
        "duplicate-person",
        "group.members[1].name",
        group({"name": "李大山", "post": "副镇长"}, {"name": "李大山", "post": "副镇长"}),
    ),
    ("post-not-at-level", "group.leader.post", group(leader={"name": "张小明", "post": "副县长"})),
    ("law-short-name", "body[0].text", {"body": [SHORT]}),
    ("law-short-name", "basis[0].name", {"basis": ["安全生产法"]}),
    (
        "newer-law",
        "body[0].text",
        {"body": ["根据《危险化学品安全管理条例》，制定本方案。"]},
    ),
    ("law-not-in-force", "basis[0].name", {"basis": ["森林防火条例"]}),
    (
        "law-not-in-force",
        "basis[0].name",
        {"basis": [{"name": "中华人民共和国安全生产法", "version": "2014年修正"}]},
    ),
    (
        "announced-differs",
        "body[0].text",
        {"body": [{"text": "提三点要求：", "points": ["一", "二"]}]},
    ),
    (
        "announced-differs",
        "body[0].text",
        {"body": [{"text": "我提四点建议：", "sections": ["认清形势", "压实责任", "抓好整改"]}]},
    ),
    (
        "announced-differs",
        "body[0].paragraphs[0].text",
        {"body": [{"paragraphs": [{"text": "做好两项工作：", "points": ["甲", "乙", "丙"]}]}]},
    ),
    ("level-mixed", "title", {"title": "我县活动方案"}),
    (
        "outdated-agency",
        "body[0].sections[0].points[1]",
        {"body": [{"sections": [{"points": ["加强领导", "配合县安监局检查"]}]}]},
    ),
]


@pytest.mark.parametrize(("code", "path", "fields"), CAUGHT)
def test_a_breach_is_told_at_its_very_field(code: str, path: str, fields: dict[str, Any]) -> None:
    assert told(plan(**fields)) == [(code, path)]


LEFT_ALONE: list[dict[str, Any]] = [
    {},
    group({"name": "李大山", "post": "副镇长"}, {"name": "王小河", "post": "派出所所长"}),
    group({"name": "张小明", "post": "镇长、安委会主任"}),
    group({"name": "张小明", "post": "安委会主任（兼）"}),
    group({"name": "各站所负责人", "post": "成员"}, {"name": "各站所负责人", "post": "组员"}),
    group({"name": "李大山"}, {"name": "李大山"}),
    group({"name": "李大山", "post": "包村副县长"}),
    group({"name": "李大山", "post": "党政办主任"}, {"name": "王小河", "post": "应急办主任"}),
    {"body": [FULL, "《安全生产法》规定了企业主体责任。", SHORT]},
    {"basis": ["中华人民共和国安全生产法"], "body": [SHORT]},
    {"body": ["深入学习宣传《安全生产法》。"]},
    {"basis": ["森林草原防灭火条例", "河南省安全生产条例"]},
    {"basis": [{"name": "中华人民共和国安全生产法", "version": "2021年修正"}]},
    {
        "basis": ["中华人民共和国危险化学品安全法", "危险化学品安全管理条例"],
    },
    {"body": [{"text": "提三点要求：", "points": ["一", "二", "三"]}]},
    {"body": [{"text": "我提四点建议：", "sections": ["甲", "乙", "丙", "丁"]}]},
    {"body": [{"text": "共检查企业54家。", "points": ["一", "二", "三"]}]},
    {"body": [{"text": "分三个阶段。", "paragraphs": ["第一阶段。"], "sections": ["甲", "乙"]}]},
]


@pytest.mark.parametrize("fields", LEFT_ALONE)
def test_what_is_in_order_is_left_alone(fields: dict[str, Any]) -> None:
    assert told(plan(**fields)) == []


def test_a_short_name_is_told_once() -> None:
    assert told(plan(body=[SHORT, SHORT])) == [("law-short-name", "body[0].text")]


def test_a_finding_in_a_text_names_the_field_in_chinese() -> None:
    [finding] = found(plan(body=[{"heading": "检查", "text": "配合县安监局检查。"}]))

    assert finding.label == "正文·第1项·正文"
    assert finding.message.startswith("正文·第1项·正文：")


def test_the_same_words_in_two_fields_are_two_findings() -> None:
    twice = plan(body=["配合县安监局检查。", "配合县安监局检查。"])

    assert told(twice) == [
        ("outdated-agency", "body[0].text"),
        ("outdated-agency", "body[1].text"),
    ]
