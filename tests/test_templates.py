"""The templates that come with docgen: built from their source, and only from it."""

import importlib.util
import io
import re
import sys
import zipfile
from pathlib import Path
from typing import Protocol, cast

import pytest
from lxml import etree

from docgen.kinds import find_kind
from docgen.word.template import Template

TEMPLATES = Path(__file__).parents[1] / "templates"
SOURCES = sorted((TEMPLATES / "source").glob("*.py"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

NAME = r"[a-z_]\w*(?:\[\d\])?(?:\.[a-z_]\w*(?:\[\d\])?)*"
ALLOWED = re.compile(
    rf"\{{\{{ {NAME}(?:\|公文日期)? \}}\}}"
    rf"|\{{%(?:p|tr) for \w+ in {NAME} %\}}"
    rf"|\{{%(?:p|tr)? (?:el)?if {NAME}(?: == (?:'\w+'|\d+)| and {NAME})? %\}}"
    r"|\{%(?:p |tr | )(?:else|endif|endfor) %\}"
)
VANISHING = re.compile(r"\{%(?:p|tr) ")


class Source(Protocol):
    """A file of `templates/source`."""

    def build(self) -> bytes: ...


def load(path: Path) -> Source:
    # A source may print what another holds.
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(f"template_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(path.parent))
    return cast(Source, module)


def stored(path: Path) -> bytes:
    return (TEMPLATES / "docx" / f"{path.stem}.docx").read_bytes()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def document(path: Path) -> etree._Element:
    return etree.fromstring(parts(stored(path))["word/document.xml"])


def text_of(element: etree._Element) -> str:
    return "".join(words.text or "" for words in element.iter(W + "t"))


every_template = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)


def test_every_source_has_its_template_and_every_template_its_source() -> None:
    built = {path.stem for path in (TEMPLATES / "docx").glob("*.docx")}

    assert built == {path.stem for path in SOURCES}


@every_template
def test_a_rebuilt_template_is_the_stored_one_part_by_part(path: Path) -> None:
    rebuilt, kept = parts(load(path).build()), parts(stored(path))

    assert list(rebuilt) == list(kept)
    assert [name for name in kept if rebuilt[name] != kept[name]] == []


@every_template
def test_building_twice_gives_the_same_bytes(path: Path) -> None:
    assert load(path).build() == load(path).build()


@every_template
def test_a_template_says_no_more_than_the_plain_grammar(path: Path) -> None:
    text = "".join(text_of(paragraph) for paragraph in document(path).iter(W + "p"))

    assert [tag for tag in re.findall(r"\{[{%].*?[%}]\}", text) if not ALLOWED.fullmatch(tag)] == []


@every_template
def test_a_template_asks_only_for_fields_of_its_kind(path: Path) -> None:
    fields = find_kind(path.stem).fields

    asked = {name for use in Template(stored(path)).placeholders for name in use.paths}

    assert [name for name in sorted(asked) if fields.find(name) is None] == []


@every_template
def test_a_tag_that_vanishes_stands_alone_in_its_paragraph(path: Path) -> None:
    texts = [text_of(paragraph) for paragraph in document(path).iter(W + "p")]

    assert [text for text in texts if VANISHING.search(text) and text.count("{") > 1] == []
    assert [text for text in texts if VANISHING.search(text) and not text.startswith("{%")] == []


@every_template
def test_loops_and_conditions_close_in_the_cell_or_body_they_open_in(path: Path) -> None:
    root = document(path)

    left_open = [
        depth_after([text_of(child) for child in home.findall(W + "p")])
        for home in root.iter(W + "body", W + "tc")
    ]

    assert set(left_open) == {0}


def depth_after(texts: list[str]) -> int:
    opened = sum(bool(re.match(r"\{%p (?:for|if) ", text)) for text in texts)
    return opened - sum(bool(re.match(r"\{%p end", text)) for text in texts)


@every_template
def test_every_cell_keeps_a_paragraph_whatever_vanishes(path: Path) -> None:
    for cell in document(path).iter(W + "tc"):
        assert cell[-1].tag == W + "p"
        assert "{%p" not in text_of(cell[-1])


@pytest.mark.parametrize(
    "layout",
    ["two_col_multi_org", "two_col_party_ab", "two_col_short", "single", "three_party", "stacked"],
)
def test_the_agreement_has_a_block_for_every_layout_of_signatures(layout: str) -> None:
    root = document(TEMPLATES / "source" / "responsibility_agreement.py")

    texts = [text_of(paragraph) for paragraph in root.iter(W + "p")]

    assert f"{{%p if sign.layout == '{layout}' %}}" in texts


def test_every_paragraph_of_a_signature_is_bound_to_the_next() -> None:
    root = document(TEMPLATES / "source" / "responsibility_agreement.py")

    blocks = [
        table
        for table in root.iter(W + "tbl")
        if table.find(f"{W}tblPr/{W}tblStyle[@{W}val='TableSignature']") is not None
    ]

    printed = [p for block in blocks for p in block.iter(W + "p") if "{%" not in text_of(p)]
    styles = [style.get(W + "val", "") for p in printed for style in p.iter(W + "pStyle")]
    assert len(blocks) == 6
    assert len(styles) == len(printed)
    assert [style for style in styles if not style.startswith("Signature")] == []
