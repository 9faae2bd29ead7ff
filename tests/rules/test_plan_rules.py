"""Each rule of plans: what it catches, what it leaves alone."""

from typing import Any

import pytest
from plans import ACTIVITIES, AUTUMN, plan

import docgen

Changes = dict[str, Any]
OFFICE = {"设在": "镇应急管理办公室"}
THEME_2024 = "人人讲安全、个个会应急——畅通生命通道"
THEME_2025 = "人人讲安全、个个会应急——查找身边安全隐患"


def codes(changes: Changes) -> list[str]:
    return [finding.code for finding in docgen.check("活动方案", plan(**changes))]


def told(changes: Changes) -> list[docgen.Finding]:
    return docgen.check("活动方案", plan(**changes))


def group(**changes: object) -> Changes:
    """Give the leading group of named people, changed."""
    people = {"组长": ["张三 镇长"], "副组长": ["李四 副镇长"], "成员": ["王五、赵六 镇干部"]}
    return {"组织领导": {**people, **changes}}


def activities(**changes: object) -> Changes:
    """Give three activities, the last changed."""
    return {"活动内容": [*ACTIVITIES[:2], {**ACTIVITIES[2], **changes}]}


def phases(*spans: tuple[str, str]) -> Changes:
    """Give phases of these days of June."""
    return {
        "实施步骤": [
            {
                "名称": f"第{index}阶段",
                "开始": f"2025-06-{start}",
                "结束": f"2025-06-{end}",
                "任务": ["干活。"],
            }
            for index, (start, end) in enumerate(spans, 1)
        ]
    }


def reporting(**changes: object) -> Changes:
    """Give the reports asked for, changed."""
    return {"信息报送": {"联系人": "手签", "联系电话": "0372-0000000", **changes}}


ANNOUNCED: Changes = {"章": "活动内容", "章首": ["重点开展以下四项活动。"]}

CAUGHT: list[tuple[str, Changes]] = [
    ("title-campaign-differs", {"标题": "白道口镇2025年百日攻坚行动方案"}),
    ("title-campaign-differs", {"标题": "白道口镇2025年“消防宣传月”活动方案"}),
    ("year-differs", {"标题": "白道口镇2024年“安全生产月”活动方案"}),
    (
        "year-differs",
        {
            "活动": "百日攻坚",
            "活动时间": AUTUMN,
            "标题": "白道口镇2023—2024年百日攻坚行动方案",
        },
    ),
    ("theme-differs", {"主题": THEME_2024}),
    ("theme-differs", {"主题": "人人讲安全、个个会应急"}),
    ("theme-differs", {"年度": 2031, "主题": THEME_2025}),
    ("ordinal-differs", {"届次": 23}),
    ("ordinal-differs", {"活动": "防灾减灾日", "届次": 24}),
    ("period-differs", {"活动时间": {"开始": "2025-05-01", "结束": "2025-05-31"}}),
    ("period-differs", {"活动时间": {"开始": "2025-06-01", "结束": "2025-07-10"}}),
    ("period-differs", {"活动": "消防宣传月", "活动时间": AUTUMN}),
    (
        "period-differs",
        {"活动": "防灾减灾日", "活动时间": {"开始": "2025-05-13", "结束": "2025-05-18"}},
    ),
    (
        "campaign-outside-year",
        {"活动": "百日攻坚", "活动时间": {"开始": "2024-09-01", "结束": "2024-12-09"}},
    ),
    ("phases-broken", phases(("01", "05"), ("10", "30"))),
    ("phases-broken", phases(("01", "10"), ("08", "30"))),
    ("phases-broken", phases(("06", "20"), ("01", "05"), ("21", "30"))),
    ("phases-broken", phases(("02", "05"), ("06", "30"))),
    ("phases-broken", phases(("01", "05"), ("06", "28"))),
    ("consult-day-outside", {"咨询日": {"日期": "2025-07-16"}}),
    ("consult-day-differs", {"咨询日": {"日期": "2025-06-15"}}),
    ("activity-outside-period", activities(完成时限="2025-07-25")),
    ("activity-outside-period", activities(完成时限="7月底前")),
    ("activity-outside-period", activities(活动时间="5月16日上午")),
    ("activity-outside-period", activities(完成时限="2024年6月20日前")),
    ("activities-few", {"活动内容": ACTIVITIES[:2]}),
    ("activity-twice", activities(名称="应急 演练")),
    ("lead-unknown", {**activities(牵头单位="镇安监站"), "单位名册": ["镇安委会办公室"]}),
    ("lead-unknown", {**activities(责任单位=["东街小学"]), "单位名册": ["镇安委会办公室"]}),
    ("director-unlisted", group(办公室={**OFFICE, "主任": "钱七 副镇长"})),
    ("person-twice", group(成员=["李四"])),
    ("person-twice", group(成员=["王五、赵六、王五 镇干部"])),
    ("person-twice", group(成员=["周一 副镇长", "周一 所长"])),
    ("person-twice", group(成员=["周一 所长", "周一 所长"])),
    ("duplicate-person", group(办公室={**OFFICE, "主任": "李四 党委委员"})),
    ("report-deadline", reporting(期限="2025-06-05")),
    ("report-deadline", reporting(期限="2026-06-27")),
    ("report-deadline", reporting(材料=[{"材料": "总结", "期限": "5月底前"}], 期限="每周五前")),
    ("contact-form", reporting(联系电话="1381234567")),
    ("contact-form", reporting(电子邮箱="anban.com")),
    ("contact-form", {"信息报送": {"联系人": "手签"}}),
    ("contact-form", group(办公室={**OFFICE, "电话": "0372-12345"})),
    ("chapter-empty", {"年度": 2031}),
    ("chapter-empty", {"活动": "大排查大整治"}),
    ("chapter-empty", {"组织领导": {"职责": "统筹部署。"}}),
    ("chapter-empty", {"活动": "防灾减灾日", "章序": ["组织领导", "实施步骤", "工作要求"]}),
    ("chapter-left-out", {"章序": ["活动主题", "活动内容", "工作要求"]}),
    ("chapter-left-out", {"写信息报送": False}),
    ("chapter-left-out", {"其他章": [{"标题": "参加单位", "正文": "略。", "排在": "信息报送"}]}),
    (
        "chapter-left-out",
        {"章首章尾": [{"章": "信息报送", "章首": ["及时报送。"]}]},
    ),
    ("chapter-left-out", reporting(正文="请按时报送。", 材料=["总结"])),
    ("chapter-left-out", {"开头": ["制定本方案。"], "目的": "抓好安全"}),
    ("chapter-left-out", {"开头": ["制定本方案。"], "依据": ["滑县方案"]}),
    ("activity-count-differs", {"活动内容": ACTIVITIES, "章首章尾": [ANNOUNCED]}),
    ("dated-after-start", {"成文日期": "2025-06-20"}),
]

