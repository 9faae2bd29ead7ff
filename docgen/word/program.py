"""A compiled part of a template, in two variants.

The fast one yields text and `(site, value)`. The tracing one yields `(site, ask, positions…)`
for every print, condition and loop, so that each expression can fail alone and every value is
known by its exact path in the record.
"""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from jinja2 import nodes
from jinja2.environment import Template as JinjaTemplate
from jinja2.runtime import new_context

from docgen.errors import TemplateError
from docgen.fields import Field
from docgen.findings import Actor, Fault, Finding
from docgen.word.analysis import Analyst
from docgen.word.breaks import longest_break
from docgen.word.environment import SANDBOX
from docgen.word.expressions import FORBIDDEN
from docgen.word.lookalikes import mixed_names
from docgen.word.parsing import parsed, refusal, unfinished
from docgen.word.sites import Site, Use
from docgen.word.soundness import leftover_braces, unsound_markup
from docgen.word.source import PartSource, Position

MISPLACED = Fault(
    code="misplaced-placeholder",
    title="占位符不在文字里",
    why="{{r …}}、{{p …}} 要的是 Word 的片段，而数据只有文字，印出来会丢失。",
    faulty="{{r 姓名 }}",
    sound="{{ 姓名 }}",
    actor=Actor.AUTHOR,
)

MOST_TAGS = 5000

Value = Any
"""A value as the template meets it; whatever it is, printing judges it."""

Question = tuple[Any, ...]
Answer = object
Rendering = Iterator[str | tuple[int, Value]]
Tracing = Generator[str | Question, Answer, None]

EXPRESSION_ERRORS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What an expression over wrong data can raise."""


@dataclass(frozen=True)
class Program:
    """One part, compiled; what traces it is compiled when a record first has a gap."""

    source: PartSource
    run_fast: Callable[..., Rendering]
    make_tracing: Callable[[], Callable[..., Tracing]]

    @cached_property
    def run_tracing(self) -> Callable[..., Tracing]:
        """The part compiled to ask for each value."""
        return self.make_tracing()

    @cached_property
    def cost_of_a_break(self) -> int:
        """How much XML a line break within a value can become here."""
        return longest_break(self.source.source)

    def render(self, values: Mapping[str, object]) -> Rendering:
        """Run the part over a record: text and numbered values."""
        return self.run_fast(_context(values))

    def trace(self, values: Mapping[str, object]) -> Tracing:
        """Run the part over a record, asking for each value."""
        return self.run_tracing(_context(values))


def _context(values: Mapping[str, object]) -> Any:
    return new_context(SANDBOX, None, {}, cast("dict[str, Any]", values), shared=True)


@dataclass(frozen=True, slots=True)
class Compiled:
    """All parts of a template, compiled over one numbering of sites.

    `unknown` are the names that the field tree does not have.
    """

    programs: tuple[Program, ...]
    sites: tuple[Site, ...]
    unknown: tuple[Finding, ...]


def compile_parts(sources: list[PartSource], fields: Field | None) -> Compiled:
    """Compile the parts of a template; labels of `fields` become identifiers.

    Raises:
        TemplateError: with every refused construct and syntax error of all parts.
    """
    sites: list[Site] = []
    refused: list[Finding] = []
    unknown: list[Finding] = []
    programs: list[Program] = []
    if sum(len(source.tags) for source in sources) > MOST_TAGS:
        raise refusal([FORBIDDEN.finding(f"标签超过{MOST_TAGS}个", "把它拆成几份模板")])
    for source in sources:
        if torn := list(unfinished(source)):
            refused += torn
            continue
        try:
            if not source.tags:
                refused += leftover_braces(source, parsed(source))
                continue
            program, faults = _compile_part(source, fields, sites)
        except TemplateError as fault:
            refused += fault.findings
            continue
        programs.append(program)
        unknown += faults
    if refused:
        raise refusal(refused)
    return Compiled(tuple(programs), tuple(sites), tuple(unknown))


def _compile_part(
    source: PartSource, fields: Field | None, sites: list[Site]
) -> tuple[Program, list[Finding]]:
    first = len(sites)
    fast = Analyst(source, fields, sites)
    tree = parsed(source)
    unsound = unsound_markup(source, tree)
    tree = fast.template(tree)
    mixed = mixed_names(source, tree)
    if refused := [*unsound, *fast.reader.refused, *mixed, *_misplaced(source, sites[first:])]:
        raise TemplateError("refused", refused)
    before = tuple(sites[:first])

    def make_tracing() -> Callable[..., Tracing]:
        tracing = Analyst(source, fields, list(before), tracing=True)
        return _function(tracing.template(parsed(source)))

    return Program(source, _function(tree), make_tracing), fast.reader.unknown


def _misplaced(source: PartSource, sites: list[Site]) -> Iterator[Finding]:
    """Report values that would be printed where Word shows nothing."""
    for site in sites:
        if site.placeholder.use is Use.PRINT and site.position is Position.OUTSIDE:
            message = f"“{site.placeholder.expression}”不在文字里，印不出来"
            hint = "去掉 {{p、{{r 里的字母，直接写 {{ … }}"
            yield MISPLACED.finding(message, hint, place=site.placeholder.place)


def _function(tree: nodes.Template) -> Callable[..., Any]:
    code = SANDBOX.compile(tree)
    return JinjaTemplate.from_code(SANDBOX, code, {}).root_render_func
