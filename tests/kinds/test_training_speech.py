"""The speech: whole from event, day, speaker and headings; any real speech can be carried."""

import io
import json
import re
import zipfile
from typing import Any

import pytest
from speeches import TOWNS, facility, speech

import docgen
from docgen.engine import open_press
from docgen.kinds import find_kind
from docgen.kinds._scopes import Scope
from docgen.library import shared_folder
from docgen.rows import Row
from docgen.word.passages import passages

KIND = find_kind("讲话")
EXAMPLE: dict[str, Any] = json.loads(
    (shared_folder("examples") / "training_speech.json").read_text("utf-8")
)
HEADINGS = ["认清形势，提高认识", "直面现状，清醒意识", "认真学习，强化责任", "严格要求，确保实效"]


def lines_of(data: dict[str, Any]) -> list[str]:
    content = docgen.generate(KIND, data).content
    return [p.text for p in passages(content) if p.place.part == "body" and p.text]


def text_of(data: dict[str, Any]) -> str:
    return "\n".join(lines_of(data))


OUTLINE = speech(
    称谓="各位领导、同事：大家好！",
    开头=["近年来管道事故多发。", "我县管道长47公里，途经7个乡镇（街道、园区）。"],
    形势=["为保安全举办这次培训，在此，我给大家提出四点建议："],
    要点=[
        {"标题": HEADINGS[0], "正文": "中央高度重视。"},
        {
            "标题": HEADINGS[1],
            "段落": [
                {"正文": "还有一些问题：", "要点": ["基础薄弱。机制不全", "力量不足", "意识不强"]},
                "基层是前沿，要靠大家落实。",
            ],
        },
        {
            "标题": HEADINGS[2],
            "正文": "仍有不少问题：",
            "要点": ["方法不适应。抓不住重点", "手段不适应", "交流太少"],
        },
        {
            "标题": HEADINGS[3],
            "段落": [
                {
                    "正文": "我对培训中心和参训人员提三点要求：",
                    "要点": ["把课讲好。认真备课", "守好纪律", "多作交流"],
                    "要点分段": True,
                }
            ],
        },
    ],
    结语=["最后，预祝培训圆满成功！谢谢！"],
)
PRINTED = [
    "各位领导、同事：大家好！",
    "近年来管道事故多发。",
    "我县管道长47公里，途经7个乡镇（街道、园区）。",
    "为保安全举办这次培训，在此，我给大家提出四点建议：",
    "一、认清形势，提高认识",
    "中央高度重视。",
    "二、直面现状，清醒意识",
    "还有一些问题：一是基础薄弱。机制不全。二是力量不足。三是意识不强。",
    "基层是前沿，要靠大家落实。",
    "三、认真学习，强化责任",
    "仍有不少问题：",
    "一是方法不适应。抓不住重点。二是手段不适应。三是交流太少。",
    "四、严格要求，确保实效",
    "我对培训中心和参训人员提三点要求：",
    "一是把课讲好。认真备课。",
    "二是守好纪律。",
    "三是多作交流。",
    "最后，预祝培训圆满成功！谢谢！",
]


def test_the_outline_of_a_real_speech_comes_out_in_order_with_its_numbers() -> None:
    lines = lines_of(OUTLINE)

    assert docgen.check(KIND, OUTLINE) == []
    assert lines[lines.index(PRINTED[0]) :] == PRINTED


def test_requirements_may_also_be_given_as_a_list_of_their_own() -> None:
    points = [*OUTLINE["要点"][:3], {"标题": HEADINGS[3]}]
    wanted = ["把课讲好。认真备课", "守好纪律", "多作交流"]

    lines = lines_of({**OUTLINE, "要点": points, "纪律要求": wanted})

    assert lines[-5:-1] == [
        "为保证培训质量，我对承办单位和参训同志提三点要求：",
        *("一是把课讲好。认真备课。", "二是守好纪律。", "三是多作交流。"),
    ]


@pytest.mark.parametrize("year", [2022, 2026])
@pytest.mark.parametrize("scope", list(Scope), ids=lambda scope: str(scope.value))
def test_event_day_and_speaker_make_a_whole_speech(scope: Scope, year: int) -> None:
    data = speech(领域=scope.label, 活动="安全管理培训班", 日期=f"{year}年4月9日")

    assert docgen.check(KIND, data) == []
    text = text_of(data)
    assert len(text) > 1200
    for heading in ("一、", "二、", "三、", "四、"):
        assert f"\n{heading}" in text


def test_a_heading_alone_gets_words_that_fit_it() -> None:
    text = text_of(speech(要点=[{"标题": heading} for heading in HEADINGS]))

    for number, heading in zip("一二三四", HEADINGS, strict=True):
        assert f"\n{number}、{heading}\n" in text
    assert "我讲四点意见" in text
    assert "\n一是承办单位" in text


def test_a_heading_of_no_known_sort_is_told_and_nothing_is_made_up() -> None:
    [finding] = docgen.check(KIND, speech(要点=[{"标题": "谋定后动"}, {"标题": "压实责任"}]))

    assert (finding.code, finding.path) == ("empty-point", "points[0]")


