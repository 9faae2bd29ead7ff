"""The plan: whole from year, issuer, campaign, people and contact; any plan in use is carried."""

from pathlib import Path

import pytest
from plans import ACTIVITIES, AUTUMN, Data, plan, without

import docgen
from docgen.completeness import origin
from docgen.engine import make_document, open_press
from docgen.fields import dotted
from docgen.kinds import find_kind
from docgen.kinds._plan_parts import Campaign, Chapter, Details
from docgen.kinds._plan_roster import interpret
from docgen.library import shared_folder
from docgen.readers import read_record
from docgen.rows import Row
from docgen.word.passages import passages

KIND = find_kind("活动方案")
HELD: dict[str, Data] = {
    "安全生产月": {},
    "安全生产万里行": {"活动时间": AUTUMN},
    "百日攻坚": {"活动时间": AUTUMN},
    "大排查大整治": {"活动时间": AUTUMN},
    "消防宣传月": {},
    "防灾减灾日": {},
    "其他": {"活动名称": "农机安全宣传活动", "活动时间": AUTUMN, "活动内容": ACTIVITIES},
}
PENDING: Data = {**ACTIVITIES[0], "责任单位": ["各村", "待定"]}
ISSUERS = [
    "河南省人民政府",
    "安阳市人民政府",
    "滑县人民政府",
    "滑县安全生产委员会",
    "滑县应急管理局",
    "白道口镇人民政府",
    "白道口镇安全生产委员会办公室",
    "城关街道办事处",
    "枣村乡人民政府",
    "西街村民委员会",
    "卫西社区居民委员会",
    "滑县粮油有限公司",
    "白道口镇中心学校",
]


def lines(data: Data) -> list[str]:
    """Give the paragraphs of the finished body."""
    content = docgen.generate("活动方案", data).content
    return [found.text for found in passages(content) if found.place.part == "body" and found.text]


def text(data: Data) -> str:
    return "\n".join(lines(data))


def headings(data: Data) -> list[str]:
    """Give the numbered headings of the first level."""
    return [line for line in lines(data) if line[1:2] == "、" or line[2:3] == "、"]


@pytest.mark.parametrize("campaign", HELD)
def test_a_few_fields_make_a_whole_plan_for_every_campaign(campaign: str) -> None:
    press = open_press("活动方案")

    checked = press.check(Row(plan(活动=campaign, **HELD[campaign])))

    assert checked.findings == ()
    assert press.make(checked)


def test_every_campaign_is_tried() -> None:
    assert list(HELD) == [campaign.label for campaign in Campaign]


@pytest.mark.parametrize("campaign", HELD)
@pytest.mark.parametrize("issuer", ISSUERS)
def test_every_kind_of_issuer_can_issue_one(issuer: str, campaign: str) -> None:
    people = {"组长": ["主要负责人"], "副组长": ["分管负责人"], "成员": ["其他负责人"]}
    changes = {"发文机关": issuer, "活动": campaign, "组织领导": people, **HELD[campaign]}

    assert docgen.check("活动方案", plan(**changes)) == []


@pytest.mark.parametrize(
    ("issuer", "title", "own"),
    [
        ("白道口镇人民政府", "白道口镇2025年“安全生产月”活动方案", "结合我镇实际"),
        ("白道口镇安全生产委员会办公室", "白道口镇2025年“安全生产月”活动方案", "结合我镇实际"),
        ("滑县安全生产委员会", "滑县2025年“安全生产月”活动方案", "结合我县实际"),
        ("城关街道办事处", "城关街道2025年“安全生产月”活动方案", "结合我街道实际"),
        ("西街村民委员会", "西街村2025年“安全生产月”活动方案", "结合本村实际"),
        ("卫西社区居民委员会", "卫西社区2025年“安全生产月”活动方案", "结合本社区实际"),
        ("滑县粮油有限公司", "滑县粮油有限公司2025年“安全生产月”活动方案", "结合我公司实际"),
        ("滑县应急管理局", "滑县应急管理局2025年“安全生产月”活动方案", "结合我局实际"),
    ],
)
def test_an_issuer_speaks_of_its_own_place(issuer: str, title: str, own: str) -> None:
    printed = text(plan(发文机关=issuer))

    assert title in printed.replace("\n", "")
    assert own in printed


