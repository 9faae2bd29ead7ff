"""What a template says of its own values: printed, compared with a number, looped over, asked.

The walk is the one every template goes through before it is compiled; here each expression is
also looked at for what it tells of the names in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jinja2 import nodes

from docgen.findings import Place
from docgen.word.analysis import Analyst, Around
from docgen.word.expressions import Meaning, Reader, Scope
from docgen.word.filters import ONE_ITEM, WHOLE_LIST
from docgen.word.sites import Each, Reference, Use

ITEM = "[]"
"""The step of a path that enters a list."""

Steps = tuple[str, ...]


class Clue(StrEnum):
    """What one place of a template tells of a value, in an author's words."""

    NAMED = "提到"
    PRINTED = "印出"
    TEXT = "当文字用"
    NUMBER = "当数字用"
    INTEGER = "当整数用"
    DATE = "当日期用"
    TRUTH = "当是或否用"
    ASKED = "当条件"
    LIST = "当列表用"
    GROUP = "当一组字段用"
    SIZED = "数个数"
    SORTED_OUT = "判断是哪一类"


@dataclass(frozen=True, slots=True)
class Sign:
    """A clue about the value at `steps`, with the tag it was found in and where that stands."""

    steps: Steps
    clue: Clue
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Need:
    """A value that is printed or looped over, and under which conditions within its list item."""

    steps: Steps
    conditions: tuple[str, ...]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values held against each other: they are of one type. `is_order` says by size."""

    left: Steps
    right: Steps
    is_order: bool


FILTER_CLUES = {
    "公文日期": Clue.DATE,
    "official_date": Clue.DATE,
    "中文数字": Clue.INTEGER,
    "chinese_number": Clue.INTEGER,
    "大写金额": Clue.NUMBER,
    "capital_amount": Clue.NUMBER,
    "round": Clue.NUMBER,
    "upper": Clue.TEXT,
    "lower": Clue.TEXT,
    "trim": Clue.TEXT,
    "join": Clue.LIST,
    "first": Clue.LIST,
    "last": Clue.LIST,
    "length": Clue.SIZED,
    "count": Clue.SIZED,
}
TEST_CLUES = {
    "odd": Clue.INTEGER,
    "even": Clue.INTEGER,
    "true": Clue.TRUTH,
    "false": Clue.TRUTH,
    "number": Clue.SORTED_OUT,
    "string": Clue.SORTED_OUT,
}
DEFAULTS = ("default", "d")
NUMBERS = ("length", "count", "round")
SUMS = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)
ORDERS = ("lt", "lteq", "gt", "gteq")
NAMES = (nodes.Name, nodes.Getattr, nodes.Getitem)


class Witness(Reader):
    """Reads expressions as a template's reader does, and notes what they tell of their names."""

    def __init__(self, analyst: Analyst) -> None:
        """Begin with nothing noted."""
        super().__init__(None, analyst.report)
        self.signs: list[Sign] = []
        self.pairs: list[Pair] = []
        self.values: dict[Steps, dict[str, None]] = {}
        self._source = analyst.source
        self._read: dict[int, tuple[nodes.Node, Meaning]] = {}

    def read(self, node: nodes.Node, scope: Scope) -> Meaning:
        """Find what an expression reads, and note what it tells."""
        meaning = super().read(node, scope)
        item = self._item_of(node)
        if item is not None:
            meaning = Meaning(meaning.references, item, meaning.filters)
        # The node is kept too: the name of what is gone may be given again.
        self._read[id(node)] = node, meaning
        self._note(node)
        return meaning

    def steps(self, node: nodes.Node | None) -> Steps | None:
        """Give the way to the value a node stands for; None when it is no single value."""
        direct = self.direct(node)
        return bare(direct) if direct else None

    def direct(self, node: nodes.Node | None) -> Reference | None:
        """Give the reference a node stands for; None when it is no single value."""
        known = self._read.get(id(node))
        direct = known[1].direct if known else None
        return direct if direct and direct.steps else None

    def sign(self, node: nodes.Node | None, clue: Clue) -> None:
        """Note what is known of the value that a node stands for."""
        if node is not None and (steps := self.steps(node)):
            self.note(steps, clue, node)

    def note(self, steps: Steps, clue: Clue, node: nodes.Node) -> None:
        """Note what is known of the value at `steps`."""
        tag = self._source.tag_at(node.lineno)
        written = " ".join(tag.text.split()) if tag else ""
        place = tag.place if tag else Place(self._source.part)
        self.signs.append(Sign(steps, clue, written, place))

    def _item_of(self, node: nodes.Node) -> Reference | None:
        """Give the item that `名单|first`, `名单[-1]` and `名单[loop.index0]` are."""
        if isinstance(node, nodes.Filter) and node.name in ONE_ITEM:
            base = self.direct(node.node)
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            base = self.direct(node.node) if is_number(node.arg) else None
        else:
            return None
        return Reference((*base.steps, 0)) if base else None

    def _note(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Filter):
            self._filter_clue(node)
        elif isinstance(node, nodes.Test):
            self._test_clue(node)
        elif isinstance(node, nodes.Compare):
            left: nodes.Node = node.expr
            for operand in node.ops:
                self._compared(left, operand.expr, operand.op)
                left = operand.expr
        elif isinstance(node, SUMS):
            self._numbers(node.left, node.right)
        elif isinstance(node, nodes.Add):
            self._added(node.left, node.right)
        elif isinstance(node, nodes.Neg | nodes.Pos):
            self._numbers(node.node)

    def _numbers(self, *parts: nodes.Node) -> None:
        for part in parts:
            self.sign(part, Clue.NUMBER)

    def _added(self, left: nodes.Node, right: nodes.Node) -> None:
        """Texts are added only where one is plainly a text; else the cells of a roster are sums."""
        sides = (left, right)
        values = [side.value for side in sides if isinstance(side, nodes.Const)]
        clue = Clue.TEXT if any(isinstance(value, str) for value in values) else Clue.NUMBER
        for side in sides:
            self.sign(side, clue)

    def _filter_clue(self, node: nodes.Filter) -> None:
        if node.name in FILTER_CLUES:
            self.sign(node.node, FILTER_CLUES[node.name])
        if node.name == "join" and node.node is not None and (steps := self.steps(node.node)):
            self.note((*steps, ITEM), Clue.PRINTED, node)

    def _test_clue(self, node: nodes.Test) -> None:
        if node.name in TEST_CLUES:
            self.sign(node.node, TEST_CLUES[node.name])
        elif node.name in ("eq", "equalto", "in") and node.args:
            self._compared(node.node, node.args[0], node.name)

    def _compared(self, left: nodes.Node, right: nodes.Node, sign: str) -> None:
        if sign in ("in", "notin"):
            members = right.items if isinstance(right, nodes.List | nodes.Tuple) else ()
            for member in members:
                self._told_by(left, member)
            return
        self._told_by(left, right)
        self._told_by(right, left)
        one, other = self.steps(left), self.steps(right)
        if one and other:
            self.pairs.append(Pair(one, other, sign in ORDERS))

    def _told_by(self, node: nodes.Node, other: nodes.Node) -> None:
        """Note what the other side of a comparison tells of a value."""
        if is_number(other):
            self.sign(node, Clue.NUMBER)
        elif isinstance(other, nodes.Const) and isinstance(other.value, bool):
            self.sign(node, Clue.TRUTH)
        elif isinstance(other, nodes.Const) and isinstance(other.value, str):
            self.sign(node, Clue.TEXT)
            if steps := self.steps(node):
                self.values.setdefault(steps, {})[other.value] = None


