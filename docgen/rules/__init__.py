"""Rules of the field over a record's data: what a careful clerk checks before signing.

A rule is one file. It defines `rule`, one of three sorts: a `Rule` checks the fields it names and
applies to every record that has them; a `TextRule` checks every text by itself; a `PaperRule`
checks what the texts and parts of one paper say together. Its fault's code is the file's name in
kebab-case.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from docgen.fields import Field, dotted, label_path
from docgen.findings import Fault, Finding, Severity, Source
from docgen.records import Record
from docgen.records.texts import content, places
from docgen.rows import Path
from docgen.rules._judging import all_rules, judge_of, setting_of
from docgen.rules._parts import (
    AnyRule,
    Breach,
    Paper,
    PaperRule,
    Remark,
    Rule,
    Setting,
    TextRule,
)

__all__ = [
    "AnyRule",
    "Breach",
    "Paper",
    "PaperRule",
    "Remark",
    "Rule",
    "Setting",
    "TextRule",
    "apply",
    "rules",
    "rules_for",
]

UNKNOWN_WAIVER = Fault(
    code="unknown-waiver",
    title="豁免了不存在的规则",
    why="规则的代码写错了，豁免不起作用。",
    faulty='豁免：[{"规则": "copy-differ", "理由": "…"}]',
    sound='豁免：[{"规则": "copies-differ", "理由": "另有一份存档案馆"}]',
    severity=Severity.WARNING,
)
WAIVABLE = frozenset({"foreign-name"})
"""Codes found elsewhere than by a rule that may be waived all the same."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a record lies while it is checked: inside what, and how its paths are told."""

    root: Field
    locate: Callable[[Path], Source | None]
    prefix: Path
    outer: Setting
    reasons: Mapping[str, str]

    def finding(self, fault: Fault, breach: Breach) -> Finding:
        """Report a breach at its place, with the reason where its rule was waived."""
        path = (*self.prefix, *breach.path)
        found = fault.finding(
            breach.message,
            breach.hint,
            path=dotted(path),
            label=label_path(self.root, path),
            source=self.locate(path),
        )
        return replace(found, waived=self.reasons.get(fault.code))

    def remark(self, fault: Fault, path: Path, remark: Remark) -> Finding:
        """Report a breach inside a text, which is named first."""
        label = label_path(self.root, (*self.prefix, *path))
        return self.finding(fault, Breach(path, f"{label}：{remark.message}", remark.hint))


def rules() -> tuple[AnyRule, ...]:
    """Give every rule there is."""
    return all_rules()


@cache
def rules_for(model: type[Record]) -> tuple[Rule, ...]:
    """Give the rules over fields that apply to a record model."""
    fields = set(model.model_fields)
    return tuple(r for r in all_rules() if isinstance(r, Rule) and set(r.needs) <= fields)


@cache
def _paper_rules() -> tuple[PaperRule, ...]:
    return tuple(rule for rule in all_rules() if isinstance(rule, PaperRule))


def apply(
    record: Record, root: Field, locate: Callable[[Path], Source | None]
) -> Iterator[Finding]:
    """Check a record, and the records in it, by every rule that applies.

    Waived findings carry the reason; what is waived for a paper is waived for those it holds.
    """
    yield from _checked(record, Desk(root, locate, (), Setting(), {}))


def _checked(record: Record, desk: Desk) -> Iterator[Finding]:
    own = {waiver.code: waiver.reason for waiver in record.waivers}
    desk = replace(desk, reasons={**desk.reasons, **own}) if own else desk
    for rule in rules_for(type(record)):
        for breach in rule.check(record):
            yield desk.finding(rule.fault, breach)
    paper = Paper(record, content(record), setting_of(record, desk.outer))
    for whole in _paper_rules():
        for breach in whole.check(paper):
            yield desk.finding(whole.fault, breach)
    yield from _text_findings(paper, desk)
    yield from _unknown_waivers(own, desk)
    if paper.content.records:
        yield from _held(paper, desk)


def _text_findings(paper: Paper, desk: Desk) -> Iterator[Finding]:
    verdicts = judge_of(paper.setting).verdicts(paper.content.texts)
    if not verdicts:
        return
    for path, text in paper.located_texts():
        for rule, remark in verdicts.get(text, ()):
            yield desk.remark(rule.fault, path, remark)


def _held(paper: Paper, desk: Desk) -> Iterator[Finding]:
    """Check the records that a record holds, each by its own rules and in its own setting."""
    for path, item in places(paper.record):
        if isinstance(item, Record):
            inner = replace(desk, prefix=(*desk.prefix, *path), outer=paper.setting)
            yield from _checked(item, inner)


def _unknown_waivers(own: Mapping[str, str], desk: Desk) -> Iterator[Finding]:
    known = WAIVABLE | {rule.fault.code for rule in all_rules()} if own else frozenset()
    for code in own:
        if code not in known:
            message = f"没有名为“{code}”的规则"
            yield replace(
                desk.finding(
                    UNKNOWN_WAIVER,
                    Breach(("waivers",), message, "用 docgen explain 查看规则的代码。"),
                ),
                waived=None,
            )
