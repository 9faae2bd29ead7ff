"""Small Word templates, built inside the tests that use them."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

import docx
from docx.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: Document) -> bytes:
    """Give a document as the bytes of its file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paper(*paragraphs: str) -> bytes:
    """Make a file of plain paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def table(*rows: Sequence[str]) -> bytes:
    """Make a file that is one table."""
    document = docx.Document()
    grid = document.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(grid.add_row().cells, texts, strict=True):
            cell.text = text
    return saved(document)


def members(content: bytes) -> dict[str, bytes]:
    """Unzip a file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Zip a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def with_body(content: bytes, xml: str) -> bytes:
    """Put raw XML at the beginning of a file's body."""
    parts = members(content)
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(
        r"(<w:body[^>]*>)", lambda match: match[1] + xml, body, count=1
    ).encode()
    return zipped(parts)


def with_part(content: bytes, name: str, xml: str, kind: str) -> bytes:
    """Add a part (footnotes, endnotes) that the document refers to."""
    parts = members(content)
    parts[f"word/{name}.xml"] = xml.encode()
    types = parts["[Content_Types].xml"].decode()
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    override = f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rIdX{name}" Type="{base}/{kind}" Target="{name}.xml"/>'
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f"{relation}</Relationships>"
    ).encode()
    return zipped(parts)


def runs(*texts: str) -> str:
    """Make the XML of a paragraph whose text is split over runs, as Word splits it."""
    inner = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in texts)
    return f"<w:p>{inner}</w:p>"


def footnotes(text: str) -> str:
    """Make a footnotes part with one note."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}">'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )


def text_box(text: str) -> str:
    """Make the XML of a paragraph with a text box, stored twice as Word does."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="7" name="框"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
