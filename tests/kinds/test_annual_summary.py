"""The summary: whole from figures, work, problems and plans; any part in the clerk's words."""

import json
from typing import Any

import pytest
from summaries import full_summary, inspected, row, town_summary, whole

import docgen
from docgen.completeness import origin
from docgen.engine import make_draft, open_press
from docgen.fields import dotted
from docgen.kinds import find_kind
from docgen.kinds._scopes import Scope
from docgen.library import shared_folder
from docgen.rows import Row
from docgen.word.passages import passages

KIND = find_kind("总结")


def lines_of(data: dict[str, Any]) -> list[str]:
    content = docgen.generate("总结", data).content
    return [p.text for p in passages(content) if p.place.part == "body" and p.text]


def text_of(**changes: object) -> str:
    return "\n".join(lines_of(town_summary(**changes)))


def test_figures_work_problems_and_plans_make_a_whole_paper() -> None:
    lines = lines_of(town_summary())

    assert lines[0] == "白道口镇2026年度安全生产工作总结"
    assert [line for line in lines if line[1:2] == "、" and line[0] in "一二三四五"] == [
        "一、基本情况",
        "二、主要工作及成效",
        "三、存在的问题",
        "四、下一步工作打算",
    ]
    assert lines[-2:] == ["白道口镇人民政府", "2026年12月31日"]


def test_every_field_is_printed_and_nothing_is_lost() -> None:
    press = open_press("总结")

    checked = press.check(Row(full_summary()))

    assert checked.findings == ()
    assert press.make(checked)


def test_the_example_is_sound() -> None:
    example = json.loads((shared_folder("examples") / "annual_summary.json").read_text("utf-8"))

    assert docgen.check("总结", example) == []
    assert docgen.generate("总结", example).name == "福德镇2025年度安全生产工作总结.docx"


@pytest.mark.parametrize("scope", Scope)
def test_every_field_of_safety_has_its_words(scope: Scope) -> None:
    assert docgen.check("总结", town_summary(领域=scope.label)) == []


@pytest.mark.parametrize(
    ("issuer", "everywhere"),
    [
        ("滑县人民政府", "全县"),
        ("滑县应急管理局", "全县"),
        ("城关街道办事处", "全街道"),
        ("西街村民委员会", "全村"),
        ("卫西社区居民委员会", "全社区"),
        ("滑县粮油有限公司", "本单位"),
    ],
)
def test_an_office_speaks_of_its_own_place(issuer: str, everywhere: str) -> None:
    assert f"全年，{everywhere}未发生生产安全事故" in text_of(发文机关=issuer)


