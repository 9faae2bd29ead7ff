"""A check reads less of a template than filling it in does, and finds the same."""

from pathlib import Path

import pytest
import small_papers as d
from faulty_templates import FAULTY, SOUND

from docgen.findings import Finding
from docgen.kinds import find_kind
from docgen.word.brevity import brief
from docgen.word.checking import check_parts, check_template
from docgen.word.homes import homes
from docgen.word.package import read_package
from docgen.word.source import read_part

FIELDS = find_kind("责任书").fields
TEMPLATES = sorted((Path(__file__).parents[2] / "templates" / "docx").glob("*.docx"))


def read_whole(content: bytes) -> tuple[Finding, ...]:
    members = read_package(content)
    parts = [read_part(home, members[home.member]) for home in homes(members)]
    return check_parts(parts, FIELDS).findings


@pytest.mark.parametrize("name", [*FAULTY, *SOUND])
def test_the_same_is_found_in_small_templates(name: str) -> None:
    content = FAULTY[name].content() if name in FAULTY else SOUND[name]

    assert check_template(content, FIELDS).findings == read_whole(content)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_same_is_found_in_whole_templates_of_another_kind(path: Path) -> None:
    content = path.read_bytes()

    assert check_template(content, FIELDS).findings == read_whole(content)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("甲", "{%- if a %}乙{% endif %}", "丙"),
        ("{% if a -%}", "乙", "丙{% endif %}"),
        ("甲{", "乙", "{ a }}"),
        ("｛｛ 标体 ｝｝", "甲", "｛％ if 标题 ％｝乙｛％ endif ％｝"),
        ("{% if a %}", "乙", "丙{%- endif %}"),
    ],
)
def test_tags_that_reach_beyond_their_paragraph_are_judged_alike(
    paragraphs: tuple[str, ...],
) -> None:
    content = d.paper(*paragraphs)

    assert check_template(content, FIELDS).findings == read_whole(content)


def test_a_brace_behind_a_reference_is_seen() -> None:
    xml = "<w:p><w:r><w:t>&#123;&#123; 标体 }&#125;</w:t></w:r></w:p>"
    content = d.with_body(d.paper("甲"), xml)

    assert check_template(content, FIELDS).findings == read_whole(content)
    assert "unknown-placeholder" in {one.code for one in read_whole(content)}


def test_paragraphs_without_tags_are_no_more_than_stubs() -> None:
    plain = "<w:p><w:pPr/><w:r><w:rPr><w:b/></w:rPr><w:t>很长的一段话</w:t></w:r></w:p>"
    tagged = "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>{{ a }}</w:t></w:r></w:p>"

    short = brief(f"<w:body>{plain * 3}{tagged}{plain}</w:body>")

    assert "很长" not in short
    assert short.count("<w:p>") == 3
    assert "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>" in short
