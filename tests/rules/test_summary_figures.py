"""Figures told in a summary's own words, against those filled in and against each other."""

import pytest
from summaries import Data, found, inspected, row, whole

FIGURES: Data = {
    "企业构成": 54,
    "签订责任书": 42,
    "事故": [
        whole(3, 4, 重伤=1, 轻伤=1, 直接经济损失=20),
        row("道路交通", 2, 3),
        row("工矿商贸", 1, 1),
    ],
    "检查": [
        inspected("企业", 检查单位=500, 发现隐患=150, 完成整改=150, 整改通知=4, 罚款=1.5),
        inspected("危房", 检查单位=100, 发现隐患=60, 完成整改=48, 整改通知=3, 罚款=0),
    ],
    "重大隐患": {"排查": 2, "销号": 2},
    "培训": [{"培训": "安全主任培训班", "期数": 10, "人数": 300}],
    "演练": [{"演练": "森林火灾扑救演练", "场次": 2}],
}
WRONG = [
    ("全年检查企业650家次，排查隐患210处。", "检查企业650家次", "检查单位是600"),
    ("一年来，共排查各类安全隐患211处。", "排查各类安全隐患211处", "发现隐患是210"),
    ("排查隐患210处，整改199处。", "整改199处", "完成整改是198"),
    ("全年整改率98%。", "整改率98%", "整改率是94.3%"),
    ("整改率达到95%以上。", "整改率达到95%以上", "整改率是94.3%"),
    ("隐患整改率100%。", "整改率100%", "整改率是94.3%"),
    ("下达整改通知书9份。", "整改通知书9份", "整改通知是7"),
    ("罚款3万元。", "罚款3万元", "罚款（万元）是1.5"),
    ("全年发生事故4起、死亡4人。", "发生事故4起", "事故起数是3"),
    ("全年发生事故四起。", "发生事故四起", "事故起数是3"),
    ("全镇发生事故3起，比上年减少1起，死亡5人。", "死亡5人", "死亡人数是4"),
    ("全年发生事故3起，受伤3人。", "受伤3人", "受伤人数是2"),
    ("发生事故3起，直接经济损失30万元。", "经济损失30万元", "直接经济损失（万元）是20"),
    ("发生事故3起，直接经济损失20000元。", "经济损失20000元", "直接经济损失（万元）是20"),
    ("全年发生道路交通事故3起。", "发生道路交通事故3起", "道路交通的事故起数是2"),
    (
        "全年发生事故3起，其中道路交通事故1起。",
        "其中道路交通事故1起",
        "道路交通的事故起数是2",
    ),
    ("共检查危房101家次。", "检查危房101家次", "危房的检查单位是100"),
    ("排查重大事故隐患3处，全部销号。", "排查重大事故隐患3处", "重大隐患排查是2"),
    ("举办各类安全培训12场。", "举办各类安全培训12场", "培训期数是10"),
    ("全年培训310人次。", "培训310人次", "培训人数是300"),
    ("开展应急演练3场。", "开展应急演练3场", "演练场次是2"),
    ("逐级签订责任书45份。", "签订责任书45份", "签订责任书是42"),
    ("深入推进三年行动，全年检查企业650家次。", "检查企业650家次", "检查单位是600"),
    ("聚焦交通、消防、燃气等重点领域，共排查隐患99处。", "排查隐患99处", "发现隐患是210"),
]
SOUND_TEXT = """
全年检查企业600家次，排查隐患210处，整改198处，整改率94.3%。
全年发生事故3起、死亡4人，受伤2人，直接经济损失20万元。
发生事故3起，直接经济损失200000元。
全年发生事故3起，其中道路交通事故2起、死亡3人。
上年发生事故5起，死亡6人。
去年同期发生事故5起，今年发生事故3起。
市安委会通报，全市发生事故40起，死亡12人。
2024年发生事故9起。
近三年共发生事故9起。
3月份，检查企业60家次，排查隐患10处。
其中消防领域排查隐患30处，整改29处。
消防安全方面，排查隐患30处。发现问题隐患12处。
配合县应急管理局检查企业20家次。
联合派出所检查企业40家次。
专项行动中排查隐患33处，整改率100%。
夏季攻坚期间，共检查单位80家次。
排查隐患约200处，发现隐患200余处。
累计排查隐患近220处。
力争整改率达到100%。
确保整改率98%。
整改率达到94%以上。
举办消防培训3场，开展防汛演练5场。
举办安全主任培训班9期。
责令限期整改12处，未完成整改12处。
当场整改36处。
某砖厂发生事故1起，死亡1人。
发生火灾事故9起，死亡0人。
未发生一起死亡3人以上的事故。
西街村排查隐患12处。
重大隐患整改率100%。
每月检查企业50家次。
与各村签订责任书37份。
杜绝较大以上事故，未发生较大事故一起。
春节前后检查企业40家次。
校园周边排查隐患5处，整改5处。
全年清理乱堆乱放3处，整改标牌5个。
死亡1人以上事故为零。
学习上级有关文件12份，召开会议12次。
溺水死亡0人，自然死亡12人。
"""
SOUND = SOUND_TEXT.split()