class Observer(Analyst):
    """Walks one part as it is walked for compiling, and keeps what its expressions tell."""

    witness: Witness
    needs: list[Need]

    def __post_init__(self) -> None:
        self.witness = self.reader = Witness(self)
        self.needs = []

    def _site(self, node: nodes.Node, use: Use, meaning: Meaning, around: Around) -> int:
        index = super()._site(node, use, meaning, around)
        for reference in meaning.references:
            if reference.steps:
                self.witness.note(bare(reference), Clue.NAMED, node)
        if use is Use.CONDITION:
            for asked in _asked(getattr(node, "test", None)):
                self.witness.sign(asked, Clue.ASKED)
            return index
        value = node.iter if isinstance(node, nodes.For) else node
        clue = Clue.LIST if use is Use.LOOP else Clue.PRINTED
        for leaf, is_whole, is_optional in _leaves(value):
            if is_whole:
                self.witness.sign(leaf, clue)
            if direct := self.witness.direct(leaf):
                inner = _within_item(direct, around, self._loops())
                self.needs += [Need(steps, inner, is_optional) for steps in _needed(direct)]
        return index

    def _loops(self) -> set[str]:
        return {s.placeholder.expression for s in self.sites if s.placeholder.use is Use.LOOP}


def bare(reference: Reference) -> Steps:
    """Give the steps of a reference, every list position as `[]`."""
    return tuple(ITEM if isinstance(step, int | Each) else step for step in reference.steps)


