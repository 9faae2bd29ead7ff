"""The fill-in workbook as a clerk meets it: what is offered, helped with, locked and kept."""

import io

import openpyxl
import pytest
from clerks import Clerk, empty_form
from hard_kinds import HARD

from docgen.errors import FindingsError, UsageError
from docgen.forms import form_bytes, roster_bytes
from docgen.kinds import find_kind
from docgen.rows import Row

AGREEMENT = find_kind("责任书")


def test_the_same_data_gives_the_same_bytes() -> None:
    assert form_bytes(AGREEMENT) == empty_form()
    assert roster_bytes(AGREEMENT) == roster_bytes(AGREEMENT)


def test_single_fields_columns_of_texts_and_lists_have_their_sheets() -> None:
    names = Clerk().book.sheetnames

    assert names[:4] == ["说明", "填写", "逐条", "依据"]
    assert {"控制指标", "职责", "等次", "执有"} <= set(names)
    assert names[-1] == "豁免"


def test_the_guide_names_every_sheet_and_links_to_it() -> None:
    clerk = Clerk()
    guide = clerk.sheet("说明")

    links = [cell.value for cell in guide["A"] if cell.hyperlink]

    assert links == clerk.book.sheetnames[1:]


def test_every_field_of_the_agreement_can_be_filled_in() -> None:
    clerk = Clerk()
    offered = {cell.value for cell in clerk.sheet("填写")["A"]}
    for name in clerk.book.sheetnames[2:]:
        sheet = clerk.sheet(name)
        offered |= {str(cell.value).rstrip("↓*") for cell in sheet[4]} | {name}
        offered |= {str(sheet["A2"].value).partition("·")[2]}

    labels = {child.label for child in AGREEMENT.inputs.children} - {"数据版本"}

    assert labels <= offered


def test_only_what_is_to_be_filled_in_is_open() -> None:
    clerk = Clerk()
    page, table = clerk.sheet("填写"), clerk.sheet("控制指标")
    year = clerk.fill("年度", None)
    group = clerk.fill("乙方", None)

    assert page.protection.sheet
    assert not page.protection.password
    assert not page[year].protection.locked
    assert page[f"A{year[1:]}"].protection.locked
    assert page[group].protection.locked
    assert table.protection.sheet
    assert table["C4"].protection.locked
    assert not table["C5"].protection.locked
    assert not table.protection.deleteRows  # what is not forbidden is allowed


def test_texts_keep_their_digits_and_days_look_like_days() -> None:
    clerk = Clerk()
    page = clerk.sheet("填写")

    assert page[clerk.fill("乙方·代表·电话", None)].number_format == "@"
    assert page[clerk.fill("年度", None)].number_format == "General"
    assert "年" in page[clerk.fill("签字栏·签订日期", None)].number_format
    assert clerk.sheet("控制指标").column_dimensions["B"].width > 5


def drop_downs(clerk: Clerk, sheet: str) -> dict[str, str]:
    found = clerk.sheet(sheet).data_validations.dataValidation
    return {
        str(check.sqref).split(":")[0]: str(check.formula1)
        for check in found
        if check.type == "list"
    }


def test_choices_yes_and_no_and_levels_have_drop_downs() -> None:
    clerk = Clerk()
    fields = drop_downs(clerk, "填写")

    assert "先目标后职责" in fields[clerk.fill("章序", None)]
    assert fields[clerk.fill("写接任条款", None)] == '"是,否"'
    assert drop_downs(clerk, "职责")["A5"] == '"1,2,3,4"'
    assert "不发生" in drop_downs(clerk, "控制指标")["D5"]


def test_choices_too_many_for_a_cell_stand_on_a_hidden_sheet() -> None:
    clerk = Clerk(form_bytes(HARD))

    place = drop_downs(clerk, "填写")[clerk.fill("颜色", None)]

    assert place == "选项!$A$2:$A$3"
    assert clerk.sheet("选项")["A2"].value == "红，深红"
    assert clerk.sheet("选项").sheet_state == "veryHidden"
    assert clerk.read().findings == ()


def test_headings_carry_help_and_required_ones_a_star() -> None:
    sheet = Clerk().sheet("控制指标")

    assert sheet["C4"].value == "指标*"
    assert sheet["C4"].comment is not None
    assert "死亡人数" in sheet["C4"].comment.text
    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.fitToHeight == 0


