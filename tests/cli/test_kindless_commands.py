"""One's own template without a kind: its placeholders are the fields, checked to the cell."""

from pathlib import Path

import openpyxl
import pytest
from commands import Shell
from own_templates import CERTIFICATE, HOUSEHOLD, NOTICE, certificate, household, notice, texts
from own_templates import written as template


def test_a_template_is_filled_in_from_its_own_names(shell: Shell) -> None:
    household(shell.folder)
    shell.write("户.json", HOUSEHOLD)

    ran = shell("render", "--template", "入户检查表.docx", "户.json")

    assert ran.out == "没有问题。已生成 西街村入户检查表.docx\n"
    assert texts(shell.folder / "西街村入户检查表.docx") == [
        "白道口镇西街村燃气安全入户检查表",
        "户主：____________　检查日期：2026年6月3日",
        "共2处。",
        "户主签字：____________",
        "序号|隐患|整改措施",
        "1|胶管老化|更换胶管，2026年6月30日前",
        "2|没有报警器|安装报警器",
    ]


def test_every_gap_is_told_at_its_line_and_nothing_is_written(shell: Shell) -> None:
    household(shell.folder)
    hazard = '{"描述": "胶管老化", "措施": ""}'
    shell.write("户.json", f'{{"乡镇": "白道口镇", "村名": "××村",\n"隐患": [{hazard}]}}')

    ran = shell("render", "--template", "入户检查表.docx", "户.json", "--json")

    told = {(f["code"], f["path"]): f["source"]["line"] for f in ran.json["findings"]}
    assert told == {
        ("missing-value", "户主"): 1,
        ("missing-value", "检查日期"): 1,
        ("missing-value", "户主签字"): 1,
        ("leftover-mark", "村名"): 1,
        ("missing-value", "隐患[0].措施"): 2,
    }
    assert ran.code == 1
    assert shell.files() == ["入户检查表.docx", "户.json"]


def test_a_branch_that_is_not_taken_asks_for_nothing(shell: Shell) -> None:
    notice(shell.folder)
    shell.write(
        "单位.json", {"单位名称": "老王烧烤店", "人数": 9, "期限": "2026-06-30", "等级": "一般"}
    )

    ran = shell("check", "--template", "整改通知书.docx", "单位.json")

    assert ran.out == "没有问题。\n"


def test_a_branch_that_is_taken_asks_for_what_it_prints(shell: Shell) -> None:
    notice(shell.folder)
    shell.write("单位.json", {**NOTICE, "抄送": None})

    ran = shell("check", "--template", "整改通知书.docx", "单位.json", "--json")

    assert [(f["code"], f["path"]) for f in ran.json["findings"]] == [("missing-value", "抄送")]


@pytest.mark.parametrize(("taken", "missing"), [(True, "课时"), (False, "原因")])
def test_each_of_two_sentences_wants_its_own_field(shell: Shell, taken: bool, missing: str) -> None:
    certificate(shell.folder)
    shell.write("人.json", {**CERTIFICATE, "课时": "", "参训": taken})

    ran = shell("check", "--template", "培训证明.docx", "人.json", "--json")

    assert [f["path"] for f in ran.json["findings"]] == [missing]


def test_more_hazards_make_a_household_one_to_be_watched(shell: Shell) -> None:
    household(shell.folder)
    hazard = {"描述": "胶管老化", "措施": "更换胶管"}
    shell.write("户.json", {**HOUSEHOLD, "隐患": [hazard] * 3})

    ran = shell("check", "--template", "入户检查表.docx", "户.json", "--json")

    assert [f["path"] for f in ran.json["findings"]] == ["包户干部"]


def test_a_name_nearly_right_is_an_error_that_asks(shell: Shell) -> None:
    household(shell.folder)
    data = {"检查日其" if name == "检查日期" else name: v for name, v in HOUSEHOLD.items()}
    shell.write("户.json", data)

    ran = shell("check", "--template", "入户检查表.docx", "户.json")

    assert "模板里没有“检查日其”。是不是“检查日期”？" in ran.out
    assert ran.code == 1


