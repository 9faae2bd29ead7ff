"""Every fault of a template is told in one run, at its place, with its cause and its cure."""

import pytest
import small_papers as d
from faulty_templates import FAULTY, SOUND

from docgen.findings import Finding
from docgen.kinds import find_kind
from docgen.word.checking import check_template
from docgen.word.template import Template

FIELDS = find_kind("责任书").fields


def faults(content: bytes) -> list[Finding]:
    """Check against the kind; that such small templates print next to nothing is no fault here."""
    found = check_template(content, FIELDS).findings
    return [finding for finding in found if finding.code != "field-never-printed"]


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_told_once_at_its_place_with_its_cure(name: str) -> None:
    faulty = FAULTY[name]

    [finding] = faults(faulty.content())

    assert finding.place
    assert (finding.place.words, finding.code) == (faulty.place, faulty.code)
    assert faulty.words in f"{finding.message}。{finding.hint}"
    place = finding.place
    assert faulty.text in (place.text or "")[place.start : place.end]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_template_is_left_alone(name: str) -> None:
    assert faults(SOUND[name]) == []
    assert Template(SOUND[name], FIELDS).check(FIELDS)


def test_faults_of_every_sort_are_told_in_one_run_in_reading_order() -> None:
    content = d.paper(
        "{{ 标体 }}",
        "{%p if 年度 %}",
        "{{ 年度|公文日期 }}{{ 标题|数字 }}",
        "{{ 标题.upper() }}",
        "{% elseif %}",
        "{{ 乙方 全称 }}",
        "{{ 签订",
    )

    found = [(one.place.paragraph, one.code) for one in faults(content) if one.place]

    assert found == [
        (1, "unknown-placeholder"),
        (2, "template-syntax"),
        (3, "type-mismatch"),
        (3, "unknown-filter"),
        (4, "forbidden-construct"),
        (5, "template-syntax"),
        (5, "template-syntax"),
        (6, "template-syntax"),
        (7, "template-syntax"),
    ]


def test_faults_of_all_parts_are_told_though_one_cannot_be_read() -> None:
    content = FAULTY["a name misspelt in a footnote"].content()
    content = d.with_body(content, "<w:p><w:r><w:t>{% if 标题 %}</w:t></w:r></w:p>")

    found = faults(content)

    assert [one.place.part for one in found if one.place] == ["body", "footnote"]


def test_a_field_named_in_a_tag_that_cannot_be_read_is_not_called_missing() -> None:
    found = check_template(d.paper("{{ 标题 标题 ( }}{{ 年度 | | }}"), FIELDS).findings

    missing = {one.label for one in found if one.code == "field-never-printed"}
    assert "年度" not in missing
    assert missing


def test_a_required_field_that_is_never_printed_is_told() -> None:
    found = check_template(d.paper("{{ 年度 }}"), FIELDS).findings

    assert {one.code for one in found} == {"field-never-printed"}
    assert "标题" not in {
        one.label for one in check_template(d.paper("{{ 标题 }}"), FIELDS).findings
    }
