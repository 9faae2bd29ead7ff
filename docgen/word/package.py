"""The zip a Word file is, opened through the gates: checked before its content is believed."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from docgen.findings import Fault, Finding
from docgen.word.gates.archive import unzip
from docgen.word.gates.content_types import (
    CONTENT_TYPES,
    ContentTypes,
    read_content_types,
    refused_types,
)
from docgen.word.gates.formats import demand_document
from docgen.word.gates.instructions import may_instruct, near, refused_instructions
from docgen.word.gates.markup import (
    LONGEST_ALL,
    check_length,
    parsed,
    plain_xml,
    safe_parser,
    without_asides,
)
from docgen.word.gates.refusals import EMBEDDED, UNREADABLE, UNSAFE, refusal, refused
from docgen.word.gates.relations import (
    MAIN,
    Relation,
    demand_main,
    is_rels,
    read_relations,
    refused_relations,
    source_of,
)
from docgen.word.gates.stripping import stripped
from docgen.word.packing import PackagePlan

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Package", "check_length", "harmless", "open_package", "read_package", "safe_parser"]

_NAMES = (
    ("vbaproject", UNSAFE, "文件带有宏", "另存为不含宏的 .docx"),
    ("vbadata", UNSAFE, "文件带有宏", "另存为不含宏的 .docx"),
    ("activex/", UNSAFE, "文件里有 ActiveX 控件", "删去控件（开发工具里的按钮、文本框）再保存"),
    ("embeddings/", EMBEDDED, "文件里嵌着别的程序的对象", "把它粘贴成图片或 Word 表格"),
)
MOST_TOLD = 50
"""How many faults of one part are told; who mends these learns of the rest."""

Located = tuple["_Element | None", Finding]

_DOCUMENT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_IDENTIFIERS = ("id", "embed", "link", "href", "pict")


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a Word file by name, as they are stored; XML in UTF-8.

    `findings` tell what was taken out because a template does not need it.
    """

    members: dict[str, bytes]
    findings: tuple[Finding, ...] = ()


def read_package(content: bytes) -> dict[str, bytes]:
    """Unzip a Word file and give its members by name, in the order they are stored.

    A paper may hold objects of other programs, of which its page shows a picture.

    Raises:
        TemplateError: when the file is no Word file, damaged, or not safe to open.
    """
    return _opened(content, allowed=(EMBEDDED,)).members


def harmless(content: bytes) -> bytes:
    """Give a paper without what the gates take out, to be handed to another program.

    Raises:
        TemplateError: when the file is no Word file, damaged, or not safe to open.
    """
    package = _opened(content, allowed=(EMBEDDED,))
    return PackagePlan(package.members).pack(()) if package.findings else content


def open_package(content: bytes, trees: "dict[str, _Element] | None" = None) -> Package:
    """Open a template through every gate.

    `trees` is given the parts as they were parsed, for those who need them again.

    Raises:
        TemplateError: when the file is no Word file, damaged, or not safe to open; its findings
            are all that could be found.
    """
    return _opened(content, trees=trees)


def _opened(
    content: bytes,
    *,
    allowed: Collection[Fault] = (),
    trees: "dict[str, _Element] | None" = None,
) -> Package:
    members = unzip(content)
    types_xml = plain_xml(CONTENT_TYPES, members[CONTENT_TYPES])
    types = read_content_types(parsed(CONTENT_TYPES, types_xml))
    demand_document(types.of(MAIN))
    members = _plain(members, types)
    roots = ((name, parsed(name, members[name])) for name in members if is_rels(name))
    relations = {source_of(name): read_relations(name, root) for name, root in roots}
    kept, taken_out = stripped(members, relations)
    faults = [
        *refused_types(types),
        *_refused_names(kept),
        *demand_main(relations),
        *_refused_contents(members, types, relations, trees),
    ]
    passing = {fault.code for fault in allowed}
    if faults := [one for one in faults if one.code not in passing]:
        raise refusal(list({(one.code, one.message): one for one in faults}.values()))
    for name in members:
        if trees is not None and kept.get(name) is not members[name]:
            trees.pop(name, None)
    return Package(kept, tuple(taken_out))


def _plain(members: dict[str, bytes], types: ContentTypes) -> dict[str, bytes]:
    """Give the members with their XML in UTF-8, checked before it is parsed."""
    plain, length = {}, 0
    for name, data in members.items():
        plain[name] = without_asides(name, plain_xml(name, data)) if types.is_xml(name) else data
        length += len(data) if types.is_xml(name) else 0
        if length > LONGEST_ALL:
            longest = LONGEST_ALL // 2**20
            raise refused(UNSAFE, f"文件里的文字部件超过 {longest} MB", "删去模板里用不到的内容")
    return plain


def _refused_names(members: dict[str, bytes]) -> Iterator[Finding]:
    names = "\n".join(members).casefold()
    for mark, fault, message, hint in _NAMES:
        if mark in names:
            yield fault.finding(message, hint)


def _refused_contents(
    members: dict[str, bytes],
    types: ContentTypes,
    relations: dict[str, list[Relation]],
    trees: "dict[str, _Element] | None",
) -> Iterator[Finding]:
    """Report what is refused in the parts, and their ties that lead astray."""
    astray: defaultdict[str, list[tuple[Relation, Finding]]] = defaultdict(list)
    for source, ties in relations.items():
        astray[source] += refused_relations(ties)
    for name, data in members.items():
        led_astray = astray.pop(name, [])
        if is_rels(name) or not types.is_xml(name):
            yield from (finding for _, finding in led_astray)
            continue
        root = parsed(name, data)
        if trees is not None:
            trees[name] = root
        yield from _unlike_word(name, root)
        found = [(_user(root, tie), finding) for tie, finding in led_astray[:MOST_TOLD]]
        if may_instruct(data):
            found += islice(refused_instructions(name, root), MOST_TOLD)
        yield from _placed(found, name, members, root)
    yield from (finding for rest in astray.values() for _, finding in rest)


def _unlike_word(name: str, root: "_Element") -> Iterator[Finding]:
    if name != MAIN or root.tag == _DOCUMENT:
        return
    if root.tag == _STRICT:
        message = "文件是“Strict Open XML”格式"
        yield UNREADABLE.finding(message, "另存为“Word 文档 (*.docx)”再用")
    else:
        yield UNREADABLE.finding(f"部件 {name} 不是 Word 正文", "用 Word 或 WPS 重新保存一次")


def _user(root: "_Element", tie: Relation) -> "_Element | None":
    """Find the element that uses a tie."""
    for element in root.iter():
        for key, value in element.items():
            if value == tie.identifier and str(key).rpartition("}")[2] in _IDENTIFIERS:
                return element
    return None


def _placed(
    found: list[Located], member: str, members: dict[str, bytes], root: "_Element"
) -> Iterator[Finding]:
    """Put each finding where the paragraph of its element stands."""
    if not found:
        return
    from docgen.word.homes import homes
    from docgen.word.passages import located_passages

    home = next((one for one in homes(members) if one.member == member), None)
    places = {}
    if home is not None:
        places = {holder: one.place for one, holder in located_passages(root, home)}
    for element, finding in found:
        paragraph = None if element is None else next(element.iterancestors("{*}p"), None)
        if element is None or paragraph is None or paragraph not in places:
            yield finding
            continue
        message = finding.message
        if not message.startswith("“"):
            message = f"{near(element, member)}：{message}"
        yield replace(finding, message=message, place=places[paragraph])