def test_a_name_inside_a_list_is_asked_about_too(shell: Shell) -> None:
    household(shell.folder)
    shell.write("户.json", {**HOUSEHOLD, "隐患": [{"描述": "胶管老化", "措拖": "更换"}]})

    ran = shell("check", "--template", "入户检查表.docx", "户.json")

    assert "模板里没有“措拖”。是不是“措施”？" in ran.out


def test_data_for_several_templates_are_left_alone_with_a_warning(shell: Shell) -> None:
    household(shell.folder)
    shell.write("户.json", {**HOUSEHOLD, "联系电话": "0372-1234567", "户主2": "手签"})

    ran = shell("check", "--template", "入户检查表.docx", "户.json", "--json")

    assert [(f["code"], f["severity"], f["path"]) for f in ran.json["findings"]] == [
        ("unused-field", "warning", "联系电话"),
        ("unused-field", "warning", "户主2"),
    ]
    assert ran.code == 0


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("人数", "一百二", "人数应填数字，填的是文字“一百二”"),
        ("期限", "2026年6月31日", "期限写成了文字“2026年6月31日”：历史上没有这一天"),
        ("期限", "下月底", "日期写成2026年6月3日或2026-06-03"),
        ("需复查", "也许", "需复查应填是或否，填的是文字“也许”"),
        ("单位名称", ["白道口镇加油站"], "单位名称应填文字，填的是一个列表"),
        ("单位名称", {"名称": "白道口镇加油站"}, "单位名称应填文字，填的是一组字段"),
        ("单位名称", True, "单位名称应填文字，填的是是"),
    ],
)
def test_a_value_of_another_sort_is_told(
    shell: Shell, field: str, value: object, told: str
) -> None:
    notice(shell.folder)
    shell.write("单位.json", {**NOTICE, field: value})

    ran = shell("check", "--template", "整改通知书.docx", "单位.json")

    assert told in ran.out
    assert ran.code == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("单位名称", 110),
        ("期限", "2026年7月1日"),
        ("期限", {"留白": "日期"}),
        ("抄送", "手签"),
        ("罚款", 0.5),
        ("罚款", None),
        ("//说明", "这是注"),
        ("$schema", "整改通知书.schema.json"),
    ],
)
def test_a_value_that_prints_is_left_alone(shell: Shell, field: str, value: object) -> None:
    notice(shell.folder)
    shell.write("单位.json", {**NOTICE, field: value})

    assert shell("check", "--template", "整改通知书.docx", "单位.json").out == "没有问题。\n"


def test_yaml_text_is_read_by_what_the_template_does_with_it(shell: Shell) -> None:
    notice(shell.folder)
    shell.write(
        "单位.yaml",
        "单位名称: 老王烧烤店\n人数: 9\n期限: 2026年7月1日\n等级: 一般\n需复查: 否\n",
    )

    ran = shell("render", "--template", "整改通知书.docx", "单位.yaml")

    assert ran.code == 0, ran.out
    assert texts(shell.folder / "老王烧烤店整改通知书.docx")[1:] == [
        "你单位有职工9人，应当配备安全管理人员。",
        "请于2026年7月1日前改正。",
    ]


def test_a_workbook_of_one_row_is_checked_to_the_cell(shell: Shell) -> None:
    notice(shell.folder)
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["单位名称", "人数", "期限", "等级"])
    book.active.append(["老王烧烤店", "九", "", "一般"])
    book.save(shell.folder / "单位.xlsx")

    ran = shell("check", "--template", "整改通知书.docx", "单位.xlsx", "--json")

    told = {(f["code"], f["source"]["cell"]) for f in ran.json["findings"]}
    assert told == {("wrong-type", "B2"), ("missing-value", "C2")}