def test_no_theme_is_used_twice() -> None:
    data = speech(要点=[{"标题": "排查隐患"}, {"标题": "再查隐患"}, {"正文": "完了。"}])

    assert [finding.path for finding in docgen.check(KIND, data)] == ["points[1]"]


def test_what_the_clerk_writes_below_a_heading_stands_alone() -> None:
    text = text_of(speech(要点=[{"标题": "压实责任", "正文": "照此办理。"}]))

    assert "一、压实责任\n照此办理。\n" in text
    assert "一是承办单位" not in text


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("标题", "在输油管道安全管理培训班上的讲话", "在输油管道安全管理培训班上的讲话"),
        ("称谓", "同志们", "同志们："),
        ("称谓", "各位领导、同志们:", "各位领导、同志们："),
        ("称谓", "各位同事：大家好！", "各位同事：大家好！"),
        ("开头", ["今天开班。"], "今天开班。"),
        ("形势", ["形势不容乐观。"], "形势不容乐观。"),
        ("引语", "在此，我提四点建议：", "在此，我提四点建议："),
        ("纪律引语", "我提三点要求：", "我提三点要求："),
        ("纪律要求", ["守纪律"], "\n守纪律。"),
        ("结语", ["谢谢大家！"], "谢谢大家！"),
        ("地点", "县委党校", "在县委党校正式开班"),
        ("主办单位", ["滑县应急管理局", "滑县发展和改革委员会"], "由滑县应急管理局、滑县发展"),
        ("始办年", 2024, "我县自2024年起每年举办一次输油管道安全管理培训班，这次是第三届。"),
        ("日期", "留白", "（　　　　年　　月　　日）"),
    ],
)
def test_whatever_the_clerk_writes_is_printed(field: str, value: object, printed: str) -> None:
    data = speech(**{field: value})
    if field == "日期":
        data["年度"] = 2026

    assert printed in text_of(data)


@pytest.mark.parametrize(
    ("event", "title"),
    [
        ("安全培训班", "在安全培训班开班仪式上的讲话"),
        ("第二期安全培训班开班式", "在第二期安全培训班开班式上的讲话"),
        ("安全培训动员会", "在安全培训动员会上的讲话"),
    ],
)
def test_the_title_names_the_ceremony_once(event: str, title: str) -> None:
    lines = lines_of(speech(活动=event))

    assert lines[0] == title
    assert not [line for line in lines if "开班式正式开班" in line]


def test_a_paragraph_with_points_of_its_own_does_not_announce_those_of_the_speech() -> None:
    text = text_of(speech(形势=[{"正文": "有两个目的：", "要点": ["学法律", "学技术"]}]))

    assert "我讲四点意见" in text


@pytest.mark.parametrize(
    ("speaker", "printed"),
    [
        ({"单位": "滑县应急管理局", "职务": "局长"}, "滑县应急管理局局长"),
        (
            {"单位": "滑县应急管理局", "职务": "局长", "姓名": "手签"},
            "滑县应急管理局局长　____________",
        ),
        ({"单位": "滑县应急管理局", "职务": "滑县应急管理局副局长"}, "滑县应急管理局副局长"),
        ({"单位": "滑县应急管理局"}, "滑县应急管理局"),
    ],
)
def test_the_speaker_stands_below_the_day(speaker: object, printed: str) -> None:
    lines = lines_of(speech(讲话人=speaker))

    assert lines[lines.index("（2026年4月9日）") + 1] == printed


def test_a_speech_has_neither_recipients_nor_signature_at_its_end() -> None:
    lines = lines_of(speech())

    assert lines[-1] == "最后，预祝这次培训圆满成功！谢谢大家！"
    assert sum("滑县应急管理局局长" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        (
            {"途经乡镇": TOWNS},
            "中洛输油管道在我县境内途经王庄镇、小铺乡、产业集聚区、城关街道，"
            "共4个乡镇（街道、园区），全长47公里。",
        ),
        ({"途经乡镇": ["王庄镇", "小铺乡"]}, "共2个乡镇，"),
        ({"途经乡镇": ["城关街道"]}, "共1个街道，"),
        ({"行政村个数": 42}, "（街道、园区）、42个行政村，"),
        ({"行政村个数": "42个村（社区）"}, "、42个村（社区），"),
        ({"长度": "约47公里"}, "全长约47公里。"),
        ({"整治时间": "2023年12月至2024年6月"}, "。2023年12月至2024年6月，我县组织开展了"),
        ({"整治时间": "2024年1月至2024年6月"}, "2024年1月至6月，"),
        ({"整治名称": "专项整治"}, "经过专项整治，共消除隐患71处。"),
        ({"简介": "连接两地的管道", "起点": "甲地"}, "管道是连接两地的管道，起自甲地。在我县境内"),
        ({"其他情况": ["设有一座泵站"]}, "71处。设有一座泵站。"),
        ({"全文": "我县管道长47公里。"}, "\n我县管道长47公里。\n"),
    ],
)
def test_the_facility_is_told_in_one_paragraph(changes: dict[str, object], printed: str) -> None:
    assert printed in text_of(speech(对象概况=facility(**changes)))


