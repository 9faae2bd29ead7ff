"""Findings as Word comments in the author's own file, each round the tag it is about.

They are docgen's remarks on a template, no part of it: whoever opens the file as a template sees
it without them, and remarks made again take the place of the old ones.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docgen.findings import Finding, Severity
from docgen.word.anchors import edges
from docgen.word.gates.archive import unzip
from docgen.word.gates.markup import plain_xml
from docgen.word.homes import Home, homes
from docgen.word.package import safe_parser
from docgen.word.passages import W, located_passages

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "docgen"
_BODY, _RELATIONS, _TYPES = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID, _AUTHOR = f"{W}id", f"{W}author"
_P, _COMMENT, _REFERENCE = f"{W}p", f"{W}comment", f"{W}commentReference"
_RANGES = (f"{W}commentRangeStart", f"{W}commentRangeEnd", _REFERENCE)
_MARK = re.compile(rb"""author\s*=\s*["']docgen["']""")
_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def annotated(content: bytes, findings: Sequence[Finding]) -> bytes:
    """Give the same file with a comment on each finding; nothing else of it is changed.

    Where Word allows no comment (headers, notes, properties) it stands at the beginning of the
    document and names the place; what has no place at all stands there in one.

    Raises:
        TemplateError: when the file cannot be opened as a Word file.
    """
    members = without_remarks(unzip(content))
    body = _parsed(_BODY, members[_BODY])
    name, comments = _comments(members)
    home = next(home for home in homes(members) if home.member == _BODY)
    _annotate(body, comments, home, findings)
    changed = {**members, _BODY: _written(body), name: _written(comments)}
    if name not in members:
        changed[_RELATIONS] = _related(members.get(_RELATIONS), name)
        changed[_TYPES] = _typed(members[_TYPES], name)
    return _zipped(content, changed)


def without_remarks(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the members of a file without docgen's own comments."""
    name = _name_of_comments(members)
    kept = dict(members)
    if name not in members or not _MARK.search(members[name]):
        return kept
    comments, body = _parsed(name, members[name]), _parsed(_BODY, members[_BODY])
    own = {one.get(_ID) for one in comments.iter(_COMMENT) if one.get(_AUTHOR) == AUTHOR}
    for comment in [one for one in comments.iter(_COMMENT) if one.get(_ID) in own]:
        comments.remove(comment)
    for mark in [one for one in body.iter(*_RANGES) if one.get(_ID) in own]:
        _remove(mark)
    kept[_BODY] = _written(body)
    kept[name] = _written(comments)
    return kept


def _remove(mark: "_Element") -> None:
    """Take a mark of a comment out, with the run that held nothing else."""
    holder = mark.getparent()
    assert holder is not None
    holder.remove(mark)
    is_bare = all(child.tag == f"{W}rPr" for child in holder)
    above = holder.getparent()
    if mark.tag == _REFERENCE and holder.tag == f"{W}r" and is_bare and above is not None:
        above.remove(holder)


def _annotate(
    body: "_Element", comments: "_Element", home: Home, findings: Sequence[Finding]
) -> None:
    """Add a comment for each finding, and the marks of its place to the body."""
    located = [one for one in located_passages(body, home) if not one[0].is_copy]
    holders = {passage.place.paragraph_key: element for passage, element in located}
    first = next((element for _, element in located), None)
    number = _next_id(body, comments)
    for finding in findings:
        if (place := finding.place) is None:
            continue
        paragraph = holders.get(place.paragraph_key)
        is_near = paragraph is not None and place.box is None
        where = "" if is_near else f"{place.words}："
        comments.append(_comment(comments, number, [f"{where}{_words(finding)}"]))
        anchor = _outermost(paragraph) if paragraph is not None else first
        if anchor is not None:
            span = (place.start, place.end) if is_near else (None, None)
            _mark(anchor, number, span, whole=is_near)
        number += 1
    if unplaced := [_words(finding) for finding in findings if finding.place is None]:
        comments.append(_comment(comments, number, unplaced))
        if first is not None:
            _mark(first, number, (None, None), whole=False)


def _words(finding: Finding) -> str:
    hint = f"{finding.hint.rstrip('。')}。" if finding.hint else ""
    return f"{_LABELS[finding.severity]}：{finding.message.rstrip('。')}。{hint}"


def _outermost(paragraph: "_Element") -> "_Element":
    """Give the paragraph of the body that an element stands in; a text box takes no comment."""
    around = list(paragraph.iterancestors(_P))
    return around[-1] if around else paragraph


def _mark(
    paragraph: "_Element", number: int, span: tuple[int | None, int | None], *, whole: bool
) -> None:
    """Put the marks of a comment round some characters, a whole paragraph, or at its beginning."""
    start, end, reference = (paragraph.makeelement(tag, {_ID: str(number)}) for tag in _RANGES)
    run = paragraph.makeelement(f"{W}r", {})
    run.append(reference)
    found = edges(paragraph, *span)
    if found is not None:
        found[0].addprevious(start)
        found[1].addnext(end)
        end.addnext(run)
        return
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, start)
    if whole:
        paragraph.extend((end, run))
    else:
        start.addnext(end)
        end.addnext(run)


def _comment(comments: "_Element", number: int, texts: Sequence[str]) -> "_Element":
    """Make a comment with a paragraph for each text."""
    attributes = {_ID: str(number), _AUTHOR: AUTHOR, f"{W}initials": AUTHOR}
    comment = comments.makeelement(_COMMENT, attributes)
    for text in texts:
        paragraph, run = (comments.makeelement(tag, {}) for tag in (_P, f"{W}r"))
        words = comments.makeelement(f"{W}t", {_SPACE: "preserve"})
        words.text = text
        run.append(words)
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _next_id(body: "_Element", comments: "_Element") -> int:
    used = [one.get(_ID, "") for one in (*comments.iter(_COMMENT), *body.iter(*_RANGES))]
    return max((int(name) for name in used if name.isdecimal()), default=-1) + 1


def _name_of_comments(members: Mapping[str, bytes]) -> str:
    """Name the member that holds the comments, or that is to hold them."""
    relations = members.get(_RELATIONS)
    if relations:
        for relation in _parsed(_RELATIONS, relations):
            if relation.get("Type") == f"{_OFFICE}/comments":
                target = posixpath.join("word", relation.get("Target", ""))
                return posixpath.normpath(target).lstrip("/")
    return "word/comments.xml"


def _comments(members: Mapping[str, bytes]) -> "tuple[str, _Element]":
    from lxml import etree

    name = _name_of_comments(members)
    if name in members:
        return name, _parsed(name, members[name])
    namespace = W.strip("{}")
    return name, etree.Element(f"{W}comments", nsmap={"w": namespace})


def _related(relations: bytes | None, name: str) -> bytes:
    space = f"{_PACKAGE}/relationships"
    empty = f'<Relationships xmlns="{space}"/>'.encode()
    root = _parsed(_RELATIONS, relations or empty)
    used = {one.get("Id") for one in root}
    free = next(f"rIdRemarks{n}" for n in range(1, len(used) + 2) if f"rIdRemarks{n}" not in used)
    attributes = {"Id": free, "Type": f"{_OFFICE}/comments", "Target": name.removeprefix("word/")}
    root.append(root.makeelement(f"{{{space}}}Relationship", attributes))
    return _written(root)


def _typed(types: bytes, name: str) -> bytes:
    root = _parsed(_TYPES, types)
    attributes = {"PartName": f"/{name}", "ContentType": _CONTENT}
    root.append(root.makeelement(f"{{{_PACKAGE}/content-types}}Override", attributes))
    return _written(root)


def _parsed(name: str, xml: bytes) -> "_Element":
    from lxml import etree

    return etree.fromstring(plain_xml(name, xml), safe_parser())


def _written(root: "_Element") -> bytes:
    from lxml import etree

    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _zipped(content: bytes, members: Mapping[str, bytes]) -> bytes:
    """Write the package again as it was, with what has changed and what is new."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        known = set()
        for info in old.infolist():
            known.add(info.filename)
            if info.filename in members:
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, members[info.filename])
        for name in members:
            if name not in known:
                info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, members[name])
    return buffer.getvalue()
