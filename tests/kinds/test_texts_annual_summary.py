"""The standard texts of the summary are whole, of one shape, and fit to be signed."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from boilerplate import slips, strings

from docgen.kinds._scopes import Scope
from docgen.kinds._summary_figures import Inspection
from docgen.kinds._summary_parts import Figure
from docgen.kinds._summary_tallies import Accidents

TOKENS = {
    *("简称", "自称", "全域", "领域", "事故", "年度或时段", "时段", "期间", "累计", "末日"),
    *("下期", "暨", "形势", "数", "名称", "总数", "构成", "升降", "指标", "各行", "等级"),
    *("控制数", "超出", "伤亡", "频次", "类别", "单位"),
}


@cache
def texts() -> dict[str, Any]:
    file = files("docgen.kinds") / "texts" / "annual_summary.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", sorted({*strings(texts())}))
def test_a_text_shows_nothing_that_no_paper_may_show(text: str) -> None:
    assert slips(text, TOKENS) == []


def test_every_field_of_safety_has_its_name_and_its_accidents() -> None:
    assert list(texts()["scopes"]) == [scope.value for scope in Scope]
    assert all(set(words) == {"name", "accident"} for words in texts()["scopes"].values())


def test_every_list_and_breakdown_is_a_figure_that_can_be_asked_for() -> None:
    known = {figure.value for figure in Figure}

    assert {*texts()["lists"], *texts()["breakdowns"]} <= known


@pytest.mark.parametrize(
    ("specs", "model"),
    [
        (texts()["accidents"]["clauses"], Accidents),
        (texts()["tables"]["accident_columns"], Accidents),
        (texts()["inspections"]["clauses"], Inspection),
        (texts()["tables"]["inspection_columns"], Inspection),
    ],
    ids=["accidents", "accident table", "inspections", "inspection table"],
)
def test_every_clause_and_column_is_of_a_field(specs: list[dict[str, str]], model: Any) -> None:
    fields = [spec["field"] for spec in specs]

    assert set(fields) <= set(model.model_fields)
    assert len(fields) == len(set(fields))


def test_a_clause_holds_its_number_and_ends_without_a_mark() -> None:
    clauses = [*texts()["accidents"]["clauses"], *texts()["inspections"]["clauses"]]

    for spec in clauses:
        assert spec["field"] == "fixed" or "{数}" in spec["text"]
        assert not re.search("[，。；]$", spec["text"])
