"""What each part of a package says it is, by its content type."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.findings import Finding
from docgen.word.gates.refusals import EMBEDDED, UNSAFE

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT_TYPES = "[Content_Types].xml"
_XML_NAMES = (".xml", ".rels", ".vml", ".svg")
_REFUSED = (
    ("vba", UNSAFE, "文件带有宏", "另存为不含宏的 .docx"),
    ("macroenabled", UNSAFE, "文件带有宏", "另存为不含宏的 .docx"),
    ("activex", UNSAFE, "文件里有 ActiveX 控件", "删去控件（开发工具里的按钮、文本框）再保存"),
    ("oleobject", EMBEDDED, "文件里嵌着别的程序的对象", "把它粘贴成图片或 Word 表格"),
)


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """The content types of a package: by extension, and of single parts."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    def of(self, member: str) -> str:
        """Give the type of a part, empty where it has none."""
        extension = posixpath.splitext(member)[1].lstrip(".").casefold()
        return self.overrides.get(member.casefold(), self.defaults.get(extension, ""))

    def is_xml(self, member: str) -> bool:
        """True of a part that some program will read as XML."""
        kind = self.of(member).casefold()
        return member.casefold().endswith(_XML_NAMES) or kind.endswith(("+xml", "/xml"))


def read_content_types(root: "_Element") -> ContentTypes:
    """Read the list of content types."""
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for element in root.iter("{*}Default", "{*}Override"):
        kind = element.get("ContentType", "")
        if extension := element.get("Extension"):
            defaults[extension.casefold()] = kind
        if name := element.get("PartName"):
            overrides[name.lstrip("/").casefold()] = kind
    return ContentTypes(defaults, overrides)


def refused_types(types: ContentTypes) -> list[Finding]:
    """Report content types of what a template may not hold."""
    said = " ".join((*types.defaults.values(), *types.overrides.values())).casefold()
    return [fault.finding(text, hint) for mark, fault, text, hint in _REFUSED if mark in said]