@pytest.mark.parametrize(
    ("start", "end", "title", "during", "next_time"),
    [
        ("01-01", "12-31", "2026年度", "全年，", "2027年，"),
        ("01-01", "11-30", "2026年度", "截至11月30日，", "2027年，"),
        ("01-01", "06-30", "2026年上半年", "上半年，", "下半年，"),
        ("07-01", "12-31", "2026年下半年", "下半年，", "2027年，"),
        ("01-01", "03-31", "2026年第一季度", "第一季度，", "下季度，"),
        ("10-01", "12-31", "2026年第四季度", "第四季度，", "2027年，"),
        ("05-01", "05-31", "2026年5月份", "5月份，", "下月，"),
        ("01-01", "08-15", "2026年度", "截至8月15日，", "下一步，"),
        ("03-05", "12-20", "2026年度", "3月5日至12月20日，", "2027年，"),
    ],
)
def test_title_sentences_and_plans_follow_the_period(
    start: str, end: str, title: str, during: str, next_time: str
) -> None:
    text = text_of(统计期={"开始": f"2026-{start}", "结束": f"2026-{end}"})

    assert f"白道口镇{title}安全生产工作总结" in text
    assert f"\n{during}全镇未发生生产安全事故" in text
    assert f"\n{next_time}我镇将坚持问题导向" in text


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("标题", "某某总结", "某某总结"),
        ("暨下期计划", True, "工作总结\n暨2027年工作计划"),
        ("发文字号", "白政〔2026〕58号", "白政〔2026〕58号"),
        ("主送机关", "县安委会办公室", "县安委会办公室："),
        ("开头", ["自拟开头。"], "自拟开头。"),
        ("各章标题", {"主要工作": "主要做法"}, "二、主要做法"),
        ("各章起段", {"主要工作": ["做法如下。"]}, "二、主要工作及成效\n做法如下。"),
        ("各章起段", {"下步打算": ["自拟起段。"]}, "四、下一步工作打算\n自拟起段。"),
        ("各章起段", {"下步打算": []}, "四、下一步工作打算\n（一）"),
        ("基本情况", {"标题": "全镇情况", "正文": "辖37村。"}, "一、全镇情况\n辖37村。\n全年，"),
        ("其他章", [{"标题": "体会", "正文": "有三点。"}], "三、体会\n有三点。\n四、存在的问题"),
        ("其他章", [{"标题": "体会", "正文": "甲。", "排在": "下步打算"}], "五、体会\n甲。"),
        ("结尾", ["结尾一段。"], "结尾一段。\n白道口镇人民政府"),
        ("成文日期", "2027年1月8日", "白道口镇人民政府\n2027年1月8日"),
        ("成文日期", "留白", "白道口镇人民政府\n　　　　年　　月　　日"),
    ],
)
def test_whatever_the_clerk_writes_stands_instead_of_the_default(
    field: str, value: object, printed: str
) -> None:
    assert printed in text_of(**{field: value})


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ({"问题排法": "一是分段"}, "三、存在的问题\n一是个别单位重视不够。\n二是监管力量不足。"),
        ({"问题排法": "一是连写"}, "三、存在的问题\n一是个别单位重视不够；二是监管力量不足。"),
        ({"问题排法": "编号"}, "三、存在的问题\n（一）个别单位重视不够\n（二）监管力量不足"),
        ({"打算排法": "一是分段"}, "\n一是压实各方责任。\n二是充实监管力量。"),
        ({"打算排法": "一是连写"}, "重点做好以下工作。一是压实各方责任；二是充实监管力量。"),
        ({"章下编号": "1."}, "二、主要工作及成效\n1.加强领导"),
        ({"工作各条作章": True}, "二、加强领导\n镇党委专题研究安全生产工作。\n三、存在的问题"),
        ({"章序": ["主要工作"]}, "一、主要工作及成效\n（一）加强领导"),
        (
            {"问题打算合章": True},
            "三、存在的问题和下一步工作打算\n（一）存在的问题\n一是个别单位重视不够。",
        ),
        ({"落款": "题下"}, "总结\n白道口镇人民政府\n2026年12月31日\n2026年，"),
    ],
)
def test_the_form_decides_how_chapters_are_laid_out(form: dict[str, object], printed: str) -> None:
    assert printed in text_of(版式=form)


def test_a_summary_may_go_without_signature() -> None:
    assert lines_of(town_summary(版式={"落款": "不印"}))[-1] == "（二）充实监管力量。"


def test_problems_of_several_paragraphs_are_numbered_whatever_was_asked() -> None:
    problems = [{"标题": "重视不够", "段落": ["甲。", "乙。"]}, "力量不足"]

    assert "（一）重视不够\n甲。\n乙。\n（二）力量不足" in text_of(存在问题=problems)


