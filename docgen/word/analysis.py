"""Statements of a template: loops, conditions and aliases, turned into asking programs.

One walk over the syntax tree refuses what is not allowed, numbers every use of a value as a
site, and rewrites the tree so that the compiled program asks its caller for each value.
"""

from dataclasses import dataclass, field

import markupsafe
from jinja2 import nodes

from docgen.fields import Field
from docgen.findings import Fault, Finding, Place
from docgen.word.expressions import Meaning, Reader, Scope
from docgen.word.generator import asked, checked_list
from docgen.word.parsing import shortened
from docgen.word.sites import Each, Placeholder, Reference, Site, Use, distinct
from docgen.word.source import PartSource, Position

_DEEPEST_LOOP = 6
_DEEPEST = 15
_SPECIAL = frozenset("\t\n\r\a\f")
_INSTEAD: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Include: ("不能用 include", "把内容直接写进模板"),
    nodes.Import: ("不能用 import", "把内容直接写进模板"),
    nodes.FromImport: ("不能用 from … import", "把内容直接写进模板"),
    nodes.Extends: ("不能用 extends", "用一个完整的模板"),
    nodes.Block: ("不能用 block", "直接写内容"),
    nodes.Macro: ("不能用 macro", "直接写内容，重复的用 {% for %}"),
    nodes.CallBlock: ("不能用 call", "直接写内容"),
    nodes.FilterBlock: ("不能用 {% filter %} 段落", "在占位符里写过滤器"),
    nodes.Scope: ("不能用 autoescape", "去掉它：文字总是照原样印出"),
    nodes.AssignBlock: ("不能用 {% set %}…{% endset %}", "写成 {% set 名称 = 值 %}"),
}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a node: conditions as written, and names of loop positions."""

    conditions: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    depth: int = 0


@dataclass(slots=True)
class Analyst:
    """Walks one part; `sites` grows through all parts of a template."""

    source: PartSource
    fields: Field | None
    sites: list[Site]
    tracing: bool = False
    reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = Reader(self.fields, self.report)

    def report(
        self, fault: Fault, node: nodes.Node, message: str, hint: str, *, path: str | None = None
    ) -> Finding:
        """Make a finding about a node, placed where its tag stands."""
        tag = self.source.tag_at(_line(node))
        written = f"{shortened(tag.text)}：" if tag else ""
        place = tag.place if tag else Place(self.source.part)
        return fault.finding(f"{written}{message}", hint, path=path, place=place)

    def template(self, tree: nodes.Template) -> nodes.Template:
        """Rewrite a whole part."""
        tree.body = self._body(tree.body, {}, Around())
        return tree

    def _body(self, body: list[nodes.Node], scope: Scope, around: Around) -> list[nodes.Node]:
        return [new for node in body for new in self._statement(node, scope, around)]

    def _statement(self, node: nodes.Node, scope: Scope, around: Around) -> list[nodes.Node]:
        if around.depth > _DEEPEST:
            self.reader.refuse(node, "嵌套太深", "把循环和条件拆开")
            return []
        if isinstance(node, nodes.Output):
            return [new for child in node.nodes for new in self._output(child, scope, around)]
        if isinstance(node, nodes.If):
            return [self._if(node, scope, around)]
        if isinstance(node, nodes.For):
            return [self._for(node, scope, around)]
        if isinstance(node, nodes.Assign):
            self._bind(node.target, self.reader.read(node.node, scope), scope)
            return [node]
        if isinstance(node, nodes.With):
            return [self._with(node, scope, around)]
        self.reader.refuse(node, *_INSTEAD.get(type(node), ("", "")))
        return []

    def _output(self, node: nodes.Expr, scope: Scope, around: Around) -> list[nodes.Node]:
        """Split an output into texts, conditions and single expressions."""
        if isinstance(node, nodes.TemplateData):
            return [nodes.Output([_unmasked(node)], lineno=node.lineno)]
        if _is_plain_text(node):
            return [_text(node)]
        if isinstance(node, nodes.Concat):
            return [new for child in node.nodes for new in self._output(child, scope, around)]
        if isinstance(node, nodes.CondExpr):
            other = nodes.Output([node.expr2], lineno=node.lineno) if node.expr2 else None
            chosen = nodes.Output([node.expr1], lineno=node.lineno)
            choice = nodes.If(node.test, [chosen], [], [other] if other else [], lineno=node.lineno)
            return [self._if(choice, scope, around)]
        self._guard(node, around)
        meaning = self.reader.read(node, scope)
        index = self._site(node, Use.PRINT, meaning, around)
        return [nodes.Output([self._asked(index, node, around)], lineno=node.lineno)]

    def _if(self, node: nodes.If, scope: Scope, around: Around) -> nodes.If:
        said: list[str] = []
        for branch in (node, *node.elif_):
            self._guard(branch, around, *said)
            meaning = self.reader.read(branch.test, scope)
            index = self._site(branch, Use.CONDITION, meaning, around)
            if self.tracing:
                branch.test = self._asked(index, branch.test, around)
            written = self.sites[index].placeholder.expression
            inside = _inside(around, *(f"非 {other}" for other in said), written)
            branch.body = self._body(branch.body, scope, inside)
            said.append(written)
        inside = _inside(around, *(f"非 {other}" for other in said))
        node.else_ = self._body(node.else_, scope, inside)
        return node

    def _for(self, node: nodes.For, scope: Scope, around: Around) -> nodes.For:
        if node.recursive or not isinstance(node.target, nodes.Name):
            self.reader.refuse(node, "循环只能写成 for 名称 in 列表", "去掉多余的名称或 recursive")
            return node
        if len(around.positions) >= _DEEPEST_LOOP:
            self.reader.refuse(node, "循环嵌套太深", f"最多 {_DEEPEST_LOOP} 层")
            return node
        self._guard(node, around)
        meaning = self.reader.read(node.iter, scope)
        index = self._site(node, Use.LOOP, meaning, around)
        inner = {name: known for name, known in scope.items() if name != node.target.name}
        item = _item(meaning, len(around.positions))
        self._bind(node.target, item, inner)
        if node.test is not None:
            self._site(node, Use.CONDITION, self.reader.read(node.test, inner), around)
        inner["loop"] = item
        inside = _inside(around, self.sites[index].placeholder.expression)
        node.else_ = self._body(node.else_, dict(scope), inside)
        name = f"_position{len(around.positions)}"
        inside = Around(inside.conditions, (*around.positions, name), inside.depth)
        node.body = self._body(node.body, inner, inside)
        if self.tracing:
            node.iter = self._asked(index, node.iter, around)
            node.target = nodes.Tuple([nodes.Name(name, "store"), node.target], "store")
        else:
            node.iter = checked_list(node.iter)
        return node

    def _bind(self, target: nodes.Node, meaning: Meaning, scope: Scope) -> None:
        """Let a name stand for what it was given; given twice, it stands for either."""
        if not isinstance(target, nodes.Name) or target.name.startswith("_"):
            self.reader.refuse(target, "只能给一个普通名称赋值", "写成 {% set 名称 = 值 %}")
            return
        if target.name in ("loop", "self", "caller"):
            self.reader.refuse(target, f"不能用“{target.name}”作名称", "换一个名称")
        before = scope.get(target.name)
        if before is not None and before != meaning:
            meaning = Meaning(distinct(before.references + meaning.references))
        scope[target.name] = meaning

    def _with(self, node: nodes.With, scope: Scope, around: Around) -> nodes.With:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            inner.pop(getattr(target, "name", ""), None)
            self._bind(target, self.reader.read(value, scope), inner)
        node.body = self._body(node.body, inner, _inside(around))
        return node

    def _guard(self, node: nodes.Node, around: Around, *said: str) -> None:
        """Let the reader know whether it is asked here if a value is blank."""
        tag = self.source.tag_at(node.lineno)
        written = (*around.conditions, *said, tag.text if tag else "")
        self.reader.is_guarded = any("留白" in text or "blank" in text for text in written)

    def _asked(self, index: int, node: nodes.Node, around: Around) -> nodes.Expr:
        positions: list[nodes.Expr] = []
        if self.tracing:
            positions = [nodes.Name(name, "load") for name in around.positions]
        return asked(index, node, tracing=self.tracing, positions=positions)

    def _site(self, node: nodes.Node, use: Use, meaning: Meaning, around: Around) -> int:
        index = len(self.sites)
        tag = self.source.tag_at(node.lineno)
        placeholder = Placeholder(
            index=index,
            expression=_expression(tag.text) if tag else "",
            use=use,
            path=meaning.references[0].path if meaning.references else "",
            paths=tuple(reference.path for reference in meaning.references),
            filters=meaning.filters,
            conditions=around.conditions,
            place=tag.place if tag else Place(self.source.part),
        )
        position = tag.position if tag else Position.OUTSIDE
        is_copy = bool(tag and tag.is_copy)
        self.sites.append(Site(placeholder, meaning.references, meaning.direct, position, is_copy))
        return index


def _line(node: nodes.Node) -> int:
    """Give the line of a node; one that Jinja adds on its own has that of what it holds."""
    below = (child.lineno for child in node.find_all(nodes.Node))
    return node.lineno or next((line for line in below if line), 1)


def _inside(around: Around, *conditions: str) -> Around:
    return Around((*around.conditions, *conditions), around.positions, around.depth + 1)


def _item(meaning: Meaning, depth: int) -> Meaning:
    """Give what a loop's name stands for: an item of the list."""
    if meaning.direct is None:
        return Meaning(meaning.references)
    known = meaning.direct.field
    item = known.item if known is not None and known.type.value == "list" else None
    reference = Reference((*meaning.direct.steps, Each(depth)), item)
    return Meaning((reference,), reference)


def _is_plain_text(node: nodes.Expr) -> bool:
    if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
        return False
    return not _SPECIAL.intersection(node.value)


def _text(node: nodes.Expr) -> nodes.Output:
    """Print a literal of the author's as template text."""
    text = str(markupsafe.escape(node.as_const()))
    return nodes.Output([nodes.TemplateData(text)], lineno=node.lineno)


def _unmasked(node: nodes.TemplateData) -> nodes.TemplateData:
    """Print docxtpl's masked braces (`{_{`) as the braces they stand for."""
    data = node.data
    for mask, plain in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        data = data.replace(mask, plain)
    return nodes.TemplateData(data, lineno=node.lineno)


def _flat(tag: str) -> str:
    return " ".join(tag.split())


def _expression(tag: str) -> str:
    """Give what an author wrote between the braces of a tag."""
    return _flat(tag.strip("{}%#-+ \n"))
