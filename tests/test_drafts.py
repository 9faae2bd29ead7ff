"""A draft shows every gap where it stands, and nothing that nobody asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.engine import open_press
from docgen.rows import Row
from docgen.word.passages import passages

EXAMPLES = Path(__file__).parents[1] / "examples"


def draft(kind: str, *left_out: str) -> str:
    data: dict[str, Any] = json.loads((EXAMPLES / f"{kind}.json").read_text(encoding="utf-8"))
    kept = {name: value for name, value in data.items() if name not in left_out}
    return "\n".join(found.text for found in passages(open_press(kind).draft(Row(kept))))


@pytest.mark.parametrize(
    ("kind", "left_out", "said"),
    [
        ("responsibility_agreement", "年度", "白道口镇【待填：年度】年度"),
        ("responsibility_agreement", "乙方", "白道口镇人民政府与【待填：乙方】签订本责任书"),
        ("responsibility_agreement", "甲方", "由【待填：甲方】安全生产委员会办公室"),
        ("activity_plan", "发文机关", "成立【待填：发文机关】“安全生产月”活动领导小组"),
        ("activity_plan", "信息报送", "联系人：【待填：信息报送】"),
        ("training_speech", "讲话人", "首先，我代表【待填：讲话人】，"),
        ("notice", "年度", "为组织好【待填：年度】年“安全生产月”活动"),
    ],
)
def test_what_is_drawn_up_from_a_gap_shows_it(kind: str, left_out: str, said: str) -> None:
    assert said in draft(kind, left_out, "标题")


def test_missing_sections_are_one_mark_without_tables() -> None:
    printed = draft("annual_summary", "主要工作")

    assert printed.count("【待填：主要工作】") == 1
    assert "表头" not in printed


@pytest.mark.parametrize("kind", ["responsibility_agreement", "activity_plan", "notice"])
def test_a_whole_record_has_no_gap(kind: str) -> None:
    assert "待填" not in draft(kind)
