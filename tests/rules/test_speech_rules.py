"""Each rule of a speech: what it catches with both values, what it leaves alone."""

import pytest
from speeches import TOWNS, facility, speech

import docgen

TITLE = "在第三届输油管道安全管理培训班开班仪式上的讲话"


def found(**changes: object) -> list[tuple[str, str | None]]:
    return [(f.code, f.path) for f in docgen.check("讲话", speech(**changes))]


def message(**changes: object) -> str:
    [finding] = docgen.check("讲话", speech(**changes))
    return finding.message


CAUGHT: list[tuple[str, str, dict[str, object]]] = [
    ("session-differs", "session", {"届次": 2}),
    ("session-differs", "event", {"始办年": 2023}),
    ("session-differs", "session", {"届次": 3, "始办年": 2023}),
    ("session-differs", "title", {"标题": TITLE.replace("三", "二")}),
    ("announced-differs", "announcement", {"引语": "下面，我讲三点意见。"}),
    ("announced-differs", "situation[0].text", {"形势": ["在此，我提五点建议："]}),
    ("announced-differs", "opening[0].text", {"开头": ["我讲两个方面的意见："], "形势": []}),
    ("announced-differs", "discipline_lead", {"纪律引语": "我提四点要求："}),
    (
        "announced-differs",
        "points[0].text",
        {"要点": [{"标题": "压实责任", "正文": "抓好三项工作：", "要点": ["一", "二"]}]},
    ),
    (
        "announced-differs",
        "points[0].paragraphs[0].text",
        {"要点": [{"段落": [{"正文": "提三点要求：", "要点": ["一", "二"]}]}]},
    ),
    (
        "announced-differs",
        "points[0].paragraphs[0].text",
        {"要点": [{"标题": "压实责任", "段落": ["提三点要求：", "一是甲。", "二是乙。", "完。"]}]},
    ),
    ("towns-differ", "facility.town_count", {"对象概况": facility(乡镇个数=5)}),
    ("towns-differ", "facility.text", {"对象概况": facility(全文="管道途经7个乡镇。")}),
    ("towns-differ", "facility.text", {"对象概况": facility(全文="管道途经五个乡镇。")}),
    ("town-word-unfit", "facility.town_word", {"对象概况": facility(乡镇称呼="乡镇")}),
    ("town-word-unfit", "facility.town_word", {"对象概况": facility(乡镇称呼="乡镇（街道）")}),
    ("speaker-post-unfit", "speaker.post", {"讲话人": {"单位": "滑县应急管理局", "职务": "镇长"}}),
    ("speaker-post-unfit", "speaker.post", {"讲话人": {"单位": "滑县人民政府", "职务": "局长"}}),
    (
        "speaker-post-unfit",
        "speaker.post",
        {"讲话人": {"单位": "枣村乡人民政府", "职务": "副镇长"}},
    ),
    ("spoken-outside-year", "date", {"年度": 2025}),
    (
        "spoken-outside-year",
        "facility.period.end",
        {"对象概况": facility(整治时间="2025年12月至2026年6月")},
    ),
    ("event-not-titled", "title", {"标题": "在消防安全培训班开班仪式上的讲话"}),
    ("empty-point", "points[0]", {"要点": [{"标题": "谋定后动"}, {"正文": "完。"}]}),
]
LEFT_ALONE: list[dict[str, object]] = [
    {},
    {"届次": 3, "始办年": 2024},
    {"始办年": 2023, "每年一次": False},
    {"活动": "输油管道安全管理培训班", "届次": 2, "始办年": 2025},
    {
        "活动": "2026年第三期输油管道安全管理培训班",
        "标题": "在2026年第三期输油管道安全管理培训班上的讲话",
    },
    {"标题": "在输油管道安全管理培训班开班仪式上的讲话"},
    {"标题": "在第三届“输油管道安全管理培训班”\n开班仪式上的讲话"},
    {"活动": "滑县输油管道安全管理培训班", "标题": "在全县输油管道安全管理培训班上的讲话"},
    {"引语": "下面，我讲四点意见。"},
    {"引语": "下面，我讲几点意见。"},
    {"形势": ["县委提出了三点要求，我们要抓好落实。"]},
    {"形势": ["培训从上午9点开始。"]},
    {"要点": [{"正文": "抓好两项工作：", "要点": ["一", "二"]}]},
    {"要点": [{"标题": "压实责任", "段落": ["提两点要求：", "一是甲。", "二是乙。"]}]},
    {"要点": [{"标题": "压实责任", "正文": "做好三项工作。"}]},
    {"对象概况": facility(乡镇个数=4)},
    {"对象概况": facility(乡镇称呼="乡镇（街道、园区）")},
    {"对象概况": facility(途经乡镇=TOWNS[:2], 乡镇称呼="乡镇")},
    {"对象概况": facility(途经乡镇=["王庄镇", "四间房镇"], 乡镇称呼="镇")},
    {"对象概况": facility(途经乡镇=[], 乡镇个数=7)},
    {"对象概况": facility(全文="管道途经四个乡镇（街道、园区），42个行政村。")},
    {"对象概况": facility(整治时间="2025年12月至2026年4月")},
    {"讲话人": {"单位": "滑县人民政府", "职务": "副县长"}},
    {"讲话人": {"单位": "滑县人民政府", "职务": "县委常委、常务副县长"}},
    {"讲话人": {"单位": "滑县人民政府", "职务": "副县长、县公安局局长"}},
    {"讲话人": {"单位": "城关街道办事处", "职务": "主任"}},
    {"讲话人": {"单位": "滑县消防救援大队", "职务": "大队长"}},
    {"日期": "留白", "年度": 2026},
    {"要点": [{"标题": "压实责任"}, {"标题": "谋定后动"}], "纪律要求": ["甲", "乙"]},
]


@pytest.mark.parametrize(("code", "path", "changes"), CAUGHT)
def test_a_breach_is_caught_once_at_its_field(
    code: str, path: str, changes: dict[str, object]
) -> None:
    assert found(**changes) == [(code, path)]


@pytest.mark.parametrize("changes", LEFT_ALONE)
def test_what_is_in_order_is_left_alone(changes: dict[str, object]) -> None:
    assert found(**changes) == []


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        ({"始办年": 2023}, ("第3届", "第4届")),
        ({"引语": "我讲三点意见。"}, ("3", "4")),
        ({"纪律引语": "提四点要求："}, ("4", "3")),
        ({"对象概况": facility(乡镇个数=5)}, ("5", "4个")),
        ({"年度": 2025}, ("2026年4月9日", "2025年")),
        ({"讲话人": {"单位": "滑县应急管理局", "职务": "镇长"}}, ("镇长", "滑县应急管理局")),
    ],
)
def test_a_wrong_number_is_told_with_both_values(
    changes: dict[str, object], values: tuple[str, str]
) -> None:
    told = message(**changes)

    assert all(value in told for value in values)