def test_a_draft_shows_the_gaps_by_their_names(shell: Shell) -> None:
    household(shell.folder)
    shell.write("户.json", {**HOUSEHOLD, "检查日期": None, "隐患": [{"描述": "胶管老化"}]})

    ran = shell("render", "--template", "入户检查表.docx", "户.json", "--draft")

    assert ran.code == 1
    shown = texts(shell.folder / "西街村入户检查表（草稿）.docx")
    assert "户主：____________　检查日期：【待填：检查日期】" in shown
    assert "1|胶管老化|【待填：隐患·第1项·措施】" in shown


def test_the_rules_of_official_texts_hold_for_every_text(shell: Shell) -> None:
    household(shell.folder)
    hazard = {"描述": "点击下载更多范文", "措施": "更换"}
    shell.write("户.json", {**HOUSEHOLD, "隐患": [hazard]})

    ran = shell("check", "--template", "入户检查表.docx", "户.json", "--json")

    assert [(f["code"], f["path"]) for f in ran.json["findings"]][:1] == [
        ("web-residue", "隐患[0].描述")
    ]


def test_a_rule_may_be_waived_with_a_reason(shell: Shell) -> None:
    household(shell.folder)
    hazard = {"描述": "宣传单上有“点击下载”字样", "措施": "更换"}
    waiver = {"规则": "web-residue", "理由": "原样引用宣传单"}
    shell.write("户.json", {**HOUSEHOLD, "隐患": [hazard], "豁免": [waiver]})

    ran = shell("check", "--template", "入户检查表.docx", "户.json")

    assert "已豁免" in ran.out
    assert ran.code == 0


def test_a_template_that_prints_the_kind_has_it_as_a_field(shell: Shell) -> None:
    template(shell.folder, "{{ 文种 }}：{{ 事由 }}")
    shell.write("数据.json", {"文种": "便函", "事由": "补报材料"})

    ran = shell("render", "--template", "模板.docx", "数据.json", "-o", "便函.docx")

    assert ran.code == 0, ran.err
    assert texts(shell.folder / "便函.docx") == ["便函：补报材料"]


def test_data_that_name_a_kind_are_checked_by_it(shell: Shell) -> None:
    template(shell.folder, "{{ 年度 }}年{{ 甲方.单位[0].名称 }}")

    ran = shell("check", "--template", "模板.docx", shell.agreement())

    assert "[unused-field]" not in ran.out
    assert "没有印在模板里" in ran.out


def test_a_kind_nobody_knows_is_said_where_the_template_has_no_use_for_it(shell: Shell) -> None:
    template(shell.folder, "{{ 事由 }}")
    shell.write("数据.json", {"文种": "责任状书", "事由": "补报材料"})

    ran = shell("check", "--template", "模板.docx", "数据.json")

    assert "没有名为“责任状书”的文种" in ran.err
    assert ran.code == 2


def test_a_name_used_as_two_things_stops_the_template_at_its_place(shell: Shell) -> None:
    template(shell.folder, "共{{ 隐患 }}处", "{%p for 项 in 隐患 %}", "{{ 项 }}", "{%p endfor %}")
    shell.write("数据.json", {"隐患": ["胶管老化"]})

    ran = shell("render", "--template", "模板.docx", "数据.json", "--json")

    [finding] = [f for f in ran.json["findings"] if f["code"] == "used-as-two-types"]
    assert finding["message"] == "“隐患”在“{{ 隐患 }}”里是文字，在“{% for 项 in 隐患 %}”里是列表"
    assert (finding["actor"], finding["place"]["paragraph"]) == ("author", 2)
    assert ran.code == 1


def test_neither_kind_nor_template_is_wrong_use(shell: Shell) -> None:
    shell.write("户.json", HOUSEHOLD)

    ran = shell("check", "户.json")

    assert "不属于任何文种的，用 --template 给出自己的模板" in ran.err
    assert ran.code == 2


def test_the_same_data_give_the_same_bytes(shell: Shell, tmp_path: Path) -> None:
    notice(shell.folder)
    shell.write("单位.json", NOTICE)
    for name in ("一.docx", "二.docx"):
        shell("render", "--template", "整改通知书.docx", "单位.json", "-o", name)

    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()