@pytest.mark.parametrize(
    "changes",
    [
        {"整治时间": "2023年12至2024年6月"},
        {"整治时间": "2024年6月至2023年12月"},
        {"整治时间": "2023年13月至2024年6月"},
        {"长度": "47亩"},
    ],
)
def test_a_fact_that_has_lost_something_is_refused(changes: dict[str, object]) -> None:
    [finding] = docgen.check(KIND, speech(对象概况=facility(**changes)))

    assert finding.is_error
    assert finding.path is not None
    assert finding.path.startswith("facility.")


def test_a_name_without_any_fact_is_no_facility() -> None:
    [finding] = docgen.check(KIND, speech(对象概况={"名称": "中洛输油管道"}))

    assert finding.path == "facility"


def test_nothing_is_announced_where_the_clerk_announces_or_wants_none() -> None:
    said = text_of(speech(形势=["下面，我讲四点意见："]))
    unsaid = text_of(speech(写明点数=False))

    assert said.count("四点意见") == 1
    assert "点意见" not in unsaid


def test_a_speech_may_go_without_numbered_points() -> None:
    points = [{"编号": False, "正文": "这是一段。"}, {"编号": False, "正文": "又是一段。"}]

    lines = lines_of(speech(要点=points, 形势=[]))

    assert lines[-3:-1] == ["这是一段。", "又是一段。"]
    assert not [line for line in lines if "点意见" in line]


def test_a_speech_may_be_paragraphs_alone() -> None:
    data = speech(开头=["就讲这些。"], 形势=[], 要点=[], 纪律要求=[], 结语=[])

    assert lines_of(data)[-1] == "就讲这些。"


def test_a_speech_that_says_nothing_is_refused() -> None:
    data = speech(开头=[], 形势=[], 要点=[], 纪律要求=[], 结语=["谢谢！"])

    assert [finding.code for finding in docgen.check(KIND, data)] == ["impossible-value"]


@pytest.mark.parametrize(
    ("event", "scope"),
    [
        ("第三届输油管道安全管理培训班", "pipeline"),
        ("消防安全责任人培训班", "fire"),
        ("农村道路交通安全劝导员培训班", "road"),
        ("乡镇应急管理干部培训班", "comprehensive"),
    ],
)
def test_the_field_of_safety_is_read_from_the_event(event: str, scope: str) -> None:
    assert KIND.complete({"event": event})["scope"] == scope


@pytest.mark.parametrize(
    ("field", "path"), [("活动", "event"), ("日期", "date"), ("讲话人", "speaker")]
)
def test_a_missing_field_is_told_once_and_alone(field: str, path: str) -> None:
    findings = docgen.check(KIND, {k: v for k, v in speech().items() if k != field})

    assert [(finding.code, finding.path) for finding in findings] == [("missing-value", path)]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"讲话人": {"单位": "××县应急管理局", "职务": "局长"}}, "speaker.organ.name"),
        ({"活动": "第三届××培训班"}, "event"),
        ({"地点": "XX县委党校"}, "place"),
        ({"对象概况": facility(途经乡镇=["王庄镇", "__乡"])}, "facility.towns[1]"),
        ({"结语": ["预祝20__年培训圆满成功！"]}, "closing[0].text"),
    ],
)
def test_a_leftover_blank_is_told_at_the_clerks_own_field(
    changes: dict[str, object], path: str
) -> None:
    findings = [f for f in docgen.check(KIND, speech(**changes)) if f.is_error]

    assert {(finding.code, finding.path) for finding in findings} == {("leftover-mark", path)}


def test_a_draft_of_a_day_alone_shows_what_is_missing() -> None:
    draft = open_press(KIND).draft(Row({"日期": "2026年4月9日"}))

    text = "\n".join(passage.text for passage in passages(draft))
    assert "【待填：活动】" in text or "【待填：标题】" in text
    assert "一、认清形势，提高认识" in text
    assert "草稿" in text


@pytest.mark.parametrize(("layout", "size"), [(None, 32), ("大字稿", 36), ("特大字稿", 44)])
def test_a_copy_to_read_from_says_the_same_in_larger_type(layout: str | None, size: int) -> None:
    copy = docgen.generate(KIND, EXAMPLE, layout=layout).content

    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        styles = package.read("word/styles.xml").decode()
    normal = re.search('<w:style [^>]*w:default="1"[^>]*>.*?</w:style>', styles, re.DOTALL)
    assert normal is not None
    assert f'<w:sz w:val="{size}"/>' in normal[0]
    said = [p.text for p in passages(copy) if p.place.part == "body" and p.text]
    assert said == lines_of(EXAMPLE)


def test_the_example_is_marked_as_an_exercise_and_names_nobody() -> None:
    assert "练习" in EXAMPLE["//"]
    assert "姓名" not in EXAMPLE["讲话人"]
    assert docgen.check(KIND, EXAMPLE) == []


def test_the_example_tells_the_figures_of_the_facility() -> None:
    text = text_of(EXAMPLE)

    assert "共7个乡镇（街道、园区）、42个行政村，全长47公里。" in text
    assert "共消除隐患71处" in text
    assert "提三点要求" in text
