"""The Python interface without a kind: a template and data, nothing else."""

import datetime
import json
from decimal import Decimal
from pathlib import Path

import pytest
from own_templates import NOTICE, certificate, notice, written

import docgen
from docgen.errors import UsageError
from docgen.library import shared_folder


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


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"乡镇": "白道口镇", "村名": "西街村"}, "西街村"),
        ({"村名": "西街村", "乡镇": "白道口镇"}, "西街村"),
        ({"村名": "西街村", "单位名称": "老王烧烤店"}, "老王烧烤店"),
        ({"检查单位": "白道口镇派出所", "单位名称": "老王烧烤店"}, "老王烧烤店"),
        ({"单位名称": "老王烧烤店", "所属乡镇": "白道口镇"}, "老王烧烤店"),
        ({"检查单位": "白道口镇派出所"}, "白道口镇派出所"),
        ({"村名": "西街村", "户主": "甲户"}, "西街村甲户"),
        ({"单位名称": "老王烧烤店", "联系人": "值班员"}, "老王烧烤店"),
        ({"编号": "17", "事由": "补报"}, "17"),
        ({"人数": 3}, "（已填）"),
    ],
)
def test_a_paper_is_named_after_what_it_is_about(
    tmp_path: Path, data: dict[str, object], name: str
) -> None:
    template = written(tmp_path, *(f"{{{{ {field} }}}}" for field in data), name="函.docx")

    made = docgen.generate(None, data, template=template).name

    assert made == ("函（已填）.docx" if name == "（已填）" else f"{name}函.docx")


def test_incomplete_data_raise_with_every_finding(tmp_path: Path) -> None:
    with pytest.raises(docgen.IncompleteError, match="有4处错误") as caught:
        docgen.generate(None, {}, template=certificate(tmp_path))

    assert [f.path for f in caught.value.findings] == ["单位", "姓名", "原因", "日期"]


def test_values_that_are_dates_and_numbers_are_taken_as_they_are(tmp_path: Path) -> None:
    day = datetime.date(2026, 6, 30)
    data = {**NOTICE, "期限": day, "单位名称": Decimal("12.50"), "抄送": day}

    assert docgen.check(None, data, template=notice(tmp_path)) == []


def test_a_sum_of_money_may_be_exact(tmp_path: Path) -> None:
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


def test_the_examples_are_complete_as_they_stand(tmp_path: Path) -> None:
    own = shared_folder("examples") / "own"
    household = docgen.generate(
        None,
        json.loads((own / "入户检查表.json").read_text("utf-8")),
        template=own / "入户检查表.docx",
    )
    report = docgen.batch(
        None,
        own / "整改通知书.roster.csv",
        template=own / "整改通知书.docx",
        common=own / "整改通知书.common.json",
        output=tmp_path / "out",
    )

    assert (household.name, household.findings) == ("西街村入户检查表.docx", [])
    assert (report.ok, report.made, report.findings) == (True, 3, [])


def test_neither_kind_nor_template_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="用 --template 给出自己的模板"):
        docgen.check(None, {})
