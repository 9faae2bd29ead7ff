"""The proof, once a template, that every document it makes is well-formed XML.

Whatever branch is taken, whatever number of items a loop has, each branch must leave the same
elements open: then every combination of branches is sound, and no document need be parsed.
"""

import re
from dataclasses import dataclass

from jinja2 import nodes

from docgen.findings import Actor, Fault, Finding, Place
from docgen.word.parsing import shortened
from docgen.word.source import PartSource
from docgen.word.tags import each_tag

UNBALANCED = Fault(
    code="unbalanced-template",
    title="循环或条件把段落、表格行拆开了",
    why="条件成立与不成立时，文件结构不一样，有的成品会打不开。",
    faulty="{% for 项 in 任务 %} 在一个段落里开始，{% endfor %} 在另一个段落里结束",
    sound="两个标签各占一段，写成 {%p for … %} 和 {%p endfor %}；表格行用 {%tr … %}",
    actor=Actor.AUTHOR,
)
LEFTOVER_BRACE = Fault(
    code="leftover-brace",
    title="模板里有落单的花括号",
    why="它多半是写坏的占位符，会原样印在成品里。",
    faulty="{ 姓名 }}",
    sound="{{ 姓名 }}",
    actor=Actor.AUTHOR,
)

_MARKUP = re.compile(r"<(/?)([^\s/>!?]+)[^>]*?(/?)>")
_ASIDE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_BRACES = re.compile(r"[{｛][{｛%％]|[}｝][}｝]|\{#|[%#]\}")
# Full-width braces round what is plainly no tag are the author's own.
_OWN_BRACES = re.compile(r"｛｛[^{}｛｝]*｝｝|｛％[^{}｛｝]*％｝")
_MASKED = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")


class _UnbalancedError(Exception):
    """Raised where elements do not match."""


@dataclass(frozen=True, slots=True)
class _Open:
    """The elements open at a point, and the beginning of a tag still being written."""

    elements: tuple[str, ...] = ()
    tag: str = ""

    def same(self, other: "_Open") -> bool:
        return self.elements == other.elements and bool(self.tag) == bool(other.tag)


def unsound_markup(source: PartSource, tree: nodes.Template) -> list[Finding]:
    """Report branches that leave the XML different, and braces that belong to no tag."""
    findings: list[Finding] = []
    try:
        end = _after(tree.body, _Open(), source, findings)
    except _UnbalancedError:
        end = _Open(("?",))
    if not findings and end.elements:
        hint = "把标签放进同一段落，或写成 {%p … %}、{%tr … %}"
        place = source.tags[0].place if source.tags else Place(source.part)
        findings.append(UNBALANCED.finding("标签拆开了文件的结构", hint, place=place))
    return [*findings, *leftover_braces(source, tree)]


def _after(
    body: list[nodes.Node], start: _Open, source: PartSource, findings: list[Finding]
) -> _Open:
    """Give what is open after a body."""
    now = start
    for node in body:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                now = _written(now, child.data if isinstance(child, nodes.TemplateData) else "0")
        elif isinstance(node, nodes.If):
            bodies = [branch.body for branch in (node, *node.elif_)]
            now = _joined([*bodies, node.else_], now, node, source, findings)
        elif isinstance(node, nodes.For):
            _joined([node.body, []], now, node, source, findings)
            now = _joined([node.else_, []], now, node, source, findings)
        elif isinstance(node, nodes.With):
            now = _after(node.body, now, source, findings)
    return now


def _joined(
    bodies: list[list[nodes.Node]],
    start: _Open,
    node: nodes.Node,
    source: PartSource,
    findings: list[Finding],
) -> _Open:
    """Give what is open after any of several branches, which must be the same."""
    known = len(findings)
    try:
        ends = [_after(body, start, source, findings) for body in bodies]
    except _UnbalancedError:
        ends = []
    is_sound = bool(ends) and all(end.same(ends[0]) for end in ends)
    if not is_sound and len(findings) == known:
        tag = source.tag_at(node.lineno)
        written = shortened(tag.text) if tag else "标签"
        message = f"{written} 与它的 end 标签拆开了段落或表格行"
        hint = "两个标签各占一段，写成 {%p … %}；表格行写成 {%tr … %}，单元格写成 {%tc … %}"
        place = tag.place if tag else Place(source.part)
        findings.append(UNBALANCED.finding(message, hint, place=place))
    return ends[0] if is_sound else start


def _written(before: _Open, data: str) -> _Open:
    """Give what is open after some more text."""
    text = _ASIDE.sub("", before.tag + data)
    opened = text.rfind("<")
    tag = text[opened:] if opened > text.rfind(">") else ""
    elements = list(before.elements)
    for match in _MARKUP.finditer(text[: len(text) - len(tag)]):
        closing, name, empty = match.groups()
        if closing:
            if not elements or elements.pop() != name:
                raise _UnbalancedError
        elif not empty:
            elements.append(name)
    return _Open(tuple(elements), tag)


def leftover_braces(source: PartSource, tree: nodes.Template) -> list[Finding]:
    """Report braces in the template's own text that belong to no tag."""
    data = "".join(node.data for node in tree.find_all(nodes.TemplateData))
    text = re.sub("<[^>]*>", "", data)
    if not _BRACES.search(_own(text)):
        return []
    findings = []
    for passage in source.passages:
        bare = each_tag(passage.text, lambda tag: " " * len(tag))
        if found := _BRACES.search(_own(bare)):
            message = f"“{passage.text.strip()[:40]}”里有落单的“{found[0]}”"
            findings.append(LEFTOVER_BRACE.finding(message, "补全或删去它", place=passage.place))
    return findings


def _own(text: str) -> str:
    """Give a text without the braces that are meant to be printed."""
    return _OWN_BRACES.sub("", _MASKED.sub("   ", text))
