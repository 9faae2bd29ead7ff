"""No text, however odd or long, makes a rule raise or takes for ever."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_text_rules import CAUGHT, remarks

WORDS = """
一是 第一， （一） （ 《 》 “ ” 、 ， 。 ： ； 〔2026〕 号 《安全生产法》 根据《消防法》、
（2021年修正） 重大事故 死亡3人 3人以上 直接经济损失 王庄镇、 共4个乡镇 3个乡镇（ 6月31日 06月
2026年 星期三 6月1日至 农历 县安监局 原 公安消防大队 我县 确保全县 镇财政局 副县长 政府、党委
我区 编制“十三五”规划 三年行动（2023—2025年） 截止 整改率达到105% 约3000余份 下降 安全生产月 第五个
主题是“ 不放过 “四不放过” 安全第一， 进企业、 &nbsp; ` 共 一 0 𠀀 a
"""
FRAGMENTS = WORDS.split()
FRAGMENTS += ["\n", "\u3000"]
CHINESE = re.compile("[一-龥]")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
def test_fragments_in_any_order_are_judged_in_chinese(text: str) -> None:
    assert all(CHINESE.search(remark) for remark in remarks(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_judged_in_chinese(text: str) -> None:
    assert all(CHINESE.search(remark) for remark in remarks(text))


@pytest.mark.parametrize("fragment", [*FRAGMENTS, *(text for _, text in CAUGHT)])
def test_an_endless_text_is_judged_in_no_time(fragment: str) -> None:
    text = (fragment * 20_000)[:20_000]
    began = time.process_time()

    remarks(text)

    assert time.process_time() - began < 20
