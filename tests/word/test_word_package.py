"""Packages are gated on the way in and sound on the way out."""

import pytest
import small_papers as d

from docgen.errors import TemplateError
from docgen.word.package import read_package
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