@pytest.mark.parametrize(("sentence", "words", "due"), WRONG)
def test_a_figure_told_wrong_is_told_with_both_values(sentence: str, words: str, due: str) -> None:
    [finding] = found(**FIGURES, 开头=[sentence])

    assert (finding.code, finding.path) == ("figure-differs", "lead[0].text")
    assert finding.message == f"写着“{words}”，填报的{due}"


@pytest.mark.parametrize("sentence", SOUND)
@pytest.mark.parametrize("place", ["开头", "主要工作", "结尾"])
def test_what_is_right_or_told_of_a_part_is_left_alone(place: str, sentence: str) -> None:
    assert found(**{**FIGURES, place: [sentence]}) == []


def test_a_section_tells_of_the_whole_where_it_says_so() -> None:
    told = found(**FIGURES, 主要工作=["排查隐患99处。", "全年排查隐患98处。"])

    assert [finding.path for finding in told] == ["work[1].text"]


def test_a_section_of_one_field_tells_of_that_field() -> None:
    work = {"标题": "狠抓消防安全", "正文": "全年排查隐患99处，整改99处。"}
    rooms = {"标题": "排查农村危房", "正文": "全年排查隐患60处，整改48处。"}

    assert found(**FIGURES, 主要工作=[work, rooms]) == []


@pytest.mark.parametrize("text", ["全年排查隐患60处。", "全年排查隐患59处以上。"])
def test_the_plans_tell_no_figures_of_the_year(text: str) -> None:
    assert found(**FIGURES, 下步打算=[text]) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"存在问题": ["危房隐患还有13起没有完成整改"]}, "problems[0].text"),
        ({"存在问题": ["尚有13处安全隐患没有销号"]}, "problems[0].text"),
        ({"下步打算": ["对剩余13处隐患逐一落实措施。"]}, "next_steps[0].text"),
    ],
)
def test_what_is_said_to_be_open_is_what_was_found_and_not_fixed(changes: Data, path: str) -> None:
    told = found(**{**FIGURES, **changes})

    assert [(finding.code, finding.path) for finding in told] == [("figure-differs", path)]
    assert told[0].message.endswith("尚未整改是12")


@pytest.mark.parametrize(
    "changes",
    [
        {"存在问题": ["农村危房隐患还有12起没有完成整改"]},
        {"存在问题": ["消防领域还有3处隐患没有完成整改"]},
        {"存在问题": ["还有3个问题有待解决"]},
        {"下步打算": ["对剩余12处隐患逐一落实措施。"]},
        {"下步打算": ["全年排查隐患300处，整改率达到100%。"]},
    ],
)
def test_what_is_open_or_planned_is_left_alone(changes: Data) -> None:
    assert found(**{**FIGURES, **changes}) == []


def test_words_that_contradict_each_other_are_told_where_no_field_knows() -> None:
    [finding] = found(开头=["全年排查隐患120处。"], 主要工作=["全年共排查隐患210处。"])

    assert finding.path == "work[0].text"
    assert finding.message == "写着“排查隐患210处”，前面写的是“排查隐患120处”"


def test_words_that_agree_or_tell_of_parts_do_not_contradict() -> None:
    work = ["全年共排查隐患120处。", "全年消防领域排查隐患20处。"]

    assert found(开头=["全年排查隐患120处。"], 主要工作=work) == []


def test_an_inexact_sum_bears_every_figure_it_may_be() -> None:
    rows = [inspected("企业", 发现隐患="100多"), inspected("危房", 发现隐患=60)]

    assert found(检查=rows, 开头=["全年排查隐患199处。"]) == []
    [finding] = found(检查=rows, 开头=["全年排查隐患150处。"])
    assert finding.code == "figure-differs"