def _needed(reference: Reference) -> Iterator[Steps]:
    """Give the value itself, and the lists out of which it takes one item by its number."""
    yield bare(reference)
    for at, step in enumerate(reference.steps):
        if isinstance(step, int):
            yield bare(Reference(reference.steps[:at]))


def is_number(node: nodes.Node) -> bool:
    """True of an expression that is a number whatever the data are."""
    if isinstance(node, nodes.Const):
        return isinstance(node.value, int | float) and not isinstance(node.value, bool)
    if isinstance(node, nodes.Add):
        return is_number(node.left) or is_number(node.right)
    if isinstance(node, nodes.Getattr):
        is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
        return is_loop and node.attr not in ("first", "last")
    if isinstance(node, nodes.Filter):
        return node.name in NUMBERS
    return isinstance(node, (*SUMS, nodes.Neg, nodes.Pos))


def _asked(node: nodes.Node | None) -> Iterator[nodes.Node]:
    """Give the values whose mere presence a condition asks for."""
    if isinstance(node, nodes.And | nodes.Or):
        yield from _asked(node.left)
        yield from _asked(node.right)
    elif isinstance(node, nodes.Not):
        yield from _asked(node.node)
    elif isinstance(node, NAMES):
        yield node


def _leaves(
    node: nodes.Node, *, is_whole: bool = True, is_optional: bool = False
) -> Iterator[tuple[nodes.Node, bool, bool]]:
    """Give the values that flow into what is printed: whether as they are, and whether always."""
    deeper: Callable[..., Iterator[tuple[nodes.Node, bool, bool]]] = _leaves
    if isinstance(node, NAMES):
        yield node, is_whole, is_optional
    elif isinstance(node, nodes.CondExpr):
        for choice in filter(None, (node.expr1, node.expr2)):
            yield from deeper(choice, is_whole=is_whole, is_optional=True)
    elif isinstance(node, nodes.Or | nodes.And):
        for side in (node.left, node.right):
            yield from deeper(side, is_whole=is_whole, is_optional=True)
    elif isinstance(node, nodes.Concat):
        for part in node.nodes:
            yield from deeper(part, is_whole=is_whole, is_optional=is_optional)
    elif isinstance(node, nodes.BinExpr):
        for side in (node.left, node.right):
            yield from deeper(side, is_whole=False, is_optional=is_optional)
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from _filtered(node, is_whole=is_whole, is_optional=is_optional)


def _filtered(
    node: nodes.Filter, *, is_whole: bool, is_optional: bool
) -> Iterator[tuple[nodes.Node, bool, bool]]:
    assert node.node is not None
    if node.name in ONE_ITEM:
        yield node, is_whole, is_optional
    is_default = node.name in DEFAULTS
    is_kept = is_whole and node.name not in WHOLE_LIST | ONE_ITEM
    yield from _leaves(node.node, is_whole=is_kept, is_optional=is_optional or is_default)
    for argument in node.args if is_default else ():
        yield from _leaves(argument, is_whole=is_whole, is_optional=True)


def _within_item(reference: Reference, around: Around, loops: set[str]) -> tuple[str, ...]:
    """Give the conditions a value stands under, less the loops that go through its own lists."""
    depths = [step.depth for step in reference.steps if isinstance(step, Each)]
    passed = [at for at, condition in enumerate(around.conditions) if condition in loops]
    own = passed[: max(depths) + 1] if depths else []
    return around.conditions[own[-1] + 1 :] if own else around.conditions