@pytest.mark.parametrize(
    ("accidents", "printed"),
    [
        ([row("道路交通", 0)], "全年，全镇未发生生产安全事故。"),
        ([row("道路交通", 2, 1)], "全年，全镇共发生生产安全事故2起，死亡1人。"),
        ([row("道路交通", 2, 0)], "共发生生产安全事故2起，未造成人员死亡。"),
        ([row("甲", 1, 1, 重伤=2, 轻伤=3, 直接经济损失=12.5)], "死亡1人，重伤2人，轻伤3人，"),
        (
            [row("甲", 1, 1, 重伤=0, 直接经济损失=12.5)],
            "损失12.5万元，未发生较大及以上生产安全事故",
        ),
        ([row("甲", 1, 1), row("乙", 2, 1)], "共发生生产安全事故3起，死亡2人。\n（一）甲：发生1起"),
        ([whole(2, 1, 类别="各类事故"), row("甲", 2, 1)], "共发生各类事故2起，死亡1人。"),
        (
            [row("甲", 3, 上年同期={"起数": 4, "死亡": 0})],
            "与上年相比，事故起数下降25%，死亡人数持平。",
        ),
        ([row("甲", 4, 上年同期={"起数": 3, "死亡": 0})], "事故起数上升33.3%"),
        ([row("甲", 2, 上年同期={"起数": 0, "死亡": 0})], "事故起数增加2起"),
        ([row("甲", 0, 上年同期={"起数": 2, "死亡": 0})], "事故起数下降100%"),
        ([row("甲", 2, 1, 上年同期={"起数": 4, "死亡": 2})], "事故起数、死亡人数均下降50%。"),
        ([row("甲", 2, 1, 同比={"起数": "减少2起"})], "与上年相比，事故起数减少2起。"),
        ([row("甲", 2, 1, 控制指标={"死亡": 2})], "死亡人数未突破2人的控制指标。"),
        ([row("甲", 2, 2, 控制指标={"死亡": 1})], "死亡人数超出1人的控制指标1人。"),
        ([row("甲", 1, 3)], "属较大事故。"),
        ([row("甲", 2, 2, 最高等级="一般")], "最重的为一般事故。"),
        ([row("甲", 2, 1), row("乙", 1, 口径="其中", 属于="甲")], "死亡1人。其中，乙1起。"),
        ([row("甲", 2, 1), row("东", 2, 1, 口径="分地区")], "分地区看，东2起、死亡1人。"),
        ([row("甲", 2, 1), row("一季度", 2, 1, 口径="分时段")], "分时段看，一季度2起、死亡1人。"),
        ([row("甲", 2, 1), row("民用火灾", 5, 口径="另计")], "另外，民用火灾5起。"),
        ([row("甲", 1, 1, 说明="为货车追尾。")], "死亡1人。为货车追尾。"),
    ],
)
def test_accidents_are_said_from_their_numbers(accidents: list[object], printed: str) -> None:
    assert printed in text_of(事故=accidents)