@pytest.mark.parametrize("name", ["年度", "发文机关", "活动", "组织领导", "信息报送"])
def test_what_nobody_can_know_is_asked_for(name: str) -> None:
    findings = docgen.check("活动方案", without(plan(), name))

    field = KIND.inputs.child(name)
    assert field is not None
    assert [(finding.code, finding.path) for finding in findings] == [("missing-value", field.name)]


def test_a_campaign_of_ones_own_needs_its_name() -> None:
    [finding] = docgen.check("活动方案", without(plan(活动="其他", **HELD["其他"]), "活动名称"))

    assert (finding.code, finding.path) == ("missing-value", "campaign_name")


def test_year_and_campaign_decide_ordinal_theme_and_period() -> None:
    printed = text(plan(年度=2024))

    assert "第23个全国“安全生产月”" in printed
    assert "“人人讲安全、个个会应急——畅通生命通道”。" in printed
    assert "2024年6月1日至6月30日。" in printed


def test_a_theme_of_ones_own_is_not_called_the_nations() -> None:
    printed = lines(plan(主题="守护平安白道口", 主题是本地自定的=True))

    assert "“守护平安白道口”。" in printed
    assert "主题是" not in printed[1]


def test_the_day_of_counsel_is_printed_with_the_time_and_in_its_activity() -> None:
    day = {"时间": "8:30—11:00", "地点": "镇文化广场", "主办单位": "镇应急管理办公室"}

    printed = text(plan(咨询日=day))

    assert (
        "其中，6月16日8:30—11:00在镇文化广场举办安全宣传咨询日活动，由镇应急管理办公室主办。"
        in printed
    )
    assert "（牵头单位：镇应急管理办公室；" in printed
    assert "活动时间：6月16日8:30—11:00；活动地点：镇文化广场；" in printed


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("标题", "某某方案", "某某方案"),
        ("开头", ["自定开头。", "第二段。"], "自定开头。\n第二段。\n一、总体要求"),
        ("目的", "为管好安全，", "为管好安全，结合我镇实际，制定本方案。"),
        (
            "依据",
            [{"名称": "滑县方案", "文号": "滑安〔2025〕5号"}, "镇规划"],
            "根据《滑县方案》（滑安〔2025〕5号）、《镇规划》要求，",
        ),
        ("指导思想", "自定思想。", "（一）指导思想。自定思想。"),
        ("工作目标", ["目标甲。"], "（二）工作目标。目标甲。"),
        ("工作目标", ["目标甲。", "目标乙。"], "（二）工作目标\n1.目标甲。\n2.目标乙。"),
        ("活动内容", ACTIVITIES, "（一）安全宣讲。组织宣讲。"),
        ("实施步骤", [{"名称": "干", "时间": "年底", "任务": ["做。"]}], "干（年底）。做。"),
        ("工作要求", [{"标题": "要求甲", "正文": "做到。"}], "（一）要求甲\n做到。"),
        ("各章标题", {"组织领导": "组织机构"}, "四、组织机构"),
        ("要素名称", {"责任单位": "配合单位"}, "；配合单位："),
        ("活动要素", "分行", "牵头单位：镇安委会办公室。\n"),
        ("活动各成一章", True, "五、开展主题宣讲。"),
        ("其他章", [{"标题": "保障措施", "正文": "保障。"}], "八、保障措施\n保障。"),
        ("其他章", [{"标题": "背景", "正文": "略。", "排在最前": True}], "一、背景\n略。\n二、"),
        (
            "其他章",
            [{"标题": "参加单位", "正文": "各单位。", "排在": "活动时间"}],
            "四、参加单位\n各单位。\n五、组织领导",
        ),
        ("章首章尾", [{"章": "活动内容", "章首": ["章首。"]}], "五、活动内容\n章首。\n（一）"),
        ("章首章尾", [{"章": "活动时间", "章首": ["章首。"]}], "三、活动时间\n章首。\n2025年"),
        ("章首章尾", [{"章": "工作要求", "章尾": ["章尾。"]}], "：0372-0000000\n章尾。"),
        ("成文日期", "2025-05-26", "白道口镇人民政府\n2025年5月26日"),
    ],
)  # fmt: skip
def test_whatever_the_clerk_writes_stands_instead_of_the_default(
    field: str, value: object, printed: str
) -> None:
    assert printed in text(plan(**{field: value}))


