"""The sandbox templates run in: plain data looked up by item, listed filters, nothing else.

`a.b` is the item `b` of the dictionary `a` and never a method of it; what is not there is
`Missing`, which is false, holds nothing, and is never printed.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from jinja2 import nodes, pass_context
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from docgen.vocabulary import Blank
from docgen.word.filters import FILTERS
from docgen.word.generator import Generator
from docgen.word.signs import RECORD

MOST_ITEMS = 200_000
"""How many items the loops of one part may walk, nested loops multiplied."""

MOST_SIGNS = 50_000_000
"""How long one document may become, and how much text its expressions may put together."""

_ITEM_WEIGHT = 20
"""To look at an item takes as long as to look through so many signs."""

LARGEST_NUMBER = 10**30
_NUMBER = (int, float, Decimal)
_SERIES = (str, list, tuple)
_TEXTS = (str, *_NUMBER, datetime.date, Blank)
LOOP_ITEMS = frozenset(("previtem", "nextitem"))
LOOP_NAMES = LOOP_ITEMS | {
    *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
}


class Numbered(NamedTuple):
    """An item of a list and its position, as a program that traces walks it."""

    position: int
    item: object


class Missing(Undefined):
    """A value that is not in the record: false, empty, and passed on by whatever touches it."""

    __slots__ = ()

    def _same(self, *_: object) -> "Missing":
        return self

    def _never(self, *_: object) -> bool:
        return False

    __getattr__ = __getitem__ = _same  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same  # type: ignore[assignment]
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _same  # type: ignore[assignment]
    __mod__ = __rmod__ = __neg__ = __pos__ = _same  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = _never  # type: ignore[assignment]
    __hash__ = Undefined.__hash__

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Missing)

    def __str__(self) -> str:
        return ""


def is_absent(value: object) -> bool:
    """True for a value that is not there at all: missing or null."""
    return value is None or isinstance(value, Missing)


class NotAListError(TypeError):
    """Raised inside a template that loops over what is no list."""


def _remainder(divisor: int) -> Callable[[Any], bool]:
    """Give the test of what is left over; a text would be formatted by `%`, not divided."""
    return lambda value: isinstance(value, int | float | Decimal) and value % 2 == divisor


class OversizeError(Exception):
    """Raised where a run of a template becomes larger than any paper."""


class Run(Context):
    """One run of a template: the record, and what may still be spent on it."""

    items_left = MOST_ITEMS
    signs_left = MOST_SIGNS

    def listed(self, value: object) -> list[object]:
        """Give the items of a list, to be walked.

        Raises:
            NotAListError: for anything else, a missing list included.
            OversizeError: when loops in loops have walked more than any paper holds.
        """
        if not isinstance(value, list | tuple):
            raise NotAListError
        self.items_left -= len(value)
        if self.items_left < 0:
            raise OversizeError
        return value  # type: ignore[return-value]  # a tuple is walked alike

    def spend(self, signs: int) -> None:
        """Count work that grows with the data.

        Raises:
            OversizeError: when it becomes more than any paper needs.
        """
        self.signs_left -= signs
        if self.signs_left < 0:
            raise OversizeError

    def weighed(self, value: Any) -> Any:
        """Give a value that is compared, searched or changed; it counts by its length."""
        if value.__class__ in (str, list, tuple, dict):
            self.spend(_weight(value))
        return value

    def joined(self, pieces: tuple[object, ...]) -> object:
        """Join the texts of `~`; where one is missing, all is."""
        for piece in pieces:
            if is_absent(piece):
                return piece
            if isinstance(piece, bool) or not isinstance(piece, _TEXTS):
                raise TypeError(piece)
        texts = [str(piece) for piece in pieces]
        self.spend(sum(map(len, texts)))
        return "".join(texts)

    def sliced(self, value: Any, start: Any, stop: Any, step: Any) -> object:
        """Cut a piece out of a text or list."""
        if value.__class__ not in _SERIES:
            return Missing(name="slice")
        cut: object = value[start:stop:step]
        self.weighed(cut)
        return cut


def _is_huge(number: Any) -> bool:
    return bool(abs(number) > LARGEST_NUMBER)


def _weight(value: Any) -> int:
    """Count the signs and items in a value, however deep."""
    weight, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        weight += _ITEM_WEIGHT + (len(one) if one.__class__ is str else 0)
        if one.__class__ is dict:
            waiting += one.values()
        elif one.__class__ in (list, tuple):
            waiting += one
    return weight


TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not is_absent(value),
    "undefined": is_absent,
    "none": is_absent,
    "odd": _remainder(1),
    "even": _remainder(0),
    "number": lambda value: isinstance(value, int | float | Decimal) and value is not True,
    "string": lambda value: isinstance(value, str),
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "blank": lambda value: isinstance(value, Blank),
    "留白": lambda value: isinstance(value, Blank),
    "in": pass_context(lambda run, value, container: value in run.weighed(container)),
    "eq": pass_context(lambda run, value, other: bool(run.weighed(value) == other)),
    "equalto": pass_context(lambda run, value, other: bool(run.weighed(value) == other)),
}


def _rationed(filter_: Callable[..., object]) -> Callable[..., object]:
    """Let a filter work on no more than a run may; nothing of it is done when compiling."""

    @pass_context
    def apply(run: "Run", value: object, *arguments: object, **named: object) -> object:
        run.weighed(value)
        for argument in arguments:
            if isinstance(argument, str) and isinstance(value, str | list | tuple):
                run.spend(len(argument) * len(value))  # a separator is written so many times
        return filter_(value, *arguments, **named)

    return apply


class Sandbox(SandboxedEnvironment):
    """The environment every template is compiled in: no globals, no calls, no methods."""

    code_generator_class = Generator
    context_class = Run
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self) -> None:
        """Set up the listed filters and tests, and nothing else."""
        super().__init__(undefined=Missing, autoescape=False, cache_size=0)
        self.globals.clear()
        self.filters = {name: _rationed(filter_) for name, filter_ in FILTERS.items()}
        self.tests = dict(TESTS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up an item by name; `loop` alone has attributes."""
        if obj.__class__ is dict:
            try:
                return obj[attribute]
            except KeyError:
                return Missing(name=attribute)
        if obj.__class__ is LoopContext and attribute in LOOP_NAMES:
            found = getattr(obj, attribute)
            return found.item if found.__class__ is Numbered else found
        return Missing(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up an item by name or number."""
        if obj.__class__ in (dict, list, tuple, str):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                return Missing(name=str(argument))
        if isinstance(obj, Context):
            found = obj.resolve_or_missing(argument)
            return Missing(name=argument) if found is missing else found
        return Missing(name=str(argument))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Let a name that cannot stand bare be an item of the record."""
        tree = super()._parse(source, name, filename)
        if RECORD in source:
            for item in tree.find_all(nodes.Getitem):
                if isinstance(item.node, nodes.Name) and item.node.name == RECORD:
                    item.node = nodes.ContextReference(lineno=item.node.lineno)
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers of a sensible size; texts and lists can be added, no more."""
        if isinstance(left, Missing):
            return left
        if isinstance(right, Missing):
            return right
        if isinstance(left, _NUMBER) and isinstance(right, _NUMBER):
            if _is_huge(left) or _is_huge(right):
                raise OverflowError(operator)
        elif operator == "+" and left.__class__ is right.__class__ and left.__class__ in _SERIES:
            context.spend(len(left) + len(right))
        else:
            raise TypeError(operator)
        return super().call_binop(context, operator, left, right)


SANDBOX = Sandbox()
