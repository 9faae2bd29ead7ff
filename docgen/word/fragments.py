"""Values that are more than text: pictures, and docxtpl's own objects from Python callers.

`Template.render` comes here when a value is one of them; all other values are judged as always.
Nothing of it can stand in a data file. Pictures are laid into the package here. RichText,
Subdoc, InlineImage and Listing are written by docxtpl itself, and its package is the one saved.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.errors import IncompleteError, UsageError
from docgen.findings import Finding
from docgen.word.breaks import laid_out, masked
from docgen.word.growth import Growth
from docgen.word.package import safe_parser
from docgen.word.packing import PackagePlan
from docgen.word.pictures import BAD_PICTURE, Picture, PictureError, drawing, read_picture
from docgen.word.printing import UNPRINTABLE, Reason, escaped, plain_text
from docgen.word.singles import drawing_numbers
from docgen.word.sites import Placeholder
from docgen.word.source import Position
from docgen.word.tracing import Gap

if TYPE_CHECKING:
    from docgen.word.template import Template

_OBJECTS = ("RichText", "RichTextParagraph", "Listing", "InlineImage", "Subdoc")
_BLOCKS = ("RichTextParagraph", "Subdoc")
_TEXTS = ("RichText", "RichTextParagraph", "Listing")
_MARKUP = re.compile("<[^>]*>")
_MARK = re.compile("\x05(\\d+)\x06")
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?", re.DOTALL)
_TEXT = '<w:t xml:space="preserve">'
_EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL
)
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "http://schemas.openxmlformats.org/package/2006"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def is_fragment(value: object) -> bool:
    """True of a picture and of docxtpl's objects."""
    return isinstance(value, Picture) or _sort(value) != ""


def real_gaps(gaps: Sequence[Gap]) -> list[Gap]:
    """Give the gaps that no fragment fills; a RichText of nothing is missing like any text."""
    empty = [replace(gap, reason=Reason.MISSING) for gap in gaps if _is_empty(gap.value)]
    return [*(gap for gap in gaps if not is_fragment(gap.value)), *empty]


def _is_empty(value: object) -> bool:
    if _sort(value) not in _TEXTS:
        return False
    text = str(value)
    return not _MARKUP.sub("", text).strip()


def _sort(value: object) -> str:
    """Name the sort of a docxtpl object; empty for everything else."""
    for known in type(value).__mro__:
        if known.__module__.startswith("docxtpl.") and known.__name__ in _OBJECTS:
            return known.__name__
    return ""


@dataclass(slots=True)
class _Drawn:
    """What one part prints beside text, and the pictures it needs."""

    member: str
    values: list[tuple[object, Placeholder]] = field(default_factory=list)
    images: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def mark(self, value: object, placeholder: Placeholder, position: Position) -> str:
        """Give what stands for a value until its run is known."""
        if _sort(value) == "Listing":
            return masked(str(value))
        if position is not Position.TEXT or placeholder.place.part == "property":
            self.refuse(placeholder, "图片和 Word 片段不能放在这里", "只放在正文、页眉等的文字里")
            return ""
        self.values.append((value, placeholder))
        return f"\x05{len(self.values) - 1}\x06"

    def image(self, asked: Picture, placeholder: Placeholder, folder: Path | None) -> str:
        """Give a picture as Word draws it; a part needs each picture once."""
        try:
            read = read_picture(asked, folder)
        except PictureError as fault:
            self.refuse(placeholder, fault.message, fault.hint)
            return ""
        relation, _ = self.images.setdefault(
            read.name, (f"rIdImage{len(self.images) + 1}", read.content)
        )
        label = Path(asked.source).name if isinstance(asked.source, str | Path) else ""
        return drawing(read, relation, label)

    def xml(self, value: object, placeholder: Placeholder, folder: Path | None, owner: Any) -> str:
        """Write a value; one of docxtpl's writes itself into the part it belongs to."""
        if isinstance(value, Picture):
            return f"<w:r>{{}}{self.image(value, placeholder, folder)}</w:r>"
        if _sort(value) == "InlineImage":
            if not hasattr(owner, "new_pic_inline"):
                self.refuse(placeholder, "这里不能放 InlineImage", "改用过滤器“图片”")
                return ""
            value.tpl.current_rendering_part = owner  # type: ignore[attr-defined]  # docxtpl's own
        text = str(value)
        if UNPRINTABLE.search(text):
            self.refuse(placeholder, "片段里有印不出来的字符", "重新键入这段文字")
            return ""
        return masked(text)

    def refuse(self, placeholder: Placeholder, message: str, hint: str) -> None:
        self.findings.append(
            BAD_PICTURE.finding(
                message, hint, path=placeholder.path or None, place=placeholder.place
            )
        )


