"""Leftover blank marks are found, and what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.blanks import leftover_mark

MARKS = {
    "__": "__",
    "20__年度": "__",
    "300__": "__",
    "二0__年": "__",
    "__老街": "__",
    "电话：＿＿＿": "＿＿＿",
    "××村": "××",
    "20××年": "××",
    "×市": "×",
    "XX村": "XX",
    "xx市市安委会": "xx",
    "xx区安委会": "xx",
    "20XX年": "XX",
    "20xx年12月": "xx",
    "ＸＸ镇": "ＸＸ",
    "X镇人民政府": "X",
    "张XX": "XX",
    "XXX同志": "XXX",
    "XX公司": "XX",
    "○○镇": "○○",
    "○县": "○",
    "20  年": "20  年",
    "20　年": "20　年",
    "代表签字： 年 月 日": "年 月 日",
    "x办发〔〕3号": "〔〕",
    "待定": "待定",
    " 待填 ": "待填",
    "（待填）": "（待填）",
    "(待定)": "(待定)",
    "【待填：姓名】": "【待填：姓名】",
    "王五【待填：职务】": "【待填：职务】",
    "TODO": "TODO",
    "None": "None",
    "null": "null",
    "NaN": "NaN",
    "undefined": "undefined",
    "暂无": "暂无",
}

SOUND = [
    "西街村村民委员会",
    "X射线",
    "X光机",
    "A×B",
    "5×3",
    "2×3米",
    "3 × 4",
    "Vitamin X",
    "GXX-1",
    "GXX1",
    "XX-1型",
    "型号/XX/2",
    "XXL",
    "MaxxForce",
    "Exxon公司",
    "foxx@example.com",
    "__init__.py",
    "a__b",
    "my_file__2.docx",
    "a_b_c@example.com",
    "张_三",
    "T+X日内",
    "二○○九年",
    "二○二○年",
    "二○○○年",
    "一百○○三",
    "工作20年",
    "工作 20 年",
    "2025年6月3日",
    "年月日",
    "年、月、日",
    "按年度",
    "〔2025〕3号",
    "无",
    "时间待定的活动另行通知",
    "待定区",
    "暂无隐患",
    "Nanette",
    "（待办）",
    "其他事项",
]


@pytest.mark.parametrize(("text", "mark"), MARKS.items())
def test_a_leftover_mark_is_found_where_it_stands(text: str, mark: str) -> None:
    span = leftover_mark(text)

    assert span is not None
    assert text[slice(*span)] == mark


@pytest.mark.parametrize("text", SOUND)
def test_what_only_resembles_a_mark_is_left_alone(text: str) -> None:
    assert leftover_mark(text) is None


@given(st.text())
def test_the_span_lies_in_the_text(text: str) -> None:
    span = leftover_mark(text)

    assert span is None or 0 <= span[0] < span[1] <= len(text)
