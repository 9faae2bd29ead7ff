"""What a speech or a plan says twice, it says the same."""

import pytest
from plans import ACTIVITIES, plan
from speeches import TOWNS, Data, facility, speech

import docgen

KNOWN = facility(行政村个数=42)
DAY: Data = {"时间": "8:30—11:00", "地点": "镇文化广场"}
HELD: Data = {
    "名称": "举办咨询日活动",
    "内容": "现场咨询。",
    "牵头单位": "镇安委会办公室",
    "活动时间": "6月16日8:30—11:00",
    "活动地点": "镇文化广场",
}


def told_of_a_speech(text: str) -> list[tuple[str, str]]:
    points = [
        {"标题": "认清形势", "正文": text},
        {"标题": "压实责任", "正文": "压实责任。"},
        {"标题": "严肃纪律", "正文": "严肃纪律。"},
    ]
    found = docgen.check("讲话", speech(对象概况=KNOWN, 要点=points))
    return [(one.code, one.message) for one in found]


def told_of_a_day(**changes: object) -> list[tuple[str, str | None]]:
    data = plan(咨询日=DAY, 活动内容=[*ACTIVITIES, {**HELD, **changes}])
    return [(one.code, one.path) for one in docgen.check("活动方案", data)]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("48公里的管道要守得住。", "facility-said", ("48公里的管道", "47")),
        ("沿线43个行政村都要行动。", "facility-said", ("沿线43个行政村", "42")),
        ("途经5个乡镇，战线很长。", "facility-said", ("途经5个乡镇", "4")),
        ("大家消除隐患70处，来之不易。", "facility-said", ("消除隐患70处", "71")),
        (
            "办好第二届输油管道安全管理培训班意义重大。",
            "session-said",
            ("第二届输油管道安全管理培训班", "第3届"),
        ),
    ],
)
def test_a_speech_that_says_otherwise_is_told_with_both(
    text: str, code: str, words: tuple[str, ...]
) -> None:
    found = told_of_a_speech(text)

    assert [one for one, _ in found] == [code]
    assert all(word in found[0][1] for word in words)


@pytest.mark.parametrize(
    "text",
    [
        "47公里的管道要守得住。",
        "沿线4个乡镇、42个行政村都要行动。",
        "管道全长284公里，其中12公里的管道穿越村庄。",
        "一年多来，共消除隐患70处。",
        "每5公里管道设一名巡线员。",
        "近50公里的管道，处处都要管好。",
        "去年，消除隐患20处。",
        "第三届输油管道安全管理培训班今天开班。",
        "去年的第二届输油管道安全管理培训班效果很好。",
        f"途经{'、'.join(TOWNS)}。",
    ],
)
def test_a_speech_that_says_the_same_or_of_a_part_is_left_alone(text: str) -> None:
    assert told_of_a_speech(text) == []


def test_the_closing_names_the_session_of_the_event() -> None:
    closing = "预祝第二届输油管道安全管理培训班圆满成功！"
    found = docgen.check("讲话", speech(结语=[closing]))

    assert [(one.code, one.path) for one in found] == [("session-said", "closing[0].text")]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"活动时间": "6月17日8:30—11:00"}, "time"),
        ({"活动时间": "6月16日9:30—11:00"}, "time"),
        ({"活动地点": "县体育场"}, "place"),
    ],
)
def test_a_day_of_counsel_told_otherwise_is_told(changes: Data, name: str) -> None:
    assert told_of_a_day(**changes) == [("consult-day-said", f"activities[3].{name}")]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"活动时间": "6月16日"},
        {"活动时间": "6月16日8：30至11：00"},
        {"活动时间": None, "完成时限": "6月底前"},
        {"活动地点": "镇文化广场主席台"},
        {"名称": "举办开放日活动", "活动时间": "6月17日9:00—11:00", "活动地点": "县城"},
    ],
)
def test_a_day_of_counsel_told_the_same_is_left_alone(changes: Data) -> None:
    assert told_of_a_day(**changes) == []
