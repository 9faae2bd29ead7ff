"""The sandbox templates run in: plain data looked up by item, listed filters, nothing else.

`a.b` is the item `b` of the dictionary `a` and never a method of it; what is not there is
`Missing`, which is false, holds nothing, and is never printed.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment

from docgen.vocabulary import Blank
from docgen.word.filters import FILTERS
from docgen.word.generator import Generator

LOOP_NAMES = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length"))


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


def listed(value: object) -> list[object]:
    """Give the items of a list.

    Raises:
        NotAListError: for anything else, a missing list included.
    """
    if isinstance(value, list | tuple):
        return value  # type: ignore[return-value]  # a tuple is walked alike
    raise NotAListError


TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not is_absent(value),
    "undefined": is_absent,
    "none": is_absent,
    "odd": lambda value: value % 2 == 1,
    "even": lambda value: value % 2 == 0,
    "number": lambda value: isinstance(value, int | float | Decimal) and value is not True,
    "string": lambda value: isinstance(value, str),
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "blank": lambda value: isinstance(value, Blank),
    "留白": lambda value: isinstance(value, Blank),
    "in": lambda value, container: value in container,
    "eq": lambda value, other: bool(value == other),
    "equalto": lambda value, other: bool(value == other),
}


class Sandbox(SandboxedEnvironment):
    """The environment every template is compiled in: no globals, no calls, no methods."""

    code_generator_class = Generator
    intercepted_binops = frozenset({"*", "%"})

    def __init__(self) -> None:
        """Set up the listed filters and tests, and nothing else."""
        super().__init__(undefined=Missing, autoescape=False, cache_size=0)
        self.globals.clear()
        self.filters = dict(FILTERS)
        self.tests = dict(TESTS)
        self.listed = listed

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up an item by name; `loop` alone has attributes."""
        if obj.__class__ is dict:
            try:
                return obj[attribute]
            except KeyError:
                return Missing(name=attribute)
        if obj.__class__ is LoopContext and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return Missing(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up an item by name or number."""
        if obj.__class__ in (dict, list, tuple, str):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                return Missing(name=str(argument))
        return Missing(name=str(argument))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply and divide numbers; a text is neither repeated nor formatted."""
        for side in (left, right):
            if isinstance(side, Missing):
                return side
            if not isinstance(side, int | float | Decimal):
                raise TypeError(operator)
        return super().call_binop(context, operator, left, right)


SANDBOX = Sandbox()
