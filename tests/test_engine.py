"""One row in, one proved document out."""

from pathlib import Path

import docx
import pytest
from agreements import village_agreement

import docgen
from docgen.engine import Press, make_draft, open_press
from docgen.errors import FileError, IncompleteError, TemplateError
from docgen.findings import Severity
from docgen.proof import NameIndex
from docgen.rows import Row
from docgen.word.passages import passages
from docgen.word.template import Template


def codes(data: dict[str, object]) -> list[str]:
    return [finding.code for finding in docgen.check("责任书", data)]


def text_of(content: bytes) -> str:
    return "\n".join(passage.text for passage in passages(content))


def template_with(tmp_path: Path, *paragraphs: str, header: str = "", title: str = "") -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.title = title
    path = tmp_path / "模板.docx"
    document.save(str(path))
    return path


def check_with(template: Path, data: dict[str, object]) -> list[tuple[str, str | None]]:
    found = open_press("责任书", template).check(Row(data)).findings
    return [(finding.code, finding.path) for finding in found]


def test_a_clerk_who_gives_names_year_and_targets_has_a_complete_paper() -> None:
    document = docgen.generate("责任书", village_agreement())

    assert document.name == "西街村2026年度安全生产责任书.docx"
    assert document.findings == []
    text = text_of(document.content)
    assert "白道口镇人民政府与西街村民委员会签订本责任书" in text
    assert "一式" in text


def test_two_runs_give_the_same_bytes() -> None:
    assert (
        docgen.generate("责任书", village_agreement()).content
        == docgen.generate("责任书", village_agreement()).content
    )


def test_labels_and_identifiers_give_the_same_document() -> None:
    named = village_agreement()
    named["year"] = named.pop("年度")
    named["party_b"] = {
        "organs": [{"name": "西街村民委员会"}],
        "representative": {"post": "村委会主任"},
    }
    del named["乙方"]

    assert (
        docgen.generate("责任书", named).content
        == docgen.generate("责任书", village_agreement()).content
    )


def test_every_fault_is_told_at_once() -> None:
    data = village_agreement(年度="今年", 标体="责任书", 份数={"总份数": 0}, 乙方={})

    found = docgen.check("责任书", data)

    assert {"wrong-type", "unknown-field", "out-of-range", "missing-value"} <= {
        finding.code for finding in found
    }
    assert all(finding.severity is Severity.ERROR for finding in found)


def test_no_document_comes_of_a_record_with_an_error() -> None:
    with pytest.raises(IncompleteError) as caught:
        docgen.generate("责任书", village_agreement(乙方={}))

    assert "missing-value" in [finding.code for finding in caught.value.findings]


def test_a_missing_year_is_not_also_a_missing_term() -> None:
    data = village_agreement()
    del data["年度"]

    assert [finding.path for finding in docgen.check("责任书", data)] == ["year"]


def test_parties_whose_levels_do_not_fit_ask_for_the_pair_alone() -> None:
    data = village_agreement(甲方={"单位": ["河南省人民政府"]})

    assert [finding.path for finding in docgen.check("责任书", data)] == ["pair"]


def test_none_in_the_second_item_of_a_loop_is_found_there() -> None:
    data = village_agreement(一票否决=["突破控制指标的。", None])

    found = docgen.check("责任书", data)

    assert [(f.code, f.path) for f in found] == [("missing-value", "veto[1]")]


@pytest.mark.parametrize("mark", ["__镇责任书", "20__年责任书", "××村责任书", "XX镇责任书"])
def test_a_leftover_blank_is_found_by_its_field(mark: str) -> None:
    found = docgen.check("责任书", village_agreement(标题=mark))

    assert [(f.code, f.path) for f in found] == [("leftover-mark", "title")]


def test_a_blank_village_name_is_told_at_the_name_alone() -> None:
    data = village_agreement(乙方={"单位": [{"名称": "××村", "层级": "村"}]})

    assert [f.path for f in docgen.check("责任书", data)] == ["party_b.organs[0].name"]


def test_a_leftover_blank_in_a_composed_paragraph_leads_back_to_its_part() -> None:
    data = village_agreement(签订语="__与××签订本责任书")

    assert [f.path for f in docgen.check("责任书", data)] == ["agree"]


def test_a_leftover_blank_deep_in_a_list_leads_back_to_its_item() -> None:
    data = village_agreement(其他约定=["按规定执行。", "由××村负责。"])

    assert [f.path for f in docgen.check("责任书", data)] == ["supplementary[1]"]


def test_a_value_needed_only_by_a_branch_not_taken_raises_nothing(tmp_path: Path) -> None:
    template = template_with(
        tmp_path, "{{ title }}", "{% if delegation %}{{ party_c.name }}{% endif %}"
    )

    assert check_with(template, village_agreement()) == []


def test_a_value_only_the_taken_branch_prints_is_asked_for(tmp_path: Path) -> None:
    template = template_with(
        tmp_path, "{{ title }}", "{% if year == 2026 %}{{ delegation }}{% endif %}"
    )

    assert check_with(template, village_agreement()) == [("missing-value", "delegation")]
    assert check_with(template, village_agreement(年度=2027)) == []


def test_a_blank_in_a_header_is_found(tmp_path: Path) -> None:
    template = template_with(tmp_path, "{{ title }}", header="{{ delegation }}")

    assert check_with(template, village_agreement()) == [("missing-value", "delegation")]


def test_a_blank_in_a_document_property_is_found(tmp_path: Path) -> None:
    template = template_with(tmp_path, "正文", title="{{ delegation }}")

    assert check_with(template, village_agreement()) == [("missing-value", "delegation")]


