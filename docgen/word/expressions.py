"""Expressions of a template: which are allowed, and which fields of the record they read.

An allow-list over Jinja's syntax tree: names, items, listed filters and tests, sums and
comparisons. Names are resolved to paths in the record through loops and aliases; names that are
labels of a field tree are rewritten to identifiers.
"""

import difflib
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from docgen.fields import Field, FieldType
from docgen.findings import Actor, Fault, Finding
from docgen.word.environment import LOOP_ITEMS, LOOP_NAMES, TESTS
from docgen.word.filters import FILTERS, NAMED_ARGUMENTS, ONE_ITEM, WHOLE_LIST
from docgen.word.fitting import (
    BLANK_AS_VALUE,
    MISFIT,
    TAKING_APART,
    Side,
    filtered_type,
    miscompared,
    misfiltered,
    misjoined,
    misreckoned,
    type_of,
)
from docgen.word.sites import Reference, distinct

FORBIDDEN = Fault(
    code="forbidden-construct",
    title="模板里用了不允许的写法",
    why="模板只用来放数据：函数调用、导入、宏等写法可能做别的事，也无法在填写前查清缺什么。",
    faulty="{{ name.upper() }}",
    sound="{{ name|upper }}",
    actor=Actor.AUTHOR,
)
UNKNOWN_FILTER = Fault(
    code="unknown-filter",
    title="没有这个过滤器",
    why="竖线后面只能写列出的过滤器，写错了名字就没有结果。",
    faulty="{{ date|公文时间 }}",
    sound="{{ date|公文日期 }}",
    actor=Actor.AUTHOR,
)
UNKNOWN_FIELD = Fault(
    code="unknown-placeholder",
    title="占位符不是这个文种的字段",
    why="数据里没有这一项，印出来一定是空的。",
    faulty="{{ 乙方.代表.性名 }}",
    sound="{{ 乙方.代表.姓名 }}",
    actor=Actor.AUTHOR,
)

_MOST_REFERENCES = 100
"""A meaning grows with each `set` that adds to it; a template made to hurt sets thousands."""

