"""A batch by one's own template, without a kind: the same checks, folder and second run."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from own_templates import certificate, household, notice, texts, written
from rosters import codes, documents, only, write_roster

import docgen
from docgen.batches import Progress, Report, StoppedError
from docgen.errors import UsageError

HEADINGS = ("区划代码", "乡镇", "单位名称", "人数", "期限", "等级", "抄送", "备注")
FIRMS = (
    ("410526", "白道口镇", "白道口镇加油站", "120", "2026-06-30", "重大", "滑县应急管理局", "x"),
    ("410527", "白道口镇", "白道口中学", "80", "2026年7月1日", "一般", "", ""),
    ("410528", "城关街道", "老王烧烤店", "9", "2026年7月1日", "一般", "", ""),
)


def run(folder: Path, roster: Path, template: Path | None = None, **options: object) -> Report:
    """Make a batch without a kind into `out`."""
    chosen = {"output": folder / "out", "template": template or notice(folder), **options}
    return docgen.batch(None, roster, **chosen)  # type: ignore[arg-type] # the tests choose freely


def firms(folder: Path, *lines: Sequence[str]) -> Path:
    return write_roster(folder, lines or FIRMS, HEADINGS)


def changed(line: Sequence[str], **cells: str) -> list[str]:
    """Give a line with other cells under the headings named."""
    return [cells.get(name, cell) for name, cell in zip(HEADINGS, line, strict=True)]


def test_every_row_becomes_a_document_in_its_township(tmp_path: Path) -> None:
    report = run(tmp_path, firms(tmp_path))

    assert (report.ok, report.rows, report.made, report.failed) == (True, 3, 3, 0)
    assert sorted(documents(tmp_path)) == [
        "城关街道/老王烧烤店整改通知书.docx",
        "白道口镇/白道口中学整改通知书.docx",
        "白道口镇/白道口镇加油站整改通知书.docx",
    ]
    path = tmp_path / "out/documents/白道口镇/白道口镇加油站整改通知书.docx"
    assert texts(path)[1:] == [
        "你单位有职工120人，应当设置安全管理机构。",
        "请于2026年6月30日前改正。",
        "抄送：滑县应急管理局",
    ]


def test_a_column_of_no_use_is_told_and_the_key_is_not(tmp_path: Path) -> None:
    report = run(tmp_path, firms(tmp_path))

    assert [(f.code, f.source.column) for f in report.findings if f.source] == [
        ("ignored-column", 8)
    ]


def test_a_column_nearly_right_is_an_error_that_asks(tmp_path: Path) -> None:
    roster = write_roster(tmp_path, FIRMS, [h.replace("单位名称", "单位名秤") for h in HEADINGS])

    report = run(tmp_path, roster)

    assert "是不是“单位名称”" in only(report, "unknown-column").message
    assert not report.ok


def test_nothing_is_rendered_while_any_cell_is_missing(tmp_path: Path) -> None:
    roster = firms(tmp_path, FIRMS[0], changed(FIRMS[1], 期限=""), changed(FIRMS[2], 人数="九"))

    report = run(tmp_path, roster)

    told = {(f.code, f.source.line, f.source.column) for f in report.findings if f.source}
    assert {("missing-value", 3, 5), ("wrong-type", 4, 4)} <= told
    assert (report.made, report.failed) == (0, 2)
    assert not documents(tmp_path)
    assert (tmp_path / "out/问题.xlsx").is_file()


def test_only_the_branch_of_the_row_asks_for_its_cell(tmp_path: Path) -> None:
    report = run(tmp_path, firms(tmp_path, changed(FIRMS[0], 抄送=""), *FIRMS[1:]))

    assert [f.path for f in report.findings if f.is_error] == ["抄送"]


def test_skip_bad_makes_the_others(tmp_path: Path) -> None:
    roster = firms(tmp_path, FIRMS[0], changed(FIRMS[1], 期限=""), FIRMS[2])

    report = run(tmp_path, roster, skip_bad=True)

    assert (report.ok, report.made, report.failed) == (False, 2, 1)


def test_what_all_rows_share_stands_in_the_common_data(tmp_path: Path) -> None:
    lines = [("白道口中学", "80"), ("老王烧烤店", "9")]
    roster = write_roster(tmp_path, lines, ["单位名称", "人数"])

    report = run(tmp_path, roster, common={"期限": "2026-06-30", "等级": "一般"})

    assert (report.ok, report.made) == (True, 2)


def test_another_firm_of_the_roster_in_a_shared_text_is_an_error(tmp_path: Path) -> None:
    template = written(tmp_path, "{{ 单位名称 }}：", "{{ 要求 }}")
    roster = write_roster(tmp_path, [("白道口镇加油站",), ("老王烧烤店",)], ["单位名称"])

    report = run(tmp_path, roster, template, common={"要求": "请白道口镇加油站限期整改。"})

    assert [f.message for f in report.findings] == [
        "要求里写着“白道口镇加油站”，它是名册里别的单位"
    ]


def test_another_village_in_the_fixed_text_is_an_error(tmp_path: Path) -> None:
    template = written(tmp_path, "{{ 村名 }}：", "东街村应当自查。")
    roster = write_roster(tmp_path, [("西街村委会",), ("东街村民委员会",)], ["村名"])

    report = run(tmp_path, roster, template)

    [finding] = report.findings
    assert finding.message == "模板的固定文字里写着“东街村”，它是名册里别的单位"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("单位类型", ("学校", "加油站")),
        ("单位名称", ("学校", "加油站")),
        ("单位", ("人次", "平方公里")),
        ("检查人", ("张三丰", "加油站")),
    ],
)
def test_words_that_name_nobody_are_left_alone(
    tmp_path: Path, heading: str, cells: tuple[str, str]
) -> None:
    first = f"{{{{ 编号 }}}}：{{{{ {heading} }}}}"
    template = written(tmp_path, first, "学校、加油站按平方公里计。")
    lines = [(str(number), cell) for number, cell in enumerate(cells)]
    roster = write_roster(tmp_path, lines, ["编号", heading])

    report = run(tmp_path, roster, template, key="编号")

    assert (codes(report), report.made) == ([], 2)


def test_a_second_run_makes_nothing_and_a_changed_row_alone(tmp_path: Path) -> None:
    template = notice(tmp_path)
    run(tmp_path, firms(tmp_path), template)

    again = run(tmp_path, firms(tmp_path), template)
    after = run(tmp_path, firms(tmp_path, changed(FIRMS[0], 人数="99"), *FIRMS[1:]), template)

    assert (again.made, again.unchanged) == (0, 3)
    assert (after.made, after.unchanged) == (1, 2)


def test_a_changed_template_makes_all_anew(tmp_path: Path) -> None:
    run(tmp_path, firms(tmp_path))
    text = "{{ 单位名称 }}于{{ 期限|公文日期 }}前改正。"
    template = written(tmp_path, text, name="整改通知书.docx")

    report = run(tmp_path, firms(tmp_path), template)

    assert report.made == 3


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    template, roster = notice(tmp_path), firms(tmp_path)
    run(tmp_path, roster, template)
    alone = documents(tmp_path)

    run(tmp_path, roster, template, jobs=2, force=True)

    assert documents(tmp_path) == alone


def test_a_stopped_run_goes_on_and_ends_the_same(tmp_path: Path) -> None:
    lines = [changed(FIRMS[2], 区划代码=str(n), 单位名称=f"第{n}烧烤店") for n in range(450)]
    template, roster = notice(tmp_path), firms(tmp_path, *lines)

    def stop(progress: Progress) -> None:
        if progress.stage == "make":
            raise KeyboardInterrupt

    with pytest.raises(StoppedError):
        run(tmp_path, roster, template, on_progress=stop)
    begun = len(documents(tmp_path))
    rest = run(tmp_path, roster, template)

    assert 0 < begun < 450
    assert (rest.made, rest.unchanged) == (450 - begun, begun)
    stopped = documents(tmp_path)
    whole = run(tmp_path, roster, template, output=tmp_path / "other")
    assert whole.made == 450
    root = tmp_path / "other/documents"
    assert {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*.docx")} == stopped


def test_the_ledger_knows_the_rows_by_their_codes(tmp_path: Path) -> None:
    run(tmp_path, firms(tmp_path))

    sheet = openpyxl.load_workbook(tmp_path / "out/台账.xlsx").active
    assert sheet is not None
    lines = [[cell.value for cell in row[:4]] for row in sheet.iter_rows()]
    assert lines[0] == ["序号", "区划代码", "组别", "名称"]
    assert [line[1] for line in lines[1:]] == ["410526", "410527", "410528"]


def test_files_are_named_and_rows_known_as_asked(tmp_path: Path) -> None:
    roster = write_roster(
        tmp_path,
        [("H2", "滑县粮油有限公司", "手签"), ("H1", "滑县粮油有限公司", "手签")],
        ["工号", "单位", "姓名"],
    )
    common: Mapping[str, object] = {"参训": True, "课时": 24, "日期": "2026-06-30"}

    report = run(
        tmp_path,
        roster,
        certificate(tmp_path),
        common=common,
        key="工号",
        name="{编号:03}_{工号}_{单位}",
    )

    assert (codes(report), report.made) == ([], 2)
    assert sorted(documents(tmp_path)) == [
        "001_H2_滑县粮油有限公司.docx",
        "002_H1_滑县粮油有限公司.docx",
    ]


def test_people_of_one_village_are_told_apart_by_their_names(tmp_path: Path) -> None:
    template = written(tmp_path, "{{ 村名 }}{{ 户主 }}", name="检查表.docx")
    roster = write_roster(tmp_path, [("西街村", "甲户"), ("西街村", "乙户")], ["村名", "户主"])

    report = run(tmp_path, roster, template)

    assert report.ok
    assert sorted(documents(tmp_path)) == ["西街村乙户检查表.docx", "西街村甲户检查表.docx"]


def test_two_rows_of_one_name_are_told(tmp_path: Path) -> None:
    template = written(tmp_path, "{{ 村名 }}", name="检查表.docx")
    roster = write_roster(tmp_path, [("西街村",), ("西街村",)], ["村名"])

    report = run(tmp_path, roster, template)

    assert codes(report) == ["duplicate-name", "duplicate-name"]


def test_a_table_in_a_row_is_filled_by_numbered_headings(tmp_path: Path) -> None:
    headings = ["乡镇", "村名", "户主", "检查日期", "户主签字", "隐患[0].描述", "隐患[0].措施"]
    line = ["白道口镇", "西街村", "手签", "2026-06-03", "手签", "胶管老化", "更换"]

    report = run(tmp_path, write_roster(tmp_path, [line], headings), household(tmp_path))

    assert (codes(report), report.made) == ([], 1)


def test_without_a_template_there_is_nothing_to_make(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="用 --template 给出自己的模板"):
        docgen.batch(None, firms(tmp_path), output=tmp_path / "out")
