"""Findings as people and programs read them."""

import json

from docgen.findings import Finding, Place, Severity, Source
from docgen.report import finding_text, findings_json, place_text, source_text, summary_text


def finding(**changes: object) -> Finding:
    made: dict[str, object] = {
        "code": "missing-value",
        "severity": Severity.ERROR,
        "message": "乙方·代表·姓名没有填写",
        "hint": "填写姓名。",
    }
    return Finding(**{**made, **changes})  # type: ignore[arg-type] # keywords of any field


def test_a_cell_is_named_as_excel_does() -> None:
    assert source_text(Source(file="名册.xlsx", sheet="名册", cell="D17")) == "名册.xlsx 名册!D17"


def test_a_line_and_column_are_counted() -> None:
    assert source_text(Source(file="数据.json", line=3, column=5)) == "数据.json 第3行第5列"


def test_no_source_says_nothing() -> None:
    assert source_text(None) == ""


def test_a_table_cell_and_a_paragraph_are_named() -> None:
    assert place_text(Place("body", table=2, row=3, cell=4)) == "正文表2第3行第4列"
    assert place_text(Place("header", section=1, paragraph=2)) == "第1节页眉第2段"


def test_a_line_tells_weight_place_fault_cure_and_code() -> None:
    text = finding_text(finding(source=Source(file="a.csv", line=3)))

    assert text == "错误  a.csv 第3行  乙方·代表·姓名没有填写。填写姓名。  [missing-value]"


def test_a_waived_finding_tells_the_reason() -> None:
    assert "已豁免" in finding_text(finding(waived="另有规定"))
    assert "另有规定" in finding_text(finding(waived="另有规定"))


def test_findings_are_counted_by_weight() -> None:
    found = [finding(), finding(), finding(severity=Severity.WARNING), finding(waived="另有规定")]

    assert summary_text(found) == "2处错误，1处警告，1处已豁免"
    assert summary_text([]) == "没有问题"


def test_json_has_the_fields_of_the_contract() -> None:
    place = Place("body", paragraph=12, start=5, end=7, text="__")
    source = Source(file="villages.xlsx", sheet="名册", cell="D17")

    told = json.loads(findings_json([finding(place=place, source=source)]))

    assert told["ok"] is False
    assert list(told["findings"][0]) == [
        "code", "severity", "message", "hint", "path", "label",
        "actor", "waived", "source", "place",
    ]  # fmt: skip
    assert told["findings"][0]["source"] == {
        "file": "villages.xlsx", "sheet": "名册", "cell": "D17", "line": None, "column": None,
    }  # fmt: skip


def test_a_lone_surrogate_does_not_break_the_report() -> None:
    text = findings_json([finding(message="甲\ud800")])

    assert json.loads(text.encode())["findings"][0]["message"] == "甲\ud800"