def test_an_accident_told_by_itself_has_its_grade() -> None:
    case = {"事故": "砖厂坍塌事故", "日期": "2026-03-05", "地点": "某村", "死亡": 3, "重伤": 1}

    text = text_of(事故=[row("工矿", 1, 3)], 典型事故=[case])

    assert "3月5日，某村发生砖厂坍塌事故，造成死亡3人、重伤1人，属较大事故。" in text


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("企业构成", 54, "截至年底，全镇共有生产经营单位54家。"),
        (
            "企业构成",
            {"总数": 12, "构成": [{"名称": "危化", "数量": 2}, {"名称": "工贸", "数量": 10}]},
            "共有生产经营单位12家，其中危化2家、工贸10家。",
        ),
        ("签订责任书", "400多份", "全年签订安全生产责任书400多份。"),
        (
            "会议",
            [{"会议": "全会", "次数": 4}, {"会议": "例会", "次数": 12, "频次": "每月一次"}],
            "全年召开全会4次、例会12次（每月一次）。",
        ),
        (
            "培训",
            [{"培训": "主任班", "期数": 13, "班数": 39, "人数": 330, "计划人数": 300}],
            "全年举办主任班13期39班，培训330人，完成计划的110%。",
        ),
        ("培训", [{"培训": "村干部培训", "培训率": "90%以上"}], "村干部培训，培训率达到90%以上。"),
        ("宣传", [{"项目": "发放资料", "数量": "600多份"}], "全年发放资料600多份。"),
        (
            "演练",
            [{"演练": "防火演练", "场次": 2, "人数": 120}],
            "全年组织防火演练2场，120人参加。",
        ),
        ("重大隐患", {"排查": 0}, "全年未发现重大事故隐患。"),
        ("重大隐患", {"排查": 2, "销号": 2}, "排查出重大事故隐患2处，已全部整改销号。"),
        (
            "重大隐患",
            {"排查": 2, "销号": 1, "挂牌督办": 1, "未销号措施": "已专人监护"},
            "2处，其中挂牌督办1处，已整改销号1处，尚有1处未整改销号，已专人监护。",
        ),
        ("检查", [inspected("消防", 发现隐患=0)], "消防方面，未发现问题隐患。"),
        ("检查", [inspected("消防", 发现隐患=9, 完成整改=9)], "问题隐患9处，已全部完成整改。"),
        (
            "检查",
            [inspected("危房", 发现隐患="60起", 完成整改="48起")],
            "发现问题隐患60起，完成整改48起，整改率80%，尚有12起未完成整改。",
        ),
        (
            "检查",
            [inspected("甲", 发现隐患=2, 完成整改=1), inspected("乙", 发现隐患=2, 完成整改=2)],
            "全年，全镇发现问题隐患4处，完成整改3处，整改率75%，尚有1处未完成整改。\n其中，甲方面，",
        ),
        ("检查", [inspected("甲", 频次="每月一次", 检查次数=12)], "开展检查12次（每月一次）。"),
        (
            "检查",
            [inspected("甲", 整改通知=0, 行政处罚=2, 罚款=1.5)],
            "甲方面，实施行政处罚2起，罚款1.5",
        ),
        ("检查", [inspected("东", 口径="分地区", 发现隐患=2)], "分地区看，东发现问题隐患2处。"),
    ],
)
def test_what_is_counted_is_said_from_its_numbers(field: str, value: object, printed: str) -> None:
    assert printed in text_of(**{field: value})


@pytest.mark.parametrize("more", [{"典型事故": [{"事故": "爆炸", "直接经济损失": 1000}]}, {}])
def test_no_grave_accident_is_claimed_only_where_the_numbers_prove_it(more: dict[str, Any]) -> None:
    light = row("甲", 1, 1, 重伤=0, 直接经济损失=9)

    assert ("未发生较大及以上" in text_of(事故=[light], **more)) is not bool(more)


def test_figures_stand_in_the_section_that_asks_for_them() -> None:
    work = [{"标题": "压实责任", "正文": "逐级压实。", "附数字": ["签订责任书"]}, "其他工作。"]

    text = text_of(签订责任书=42, 主要工作=work)

    assert (
        "（一）压实责任\n逐级压实。\n全年签订安全生产责任书42份。\n（二）其他工作。\n三、" in text
    )


def test_figures_that_no_section_asks_for_get_sections_of_their_own() -> None:
    text = text_of(签订责任书=42, 演练=[{"演练": "防火演练", "场次": 2}])

    assert "（二）压实安全生产责任\n全年签订安全生产责任书42份。" in text
    assert "（三）组织应急演练\n全年组织防火演练2场。" in text


def test_figures_may_be_given_for_the_check_alone() -> None:
    text = text_of(签订责任书=42, 版式={"数字用法": "只作核对"})

    assert "42" not in text
    assert "一、主要工作及成效" in text


def test_a_table_has_a_column_for_every_number_that_is_known() -> None:
    accidents = [row("甲", 1, 1, 上年同期={"起数": 2}), row("乙", 0, 0, 上年同期={"起数": 0})]

    text = text_of(事故=accidents, 版式={"统计表": ["事故统计表"]})

    head = "事故统计表\n单位：起、人\n类别\n起数\n死亡\n起数同比\n"
    assert head + "合计\n1\n1\n下降50%\n甲\n1\n1\n下降50%\n乙\n0\n0\n持平" in text