LEFT_ALONE: list[Changes] = [
    {"标题": "白道口镇2025年“安全生产月”暨安全生产万里行活动方案"},
    {},
    {"标题": "白道口镇2025年“安全生产月”活动方案"},
    {
        "活动": "百日攻坚",
        "活动时间": {"开始": "2025-11-20", "结束": "2026-02-27"},
        "标题": "白道口镇2025—2026年百日攻坚行动方案",
    },
    {
        "活动": "百日攻坚",
        "活动时间": {"开始": "2025-11-20", "结束": "2026-02-27"},
        "标题": "白道口镇2025年11月至2026年2月百日攻坚行动方案",
    },
    {"主题": "人人讲安全 个个会应急 —— 查找身边安全隐患"},
    {"主题": "守护平安白道口", "主题是本地自定的": True},
    {"年度": 2031, "主题": "二〇三一年公布的主题"},
    {"活动": "百日攻坚", "活动时间": AUTUMN, "主题": "百日攻坚保平安"},
    {"届次": 24},
    {"活动": "防灾减灾日"},
    {"活动": "防灾减灾日", "活动时间": {"开始": "2025-05-10", "结束": "2025-05-16"}},
    {"活动": "消防宣传月"},
    {"活动": "百日攻坚", "活动时间": {"开始": "2025-11-20", "结束": "2026-02-27"}},
    phases(("01", "05"), ("06", "25"), ("26", "30")),
    {
        "实施步骤": [
            {"名称": "动员", "时间": "5月底前", "任务": ["动员。"]},
            {"名称": "实施", "开始": "2025-06-01", "结束": "2025-06-25", "任务": ["实施。"]},
            {"名称": "总结", "时间": "6月底前", "任务": ["总结。"]},
        ]
    },
    {"咨询日": {"时间": "8:30—11:00", "地点": "镇文化广场"}},
    {"咨询日": {"日期": "2025-06-16"}},
    activities(完成时限="2025-06-30"),
    activities(完成时限="6月底前"),
    activities(完成时限="贯穿全年"),
    activities(完成时限="每周四12:00前"),
    activities(活动时间="6月16日上午"),
    {"活动内容": ACTIVITIES},
    {**activities(责任单位=["白道口派出所"]), "单位名册": ["镇安委会办公室", "白道口派出所"]},
    {**activities(牵头单位="镇安监站"), "单位名册": []},
    group(),
    group(办公室={**OFFICE, "主任": "李四 副镇长", "电话": "0372-0000000"}),
    group(办公室={**OFFICE, "主任": "副镇长"}),
    group(副组长=["手签 副镇长", "手签 武装部部长"]),
    reporting(期限="2025-06-27"),
    reporting(期限="6月底前"),
    reporting(材料=[{"材料": "进展", "期限": "每周四12:00前"}, {"材料": "总结"}]),
    reporting(联系电话="13800000000、5611013"),
    reporting(联系电话="手签", 电子邮箱="anban@example.com"),
    {"信息报送": {"联系人": "手签", "电子邮箱": "anban@example.com"}},
    reporting(正文="请按时报送活动总结。"),
    {
        "组织领导": {"引语": "成立以镇长为组长的活动领导小组，负责统筹部署。"},
    },
    {"其他章": [{"标题": "参加单位", "正文": "镇直各单位。", "排在": "活动时间"}]},
    {"活动内容": ACTIVITIES, "章首章尾": [{"章": "活动内容", "章首": ["开展以下三项活动。"]}]},
    {"章首章尾": [{"章": "活动内容", "章尾": ["各单位可以增加一项活动。"]}]},
    {"目的": "为抓好安全，", "依据": [{"名称": "滑县“安全生产月”方案", "文号": "滑安〔2025〕5号"}]},
    {
        "开头": ["为抓好安全，根据《滑县方案》制定本方案。"],
        "目的": "抓好安全",
        "依据": ["滑县方案"],
    },
    {"成文日期": "2025-05-26"},
    {"成文日期": "2025-06-03"},
    {"成文日期": "留白"},
]