def test_chapters_are_printed_in_the_order_asked_for_and_no_others() -> None:
    order = ["活动主题和时间", "活动内容", "信息报送"]

    found = headings(without(plan(章序=order), "组织领导"))

    assert found == ["一、活动主题和时间", "二、活动内容", "三、信息报送"]


@pytest.mark.parametrize("order", [["总体要求", "指导思想"], ["活动时间", "活动时间"]])
def test_nothing_is_printed_twice(order: list[str]) -> None:
    [finding] = docgen.check("活动方案", plan(章序=order))

    assert (finding.code, finding.path) == ("impossible-value", "order")


def test_a_chapter_that_is_left_out_asks_for_nothing() -> None:
    order = ["活动主题", "活动时间", "活动内容"]

    assert docgen.check("活动方案", without(plan(章序=order), "组织领导", "信息报送")) == []


def test_people_stand_under_their_roles_however_they_are_written() -> None:
    group = {
        "组长": ["手签 镇长"],
        "常务副组长": ["张三、李四　副镇长"],
        "副组长": [{"姓名": "欧阳某", "职务": "镇党委委员、武装部部长"}],
        "成员": ["各站所负责人", "王五、赵六", {"姓名": {"留白": "签字"}}],
        "办公室": {"设在": "镇应急管理办公室", "主任": "张三 副镇长", "电话": "0372-0000000"},
    }

    printed = text(plan(组织领导=group))

    for line in (
        "____________　镇长",
        "常务副组长：张　三、李　四　副镇长",
        "欧阳某　镇党委委员、武装部部长",
        "各站所负责人",
        "王　五、赵　六",
        "办公室设在镇应急管理办公室，由副镇长张三兼任办公室主任，",
        "，联系电话：0372-0000000。",
    ):
        assert line in printed, line


def test_an_office_of_several_people_is_listed() -> None:
    office = {"设在": "镇应急办", "主任": "手签 副镇长", "成员": ["甲一、乙二"], "电话": "留白"}
    group = {**plan()["组织领导"], "机构名称": "镇攻坚行动指挥部", "办公室": office}

    printed = lines(plan(组织领导=group))

    at = next(index for index, line in enumerate(printed) if "指挥部下设办公室" in line)
    assert printed[at].endswith("办公室组成人员如下：")
    assert "____________　副镇长" in printed[at + 1]
    assert "甲　一、乙　二" in printed[at + 2]
    assert "____________" in printed[at + 3]


@pytest.mark.parametrize(
    ("items", "deadline", "said"),
    [
        (["活动总结", "活动统计表"], "2025-06-27", "，6月27日前报送活动总结、活动统计表，"),
        (
            [{"材料": "活动进展", "期限": "每周四12:00前"}, "活动总结", "活动统计表"],
            "2025-06-27",
            "，每周四12:00前报送活动进展，6月27日前报送活动总结、活动统计表，",
        ),
        (
            [
                {"材料": "活动总结", "期限": "2025-06-27"},
                {"材料": "活动进展", "期限": "每周四12:00前"},
                {"材料": "活动统计表", "期限": "2025年6月27日"},
            ],
            "2025-06-27",
            "，6月27日前报送活动总结、活动统计表，每周四12:00前报送活动进展，",
        ),
        (
            [
                {"材料": "活动方案", "期限": "2025-06-05"},
                {"材料": "活动总结", "期限": "2025-06-27"},
            ],
            "2025-06-27",
            "，6月5日前报送活动方案，6月27日前报送活动总结，",
        ),
    ],
)
def test_papers_due_on_one_day_are_named_together(
    items: list[object], deadline: str, said: str
) -> None:
    reports = {"材料": items, "期限": deadline, "联系人": "镇应急管理办公室值班室"}

    assert said in text(plan(信息报送=reports))


