"""Fill-in workbooks as clerks hand them back: every value with its cell, every slip told there."""

import datetime
import io
import pickle
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from agreements import VILLAGE
from clerks import NAME, Clerk, village_form

from docgen.engine import make_document, open_press
from docgen.errors import FileError
from docgen.form_marks import Marker, Sort, read_marker
from docgen.kinds import find_kind
from docgen.readers import InputFile, read_record, read_roster
from docgen.readers import _workbook as workbook_module
from docgen.records import read
from docgen.rows import Row

DUTIES = "【层级】 标题 正文 段落↓ 要点↓"


@pytest.fixture(params=["calamine", "openpyxl"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_module, "has_calamine", lambda: request.param == "calamine")


def data_of(clerk: Clerk, name: str) -> Any:
    """Give what a form says of one field, under identifiers."""
    row = clerk.read()
    assert [f.message for f in row.findings if f.is_error] == []
    return read(find_kind("责任书").inputs, row).data.get(name)


def told(clerk: Clerk) -> list[tuple[str, str]]:
    """Give code and cell of everything the whole check says."""
    press = open_press(find_kind("责任书"))
    found = press.check(clerk.read()).findings
    return [(f.code, f"{f.source.sheet}!{f.source.cell}" if f.source else "") for f in found]


@pytest.mark.usefixtures("library")
def test_a_form_filled_in_by_hand_makes_the_paper_that_json_makes() -> None:
    press = open_press(find_kind("责任书"))

    document = make_document(press, village_form().read())

    assert document.content == make_document(press, Row(VILLAGE)).content
    assert document.findings == []


def test_an_empty_form_names_the_cells_to_be_filled_in() -> None:
    assert told(Clerk()) == [
        ("missing-value", "填写!B8"),
        ("missing-value", "填写!B15"),
        ("missing-value", "填写!B23"),
        ("missing-value", "控制指标!B5"),
    ]


def test_rows_of_a_form_travel_to_workers() -> None:
    row = village_form().read()

    assert pickle.loads(pickle.dumps(row)) == row


def test_a_form_is_a_roster_of_one() -> None:
    roster = read_roster(InputFile(NAME, content=village_form().save()))

    assert len(list(roster.rows)) == 1
    assert roster.headings == ()


def test_a_plain_table_that_speaks_of_forms_is_a_plain_table() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (["docgen填写表"], ["标题", "年度"], ["责任书", "2026"]):
        sheet.append(line)
    stream = io.BytesIO()
    book.save(stream)

    row = read_record(InputFile("x.xlsx", content=stream.getvalue()))

    assert row.data == {"标题": "责任书", "年度": "2026"}


def test_days_typed_as_days_and_numbers_typed_as_text_are_understood() -> None:
    clerk = village_form()
    clerk.fill("签字栏·签订日期", datetime.datetime(2026, 1, 15))
    clerk.fill("年度", "２０２６")
    clerk.fill("甲方·代表·电话", "03720123456")
    clerk.fill("乙方·代表·电话", 13800000000)

    assert data_of(clerk, "signature") == {"date": "2026-01-15"}
    assert data_of(clerk, "year") == 2026
    assert data_of(clerk, "party_a")["representative"]["phone"] == "03720123456"
    assert data_of(clerk, "party_b")["representative"]["phone"] == "13800000000"


def test_what_is_left_to_the_hand_is_a_blank() -> None:
    clerk = village_form()
    clerk.fill("乙方·代表·姓名", "手签")
    clerk.fill("签字栏·签订日期", "留白")

    assert told(clerk) == []


# Rows: what a clerk does to them


def test_empty_lines_between_items_are_passed_over() -> None:
    clerk = village_form()
    clerk.line("控制指标", 7, 指标="火灾起数", 数值=0)

    assert [item["metric"] for item in data_of(clerk, "control_targets")] == [
        "死亡人数",
        "较大及以上事故",
        "火灾起数",
    ]


def test_numbers_that_count_empty_lines_make_no_items() -> None:
    clerk = village_form()
    for number in range(1, 9):
        clerk.line("控制指标", number, **{"【序号】": number})

    assert len(data_of(clerk, "control_targets")) == 2
    assert told(clerk) == []


def test_rows_inserted_above_the_headings_and_among_the_fields_do_no_harm() -> None:
    clerk = village_form()
    clerk.sheet("填写").insert_rows(3, 2)
    clerk.sheet("填写").insert_rows(12)
    clerk.sheet("控制指标").insert_rows(3)
    clerk.sheet("控制指标").insert_rows(7, 3)

    assert told(clerk) == []


def test_fields_whose_rows_were_deleted_are_not_missed_unless_required() -> None:
    clerk = village_form()
    first = int(clerk.fill("丙方·单位·第1项", None)[1:])
    clerk.sheet("填写").delete_rows(first, 6)
    assert told(clerk) == []

    year = int(clerk.fill("年度", 2026)[1:])
    clerk.sheet("填写").delete_rows(year)

    assert [code for code, _ in told(clerk)] == ["missing-value"]


def test_a_list_with_a_gap_has_no_gap() -> None:
    clerk = village_form()
    clerk.fill("甲方·单位·第1项", None)
    second = clerk.fill("甲方·单位·第2项", "白道口镇人民政府")

    row = clerk.read()

    assert row.data["甲方·单位"] == ["白道口镇人民政府"]
    assert row.locate(("甲方·单位", 0)).cell == second


def test_a_spare_row_takes_any_field_by_its_labels() -> None:
    clerk = village_form()
    clerk.fill("甲方·单位·第1项", None)
    page = clerk.sheet("填写")
    for row, label, text in (
        (page.max_row - 1, "甲方.单位.第1项.名称", "白道口镇人民政府"),
        (page.max_row, "甲方·单位·第1项·层级", "乡镇"),
    ):
        page.cell(row, 1).value, page.cell(row, 2).value = label, text

    organs = data_of(clerk, "party_a")["organs"]

    assert organs == [{"name": "白道口镇人民政府", "level": "township"}]
    assert told(clerk) == []


def test_a_column_of_the_clerks_own_is_a_field_or_is_told() -> None:
    clerk = village_form()
    top, columns = clerk.headings("报告时限")
    free = max(columns.values()) + 1
    page = clerk.sheet("报告时限")
    page.cell(top, free).value, page.cell(top, free + 1).value = "备注", "//只给自己看"
    clerk.line("报告时限", 1, 材料="半年总结", 期限="2026-07-20")
    clerk.line("报告时限", 2, 材料="全年总结", 期限="2026-12-20")
    page.cell(top + 2, free).value = "急"
    page.cell(top + 1, free + 1).value = "问过了"

    assert told(clerk) == [("unknown-field", f"报告时限!D{top + 2}")]


# Trees and lists inside items


def test_levels_make_a_tree_and_lines_without_level_go_on() -> None:
    clerk = village_form()
    clerk.lines(
        "职责",
        DUTIES,
        (1, "落实责任", None, "第一段", "要点甲"),
        (None, None, None, "第二段", "要点乙"),
        (None, None, None, None, None),
        (None, None, None, None, "要点丙"),
        ("2", "巡查", "每月两次。", None, None),
        ("二级", "上报", None, None, None),
        ("３", None, "当日上报。", None, None),
        (1, "宣传", None, None, None),
    )

    first, second = data_of(clerk, "duties")

    assert first["paragraphs"] == ["第一段", "第二段"]
    assert first["points"] == ["要点甲", "要点乙", "要点丙"]
    assert [section["heading"] for section in first["sections"]] == ["巡查", "上报"]
    assert first["sections"][1]["sections"] == [{"text": "当日上报。"}]
    assert second == {"heading": "宣传"}


@pytest.mark.parametrize(
    ("levels", "cells"),
    [
        ((2, 1), ["A5"]),
        ((1, 3, 2), ["A6"]),
        ((1, None, 2), ["A6"]),
        ((1, "甲", 2), ["A6"]),
        ((1, 2, 3, 2, 1, 2), []),
        (("1", "2级", "第三级", "四"), []),
    ],
)
def test_a_wrong_level_is_told_at_its_cell(levels: tuple[object, ...], cells: list[str]) -> None:
    clerk = village_form()
    rows = [(level, "标题", "正文。", None, None) for level in levels]
    clerk.lines("职责", DUTIES, *rows)

    wrong = [(code, cell) for code, cell in told(clerk) if code == "wrong-level"]

    assert wrong == [("wrong-level", f"职责!{cell}") for cell in cells]


def test_what_lies_deep_knows_its_cell() -> None:
    clerk = village_form()
    clerk.lines(
        "职责",
        DUTIES,
        (1, "落实责任", None, None, None),
        (2, "巡查", None, None, "第一点"),
        (None, None, None, None, "第二点"),
    )

    named = read(find_kind("责任书").inputs, clerk.read())
    cells = {
        path: source.cell
        for path in named.sources
        if path[0] == "duties" and (source := named.locate(path))
    }

    assert cells["duties", 0, "heading"] == "B5"
    assert cells["duties", 0, "sections", 0, "heading"] == "B6"
    assert cells["duties", 0, "sections", 0, "points", 0] == "E6"
    assert cells["duties", 0, "sections", 0, "points", 1] == "E7"


def test_a_list_said_to_be_empty_is_empty() -> None:
    clerk = village_form()
    clerk.line("工作目标", 1, **{"【序号】": "无"})

    clerk.line("逐条", 1, **{"奖励↓": "无", "惩处↓": "通报批评。"})

    assert data_of(clerk, "work_targets") == []
    assert data_of(clerk, "rewards") == []
    assert data_of(clerk, "penalties") == ["通报批评。"]


def test_columns_of_texts_are_lists_whatever_stands_beside_them() -> None:
    clerk = village_form()
    clerk.line("逐条", 1, **{"奖励↓": "通报表扬。", "考核·考核时间↓": "年中"})
    clerk.line("逐条", 4, **{"考核·考核时间↓": "年末"})

    row = clerk.read()

    assert row.data["奖励"] == ["通报表扬。"]
    assert row.data["考核·考核时间"] == ["年中", "年末"]
    assert row.locate(("考核·考核时间", 1)).cell == "B8"


# Slips, each told at its cell


def merged(clerk: Clerk) -> None:
    clerk.sheet("控制指标").merge_cells("C6:C8")


def hidden(clerk: Clerk) -> None:
    clerk.sheet("控制指标").row_dimensions[6].hidden = True


def errored(clerk: Clerk) -> None:
    clerk.fill("标题", "#N/A")


def uncached(clerk: Clerk) -> None:
    clerk.fill("标题", "=A1&A2")


def rounded(clerk: Clerk) -> None:
    clerk.fill("乙方·代表·电话", 410526197001010011)


def scientific(clerk: Clerk) -> None:
    clerk.line("控制指标", 1, 类别="4.10526E+11")


def invisible(clerk: Clerk) -> None:
    clerk.fill("标题", "责任书\u200b")


def astray(clerk: Clerk) -> None:
    clerk.sheet("填写").cell(8, 6).value = "2026"


def unnamed_column(clerk: Clerk) -> None:
    clerk.sheet("控制指标").cell(5, 10).value = "多写的"


def unnamed_row(clerk: Clerk) -> None:
    page = clerk.sheet("填写")
    page.cell(8, 1).value = None


def misnamed(clerk: Clerk) -> None:
    clerk.sheet("填写").cell(9, 1).value = "标体"
    clerk.fill("标体", "责任书")


def twice(clerk: Clerk) -> None:
    clerk.sheet("填写").cell(9, 1).value = "年度"
    clerk.sheet("填写").cell(9, 2).value = 2025


def doubled_heading(clerk: Clerk) -> None:
    clerk.sheet("控制指标").cell(4, 2).value = "指标"


def both_ways(clerk: Clerk) -> None:
    clerk.lines("依据", "【内容】 名称", ("中华人民共和国安全生产法", "中华人民共和国消防法"))


def none_and_some(clerk: Clerk) -> None:
    clerk.line("控制指标", 5, **{"【序号】": "无"})


def item_both_ways(clerk: Clerk) -> None:
    page = clerk.sheet("填写")
    page.cell(page.max_row, 1).value = "甲方·单位·第1项·层级"
    page.cell(page.max_row, 2).value = "乡镇"


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (merged, "merged-cells", "控制指标!C6"),
        (hidden, "hidden-rows", "控制指标!None"),
        (errored, "cell-error", "填写!B9"),
        (uncached, "uncached-formula", "填写!B9"),
        (rounded, "lost-number", "填写!B29"),
        (scientific, "lost-number", "控制指标!B5"),
        (invisible, "zero-width-character", "填写!B9"),
        (astray, "missing-heading", "填写!F8"),
        (unnamed_column, "missing-heading", "控制指标!J5"),
        (unnamed_row, "missing-label", "填写!B8"),
        (twice, "repeated-entry", "填写!B9"),
        (doubled_heading, "duplicate-heading", "控制指标!C4"),
        (both_ways, "contradictory-entry", "依据!B5"),
        (none_and_some, "contradictory-entry", "控制指标!A9"),
        (item_both_ways, "contradictory-entry", "填写!B15"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.usefixtures("library")
def test_a_slip_is_told_at_its_cell(change: Callable[[Clerk], None], code: str, cell: str) -> None:
    assert list(village_form(change=change).faults()) == [(code, cell)]


def test_a_label_written_wrong_is_told_with_the_nearest() -> None:
    clerk = village_form(change=misnamed)

    (finding,) = open_press(find_kind("责任书")).check(clerk.read()).findings

    assert finding.code == "unknown-field"
    assert finding.source
    assert finding.source.cell == "B9"
    assert "标题" in finding.hint


# Sheets


def test_sheets_may_be_renamed_moved_and_deleted() -> None:
    clerk = village_form()
    clerk.sheet("控制指标").title = "指标们"
    clerk.book.move_sheet("指标们", -4)
    del clerk.book["职责"]
    del clerk.book["说明"]

    assert told(clerk) == []


def test_a_sheet_of_the_clerks_own_is_told_not_read() -> None:
    clerk = village_form()
    clerk.book.create_sheet("草稿").append(["随手记"])

    (finding,) = clerk.read().findings

    assert (finding.code, finding.is_error) == ("other-sheets", False)
    assert "草稿" in finding.message


def test_a_sheet_copied_within_the_workbook_is_told() -> None:
    clerk = village_form()
    clerk.book.copy_worksheet(clerk.sheet("控制指标"))

    assert [code for code, _ in clerk.faults()] == ["repeated-entry"]


def test_a_hidden_sheet_is_read_and_told() -> None:
    clerk = village_form()
    clerk.sheet("控制指标").sheet_state = "hidden"

    assert told(clerk) == [("hidden-sheet", "控制指标!None")]


def test_a_sheet_of_another_paper_is_told() -> None:
    clerk = village_form()
    clerk.sheet("报告时限")["A1"] = Marker("活动方案", Sort.TABLE, "阶段").text()

    assert [code for code, _ in clerk.faults()] == ["foreign-sheet"]


def test_a_sheet_without_its_headings_is_told() -> None:
    clerk = village_form()
    clerk.sheet("报告时限").delete_rows(4)

    assert list(clerk.faults()) == [("no-headings", "报告时限!None")]


def test_a_form_of_a_newer_docgen_is_refused_in_words() -> None:
    clerk = village_form()
    clerk.sheet("填写")["A1"] = Marker("责任书", Sort.SINGLES, version=99).text()

    with pytest.raises(FileError, match="升级 docgen"):
        clerk.read()


@pytest.mark.parametrize(
    "text",
    [
        "docgen填写表",
        "docgen填写表｜1",
        "docgen填写表｜一｜责任书｜单项｜｜",
        "docgen填写表｜1｜责任书｜别的｜｜",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert read_marker(text) is None