def test_a_table_stands_once_and_where_its_figures_stand() -> None:
    rows = [inspected("甲", 发现隐患=2, 完成整改=1), inspected("乙", 发现隐患=2, 完成整改=2)]
    work = [{"标题": "隐患排查", "附数字": ["检查"]}, {"标题": "其他", "正文": "丙。"}]

    text = text_of(检查=rows, 主要工作=work, 版式={"统计表": ["隐患排查统计表"]})

    assert text.count("隐患排查统计表") == 1
    assert text.index("隐患排查统计表") < text.index("（二）其他")
    assert "乙\n2\n2\n100%" in text


def test_a_table_without_rows_is_not_printed() -> None:
    assert "统计表" not in text_of(事故=[], 版式={"统计表": ["事故统计表", "隐患排查统计表"]})


def test_every_passage_leads_back_to_a_field_of_the_record() -> None:
    checked = open_press("总结").check(Row(full_summary()))
    assert checked.values is not None

    for index, line in enumerate(checked.values["body"]):  # type: ignore[arg-type, var-annotated] # a list of dicts
        for part in ("heading", "text"):
            path = ("body", index, part) if line[part] else ("body", index)
            assert KIND.inputs.find(dotted(origin(checked.values, path, KIND.fields))), line


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        (
            {"检查": [inspected("甲", 发现隐患=1), inspected("××村", 发现隐患=1)]},
            "inspections[1].field",
        ),
        ({"会议": [{"会议": "例会", "说明": "__次"}]}, "meetings[0].note"),
        ({"事故": [row("××事故", 1)]}, "accidents[0].category"),
        ({"存在问题": ["重视不够", "XX村隐患多"]}, "problems[1].text"),
        ({"主要工作": [{"标题": "甲", "下级": ["（待填）"]}]}, "work[0].sections[0].text"),
        ({"发文机关": "××镇人民政府"}, "issuer.name"),
    ],
)
def test_a_leftover_blank_is_told_at_its_own_field(changes: dict[str, object], path: str) -> None:
    found = docgen.check("总结", town_summary(**changes))

    assert [(finding.code, finding.path) for finding in found] == [("leftover-mark", path)]


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"年度": None}, "missing-value", "year"),
        ({"发文机关": None}, "missing-value", "issuer"),
        ({"主要工作": []}, "missing-value", "work"),
        ({"主要工作": [{}]}, "missing-value", "work"),
        ({"培训": [{"培训": "甲", "培训率": 120}]}, "impossible-value", "trainings[0].rate"),
        (
            {"检查": [inspected("甲", 发现隐患="六十处")]},
            "impossible-value",
            "inspections[0].found",
        ),
        ({"事故": [row("甲", -1)]}, "out-of-range", "accidents[0].count"),
        ({"事故": [{"起数": 1}]}, "impossible-value", "accidents[0]"),
        (
            {"事故": [row("甲", 1, 同比={"起数": "下降2倍"})]},
            "impossible-value",
            "accidents[0].change.count",
        ),
        ({"统计期": {"开始": "2026-12-01", "结束": "2026-01-01"}}, "impossible-value", "period"),
        ({"版式": {"章序": ["主要工作", "主要工作"]}}, "impossible-value", "form"),
        ({"主要工做": ["甲。"]}, "unknown-field", "主要工做"),
    ],
)
def test_bad_input_is_told_once_at_its_own_field(
    changes: dict[str, object], code: str, path: str
) -> None:
    found = docgen.check("总结", town_summary(**changes))

    assert [(finding.code, finding.path) for finding in found] == [(code, path)]


def test_a_draft_shows_what_is_missing() -> None:
    document = make_draft(
        open_press("总结"), Row({"年度": 2026, "事故": [{"类别": "甲", "起数": "三"}]})
    )

    text = "\n".join(passage.text for passage in passages(document.content))

    assert "【待填：发文机关】" in text
    assert "【待填：主要工作】" in text
    assert "【待填：事故·第1项·起数】" in text
