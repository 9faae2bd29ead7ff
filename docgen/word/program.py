"""A compiled part of a template, in two variants.

The fast one yields text and `(site, value)`. The tracing one yields `(site, ask, positions…)`
for every print, condition and loop, so that each expression can fail alone and every value is
known by its exact path in the record.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from jinja2 import nodes
from jinja2.environment import Template as JinjaTemplate
from jinja2.runtime import new_context

from docgen.fields import Field
from docgen.findings import Finding
from docgen.word.analysis import Analyst
from docgen.word.breaks import longest_break
from docgen.word.environment import SANDBOX
from docgen.word.expressions import FORBIDDEN
from docgen.word.parsing import parsed, refusal
from docgen.word.sites import Site
from docgen.word.source import PartSource
from docgen.word.survey import Survey, surveyed

MOST_TAGS, LONGEST_TAGS = 5000, 500_000

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

    `unfit` is what does not fit the field tree, `told` what else its author should know.
    """

    programs: tuple[Program, ...]
    sites: tuple[Site, ...]
    unfit: tuple[Finding, ...]
    told: tuple[Finding, ...] = ()


def compile_parts(sources: Sequence[PartSource], fields: Field | None) -> Compiled:
    """Compile the parts of a template; labels of `fields` become identifiers.

    Raises:
        TemplateError: with every refused construct and syntax error of all parts.
    """
    sites: list[Site] = []
    surveys: list[Survey] = []
    programs: list[Program] = []
    check_size(sources)
    for source in sources:
        first = len(sites)
        survey = surveyed(source, fields, sites)
        surveys.append(survey)
        if survey.tree is not None and source.tags and not survey.refused:
            programs.append(_program(source, survey.tree, fields, sites[:first]))
    if refused := [finding for survey in surveys for finding in survey.refused]:
        raise refusal(refused)
    unfit = tuple(finding for survey in surveys for finding in survey.unfit)
    told = tuple(finding for survey in surveys for finding in survey.told)
    return Compiled(tuple(programs), tuple(sites), unfit, told)


def check_size(sources: Sequence[PartSource]) -> None:
    """Refuse a template with more, or longer, tags than any paper has.

    Raises:
        TemplateError: when it has.
    """
    if sum(len(source.tags) for source in sources) > MOST_TAGS:
        raise refusal([FORBIDDEN.finding(f"标签超过{MOST_TAGS}个", "把它拆成几份模板")])
    if sum(len(tag.text) for source in sources for tag in source.tags) > LONGEST_TAGS:
        message = f"标签里一共写了{LONGEST_TAGS // 10000}万多个字"
        raise refusal([FORBIDDEN.finding(message, "写得简单些，或把它拆成几份模板")])


def _program(
    source: PartSource, tree: nodes.Template, fields: Field | None, before: list[Site]
) -> Program:
    def make_tracing() -> Callable[..., Tracing]:
        tracing = Analyst(source, fields, list(before), tracing=True)
        return _function(tracing.template(parsed(source)))

    return Program(source, _function(tree), make_tracing)


def _function(tree: nodes.Template) -> Callable[..., Any]:
    code = SANDBOX.compile(tree)
    return JinjaTemplate.from_code(SANDBOX, code, {}).root_render_func