def test_reports_say_what_and_when_to_whom() -> None:
    reports = {
        "材料": [{"材料": "活动进展", "期限": "每周四12:00前"}, "活动总结"],
        "期限": "2025-06-27",
        "联系人": "镇应急管理办公室值班室",
        "联系电话": "0372-0000000",
        "电子邮箱": "name@example.com",
    }

    printed = text(plan(信息报送=reports))

    assert "每周四12:00前报送活动进展，6月27日前报送活动总结，材料报至镇安委会办公室。" in printed
    assert (
        "联系人：镇应急管理办公室值班室；联系电话：0372-0000000；电子邮箱：name@example.com"
        in printed
    )


def test_a_task_table_is_made_of_the_activities() -> None:
    given = [
        *ACTIVITIES[:2],
        {**ACTIVITIES[2], "责任单位": ["各村", "学校"], "完成时限": "贯穿全年"},
    ]

    printed = lines(plan(活动内容=given, 附任务分工表=True))

    assert "附件：白道口镇2025年“安全生产月”活动任务分工表" in printed
    assert "附件" in printed
    assert printed[-12:] == [
        *("2", "应急演练", "组织演练", "镇安委会办公室", "—", "6月30日前"),
        *("3", "警示教育", "观看警示片", "镇安委会办公室", "各村、学校", "贯穿全年"),
    ]


def test_a_task_without_lead_is_missing_at_its_own_field() -> None:
    given = [*ACTIVITIES[:2], without(ACTIVITIES[2], "牵头单位")]

    [finding] = docgen.check("活动方案", plan(活动内容=given, 附任务分工表=True))

    assert (finding.code, finding.path) == ("missing-value", "activities[2].lead")
    assert docgen.check("活动方案", plan(活动内容=given)) == []


def test_annexes_are_listed_and_follow_in_order() -> None:
    own = {"标题": "咨询日安排", "内容": [{"标题": "布展", "正文": "7:30前到场。"}]}

    printed = lines(plan(附任务分工表=True, 附活动统计表=True, 附宣传标语=True, 其他附件=[own]))

    labels = [line for line in printed if line.startswith("附件") and "：" not in line]
    assert labels == ["附件1", "附件2", "附件3", "附件4"]
    assert "1.人人讲安全，个个会应急" in printed
    assert printed[-2:] == ["一、布展", "7:30前到场。"]
    assert "6月27日前报送活动总结和活动统计表" in "".join(printed)


def test_under_a_notice_a_plan_has_no_signature() -> None:
    assert lines(plan(落款=False))[-1].startswith("联系人：")


def test_every_passage_leads_back_to_a_field_of_the_record() -> None:
    checked = open_press("活动方案").check(Row(plan(附任务分工表=True, 附宣传标语=True)))
    assert checked.values is not None

    for index, line in enumerate(checked.values["body"]):  # type: ignore[arg-type, var-annotated] # a list of dicts
        for part in ("heading", "text"):
            path = ("body", index, part) if line[part] else ("body", index)
            assert KIND.inputs.find(dotted(origin(checked.values, path, KIND.fields))), line


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"发文机关": "××镇人民政府"}, "issuer.name"),
        ({"主题": "待定"}, "theme"),
        ({"指导思想": "推动××镇安全发展。"}, "guiding.text"),
        ({"组织领导": {"组长": ["镇长"], "办公室": {"设在": "××办"}}}, "organization.office.place"),
        ({"组织领导": {"组长": [{"姓名": "XXX", "职务": "镇长"}]}}, "organization.leaders[0].name"),
        ({"活动内容": [PENDING, *ACTIVITIES[1:]]}, "activities[0].partners[1]"),
        ({"工作要求": ["各村要在20__年做到。"]}, "requirements[0].text"),
        ({"信息报送": {"联系人": "XXX", "联系电话": "0372-0000000"}}, "reporting.contact"),
        ({"宣传标语": ["安全第一", "××平安"]}, "slogans[1]"),
    ],
)  # fmt: skip
def test_a_leftover_blank_is_told_at_the_clerks_own_field(changes: Data, path: str) -> None:
    findings = docgen.check("活动方案", plan(**changes))

    assert [(finding.code, finding.path) for finding in findings] == [("leftover-mark", path)]


