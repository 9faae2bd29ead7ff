"""The zip a Word file is: gates on the way in, fixed bytes on the way out.

Templates come from strangers. A package is refused before its content is believed: too large,
twisted member names, macros, links to other places, document types.
"""

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from docgen.errors import NotWordError, TemplateError
from docgen.findings import Actor, Fault

if TYPE_CHECKING:
    from lxml.etree import XMLParser

LARGEST = 200 * 1024 * 1024
LONGEST = 20 * 1024 * 1024
STEEPEST = 200
_SMALL = 1024 * 1024
_NEEDED = ("[Content_Types].xml", "word/document.xml")
_LEGACY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")

UNREADABLE = Fault(
    code="unreadable-package",
    title="不是可用的 Word 文件",
    why="模板必须是完整的 .docx 文件；旧格式、加密或损坏的文件无法填写。",
    faulty="把 责任书.doc 改名为 责任书.docx",
    sound="在 Word 或 WPS 里“另存为”.docx",
    actor=Actor.AUTHOR,
)
UNSAFE = Fault(
    code="unsafe-package",
    title="文件里有不安全的内容",
    why="宏、外部链接和异常的压缩内容会在打开时做别的事，模板里不需要它们。",
    faulty="带宏的 .docm 改名为 .docx",
    sound="另存为不含宏的 .docx",
    actor=Actor.AUTHOR,
)


def read_package(content: bytes) -> dict[str, bytes]:
    """Unzip a Word file and give its members by name, in the order they are stored.

    Raises:
        TemplateError: when the file is no Word file, damaged, or not safe to open.
    """
    if content.startswith(_LEGACY):
        raise _refused(
            UNREADABLE, "文件是旧的 .doc 格式，或加了打开密码", "另存为不加密的 .docx 再用"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_directory(package)
            members = {
                info.filename: package.read(info)
                for info in package.infolist()
                if not info.is_dir()
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        raise _refused(
            UNREADABLE, "文件不是完整的 .docx", "用 Word 或 WPS 打开它，另存为 .docx"
        ) from fault
    except RuntimeError as fault:
        # zipfile raises a bare RuntimeError for an encrypted member.
        raise _refused(UNREADABLE, "文件加了密码", "去掉密码再用") from fault
    _check_members(members)
    return members


def check_length(name: str, xml: bytes) -> None:
    """Refuse a part of a template that is longer than any paper.

    Raises:
        TemplateError: when it is; it would take minutes and all memory to compile.
    """
    if len(xml) > LONGEST:
        longest = LONGEST // 2**20
        raise _refused(UNSAFE, f"部件 {name} 超过 {longest} MB", "删去模板里用不到的内容")


def _refused(fault: Fault, message: str, hint: str) -> TemplateError:
    kind = NotWordError if fault is UNREADABLE else TemplateError
    return kind(f"{message}。{hint}。", [fault.finding(message, hint)])


def _check_directory(package: zipfile.ZipFile) -> None:
    names = [info.filename for info in package.infolist()]
    if missing := [name for name in _NEEDED if name not in names]:
        raise _refused(UNREADABLE, f"文件里没有 {missing[0]}，不是 Word 文件", "另存为 .docx 再用")
    if len({name.casefold() for name in names}) < len(names):
        raise _refused(UNSAFE, "文件里有重名的部件", "用 Word 或 WPS 重新保存一次")
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            raise _refused(UNSAFE, f"部件名“{name}”不合规", "用 Word 或 WPS 重新保存一次")
    for info in package.infolist():
        steep = info.file_size > STEEPEST * max(info.compress_size, 1)
        if steep and info.file_size > _SMALL:
            raise _refused(UNSAFE, f"部件 {info.filename} 的压缩率异常", "换一个可靠的模板")
    if sum(info.file_size for info in package.infolist()) > LARGEST:
        raise _refused(UNSAFE, "文件解压后超过 200 MB", "压缩或删去模板里的图片")


def _check_members(members: dict[str, bytes]) -> None:
    if any("vbaproject" in name.casefold() for name in members) or (
        b"macroEnabled" in members["[Content_Types].xml"]
    ):
        raise _refused(UNSAFE, "文件带有宏", "另存为不含宏的 .docx")
    for name, data in members.items():
        if name.endswith(".rels"):
            _check_links(name, data)
        if name.endswith((".xml", ".rels")):
            _check_xml(name, data)


def _check_links(name: str, data: bytes) -> None:
    for link in _EXTERNAL.findall(data):
        if b"/relationships/hyperlink" not in link:
            raise _refused(
                UNSAFE, f"{name} 链接到文件外的内容（图片、模板或对象）", "把内容嵌入文件再保存"
            )


def _check_xml(name: str, data: bytes) -> None:
    from lxml import etree

    try:
        tree = etree.ElementTree(etree.fromstring(data, safe_parser()))
    except etree.XMLSyntaxError as fault:
        raise _refused(UNREADABLE, f"部件 {name} 已损坏", "用 Word 或 WPS 重新保存一次") from fault
    if tree.docinfo.internalDTD is not None:
        raise _refused(UNSAFE, f"部件 {name} 含有 DOCTYPE 声明", "换一个可靠的模板")


def safe_parser() -> "XMLParser":
    """Give a parser that follows nothing outside the text it is given."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
