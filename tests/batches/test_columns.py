"""Headings are matched to fields and roles; what is nearly one is asked about."""

from pathlib import Path

import pytest
from rosters import HEADINGS, codes, only, rows, run, write_roster

from docgen.errors import UsageError
from docgen.findings import Severity


def with_column(tmp_path: Path, heading: str, text: str = "张三") -> Path:
    return write_roster(tmp_path, [[*line, text] for line in rows()], (*HEADINGS, heading))


def test_a_nearly_known_heading_is_asked_about(tmp_path: Path) -> None:
    report = run(with_column(tmp_path, "负责入"))

    finding = only(report, "unknown-column")
    assert finding.message == "没有“负责入”这一列对应的字段，是不是“负责人”？"
    assert finding.source is not None
    assert (finding.source.line, finding.source.column) == (1, 5)
    assert report.made == 0


def test_a_heading_behind_a_gap_is_found_in_its_own_column(tmp_path: Path) -> None:
    lines = [[*line, "", "张三"] for line in rows()]

    report = run(write_roster(tmp_path, lines, (*HEADINGS, "", "负责入")))

    source = only(report, "unknown-column").source
    assert source is not None
    assert (source.line, source.column) == (1, 6)


@pytest.mark.parametrize("heading", ["户数", "备注", "序号", "身份证号", "人口"])
def test_a_column_of_another_matter_is_passed_over(tmp_path: Path, heading: str) -> None:
    report = run(with_column(tmp_path, heading))

    assert only(report, "ignored-column").severity is Severity.INFO
    assert report.ok


@pytest.mark.parametrize(
    "heading",
    [
        "负责人",
        "负责人姓名",
        "乙方.代表.姓名",
        "乙方·代表·姓名",
        "party_b.representative.name",
        "负 责 人",
    ],
)
def test_a_field_may_be_named_in_many_ways(tmp_path: Path, heading: str) -> None:
    report = run(with_column(tmp_path, heading))

    assert report.ok, report.findings
    assert codes(report) == []


def test_a_mapping_leads_a_column_to_a_field(tmp_path: Path) -> None:
    roster = with_column(tmp_path, "当家的")

    report = run(roster, mapping={"当家的": "乙方.代表.姓名"})

    assert report.ok
    assert codes(report) == []


@pytest.mark.parametrize("nothing", ["", "-"])
def test_a_mapping_may_pass_a_column_over(tmp_path: Path, nothing: str) -> None:
    report = run(with_column(tmp_path, "负责入"), mapping={"负责入": nothing})

    assert report.ok
    assert codes(report) == []


@pytest.mark.parametrize("mapping", [{"没有": "year"}, {"村名": "没有的字段"}])
def test_a_mapping_to_nothing_is_wrong_use(tmp_path: Path, mapping: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="没有"):
        run(write_roster(tmp_path, rows()), mapping=mapping)


def test_two_columns_of_one_meaning_are_an_error(tmp_path: Path) -> None:
    report = run(with_column(tmp_path, "行政村", "西街村"))

    assert "“村名”和“行政村”" in only(report, "duplicate-field").message


def test_a_faulty_cell_is_found_where_it_is(tmp_path: Path) -> None:
    report = run(with_column(tmp_path, "年度", "二〇二六"))

    places = {(f.source.line, f.source.column) for f in report.findings if f.source}
    assert places == {(2, 5), (3, 5), (4, 5)}


def test_an_unknown_sort_of_place_is_a_remark_at_its_cell(tmp_path: Path) -> None:
    report = run(write_roster(tmp_path, rows("西街村", "一连")))

    finding = only(report, "unknown-organ")
    assert finding.source is not None
    assert (finding.source.line, finding.source.column) == (3, 3)
    assert report.ok