def test_a_column_of_some_levels_says_so() -> None:
    row = Clerk().sheet("职责")[4]
    help_of = {cell.value: cell.comment.text for cell in row if cell.comment and cell.value}

    assert "只有第一级才填" in help_of["适用层级↓"]
    assert "第一级" not in help_of["标题"]


def test_a_wide_sheet_is_printed_on_several_pages_rather_than_too_small() -> None:
    clerk = Clerk()

    assert clerk.sheet("控制指标").page_setup.fitToWidth in (None, 1)
    assert int(clerk.sheet("职责").page_setup.fitToWidth or 1) > 1
    assert clerk.sheet("职责").print_title_cols == "$A:$A"


def test_each_field_is_told_whether_it_must_be_filled_in() -> None:
    clerk = Clerk()
    page = clerk.sheet("填写")
    needs = {row[0].value: row[2].value for row in page.iter_rows(min_row=5)}

    assert needs["年度"] == "必填"
    assert needs["甲方·单位·第1项"] == "必填"
    assert needs["甲方·单位·第2项"] == "选填"
    assert needs["丙方·单位·第1项"] == "随组必填"
    assert needs["标题"] == "系统拟写"
    assert needs["发文字号"] == "选填"


def test_what_a_paper_takes_from_the_notice_around_it_may_be_left_out() -> None:
    clerk = Clerk(form_bytes(find_kind("notice")))
    needs = {row[0].value: row[2].value for row in clerk.sheet("方案").iter_rows(min_row=5)}
    helps = {row[0].value: row[3].value for row in clerk.sheet("方案").iter_rows(min_row=5)}

    assert needs["年度"] == needs["发文机关"] == "选填"
    assert needs["活动"] == "随组必填"
    assert needs["标题"] == "系统拟写"
    assert str(helps["年度"]).endswith("不填时取自印发通知的年度")
    assert "取自" not in str(helps["活动"])


def test_what_docgen_fills_in_where_a_group_is_begun_is_told() -> None:
    page = Clerk().sheet("填写")
    needs = {row[0].value: row[2].value for row in page.iter_rows(min_row=5)}

    assert needs["份数·总份数"] == "系统拟写"
    assert needs["丙方·单位·第1项"] == "随组必填"


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    clerk = Clerk(form_bytes(AGREEMENT, Row({"标题": '=HYPERLINK("http://x")'})))

    title = next(row[1] for row in clerk.sheet("填写").iter_rows() if row[0].value == "标题")

    assert title.value == '=HYPERLINK("http://x")'
    assert title.data_type == "s"


def test_a_record_within_a_record_has_sheets_of_its_own() -> None:
    clerk = Clerk(form_bytes(HARD))
    inner = [cell.value for cell in clerk.sheet("方案")["A"]]

    assert {"填写", "方案", "方案逐条", "阶段", "方案·阶段"} <= set(clerk.book.sheetnames)
    assert "方案·豁免" not in clerk.book.sheetnames
    assert "标题" in inner
    assert "文种" not in inner


def test_data_that_the_workbook_could_not_keep_is_refused() -> None:
    with pytest.raises(FindingsError) as caught:
        form_bytes(AGREEMENT, Row({"标体": "责任书"}))

    assert [finding.code for finding in caught.value.findings] == ["unknown-field"]


def test_incomplete_data_is_no_reason_to_refuse() -> None:
    clerk = Clerk(form_bytes(AGREEMENT, Row({"年度": 2026, "控制指标": [{"指标": "死亡人数"}]})))

    assert clerk.sheet("控制指标")["C5"].value == "死亡人数"


def test_a_roster_keeps_digits_and_tells_what_its_columns_want() -> None:
    book = openpyxl.load_workbook(io.BytesIO(roster_bytes(AGREEMENT)))
    sheet = book["名册"]

    assert [cell.value for cell in sheet[1]] == [*AGREEMENT.roster.titles]  # type: ignore[union-attr] # it has one
    assert sheet["A1"].comment is not None
    assert "0" in sheet["A1"].comment.text
    assert sheet.column_dimensions["A"].width > 10


def test_a_kind_without_rosters_has_no_empty_one() -> None:
    with pytest.raises(UsageError, match="不按名册"):
        roster_bytes(HARD)
