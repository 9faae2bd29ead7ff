"""The sheet a template is written on: settings, fonts, page numbers, properties, package.

Nothing is taken over from a stock document: those bring theme fonts that WPS reports as missing
and styles nobody uses. The bytes depend on the content alone.
"""

import copy
import io
import zipfile
from collections.abc import Collection, Mapping

from lxml import etree

from docgen.word import layout
from docgen.word.building import (
    NAMESPACES,
    RELATIONS,
    WORD,
    Block,
    Element,
    flatten,
    node,
    paragraph,
)
from docgen.word.layout import Font
from docgen.word.profiles import GBT9704, Profile
from docgen.word.sections import SIDEWAYS, page_number, section, sideways_number
from docgen.word.stylesheet import styles

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

PARTS = {
    "header1.xml": ("header", "rId1"),
    "header2.xml": ("header", "rId2"),
    "footer1.xml": ("footer", "rId3"),
    "footer2.xml": ("footer", "rId4"),
    "styles.xml": ("styles", "rId5"),
    "settings.xml": ("settings", "rId6"),
    "fontTable.xml": ("fontTable", "rId7"),
}
"""Files of the folder `word/` beside the document: their type and relationship."""

SIDEWAYS_PARTS = {
    "footer3.xml": ("footer", SIDEWAYS["rId3"]),
    "footer4.xml": ("footer", SIDEWAYS["rId4"]),
}
"""Those of a paper with sideways pages."""


def write_document(*blocks: Block, properties: Mapping[str, str]) -> bytes:
    """Give a finished .docx of `blocks` on the standard's page.

    `properties` are core properties by their Dublin Core names (`title`, `subject`, `creator`),
    which may hold placeholders.
    """
    body = node("body", *flatten(blocks), section())
    beside = parts_beside(GBT9704, used_styles(body))
    wanted = PARTS | (SIDEWAYS_PARTS if has_sideways(body) else {})
    parts = {
        "[Content_Types].xml": content_types(wanted),
        "_rels/.rels": package_relationships(),
        "docProps/core.xml": core_properties(properties),
        "word/_rels/document.xml.rels": document_relationships(wanted),
        "word/document.xml": serialise(node("document", body)),
        **{f"word/{name}": serialise(beside[name]) for name in wanted},
    }
    return pack(parts)


def parts_beside(profile: Profile, used: Collection[str]) -> dict[str, Element]:
    """Write every part beside the document: its fonts, styles and margins are the profile's."""
    header = paragraph(style="Header")
    return {
        "header1.xml": node("hdr", header),
        "header2.xml": node("hdr", copy.deepcopy(header)),
        "footer1.xml": node("ftr", page_number(profile, "right")),
        "footer2.xml": node("ftr", page_number(profile, "left")),
        "footer3.xml": node("ftr", *sideways_number(profile, "right")),
        "footer4.xml": node("ftr", *sideways_number(profile, "left")),
        "styles.xml": styles(profile, used),
        "settings.xml": settings(profile),
        "fontTable.xml": font_table(profile),
    }


def has_sideways(body: Element) -> bool:
    """True when some pages lie sideways."""
    return any(size.get(f"{{{WORD}}}orient") for size in body.iter(f"{{{WORD}}}pgSz"))


def used_styles(body: Element) -> set[str]:
    """Name the styles that a body's paragraphs, runs and tables are in."""
    tags = [f"{{{WORD}}}{name}" for name in ("pStyle", "rStyle", "tblStyle")]
    return {style.get(f"{{{WORD}}}val", "") for style in body.iter(*tags)}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Zip `parts` in their order, with one fixed date."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, FIRST_ZIP_DATE)
            member.create_system = 0
            package.writestr(member, content, zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()


def serialise(root: Element) -> bytes:
    """Write a part as XML."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def settings(profile: Profile) -> Element:
    """Describe the document's settings: odd and even pages differ, Word 2013 rules, Chinese."""
    mode = node(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word"
    )
    mode.set(f"{{{WORD}}}val", "15")
    return node(
        "settings",
        node("zoom", percent=100),
        node("defaultTabStop", val=2 * profile.character),
        node("evenAndOddHeaders"),
        # Squeezed punctuation would put a 29th character on a line.
        node("characterSpacingControl", val="doNotCompress"),
        # Word's own signs of each, and the dash: a span of hours stays on one line.
        node("noLineBreaksAfter", lang="zh-CN", val=layout.NOT_LAST),
        node("noLineBreaksBefore", lang="zh-CN", val=layout.NOT_FIRST),
        node("compat", mode),
        node("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def font_table(profile: Profile) -> Element:
    """List the fonts with what stands in for them where they are not installed."""
    return node("fonts", *map(font_entry, profile.fonts))


def font_entry(font: Font) -> Element:
    """Describe one font."""
    return node(
        "font",
        node("altName", val=",".join(font.instead)),
        node("charset", val="86"),
        node("family", val=font.family),
        node("pitch", val="variable"),
        name=font.name,
    )


def default_namespace(namespace: str) -> dict[str, str]:
    """Map no prefix to `namespace`, which the types of lxml do not foresee."""
    return {None: namespace}  # type: ignore[dict-item]


def core_properties(properties: Mapping[str, str]) -> bytes:
    """Write the document's properties."""
    purl = "http://purl.org/dc/elements/1.1/"
    core = f"{PACKAGE}/metadata/core-properties"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": purl})
    for name, value in {**properties, "language": "zh-CN"}.items():
        etree.SubElement(root, f"{{{purl}}}{name}").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def content_types(parts: Mapping[str, tuple[str, str]]) -> bytes:
    """Declare the type of every part."""
    namespace = f"{PACKAGE}/content-types"
    root = etree.Element(f"{{{namespace}}}Types", nsmap=default_namespace(namespace))

    def declare(kind: str, **attributes: str) -> None:
        etree.SubElement(root, f"{{{namespace}}}{kind}", attrib=attributes)

    relations = "application/vnd.openxmlformats-package.relationships+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    declare("Default", Extension="rels", ContentType=relations)
    declare("Default", Extension="xml", ContentType="application/xml")
    declare("Override", PartName="/docProps/core.xml", ContentType=core)
    declare(
        "Override", PartName="/word/document.xml", ContentType=f"{OFFICE_TYPES}.document.main+xml"
    )
    for part, (kind, _) in parts.items():
        declare("Override", PartName=f"/word/{part}", ContentType=f"{OFFICE_TYPES}.{kind}+xml")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """Write relationships: (type, target) by their id."""
    namespace = f"{PACKAGE}/relationships"
    root = etree.Element(f"{{{namespace}}}Relationships", nsmap=default_namespace(namespace))
    for key, (kind, target) in targets.items():
        attributes = {"Id": key, "Type": kind, "Target": target}
        etree.SubElement(root, f"{{{namespace}}}Relationship", attrib=attributes)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def package_relationships() -> bytes:
    """Point from the package to the document and its properties."""
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return relationships(
        {
            "rId1": (f"{RELATIONS}/officeDocument", "word/document.xml"),
            "rId2": (core, "docProps/core.xml"),
        }
    )


def document_relationships(parts: Mapping[str, tuple[str, str]]) -> bytes:
    """Point from the document to its headers, footers, styles, settings and fonts."""
    return relationships(
        {key: (f"{RELATIONS}/{kind}", part) for part, (kind, key) in parts.items()}
    )
