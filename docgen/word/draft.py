"""Drafts: an incomplete paper that cannot be mistaken for the paper.

Every gap is printed as 【待填：标签】, highlighted, and every page says 草稿 in its header.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.fields import Field
from docgen.word.breaks import laid_out
from docgen.word.homes import part_of
from docgen.word.package import safe_parser
from docgen.word.passages import W
from docgen.word.printing import UNPRINTABLE, escaped
from docgen.word.reporting import gap_label
from docgen.word.sites import Site
from docgen.word.source import Position
from docgen.word.tracing import Gap, Path, Tracer

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.word.program import Compiled

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADER_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_NAMESPACE = W.strip("{}")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS = "word/_rels/document.xml.rels"
_BODY = "word/document.xml"
_IDENTIFIER = "rIdDraftHeader"
_NOTE = (
    f'<w:p xmlns:w="{_NAMESPACE}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/>'
    '<w:color w:val="FF0000"/><w:sz w:val="32"/></w:rPr><w:t>草稿</w:t></w:r></w:p>'
)
MARK = re.compile("【待填：[^】]*】")
"""A gap as a draft prints it; a kind may have put it into a sentence."""

# Control characters stand round a gap until the run it lies in is known.
_GAP = re.compile("\x05([^\x06]*)\x06")
_AFTER_HIGHLIGHT = re.compile(
    "<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)"
    "[ />]|</w:rPr>"
)
_TEXT = '<w:t xml:space="preserve">'


def draft_parts(
    compiled: "Compiled",
    values: Mapping[str, object],
    fields: Field | None,
    origin: Callable[[Path], Path],
    gaps: list[Gap],
) -> list[str]:
    """Fill the changing parts, gaps marked, highlighted and named after their `origin`.

    Raises:
        OversizeError: when that is more than a document may hold; the last of `gaps` says where.
        BrokenOffError: when a part has no end, since an expression failed; likewise.
    """

    def print_gap(gap: Gap, site: Site) -> str:
        if site.position is Position.ATTRIBUTE:
            return "1"
        told = UNPRINTABLE.sub("", str(gap.value))
        label = gap_label(replace(gap, path=origin(gap.path)), fields)
        text = escaped(told if MARK.search(told) else f"【待填：{label}】")
        marks = "" if gap.placeholder.place.part == "property" else "\x05\\g<0>\x06"
        return MARK.sub(marks, text) if marks else text

    tracer = Tracer(compiled.sites, values, gaps, escaped, print_gap, loop_gaps=True)
    parts = ["".join(tracer.run(program)) for program in compiled.programs]
    return [_highlighted(laid_out(part)) for part in parts]


def marked_as_draft(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give a package in which every page says 草稿 in its header."""
    marked = dict(members)
    headers = [name for name in members if part_of(name) == "header"]
    for name in headers:
        marked[name] = _with_note(members[name])
    body = _parsed(members[_BODY])
    if _refer(body):
        name = f"header{len(headers) + 1}.xml"
        while f"word/{name}" in members:
            name = name.replace("header", "header9")
        marked[_BODY] = _written(body)
        marked[f"word/{name}"] = f'<w:hdr xmlns:w="{_NAMESPACE}">{_NOTE}</w:hdr>'.encode()
        marked[_RELS] = _related(members.get(_RELS), name)
        marked["[Content_Types].xml"] = _typed(members["[Content_Types].xml"], name)
    return marked


def _highlighted(xml: str) -> str:
    """Give each marked gap a run of its own, in yellow."""
    while found := _GAP.search(xml):
        run = max(xml.rfind("<w:r>", 0, found.start()), xml.rfind("<w:r ", 0, found.start()))
        match = re.search("<w:rPr>.*?</w:rPr>", xml[run : found.start()], re.DOTALL)
        plain = match[0] if match else ""
        yellow = _yellow(plain or "<w:rPr></w:rPr>")
        xml = (
            f"{xml[: found.start()]}</w:t></w:r><w:r>{yellow}{_TEXT}{found[1]}</w:t></w:r>"
            f"<w:r>{plain}{_TEXT}{xml[found.end() :]}"
        )
    return xml


def _yellow(properties: str) -> str:
    bare = re.sub("<w:highlight [^>]*/>", "", properties)
    after = _AFTER_HIGHLIGHT.search(bare)
    at = after.start() if after else len(bare)
    return f'{bare[:at]}<w:highlight w:val="yellow"/>{bare[at:]}'


def _parsed(xml: bytes) -> "_Element":
    from lxml import etree

    return etree.fromstring(xml, safe_parser())


def _written(root: "_Element") -> bytes:
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _with_note(header: bytes) -> bytes:
    root = _parsed(header)
    root.insert(0, _parsed(_NOTE.encode()))
    return _written(root)


def _refer(document: "_Element") -> bool:
    """Point the first section to the new header wherever it has none; later ones inherit it."""
    from lxml import etree

    section = next(document.iter(f"{W}sectPr"), None)
    if section is None:
        section = etree.SubElement(document[0], f"{W}sectPr")
    have = {reference.get(f"{W}type") for reference in section.findall(f"{W}headerReference")}
    missing = [kind for kind in ("default", "first", "even") if kind not in have]
    for kind in missing:
        attributes = {f"{W}type": kind, f"{_R}id": _IDENTIFIER}
        section.insert(0, section.makeelement(f"{W}headerReference", attributes))
    return bool(missing)


def _related(rels: bytes | None, name: str) -> bytes:
    root = _parsed(rels or f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
    attributes = {"Id": _IDENTIFIER, "Type": _HEADER_TYPE, "Target": name}
    root.append(root.makeelement(f"{{{_RELATIONSHIPS}}}Relationship", attributes))
    return _written(root)


def _typed(types: bytes, name: str) -> bytes:
    root = _parsed(types)
    namespace = root.tag.rpartition("}")[0] + "}"
    attributes = {"PartName": f"/word/{name}", "ContentType": _CONTENT_TYPE}
    root.append(root.makeelement(f"{namespace}Override", attributes))
    return _written(root)


def draft_members(
    members: Mapping[str, bytes], names: Sequence[str], parts: Sequence[str]
) -> dict[str, bytes]:
    """Give a whole draft package: composed parts in place, 草稿 on every page."""
    composed = {name: part.encode() for name, part in zip(names, parts, strict=True)}
    return marked_as_draft({**members, **composed})
