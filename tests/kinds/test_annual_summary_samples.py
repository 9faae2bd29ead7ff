"""The outlines of two real summaries come out of the finished file in their order and numbers.

One is of a district in 2006, four levels deep, with 一是 paragraph by paragraph; the other of a
town, whose work stands in six chapters numbered 一、 and then 1.
"""

from typing import Any

import pytest

import docgen
from docgen.word.passages import passages

Data = dict[str, Any]


def body_of(data: Data) -> list[str]:
    content = docgen.generate("总结", data).content
    return [p.text for p in passages(content) if p.place.part == "body" and p.text][1:]


def run_in(heading: str, text: str, **more: object) -> Data:
    return {"标题": heading, "标题接排": True, "正文": text, **more}


def points(*texts: str) -> Data:
    return {"要点": list(texts), "要点分段": True}


DISTRICT: Data = {
    "年度": 2006,
    "发文机关": "广州市某某区人民政府",
    "标题": "某某区2006年度安全生产工作总结",
    "统计期": {"开始": "2006-01-01", "结束": "2006-11-30"},
    "开头": ["开头一段。"],
    "基本情况": {
        "标题": "全区各类事故情况",
        "正文": "总的情况。",
        "下级编号": "1.",
        "下级": [
            run_in("企业（含建筑）：", "企业情况。"),
            run_in("火灾：", "火灾情况。"),
            run_in("道路交通：", "交通情况。"),
        ],
    },
    "主要工作": [
        {
            "标题": "建章立制",
            "下级": [run_in("编制规划", "规划正文。"), run_in("完善制度", "制度正文。")],
        },
        {
            "标题": "强化责任",
            "下级": [
                {
                    "标题": "强化考核",
                    "段落": ["一是考核。", "二是签订。", "三是细则。四是延伸。"],
                },
                {"标题": "健全机构", **points("充实成员", "组建队伍", "建设中队")},
            ],
        },
        {
            "标题": "落实主体责任",
            "正文": "主体责任正文。",
            **points("宣传发动", "细化方案", "加强培训", "总结经验"),
        },
        {
            "标题": "宣传教育",
            "下级": [
                run_in(
                    "完成培训任务",
                    "培训正文。",
                    **points("加强领导", "落实责任", "建立机构", "发挥作用", "督促参加"),
                ),
                run_in("开展安全生产月", "活动正文。", 段落=["咨询日一段。"]),
            ],
        },
        {
            "标题": "专项整治",
            "下级": [
                run_in("整治隐患单位", "整治正文。", 段落=["验收一段。"]),
                {"标题": "监管危化品", **points(*"甲乙丙丁戊己庚")},
                {"标题": "专项检查", **points("餐饮", "高空作业")},
                {"标题": "交通消防", **points("交通", "消防")},
                {"标题": "其他领域", **points("巩固", "监管", "清查")},
            ],
        },
        {"标题": "分类统计", "正文": "统计正文。"},
        {"标题": "严肃查处", "正文": "查处正文。"},
    ],
    "存在问题": ["重视不够", "认识不足", "经费不足", "事故多发", "意识淡薄"],
    "各章标题": {"主要工作": "主要工作情况", "存在问题": "存在的主要问题"},
    "版式": {"落款": "不印"},
}
DISTRICT_LINES = [
    "开头一段。",
    "一、全区各类事故情况", "总的情况。",
    "1.企业（含建筑）：企业情况。", "2.火灾：火灾情况。", "3.道路交通：交通情况。",
    "二、主要工作情况",
    "（一）建章立制", "1.编制规划。规划正文。", "2.完善制度。制度正文。",
    "（二）强化责任",
    "1.强化考核", "一是考核。", "二是签订。", "三是细则。四是延伸。",
    "2.健全机构", "一是充实成员。", "二是组建队伍。", "三是建设中队。",
    "（三）落实主体责任", "主体责任正文。",
    "一是宣传发动。", "二是细化方案。", "三是加强培训。", "四是总结经验。",
    "（四）宣传教育",
    "1.完成培训任务。培训正文。",
    "一是加强领导。", "二是落实责任。", "三是建立机构。", "四是发挥作用。", "五是督促参加。",
    "2.开展安全生产月。活动正文。", "咨询日一段。",
    "（五）专项整治",
    "1.整治隐患单位。整治正文。", "验收一段。",
    "2.监管危化品",
    "一是甲。", "二是乙。", "三是丙。", "四是丁。", "五是戊。", "六是己。", "七是庚。",
    "3.专项检查", "一是餐饮。", "二是高空作业。",
    "4.交通消防", "一是交通。", "二是消防。",
    "5.其他领域", "一是巩固。", "二是监管。", "三是清查。",
    "（六）分类统计", "统计正文。",
    "（七）严肃查处", "查处正文。",
    "三、存在的主要问题",
    "一是重视不够。", "二是认识不足。", "三是经费不足。", "四是事故多发。", "五是意识淡薄。",
]  # fmt: skip
SYSTEMS = ("安委会", "例会", "培训", "检查", "应急", "警示", "追究", "值班")
TOWN: Data = {
    "年度": 2026,
    "发文机关": "某某镇人民政府",
    "开头": ["开头一段。"],
    "主要工作": [
        {"标题": "狠抓组织建设", "段落": ["组织第一段。", "组织第二段。", "组织第三段。"]},
        {
            "标题": "狠抓制度建设",
            "正文": "制度正文。",
            "下级编号": "1.",
            "下级": [f"坚持{name}制度。" for name in SYSTEMS],
        },
        {
            "标题": "狠抓宣传教育",
            "段落": [
                {
                    "正文": "宣传正文。",
                    "要点": ["培训干部", "培训业主", "印发资料", "开展竞赛"],
                }
            ],
        },
        {"标题": "狠抓创建工作", "正文": "创建正文。"},
        {"标题": "狠抓安全重点，突破难点", "正文": "重点正文。"},
        {"标题": "狠抓安全检查", "正文": "检查正文。"},
    ],
    "结尾": ["结尾一段。"],
    "版式": {"工作各条作章": True, "落款": "不印"},
}
TOWN_LINES = [
    "开头一段。",
    "一、狠抓组织建设", "组织第一段。", "组织第二段。", "组织第三段。",
    "二、狠抓制度建设", "制度正文。",
    *(f"{at}.坚持{name}制度。" for at, name in enumerate(SYSTEMS, 1)),
    "三、狠抓宣传教育", "宣传正文。一是培训干部；二是培训业主；三是印发资料；四是开展竞赛。",
    "四、狠抓创建工作", "创建正文。",
    "五、狠抓安全重点，突破难点", "重点正文。",
    "六、狠抓安全检查", "检查正文。",
    "结尾一段。",
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "lines"), [(DISTRICT, DISTRICT_LINES), (TOWN, TOWN_LINES)], ids=["district", "town"]
)
def test_an_outline_comes_out_in_its_order_with_its_numbers(data: Data, lines: list[str]) -> None:
    assert body_of(data) == lines


@pytest.mark.parametrize("data", [DISTRICT, TOWN], ids=["district", "town"])
def test_what_real_summaries_lack_is_told_and_does_not_stop_them(data: Data) -> None:
    codes = {finding.code for finding in docgen.check("总结", data)}

    assert codes == {"accidents-missing", "chapter-missing"}


def test_the_figures_that_were_lost_are_said_with_their_rates() -> None:
    hazards = {"领域": "重点隐患单位", "发现隐患": "44家", "完成整改": "35家"}
    enterprises = {
        "总数": 5293,
        "构成": [{"名称": "高危行业", "数量": 63}, {"名称": "非高危行业", "数量": 5230}],
    }
    training = {"培训": "安全主任培训班", "期数": 13, "班数": 39, "人数": 330, "计划人数": 300}
    figures = {"检查": [hazards], "企业构成": enterprises, "培训": [training]}

    text = "\n".join(body_of(DISTRICT | figures))

    assert "共有生产经营单位5293家，其中高危行业63家、非高危行业5230家。" in text
    assert "发现问题隐患44家，完成整改35家，整改率79.5%，尚有9家未完成整改" in text
    assert "举办安全主任培训班13期39班，培训330人，完成计划的110%。" in text