@pytest.mark.parametrize(
    "given", [{}, {"活动": "安全生产月"}, {"活动": "没有"}, {"章序": "甲"}, plan()]
)
def test_a_draft_can_be_made_of_anything(given: Data) -> None:
    press = open_press("活动方案")
    for name in [None, *plan()]:
        assert press.draft(Row(without(given, str(name)))).startswith(b"PK")


def test_a_draft_says_what_is_missing() -> None:
    draft = open_press("活动方案").draft(Row(without(plan(), "信息报送", "组织领导")))

    printed = "\n".join(found.text for found in passages(draft))

    assert "【待填：组织领导】" in printed
    assert "【待填：信息报送】" in printed


def test_the_example_in_yaml_gives_the_very_same_file() -> None:
    examples = shared_folder("examples")
    made = [
        make_document(open_press("活动方案"), read_record(examples / f"activity_plan.{ending}"))
        for ending in ("json", "yaml")
    ]

    assert made[0].content == made[1].content
    assert made[0].findings == made[1].findings == []


def test_a_plan_for_every_township_of_a_county(tmp_path: Path) -> None:
    examples = shared_folder("examples")
    roster, common = (examples / f"activity_plan.{end}" for end in ("roster.csv", "common.json"))

    one = docgen.batch("活动方案", roster, common=common, output=tmp_path / "one")
    two = docgen.batch("活动方案", roster, common=common, output=tmp_path / "two", jobs=2)

    assert one.findings == two.findings == []
    assert one.made == 23
    documents = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.docx")]
    assert {path.parent.name for path in documents} == {"滑县"}
    for path in documents:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


@pytest.mark.parametrize(
    ("cells", "issuer", "remarks"),
    [
        ({"@township": "白道口镇"}, "白道口镇人民政府", 0),
        ({"@township": "城关街道"}, "城关街道办事处", 0),
        ({"@township": "白道口镇", "@village": "西街村"}, "西街村民委员会", 0),
        ({"@unit": "滑县粮油有限公司"}, "滑县粮油有限公司", 0),
        ({"@township": "某某农场"}, "某某农场", 1),
    ],
)
def test_a_roster_names_the_issuer_as_people_write_it(
    cells: dict[str, str], issuer: str, remarks: int
) -> None:
    read = interpret(cells)

    assert read.data["issuer"]["name"] == issuer
    assert len(read.remarks) == remarks


def test_a_roster_without_issuer_says_nothing() -> None:
    assert interpret({}).data == {}


def test_the_file_is_named_by_the_title() -> None:
    assert docgen.generate("活动方案", plan()).name == "白道口镇2025年“安全生产月”活动方案.docx"


@pytest.mark.parametrize("name", ["活动方案", "方案", "activity_plan", "实施方案"])
def test_the_kind_is_found_by_its_names(name: str) -> None:
    assert find_kind(name) is KIND


def test_every_choice_has_its_way_of_printing() -> None:
    for chapter in Chapter:
        order = ["总体要求", "活动主题", "活动时间", "组织领导", "活动内容", "实施步骤", "工作要求"]
        if chapter.label not in order:
            order = [chapter.label, "组织领导", "工作要求"]
        assert text(plan(章序=order))
    for details in Details:
        assert text(plan(活动要素=details.label))
