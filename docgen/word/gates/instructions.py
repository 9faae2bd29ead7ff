"""Field codes and old drawings: those that fetch from outside, or run something, are refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.findings import Finding
from docgen.word.gates.links import is_web_link
from docgen.word.gates.refusals import ACTIVE_FIELD, UNSAFE

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHAT = {
    "DDE": "会向别的程序取数据",
    "DDEAUTO": "会向别的程序取数据",
    "LINK": "会打开别的文件",
    "INCLUDE": "会读取别的文件",
    "INCLUDETEXT": "会读取别的文件",
    "INCLUDEPICTURE": "会读取别处的图片",
    "IMPORT": "会读取别处的图片",
    "DATABASE": "会连接数据库",
    "RD": "会读取别的文件",
    "MACROBUTTON": "会运行宏",
    "PRINT": "会向打印机发命令",
    "CONTROL": "是 ActiveX 控件",
    "HTMLACTIVEX": "是 ActiveX 控件",
}
_UNLINK = "选中它，按 Ctrl+Shift+F9 变成普通内容，再保存"
_NESTED = "\ue000"
"""Stands in an instruction for a field within it."""
_NAME = re.compile(r"\W*([A-Za-z]+)")
_ARGUMENT = re.compile(r"[\"“]([^\"“”]*)[\"”]?|(\S+)")
_SWITCH = re.compile(r"\\[a-zA-Z*@#!]")
_VML = "{urn:schemas-microsoft-com:vml}*"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_MARKS = (b"fldChar", b"fldSimple", b"nstrText", b"ntryMacro", b"xitMacro", b"microsoft-com:vml")
_NEAR = 30


@dataclass(slots=True)
class _Field:
    start: "_Element"
    pieces: list[str] = field(default_factory=list)
    is_result: bool = False


def may_instruct(xml: bytes) -> bool:
    """True of a part that may hold field codes or old drawings."""
    return any(mark in xml for mark in _MARKS)


def refused_instructions(member: str, root: "_Element") -> Iterator[tuple["_Element", Finding]]:
    """Report the fields, form macros and drawings of a part that reach outside."""
    for start, instruction in _fields(root):
        if message := _fault(instruction):
            yield start, ACTIVE_FIELD.finding(f"{near(start, member)}{message}", _UNLINK)
    for element in root.iter("{*}entryMacro", "{*}exitMacro"):
        message = f"{near(element, member)}表单域会运行宏"
        yield element, UNSAFE.finding(message, "在表单域的选项里去掉宏")
    for element in root.iter(_VML):
        for name in ("src", "href", f"{_OFFICE}href", f"{_OFFICE}althref"):
            target = (element.get(name) or "").strip()
            if not (is_web_link(target) if "href" in name else _is_inside(target)):
                message = f"{near(element, member)}图形链接到“{target[:80]}”"
                yield element, UNSAFE.finding(message, "断开链接，把图片直接插入文件")


def _is_inside(target: str) -> bool:
    return not re.search(r"[:\\{]|//", target)


def _fields(root: "_Element") -> Iterator[tuple["_Element", str]]:
    """Give every field with its instruction put together."""
    open_fields: list[_Field] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}fldSimple"):
        name = element.tag.rpartition("}")[2]
        if name == "fldSimple":
            yield element, _attribute(element, "instr")
        elif name != "fldChar":
            if open_fields and not open_fields[-1].is_result:
                open_fields[-1].pieces.append(element.text or "")
            elif not open_fields:
                yield element, element.text or ""
        else:
            yield from _turn(open_fields, element)
    yield from ((left.start, "".join(left.pieces)) for left in open_fields)


def _turn(open_fields: list[_Field], element: "_Element") -> Iterator[tuple["_Element", str]]:
    kind = _attribute(element, "fldCharType")
    if kind == "begin":
        if open_fields and not open_fields[-1].is_result:
            open_fields[-1].pieces.append(_NESTED)
        open_fields.append(_Field(element))
    elif kind == "separate" and open_fields:
        open_fields[-1].is_result = True
    elif kind == "end" and open_fields:
        closed = open_fields.pop()
        yield closed.start, "".join(closed.pieces)


def _fault(instruction: str) -> str:
    """Say why an instruction is refused; empty for a harmless one."""
    first, *_ = instruction.split(None, 1) or [""]
    if _NESTED in first and not first.startswith("="):
        return "有一个域，它的名称要由别的域算出来"
    found = _NAME.match(instruction)
    name = found[1].upper() if found else ""
    if name in _WHAT:
        return f"有 {name} 域，它{_WHAT[name]}"
    if name == "HYPERLINK" and found:
        for target in _targets(instruction[found.end() :]):
            if not is_web_link(target):
                return f"有链接指向“{target[:80]}”"
    return ""


def _targets(arguments: str) -> Iterator[str]:
    """Give the address of a HYPERLINK field; what belongs to a switch is none."""
    is_of_switch = False
    for found in _ARGUMENT.finditer(arguments):
        quoted, bare = found.groups()
        if bare and _SWITCH.fullmatch(bare):
            is_of_switch = bare[1:].lower() in ("l", "o", "s", "t", "*")
            continue
        if not is_of_switch:
            yield quoted if quoted is not None else bare
        is_of_switch = False


def _attribute(element: "_Element", name: str) -> str:
    values = [str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name]
    return values[0] if values else ""


def near(element: "_Element", member: str) -> str:
    """Name the paragraph that an element stands in by its first words, else the part."""
    paragraph = next(element.iterancestors("{*}p"), None)
    text = "" if paragraph is None else "".join(t.text or "" for t in paragraph.iter("{*}t"))
    text = text.strip()
    return f"“{text[:_NEAR]}”这一段" if text else f"部件 {member} 里"
