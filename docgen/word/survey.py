"""One part of a template, read for faults: everything there is to say of it, at once.

What Jinja can read is analysed as it will be compiled. What it cannot is read tag by tag, so that
the fault which stops it hides no other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from docgen.errors import TemplateError
from docgen.fields import Field
from docgen.findings import Actor, Fault, Finding
from docgen.word.analysis import Analyst
from docgen.word.blocks import Pair, blocks
from docgen.word.lookalikes import mixed_names
from docgen.word.parsing import parsed, unfinished
from docgen.word.placement import cure, loose, misplaced
from docgen.word.recovery import recovered
from docgen.word.sites import Site, Use
from docgen.word.soundness import leftover_braces, unsound_markup
from docgen.word.source import PartSource, Position
from docgen.word.written import WrittenTag, written_tags

MISPLACED = Fault(
    code="misplaced-placeholder",
    title="占位符不在文字里",
    why="{{r …}}、{{p …}} 要的是 Word 的片段，而数据只有文字，印出来会丢失。",
    faulty="{{r 姓名 }}",
    sound="{{ 姓名 }}",
    actor=Actor.AUTHOR,
)


@dataclass(slots=True)
class Survey:
    """What was found in a part: `tree` to compile, or why not.

    `refused` keep the template from being used; `told` are faults that do not, `unfit` those
    against the field tree. `mentioned` are words of tags that could not be read.
    """

    tree: nodes.Template | None = None
    refused: list[Finding] = field(default_factory=list)
    told: list[Finding] = field(default_factory=list)
    unfit: list[Finding] = field(default_factory=list)
    mentioned: frozenset[str] = frozenset()


def surveyed(source: PartSource, fields: Field | None, sites: list[Site]) -> Survey:
    """Read a part; `sites` grows by every use of a value in it."""
    tags = list(written_tags(source.passages))
    told = list(misplaced(tags, source.passages)) if tags else []
    survey = Survey(refused=list(unfinished(source)), told=told)
    if not survey.refused:
        try:
            survey.tree = parsed(source)
        except TemplateError as fault:
            syntax = fault.findings
        else:
            _analysed(survey, survey.tree, source, tags, fields, sites)
            return survey
    else:
        syntax = []
    _read_on(survey, source, tags, syntax, fields, sites)
    return survey


def _analysed(
    survey: Survey,
    tree: nodes.Template,
    source: PartSource,
    tags: list[WrittenTag],
    fields: Field | None,
    sites: list[Site],
) -> None:
    """Read a part that Jinja can read."""
    if not source.tags:
        survey.refused += leftover_braces(source, tree)
        return
    pairs = blocks(tags, lambda tag, keyword, text: text).pairs
    torn = _explained(unsound_markup(source, tree), pairs)
    first = len(sites)
    analyst = Analyst(source, fields, sites)
    survey.tree = analyst.template(tree)
    mixed = mixed_names(source, survey.tree)
    survey.refused += [*torn, *analyst.reader.refused, *mixed, *_misplaced(sites[first:])]
    survey.unfit += analyst.reader.unfit
    known = {finding.place for finding in torn}
    survey.told += (one for one in loose(pairs, source.passages) if one.place not in known)


def _read_on(
    survey: Survey,
    source: PartSource,
    tags: list[WrittenTag],
    syntax: list[Finding],
    fields: Field | None,
    sites: list[Site],
) -> None:
    """Read what is left of a part that Jinja cannot read."""
    recovery = recovered(source, tags)
    survey.mentioned = recovery.mentioned
    survey.refused += recovery.findings
    survey.told += loose(recovery.pairs, source.passages)
    if not survey.refused and not any(finding.is_error for finding in survey.told):
        survey.refused += syntax
    analyst = Analyst(recovery.source, fields, sites)
    try:
        analyst.template(parsed(recovery.source))
    except TemplateError as fault:
        survey.refused += [] if survey.refused else fault.findings
    survey.refused += analyst.reader.refused
    survey.unfit += analyst.reader.unfit
    if not survey.refused:
        # What makes a part unreadable is no mere warning, whatever else is told of it.
        survey.refused = [finding for finding in survey.told if finding.is_error] or syntax
        refused = set(map(id, survey.refused))
        survey.told = [finding for finding in survey.told if id(finding) not in refused]


def _explained(torn: list[Finding], pairs: list[Pair]) -> list[Finding]:
    """Name both tags of a block that tears the file apart, and how they come together."""
    by_place = {pair.opener.place: pair for pair in pairs}
    return [
        _named(finding, by_place.get(finding.place) if finding.place else None) for finding in torn
    ]


def _named(finding: Finding, pair: Pair | None) -> Finding:
    if pair is None or finding.code != "unbalanced-template":
        return finding
    message = f"{pair.opener.words}与{pair.closer.words}不在同一层，拆开了段落或表格行"
    return replace(finding, message=message, hint=cure(pair.opener, pair.closer))


def _misplaced(sites: list[Site]) -> Iterator[Finding]:
    """Report values that would be printed where Word shows nothing."""
    for site in sites:
        if site.placeholder.use is Use.PRINT and site.position is Position.OUTSIDE:
            message = f"“{site.placeholder.expression}”不在文字里，印不出来"
            hint = "去掉 {{p、{{r 里的字母，直接写 {{ … }}"
            yield MISPLACED.finding(message, hint, place=site.placeholder.place)
