"""How the parts of a package are tied together, and which ties are dangerous or needless."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docgen.findings import Fault, Finding
from docgen.word.gates.links import is_remote, is_web_link
from docgen.word.gates.refusals import ACTIVE_FIELD, EMBEDDED, UNREADABLE, UNSAFE

if TYPE_CHECKING:
    from lxml.etree import _Element

RELS = ".rels"
MAIN = "word/document.xml"
CHARTS = "word/charts/"
_EMBED = "把内容嵌入文件再保存"
_LINKED: dict[str, tuple[str, str]] = {
    "image": ("链接的图片", "断开链接，把图片直接插入文件"),
    "oleobject": ("链接的对象", "断开链接，粘贴成图片或 Word 表格"),
    "package": ("链接的对象", "断开链接，粘贴成图片或 Word 表格"),
    "attachedtemplate": ("网上的模板", "在“开发工具－文档模板”里改回 Normal，再保存"),
    "hyperlink": ("链接", "选中它，按 Ctrl+Shift+F9 去掉链接；网址和邮箱可以留"),
    "subdocument": ("子文档", "把子文档的内容直接放进来"),
    "frame": ("框架网页", "另存为普通的 .docx"),
    "afchunk": ("别的文件的内容", _EMBED),
}
_MACRO = (UNSAFE, "文件带有宏", "另存为不含宏的 .docx")
_CONTROL = (UNSAFE, "文件里有 ActiveX 控件", "删去控件（开发工具里的按钮、文本框）再保存")
_OBJECT = (EMBEDDED, "文件里嵌着别的程序的对象", "把它粘贴成图片或 Word 表格")
_REFUSED: dict[str, tuple[Fault, str, str]] = {
    "vbaproject": _MACRO,
    "wordvbadata": _MACRO,
    "control": _CONTROL,
    "activexcontrolbinary": _CONTROL,
    "oleobject": _OBJECT,
    "package": _OBJECT,
    "afchunk": (EMBEDDED, "文件里嵌着别的格式的内容（altChunk）", "打开它，另存为 .docx"),
    "subdocument": (ACTIVE_FIELD, "文件是主控文档，带有子文档", "把子文档的内容直接放进来"),
    "frame": (UNSAFE, "文件里有框架网页", "另存为普通的 .docx"),
}
_STRIPPED = {
    "extensibility": "自定义的功能区",
    "userextensibility": "自定义的功能区",
    "usercustomization": "自定义的功能区",
    "attachedtoolbars": "自定义的工具栏",
    "keymapcustomizations": "自定义的快捷键",
    "webextensiontaskpanes": "加载项的任务窗格",
    "recipientdata": "邮件合并的数据源",
    "mailmergesource": "邮件合并的数据源",
    "mailmergeheadersource": "邮件合并的数据源",
    "origin": "数字签名（填写后签名必然失效）",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One tie: the part it starts from (empty: the package), its kind, and where it leads."""

    source: str
    identifier: str
    kind: str
    target: str
    is_external: bool

    @property
    def member(self) -> str:
        """The part it leads to, empty where that is outside the package."""
        if self.is_external:
            return ""
        target = unquote(self.target.partition("#")[0])
        return posixpath.normpath(
            posixpath.join("/", posixpath.dirname(self.source), target)
        ).lstrip("/")


def source_of(rels: str) -> str:
    """Give the part whose ties a .rels member lists."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name[: -len(RELS)])


def is_rels(member: str) -> bool:
    """True of a member that lists ties."""
    return member.casefold().endswith(RELS)


def read_relations(rels: str, root: "_Element") -> list[Relation]:
    """Read a .rels member."""
    return [
        Relation(
            source_of(rels),
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2].casefold(),
            element.get("Target", "").strip(),
            element.get("TargetMode", "").strip().casefold() == "external",
        )
        for element in root.iter("{*}Relationship")
    ]


def needless(relation: Relation) -> str:
    """Say what a tie is that is taken out without loss; empty for all others."""
    kind = relation.kind
    if kind == "attachedtemplate" and not is_remote(relation.target):
        return "所附的模板（本机上的文件）"
    if kind in ("package", "oleobject") and relation.source.startswith(CHARTS):
        return "图表的数据表（图表照印）"
    return _STRIPPED.get(kind, "")


def refused_relations(relations: list[Relation]) -> Iterator[tuple[Relation, Finding]]:
    """Report ties that a template may not have."""
    for relation in relations:
        if needless(relation):
            continue
        if relation.is_external:
            yield from ((relation, finding) for finding in _outside(relation))
        elif known := _REFUSED.get(relation.kind):
            fault, message, hint = known
            yield relation, fault.finding(message, hint)
        elif ":" in relation.target or relation.target.startswith(("\\", "//")):
            message = f"部件 {relation.source or '包'} 指向“{relation.target[:60]}”"
            yield relation, UNSAFE.finding(message, "用 Word 或 WPS 重新保存一次")


def _outside(relation: Relation) -> Iterator[Finding]:
    target = relation.target
    if relation.kind == "hyperlink" and is_web_link(target):
        return
    name, hint = _LINKED.get(relation.kind, ("文件外的内容", _EMBED))
    message = f"{relation.source or '文件'}里有{name}：“{target[:80]}”"
    yield UNSAFE.finding(message, hint)


def demand_main(relations: Mapping[str, list[Relation]]) -> list[Finding]:
    """Report a package whose document is not where every reader looks for it."""
    mains = [one for one in relations.get("", ()) if one.kind == "officedocument"]
    if all(one.member == MAIN and not one.is_external for one in mains) and len(mains) == 1:
        return []
    return [UNREADABLE.finding("文件的正文不在 word/document.xml", "用 Word 或 WPS 重新保存一次")]
