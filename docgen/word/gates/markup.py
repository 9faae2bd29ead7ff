"""XML parts: one encoding, no document type, and no more than a paper can hold.

Two readers can disagree about an encoding, and one of them about what is dangerous; so a part is
UTF-8 from here on, whatever it came as. Comments and instructions are nothing to a paper and are
not read.
"""

import re
from typing import TYPE_CHECKING

from docgen.errors import TemplateError
from docgen.word.gates.refusals import UNREADABLE, UNSAFE, refused

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

LONGEST = 20 * 1024 * 1024
LONGEST_ALL = 60 * 1024 * 1024
MOST_TAGS = 1_500_000
LONGEST_TAG = 2 * 1024 * 1024
_DECLARATION = re.compile(
    rb"<\?xml\s+version\s*=\s*[\"']1\.\d[\"'](?:\s+encoding\s*=\s*[\"']([\w.:-]+)[\"'])?"
    rb"(?:\s+standalone\s*=\s*[\"'](?:yes|no)[\"'])?\s*\?>"
)
_OTHER_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_UTF8 = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii"))
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_SIXTEEN = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_AGAIN = "用 Word 或 WPS 重新保存一次"
_OTHER_TEMPLATE = "换一个可靠的模板"


def check_length(name: str, xml: bytes) -> None:
    """Refuse a part of a template that is longer than any paper.

    Raises:
        TemplateError: when it is; it would take minutes and all memory to compile.
    """
    if len(xml) > LONGEST:
        longest = LONGEST // 2**20
        raise refused(UNSAFE, f"部件 {name} 超过 {longest} MB", "删去模板里用不到的内容")


def plain_xml(name: str, data: bytes) -> bytes:
    """Give an XML part as UTF-8, checked before any parser sees it.

    Raises:
        TemplateError: for another encoding, a document type, or more than a paper can hold.
    """
    check_length(name, data)
    xml = _utf8(name, data)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise refused(UNSAFE, f"部件 {name} 含有 DOCTYPE 声明", _OTHER_TEMPLATE)
    if xml.count(b"<") > MOST_TAGS or max(map(len, xml.split(b"<"))) > LONGEST_TAG:
        raise refused(UNSAFE, f"部件 {name} 的内容多得不像一份文件", "删去模板里用不到的内容")
    return xml


def _utf8(name: str, data: bytes) -> bytes:
    if data[:2] in _BOMS or data[:2] in _SIXTEEN:
        return _from_sixteen(name, data)
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    declaration = _DECLARATION.match(data, start)
    if declaration is None and data.startswith(b"<?xml", start):
        raise _damaged(name)
    encoding = declaration[1] if declaration else None
    if encoding is not None and encoding.lower() not in _UTF8:
        shown = encoding.decode("ascii", "replace")
        raise refused(UNREADABLE, f"部件 {name} 的文字编码是 {shown}，Word 文件用 UTF-8", _AGAIN)
    if b"\0" in data:
        raise _damaged(name)
    return data


def _from_sixteen(name: str, data: bytes) -> bytes:
    try:
        text = data.decode(_SIXTEEN.get(data[:2], "utf-16"))
    except UnicodeDecodeError as fault:
        raise _damaged(name) from fault
    if "\0" in text:
        raise _damaged(name)
    return _OTHER_DECLARATION.sub("", text, count=1).encode()


def parsed(name: str, xml: bytes) -> "_Element":
    """Parse a part that `plain_xml` gave.

    Raises:
        TemplateError: when it is damaged, or nested deeper than any paper.
    """
    from lxml import etree

    try:
        return etree.fromstring(xml, safe_parser())
    except etree.XMLSyntaxError as fault:
        if getattr(fault, "code", None) in (0, etree.ErrorTypes.ERR_NO_MEMORY):
            raise MemoryError from fault  # the part is as sound as ever
        message = str(fault)
        if "depth" in message or "huge" in message.casefold():
            raise refused(UNSAFE, f"部件 {name} 的内容套得太深，或太长", _OTHER_TEMPLATE) from fault
        raise _damaged(name) from fault


def without_asides(name: str, xml: bytes) -> bytes:
    """Give a part without comments, instructions and CDATA, which are nothing to a paper.

    Whoever reads the bytes need not look out for elements that only seem to stand there.
    """
    from lxml import etree

    start = xml.find(b"?>") + 2 if xml[:8].lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") else 0
    if xml.find(b"<!", start) < 0 and xml.find(b"<?", start) < 0:
        return xml
    root = parsed(name, xml)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _damaged(name: str) -> TemplateError:
    return refused(UNREADABLE, f"部件 {name} 已损坏", _AGAIN)


def safe_parser() -> "XMLParser":
    """Give a parser that follows nothing outside the text it is given, and reads but a paper."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