@pytest.mark.parametrize(("code", "changes"), CAUGHT)
def test_a_breach_is_caught(code: str, changes: Changes) -> None:
    assert code in codes(changes)


@pytest.mark.parametrize("changes", LEFT_ALONE)
def test_what_is_in_order_is_left_alone(changes: Changes) -> None:
    assert codes(changes) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"主题": THEME_2024}, [THEME_2024, THEME_2025]),
        ({"届次": 23}, ["第23个", "第24个"]),
        ({"活动时间": AUTUMN}, ["2025年9月1日至12月9日", "2025年6月1日至6月30日"]),
        ({"咨询日": {"日期": "2025-07-16"}}, ["2025年7月16日", "2025年6月1日至6月30日"]),
        (phases(("01", "05"), ("10", "30")), ["2025年6月5日", "2025年6月10日"]),
        (activities(完成时限="7月25日前"), ["2025年7月25日", "2025年6月1日至6月30日"]),
        (reporting(期限="2025-06-05"), ["2025年6月5日", "2025年6月30日"]),
        ({"成文日期": "2025-06-20"}, ["2025年6月20日", "2025年6月1日"]),
    ],
)
def test_a_breach_is_told_with_both_values(changes: Changes, words: list[str]) -> None:
    finding = docgen.check("活动方案", plan(**changes))[0]

    assert [word for word in words if word not in finding.message] == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"主题": THEME_2024}, "theme"),
        (activities(完成时限="7月25日前"), "activities[2].deadline"),
        (group(成员=["李四"]), "organization.members[0].name"),
        (group(办公室={**OFFICE, "主任": "钱七"}), "organization.office.director.name"),
        (phases(("01", "05"), ("10", "30")), "phases[1].start"),
        (reporting(联系电话="1381234567"), "reporting.phone"),
        ({"章首章尾": [{"章": "信息报送", "章首": ["报送。"]}]}, "remarks[0].chapter"),
    ],
)
def test_a_breach_is_told_at_its_field(changes: Changes, path: str) -> None:
    assert docgen.check("活动方案", plan(**changes))[0].path == path


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"届次": 23}, "ordinal-differs"), ({"主题": THEME_2024}, "theme-differs")],
)
def test_what_docgen_says_again_is_not_told_again(changes: Changes, code: str) -> None:
    assert codes(changes) == [code]


def test_a_waived_breach_no_longer_stops_the_paper() -> None:
    waivers = [{"规则": "period-differs", "理由": "县里统一提前启动"}]
    early = {"开始": "2025-05-26", "结束": "2025-06-30"}

    [finding] = docgen.check("活动方案", plan(活动时间=early, 豁免=waivers))

    assert (finding.waived, finding.is_error) == ("县里统一提前启动", False)


def test_the_theme_of_a_year_not_known_yet_is_said_to_be_so() -> None:
    old = "人人讲安全、个个会应急——查找身边安全隐患"

    [lacking] = told({"年度": 2031})
    [other] = told({"年度": 2031, "主题": old})

    for finding in (lacking, other):
        assert "词库里还没有2031年安全生产月的主题" in finding.message
        assert "campaigns.toml" in finding.hint
        assert '2031 = "主题"' in finding.hint


def test_somebody_with_two_posts_in_a_group_is_told_once_with_both() -> None:
    [finding] = told(group(成员=["周一 副镇长", "周一 所长"]))

    assert finding.path == "organization.members[1].name"
    assert finding.message == "周一在领导小组里写了两次，职务一处是“副镇长”，一处是“所长”"


def county(post: str) -> Changes:
    organization = {"组长": [{"姓名": "手签", "职务": post}], "成员": ["王庄镇镇长", "镇直负责人"]}
    return {"发文机关": "滑县人民政府", "组织领导": organization}


@pytest.mark.parametrize("post", ["镇长", "镇党委副书记、镇长"])
def test_a_countys_group_is_not_led_by_a_towns_head(post: str) -> None:
    assert "leader-below" in codes(county(post))


@pytest.mark.parametrize("post", ["县长", "县委常委、副县长", "县应急管理局局长"])
def test_a_countys_group_is_led_by_the_countys_own(post: str) -> None:
    assert "leader-below" not in codes(county(post))
