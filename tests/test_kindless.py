"""The Python interface without a kind: a template and data, nothing else."""

from pathlib import Path

import pytest
from own_templates import NOTICE, certificate, notice, written

import docgen
from docgen.errors import UsageError


def test_data_are_checked_by_the_template_alone(tmp_path: Path) -> None:
    data = {name: value for name, value in NOTICE.items() if name != "抄送"}

    assert docgen.check(None, NOTICE, template=notice(tmp_path)) == []
    [finding] = docgen.check(None, data, template=notice(tmp_path))
    assert (finding.code, finding.message) == ("missing-value", "抄送没有填写")


def test_a_document_is_made_and_proved(tmp_path: Path) -> None:
    document = docgen.generate(None, NOTICE, template=notice(tmp_path))

    assert document.name == "白道口镇加油站整改通知书.docx"
    assert document.findings == []
    assert document.save(tmp_path).is_file()


def test_incomplete_data_raise_with_every_finding(tmp_path: Path) -> None:
    with pytest.raises(docgen.IncompleteError, match="有4处错误") as caught:
        docgen.generate(None, {}, template=certificate(tmp_path))

    assert [f.path for f in caught.value.findings] == ["单位", "姓名", "原因", "日期"]


def test_values_that_are_dates_and_numbers_are_taken_as_they_are(tmp_path: Path) -> None:
    import datetime
    from decimal import Decimal

    day = datetime.date(2026, 6, 30)
    data = {**NOTICE, "期限": day, "单位名称": Decimal("12.50"), "抄送": day}

    assert docgen.check(None, data, template=notice(tmp_path)) == []


def test_a_sum_of_money_may_be_exact(tmp_path: Path) -> None:
    from decimal import Decimal

    data = {**NOTICE, "罚款": Decimal("20000.50")}

    assert docgen.check(None, data, template=notice(tmp_path)) == []


@pytest.mark.parametrize("name", ["items", "copy", "model_dump", "kind_of", "contents", "waivers"])
def test_any_name_may_be_a_field(tmp_path: Path, name: str) -> None:
    template = written(tmp_path, f"{{{{ {name} }}}}")

    assert docgen.check(None, {name: "白道口镇"}, template=template) == []
    assert [f.path for f in docgen.check(None, {}, template=template)] == [name]


def test_what_is_no_field_of_a_template_is_never_an_error_of_ours(tmp_path: Path) -> None:
    template = written(tmp_path, "{{ 甲.乙 }}{% for 项 in 丙 %}{{ 项 }}{% endfor %}")
    strange: list[dict[str, object]] = [
        {"甲": None, "丙": None},
        {"甲": {"乙": {"丁": 1}}, "丙": {"戊": []}},
        {"甲": [], "丙": [None, [], {}, {"a": 1}]},
        {"甲": {"乙": float("nan")}, "丙": ["\x00", "\ud800"]},
        {"甲": {"乙": object()}, "丙": [object()]},
    ]

    for data in strange:
        assert any(f.is_error for f in docgen.check(None, data, template=template))


def test_neither_kind_nor_template_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="用 --template 给出自己的模板"):
        docgen.check(None, {})