def render_with_fragments(
    template: "Template", values: Mapping[str, object], folder: Path | None, document: Any
) -> bytes:
    """Fill a template whose values are more than text; all that is to be there is there.

    Raises:
        IncompleteError: when a picture cannot be read, or a fragment stands where it cannot.
        UsageError: when docxtpl's objects were made for another template.
    """
    parts, drawn = _composed(template, values)
    document = _document(template, drawn, document)
    finished: list[str] = []
    for part, one in zip(parts, drawn, strict=True):
        finished.append(_placed(part, one, folder, _part(document, one.member)))
    if faults := [finding for one in drawn for finding in one.findings]:
        message = "；".join(finding.message for finding in faults)
        raise IncompleteError(f"没有生成文件：{message}", faults)
    numbered = drawing_numbers()
    finished = [numbered(part) for part in template.finish(finished)]
    written = {one.member: part.encode() for one, part in zip(drawn, finished, strict=True)}
    members = {**template.members, **written}
    if document is not None:
        members = _saved(document, written)
    return PackagePlan(_with_images(members, drawn)).pack(())


def _composed(template: "Template", values: Mapping[str, object]) -> tuple[list[str], list[_Drawn]]:
    parts, drawn, growth = [], [], Growth()
    for program in template.compiled.programs:
        one = _Drawn(program.source.member)
        pieces: list[str] = []
        for piece in program.render(values):
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            index, value = piece
            site = template.compiled.sites[index]
            if is_fragment(value):
                pieces.append(one.mark(value, site.placeholder, site.position))
            else:
                pieces.append(escaped(plain_text(value)))
        parts.append(growth.whole(pieces, program.cost_of_a_break))
        drawn.append(one)
    return parts, drawn


def _placed(part: str, drawn: _Drawn, folder: Path | None, owner: Any) -> str:
    """Put what was marked where its mark is."""
    while found := _MARK.search(part):
        value, placeholder = drawn.values[int(found[1])]
        if not _is_in_text(part, found.start()):
            drawn.refuse(placeholder, "图片和 Word 片段不能放在公式里", "放在公式外面")
            part = part[: found.start()] + part[found.end() :]
            continue
        xml = drawn.xml(value, placeholder, folder, owner)
        if _sort(value) not in _BLOCKS:
            part = _inline(part, found, xml)
            continue
        start = max(part.rfind("<w:p>", 0, found.start()), part.rfind("<w:p ", 0, found.start()))
        end = part.find("</w:p>", found.end()) + len("</w:p>")
        if _MARKUP.sub("", part[start:end]).strip() != found[0]:
            drawn.refuse(placeholder, "整段的片段与别的字同在一段", "让它独占一段：{{p … }}")
        part = part[:start] + xml + part[end:]
    return laid_out(part)


def _is_in_text(part: str, position: int) -> bool:
    """True of a place in a text of Word's; a formula has texts of its own."""
    text = max(part.rfind("<w:t>", 0, position), part.rfind("<w:t ", 0, position))
    return text >= 0 and part.find("<", text + 1, position) < 0


