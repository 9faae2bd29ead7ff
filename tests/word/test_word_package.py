"""Packages are gated on the way in and sound on the way out."""

import io

import docx
import pytest
import small_papers as d
from attacks import ATTACKS

from docgen.errors import TemplateError
from docgen.findings import Severity
from docgen.word.package import harmless, open_package, read_package
from docgen.word.packing import PackagePlan

SOUND = d.members(d.paper("正文"))
LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="http://example.com/" TargetMode="External"/></Relationships>'
)


def without(name: str) -> bytes:
    return d.zipped({key: data for key, data in SOUND.items() if key != name})


def having(name: str, data: bytes) -> bytes:
    return d.zipped({**SOUND, name: data})


REFUSED = {
    "not a zip": (b"hello", "unreadable-package"),
    "empty": (b"", "unreadable-package"),
    "truncated": (d.zipped(SOUND)[:-200], "unreadable-package"),
    "old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unreadable-package"),
    "no document": (without("word/document.xml"), "unreadable-package"),
    "no content types": (without("[Content_Types].xml"), "unreadable-package"),
    "broken part": (having("word/styles.xml", b"<w:styles>"), "unreadable-package"),
    "two spellings of one name": (having("WORD/document.xml", b"<a/>"), "unsafe-package"),
    "name that climbs": (having("../evil.xml", b"<a/>"), "unsafe-package"),
    "absolute name": (having("/evil.xml", b"<a/>"), "unsafe-package"),
    "macro": (having("word/vbaProject.bin", b"x"), "unsafe-package"),
    "document type": (
        having("word/a.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
        "unsafe-package",
    ),
    "zip bomb": (having("word/a.bin", bytes(5_000_000)), "unsafe-package"),
    "remote template": (
        having("word/_rels/a.xml.rels", LINK.format(kind="attachedTemplate").encode()),
        "unsafe-package",
    ),
}
ALLOWED = {
    "plain": d.zipped(SOUND),
    "hyperlink": having("word/_rels/a.xml.rels", LINK.format(kind="hyperlink").encode()),
    "picture": having("word/media/a.png", b"\x89PNG"),
    "little text, well compressed": having("word/a.bin", bytes(500_000)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_package_that_is_damaged_or_unsafe_is_refused(name: str) -> None:
    content, code = REFUSED[name]

    with pytest.raises(TemplateError) as caught:
        read_package(content)

    (finding,) = caught.value.findings
    assert finding.code == code
    assert finding.hint


@pytest.mark.parametrize("name", ALLOWED)
def test_an_ordinary_package_is_read_whole(name: str) -> None:
    assert read_package(ALLOWED[name]) == d.members(ALLOWED[name])


def test_a_packed_file_holds_the_same_members_and_the_changed_ones() -> None:
    plan = PackagePlan(SOUND, ["word/document.xml"])

    content = plan.pack([b"<changed/>"])

    assert d.members(content) == {**SOUND, "word/document.xml": b"<changed/>"}
    assert next(iter(d.members(content))) == "[Content_Types].xml"


def test_a_chinese_member_name_survives() -> None:
    assert "word/图.xml" in d.members(PackagePlan({**SOUND, "word/图.xml": b"<a/>"}).pack([]))


def test_a_paper_may_show_an_object_of_another_program_and_a_template_may_not() -> None:
    content = having("word/embeddings/oleObject1.bin", b"x")

    assert "word/embeddings/oleObject1.bin" in read_package(content)
    with pytest.raises(TemplateError, match="嵌着别的程序的对象"):
        open_package(content)


NEEDLESS = [name for name, attack in ATTACKS.items() if "stripped-content" in attack.codes]


@pytest.mark.parametrize("name", NEEDLESS)
def test_what_is_taken_out_leaves_nothing_dangling(name: str) -> None:
    package = open_package(ATTACKS[name].build())

    assert [finding.severity for finding in package.findings] == [Severity.INFO]
    told = b"".join(package.members.values())
    assert b'"evil"' not in told
    assert not {"word/a.bin", "word/c.xml", "word/p.xml", "customUI/customUI.xml"} & set(
        package.members
    )
    docx.Document(io.BytesIO(PackagePlan(package.members).pack(())))


def test_a_paper_is_handed_on_as_it_is_or_without_what_was_taken_out() -> None:
    sound = d.zipped(SOUND)
    ribbon = ATTACKS["a ribbon"].build()

    assert harmless(sound) is sound
    assert "customUI/customUI.xml" not in d.members(harmless(ribbon))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (ATTACKS["a file with a password"].build(), "打开密码"),
        (ATTACKS["an old doc"].build(), ".doc 或 .wps"),
        (ATTACKS["rtf"].build(), ".rtf"),
        (ATTACKS["pdf"].build(), "PDF"),
        (ATTACKS["html"].build(), "网页"),
        (ATTACKS["xlsx"].build(), "Excel"),
        (ATTACKS["docm"].build(), ".docm"),
        (ATTACKS["dotx"].build(), ".dotx"),
        (ATTACKS["strict xml"].build(), "Strict"),
    ],
)
def test_a_file_of_another_format_is_named(content: bytes, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        open_package(content)


def test_a_dangerous_field_is_told_with_the_very_cell_it_stands_in() -> None:
    field = '<w:p><w:fldSimple w:instr="DDE a"><w:r><w:t>章</w:t></w:r></w:fldSimple></w:p>'
    cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell}<w:tc>{field}</w:tc></w:tr>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr>{row}</w:tbl>"

    with pytest.raises(TemplateError) as caught:
        open_package(d.with_body(d.paper("正文"), table))

    (finding,) = caught.value.findings
    assert finding.place is not None
    assert (finding.place.table, finding.place.row, finding.place.cell) == (1, 2, 2)
    assert "“章”这一段" in finding.message


def test_all_that_is_dangerous_is_told_at_once() -> None:
    parts = d.members(ATTACKS["a linked picture"].build())
    parts["word/vbaProject.bin"] = b"x"
    parts["word/embeddings/a.bin"] = b"x"

    with pytest.raises(TemplateError) as caught:
        open_package(d.zipped(parts))

    assert {finding.message[:6] for finding in caught.value.findings} >= {
        "文件带有宏",
        "文件里嵌着别",
    }
    assert len(caught.value.findings) == 3