def test_a_typo_in_a_template_stops_every_document(tmp_path: Path) -> None:
    press = open_press("责任书", template_with(tmp_path, "{{ titel }}"))

    assert "title" in " ".join(finding.hint for finding in press.findings)
    with pytest.raises(TemplateError):
        press.make(press.check(Row(village_agreement())))


def test_a_declared_blank_is_a_line_to_sign_on() -> None:
    data = village_agreement()
    data["乙方"]["代表"]["姓名"] = {"留白": "签字"}

    assert "____" in text_of(docgen.generate("责任书", data).content)


def test_another_village_of_the_roster_is_found_where_it_stands() -> None:
    press = Press(
        docgen.find_kind("责任书"),
        open_press("责任书").template,
        roster_names=NameIndex(["西街村", "东街村", "白道口镇"]),
    )
    data = village_agreement(其他约定=["东街村应当配合。"])

    found = press.check(Row(data)).findings

    assert [(f.code, f.path) for f in found] == [("foreign-name", "supplementary[0]")]
    assert "东街村" in found[0].message


def test_ones_own_names_are_left_alone() -> None:
    press = Press(
        docgen.find_kind("责任书"),
        open_press("责任书").template,
        roster_names=NameIndex(["西街村", "街村", "白道口镇", "口镇"]),
    )

    assert press.check(Row(village_agreement())).findings == ()


def test_a_foreign_name_in_the_templates_own_text_is_found(tmp_path: Path) -> None:
    template = Template(template_with(tmp_path, "{{ title }}", "由八里营镇负责。"))
    press = Press(
        docgen.find_kind("责任书"), template, roster_names=NameIndex(["八里营镇", "白道口镇"])
    )

    assert [f.code for f in press.check(Row(village_agreement())).findings] == ["foreign-name"]


def test_a_waived_foreign_name_no_longer_stops_the_paper() -> None:
    press = Press(
        docgen.find_kind("责任书"),
        open_press("责任书").template,
        roster_names=NameIndex(["西街村", "东街村"]),
    )
    waivers = [{"规则": "foreign-name", "理由": "与东街村相邻"}]

    checked = press.check(Row(village_agreement(其他约定=["与东街村共同巡查。"], 豁免=waivers)))

    assert [f.waived for f in checked.findings] == ["与东街村相邻"]
    assert checked.values is not None


def test_a_waived_rule_keeps_its_finding_and_its_reason() -> None:
    waivers = [{"规则": "copies-differ", "理由": "另一份存档"}]
    data = village_agreement(
        份数={"总份数": 3, "执有": [{"执有人": "甲方"}, {"执有人": "乙方"}]}, 豁免=waivers
    )

    document = docgen.generate("责任书", data)

    assert [f.waived for f in document.findings] == ["另一份存档"]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"乙方": {"单位": ["××村民委员会"]}}, "party_b.organs[0].name"),
        ({"乙方": {"单位": [{"名称": "××村民委员会"}]}}, "party_b.organs[0].name"),
        ({"考核": {"考核单位": "××办"}}, "assessment.agency"),
        ({"甲方": {"单位": ["××镇人民政府"]}, "考核": {"满分": 100}}, "party_a.organs[0].name"),
        ({"职责": ["××村要做到。"]}, "duties[0].text"),
        ({"签订语": "与××村签订本责任书"}, "agree"),
    ],
)
def test_a_blank_is_told_once_where_the_clerk_left_it(
    changes: dict[str, object], path: str
) -> None:
    findings = docgen.check("责任书", village_agreement(**changes))

    assert [(finding.code, finding.path) for finding in findings] == [("leftover-mark", path)]


def test_a_draft_marks_a_gap_inside_a_sentence_and_keeps_the_sentence() -> None:
    draft = open_press("责任书").draft(Row(village_agreement(签订目的=5)))

    assert "【待填：签订目的】，根据《中华人民共和国安全生产法》" in text_of(draft)


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"控制指标": [{"指标": "死亡人数"}]}, "【待填：控制指标·第1项·目标值】"),
        ({"控制指标": [{"指标": None, "数值": 0}]}, "【待填：控制指标·第1项·指标】"),
        (
            {"控制指标": [{"指标": "死亡人数", "数值": 0, "类别": "待定"}]},
            "【待填：控制指标·第1项·类别】",
        ),
        (
            {"职责": [{"正文": "做到。", "要点": ["甲", "待定"]}]},
            "二是【待填：职责·第1项·要点·第2项】。",
        ),
        ({"职责": ["做好20__年工作。"]}, "做好20【待填：职责·第1项·正文】年工作。"),
        ({"乙方": {"单位": ["××村民委员会"]}}, "与【待填：乙方·单位·第1项·名称】村民委员会签订"),
    ],
)
def test_a_draft_names_a_gap_after_the_clerks_own_field(
    changes: dict[str, object], gap: str
) -> None:
    assert gap in text_of(open_press("责任书").draft(Row(village_agreement(**changes))))


def test_a_draft_shows_every_gap() -> None:
    document = make_draft(open_press("责任书"), Row({"乙方": {"单位": ["西街村民委员会"]}}))

    text = text_of(document.content)
    assert "【待填：" in text
    assert "草稿" in text
    assert document.name.endswith("（草稿）.docx")
    assert [f for f in document.findings if f.is_error]


def test_a_document_is_saved_once(tmp_path: Path) -> None:
    document = docgen.generate("责任书", village_agreement())

    path = document.save(tmp_path / "新文件夹")

    assert path.read_bytes() == document.content
    with pytest.raises(FileError, match="已经存在"):
        document.save(tmp_path / "新文件夹")
    assert document.save(tmp_path / "新文件夹", force=True) == path
    assert [entry.name for entry in path.parent.iterdir()] == [document.name]