def _inline(part: str, found: re.Match[str], xml: str) -> str:
    """Put runs between the two halves of the run in which they were asked for."""
    start = max(part.rfind("<w:r>", 0, found.start()), part.rfind("<w:r ", 0, found.start()))
    run = _RUN.match(part, start) if start >= 0 else None
    properties = (run[1] or "") if run else ""
    opening = f"<w:r>{properties}{_TEXT}"
    # A picture of docxtpl's brings the ends of the runs round it along.
    xml = xml.replace("{}", properties, 1) if xml.startswith("<w:r>{}") else xml
    xml = xml.removeprefix("</w:t></w:r>").removesuffix(f"<w:r>{_TEXT}")
    before = f"{part[: found.start()]}</w:t></w:r>"
    end = part.find("</w:r>", found.end()) + len("</w:r>")
    after = f"{opening}{part[found.end() : end]}"
    halves = (before[start:], after)
    kept = ["" if _EMPTY_RUN.fullmatch(half) else half for half in halves]
    return f"{part[:start]}{kept[0]}{xml}{kept[1]}{part[end:]}"


def _document(template: "Template", drawn: Sequence[_Drawn], document: Any) -> Any:
    """Give docxtpl's template if any of its objects is printed: the one they were made for."""
    objects = [value for one in drawn for value, _ in one.values if _sort(value)]
    if not objects:
        return None
    owners = [value.tpl for value in objects if getattr(value, "tpl", None) is not None]  # type: ignore[attr-defined]  # docxtpl's objects
    wanted = document or next(iter(owners), None) or template.docxtpl()
    wanted.render_init()
    if any(owner is not wanted for owner in owners) or not _is_same(template, wanted):
        msg = "这些 Word 片段是为别的模板做的。用 template.docxtpl() 给出的模板来做它们。"
        raise UsageError(msg)
    return wanted


def _is_same(template: "Template", document: Any) -> bool:
    from lxml import etree

    own = etree.fromstring(template.members["word/document.xml"], safe_parser())
    theirs = document.docx.part.element
    return bool(etree.tostring(own, method="c14n") == etree.tostring(theirs, method="c14n"))


def _part(document: Any, member: str) -> Any:
    if document is None:
        return None
    parts = document.docx.part.package.iter_parts()
    return next((part for part in parts if part.partname == f"/{member}"), None)


def _saved(document: Any, written: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the members of docxtpl's package, with the parts as they were filled."""
    buffer = io.BytesIO()
    document.docx.save(buffer)
    document.is_rendered = True
    with zipfile.ZipFile(buffer) as package:
        return {name: package.read(name) for name in package.namelist()} | dict(written)


def _with_images(members: Mapping[str, bytes], drawn: Sequence[_Drawn]) -> dict[str, bytes]:
    """Add pictures to a package: each once, its relation to every part, its type."""
    from lxml import etree

    made = dict(members)
    for one in drawn:
        if not one.images:
            continue
        folder, _, file = one.member.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        empty = f'<Relationships xmlns="{_RELATIONSHIPS}/relationships"/>'.encode()
        root = etree.fromstring(made.get(rels, empty), safe_parser())
        for name, (relation, content) in one.images.items():
            made[f"word/media/{name}"] = content
            attributes = {"Id": relation, "Type": _IMAGE, "Target": f"media/{name}"}
            root.append(
                root.makeelement(f"{{{_RELATIONSHIPS}/relationships}}Relationship", attributes)
            )
        made[rels] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    endings = {name.rpartition(".")[2] for one in drawn for name in one.images}
    made[_TYPES] = _with_types(made[_TYPES], endings)
    return made


def _with_types(types: bytes, endings: set[str]) -> bytes:
    from lxml import etree

    root = etree.fromstring(types, safe_parser())
    known = {element.get("Extension", "").casefold() for element in root}
    for ending in sorted(endings - known):
        attributes = {"Extension": ending, "ContentType": f"image/{ending}"}
        root.insert(0, root.makeelement(f"{{{_RELATIONSHIPS}/content-types}}Default", attributes))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