_CONST_KEYS = (nodes.Const, nodes.Slice, nodes.Neg)
_ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)
_LOGIC = (nodes.And, nodes.Or, nodes.Concat, nodes.Tuple, nodes.List)
_FILTERS_SAID = {
    **dict.fromkeys(("date", "日期", "中文日期", "strftime", "公文时间"), "公文日期"),
    **dict.fromkeys(("rmb", "money", "金额", "人民币", "大写"), "大写金额"),
    **dict.fromkeys(("数字", "汉字", "number", "cn"), "中文数字"),
    **dict.fromkeys(("len", "size", "个数", "数量", "长度"), "length"),
    **dict.fromkeys(("连接", "合并", "拼接", "concat"), "join"),
    **dict.fromkeys(("默认", "缺省", "or"), "default"),
    **{
        "strip": "trim",
        "去空格": "trim",
        "第一个": "first",
        "最后一个": "last",
        "四舍五入": "round",
    },
}
_TESTS_SAID = {
    **dict.fromkeys(("empty", "空", "null", "nil", "missing"), "undefined"),
    **dict.fromkeys(("有", "present", "exists", "filled"), "defined"),
    **dict.fromkeys(("手签", "空白"), "留白"),
    **{"int": "number", "integer": "number", "数字": "number", "text": "string", "文字": "string"},
}
_SIGNS = (nodes.Not, nodes.Neg, nodes.Pos)
_INSTEAD: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Call: (
        "不能调用函数或方法",
        "用过滤器，如 {{ 名称|upper }}，或去掉括号；名称本身带括号的写成 {{ 【名称】 }}",
    ),
    nodes.Dict: ("不能在模板里写字典", "把内容放进数据"),
    nodes.Pow: ("不能用乘方", "在数据里算好再填"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression reads: all its references, and the one path it is, if it is one.

    `made` is the type of what is no field: a literal, a sum, what a filter gives.
    """

    references: tuple[Reference, ...] = ()
    direct: Reference | None = None
    filters: tuple[str, ...] = ()
    made: FieldType | None = None

    @property
    def field(self) -> Field | None:
        """The field this is, as it stands in the record."""
        return self.direct.field if self.direct and not self.filters else None

    @property
    def type(self) -> FieldType | None:
        """What sort of value this is, where it is known."""
        return self.field.type if self.field else self.made


Scope = dict[str, Meaning]


@dataclass(slots=True)
class Reader:
    """Reads expressions of one part, collecting every fault.

    `refused` are constructs no template may use; `unfit` is what does not fit the field tree:
    names it does not have, values used as what they are not. `report` makes the finding, since
    it knows the place of a node. `is_guarded` is set where it is asked whether a value is blank.
    """

    fields: Field | None
    report: Callable[..., Finding]
    refused: list[Finding] = field(default_factory=list)
    unfit: list[Finding] = field(default_factory=list)
    is_guarded: bool = False

    def read(self, node: nodes.Node, scope: Scope) -> Meaning:
        """Find what an expression reads; labels in it become identifiers."""
        if isinstance(node, nodes.Const | nodes.TemplateData):
            return Meaning(made=type_of(node.value) if isinstance(node, nodes.Const) else None)
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.ContextReference):
            return Meaning((), Reference((), self.fields))
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Test):
            return self._test(node, scope)
        if isinstance(node, nodes.Compare):
            return self._compare(node, scope)
        if isinstance(node, _ARITHMETIC):
            return self._reckon(node, scope)
        if isinstance(node, _LOGIC + _SIGNS + (nodes.CondExpr, nodes.Slice)):
            return self._all(list(node.iter_child_nodes()), scope)
        self.refuse(node)
        return Meaning()

    def refuse(self, node: nodes.Node, what: str = "", instead: str = "") -> None:
        """Report a construct that templates may not use."""
        if not what:
            name = type(node).__name__
            what, instead = _INSTEAD.get(
                type(node), (f"不能用这种写法（{name}）", "改用简单的占位符")
            )
        self.refused.append(self.report(FORBIDDEN, node, what, instead))

    def _all(self, children: list[nodes.Node], scope: Scope) -> Meaning:
        found = [self.read(child, scope) for child in children]
        return self._joined(children[0], found) if children else Meaning()

    def _joined(self, node: nodes.Node, found: Sequence[Meaning]) -> Meaning:
        references = distinct(ref for meaning in found for ref in meaning.references)
        if len(references) > _MOST_REFERENCES:
            limit = f"最多用{_MOST_REFERENCES}个，拆成几处写"
            self.refuse(node, "一处用到的字段太多", limit)
            return Meaning()
        return Meaning(references, None, sum((meaning.filters for meaning in found), ()))

    def _side(self, node: nodes.Node, scope: Scope) -> tuple[Side, Meaning]:
        """Read one side of a comparison or sum, and tell what it is."""
        written = spelt(node)
        meaning = self.read(node, scope)
        literal = None
        if isinstance(node, nodes.Const | nodes.List | nodes.Tuple):
            with suppress(nodes.Impossible):
                literal = node.as_const()
        made = meaning.type or type_of(literal)
        return Side(written, made, meaning.field, literal), meaning

    def _compare(self, node: nodes.Compare, scope: Scope) -> Meaning:
        left, meaning = self._side(node.expr, scope)
        found = [meaning]
        for operand in node.ops:
            right, meaning = self._side(operand.expr, scope)
            found.append(meaning)
            self._misfit(node, miscompared(operand.op, left, right))
            is_equality = operand.op in ("eq", "ne")
            self._blank(node, (left, right), "条件永远不成立" if is_equality else "比不出结果")
            left = right
        return self._joined(node, found)

    def _reckon(self, node: nodes.BinExpr, scope: Scope) -> Meaning:
        left, first = self._side(node.left, scope)
        right, second = self._side(node.right, scope)
        judge = misjoined if isinstance(node, nodes.Add) else misreckoned
        self._misfit(node, judge(left, right))
        self._blank(node, (left, right), "算不出结果")
        return self._joined(node, [first, second])

    def _misfit(self, node: nodes.Node, fault: tuple[str, str] | None) -> None:
        """Report that what is done with a value does not fit it."""
        if fault is not None:
            self.unfit.append(self.report(MISFIT, node, *fault))

    def _blank(self, node: nodes.Node, sides: Sequence[Side], result: str) -> None:
        """Report a field that may be left blank and is used as if it had a value."""
        for side in sides:
            if side.field is not None and side.field.may_be_blank and not self.is_guarded:
                message = f"{side.field.label}可以手签，留白时没有值，{result}"
                hint = f"先写 {{% if {side.written} is 留白 %}} 分开，或直接印出它"
                finding = self.report(BLANK_AS_VALUE, node, message, hint)
                self.unfit.append(replace(finding, label=side.field.label))

    def _name(self, node: nodes.Name, scope: Scope) -> Meaning:
        if node.name.startswith("_"):
            self.refuse(node, f"名称“{node.name}”不能以下划线开头", "换一个名称")
            return Meaning()
        if node.name in scope:
            return scope[node.name]
        reference = self._step(node, Reference((), self.fields), node.name)
        name = reference.steps[-1]
        if name in scope:
            self.refuse(node, f"“{node.name}”与循环或 set 里的名称“{name}”相混", "给后者换一个名称")
        node.name = str(name)
        return Meaning((reference,), reference)

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> Meaning:
        if node.attr.startswith("_"):
            self.refuse(node, f"“{node.attr}”以下划线开头，不能取用", "只写字段名")
            return Meaning()
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and "loop" in scope:
            if node.attr not in LOOP_NAMES:
                self.refuse(
                    node, f"没有 loop.{node.attr}", "可以用 loop.index、loop.first、loop.last"
                )
            return scope["loop"] if node.attr in LOOP_ITEMS else Meaning()
        base = self.read(node.node, scope)
        if base.direct is None:
            return Meaning(base.references)
        reference = self._step(node, base.direct, node.attr)
        node.attr = str(reference.steps[-1])
        return _moved(base, reference)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Meaning:
        side, base = self._side(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            self._blank(node, (side,), "算不出结果")
        asked = (*base.references, *self.read(node.arg, scope).references)
        if not isinstance(node.arg, _CONST_KEYS):
            return Meaning(asked)
        if base.direct is None or not isinstance(node.arg, nodes.Const):
            return Meaning(asked, None if isinstance(node.arg, nodes.Neg) else base.direct)
        key = node.arg.value
        if isinstance(key, str):
            reference = self._step(node, base.direct, key)
            node.arg = nodes.Const(reference.steps[-1], lineno=node.lineno)
            return _moved(base, reference)
        if isinstance(key, int):
            known = base.direct.field
            item = known.item if known and known.type is FieldType.LIST else None
            return _moved(base, Reference((*base.direct.steps, key), item))
        self.refuse(node, "方括号里只能写名称或序号", "如 {{ 任务[0].内容 }}")
        return Meaning()

    def _filter(self, node: nodes.Filter, scope: Scope) -> Meaning:
        if node.node is None:
            self.refuse(node, "不能用 {% filter %} 段落", "在占位符里写过滤器")
            return Meaning()
        side, base = self._side(node.node, scope)
        arguments = self._arguments(node, scope, named=node.name in NAMED_ARGUMENTS)
        if node.name not in FILTERS:
            hint = f"{_nearest(node.name, FILTERS, _FILTERS_SAID)}可以用：{'、'.join(FILTERS)}"
            self.refused.append(self.report(UNKNOWN_FILTER, node, f"没有过滤器“{node.name}”", hint))
        misfit = misfiltered(node.name, side)
        self._misfit(node, misfit)
        if node.name in TAKING_APART:
            self._blank(node, (side,), "过滤器不起作用")
        references = distinct(base.references + arguments.references)
        direct = None if misfit else _filtered(base.direct, node.name)
        made = filtered_type(node.name, side)
        return Meaning(references, direct, (*base.filters, node.name), made)

    def _test(self, node: nodes.Test, scope: Scope) -> Meaning:
        base = self.read(node.node, scope)
        arguments = self._arguments(node, scope, named=False)
        if node.name not in TESTS:
            hint = f"{_nearest(node.name, TESTS, _TESTS_SAID)}可以用：{'、'.join(TESTS)}"
            self.refuse(node, f"没有“is {node.name}”这种判断", hint)
        return Meaning(base.references + arguments.references)

    def _arguments(self, node: nodes.Filter | nodes.Test, scope: Scope, *, named: bool) -> Meaning:
        if node.dyn_args or node.dyn_kwargs or (node.kwargs and not named):
            self.refuse(node, "参数只能依次写出", "去掉参数名和星号")
        return self._all([*node.args, *(pair.value for pair in node.kwargs)], scope)

    def _step(self, node: nodes.Node, base: Reference, name: str) -> Reference:
        """Go one name down, in the field tree too; report a name it does not have."""
        parent = base.field
        if parent is None:
            return Reference((*base.steps, name))
        child = parent.child(name) if parent.type is FieldType.OBJECT else None
        if child is None:
            self.unfit.append(self._no_such_field(node, base, name))
            return Reference((*base.steps, name))
        return Reference((*base.steps, child.name), child)

    def _no_such_field(self, node: nodes.Node, base: Reference, name: str) -> Finding:
        parent = base.field
        assert parent is not None
        where = f"“{parent.label}”里" if base.steps else "这个文种"
        path = replace(base, steps=(*base.steps, name)).path
        near = parent.nearest(name) if parent.type is FieldType.OBJECT else None
        if parent.type is FieldType.LIST:
            hint = f"“{parent.label}”是列表，用 {{% for … in … %}} 逐项取"
        elif near:
            hint = f"是不是“{near.label}”（{near.name}）？"
        else:
            known = "、".join(child.label for child in parent.children[:12])
            hint = f"可以用的字段：{known}" if known else "它不能再往下取"
        return self.report(UNKNOWN_FIELD, node, f"{where}没有字段“{name}”", hint, path=path)


def spelt(node: nodes.Node) -> str:
    """Write a path or literal as its author did; empty for anything longer."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{spelt(node.node)}.{node.attr}"
    return str(node.value) if isinstance(node, nodes.Const) else ""


def _nearest(name: str, known: Collection[str], said: Mapping[str, str]) -> str:
    """Ask whether a known name was meant; empty when none is near."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6) if len(name) < 40 else []
    guess = said.get(name.lower()) or next(iter(close), "")
    return f"是不是“{guess}”？" if guess else ""


def _moved(base: Meaning, reference: Reference) -> Meaning:
    """Put `reference` in the place of the path that `base` was."""
    others = tuple(ref for ref in base.references if ref != base.direct)
    return Meaning((reference, *others), reference, base.filters)


def _filtered(direct: Reference | None, name: str) -> Reference | None:
    """Give the path of what a filter makes of a value: an item, the same, or nothing stored."""
    if direct is None or name in WHOLE_LIST:
        return None
    if name in ONE_ITEM and direct.field is not None and direct.field.type is FieldType.LIST:
        return Reference(direct.steps, direct.field.item)
    return direct
