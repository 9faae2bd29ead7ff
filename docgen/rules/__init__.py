"""Rules of the field over a record's data: what a careful clerk checks before signing.

A rule is one file. It defines `rule = Rule(...)`; its fault's code is the file's name in
kebab-case. A rule applies to every record that has the fields it needs, whatever its kind.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from docgen import discovery
from docgen.fields import Field, dotted, label_path
from docgen.findings import Fault, Finding, Severity, Source
from docgen.records import Record
from docgen.rows import Path

UNKNOWN_WAIVER = Fault(
    code="unknown-waiver",
    title="豁免了不存在的规则",
    why="规则的代码写错了，豁免不起作用。",
    faulty='豁免：[{"规则": "copy-differ", "理由": "…"}]',
    sound='豁免：[{"规则": "copies-differ", "理由": "另有一份存档案馆"}]',
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach of a rule: where, what, and what to do."""

    path: Path
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its fault, the record fields it needs, and the check itself."""

    fault: Fault
    needs: tuple[str, ...]
    check: Callable[[Any], Iterable[Breach]]


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule there is."""
    found = discovery.collect(__name__, "rule").values()
    return tuple(part for part in found if isinstance(part, Rule))


@cache
def rules_for(model: type[Record]) -> tuple[Rule, ...]:
    """Give the rules that apply to a record model."""
    return tuple(rule for rule in rules() if set(rule.needs) <= set(model.model_fields))


def apply(
    record: Record, root: Field, locate: Callable[[Path], Source | None]
) -> Iterator[Finding]:
    """Check a record by every rule that applies; waived findings carry the reason."""
    reasons = {waiver.code: waiver.reason for waiver in record.waivers}
    for rule in rules_for(type(record)):
        for breach in rule.check(record):
            finding = rule.fault.finding(
                breach.message,
                breach.hint,
                path=dotted(breach.path),
                label=label_path(root, breach.path),
                source=locate(breach.path),
            )
            yield replace(finding, waived=reasons.get(rule.fault.code))
    yield from _unknown_waivers(reasons, locate)


def _unknown_waivers(
    reasons: Iterable[str], locate: Callable[[Path], Source | None]
) -> Iterator[Finding]:
    known = WAIVABLE | {rule.fault.code for rule in rules()} if reasons else frozenset()
    for code in reasons:
        if code not in known:
            yield UNKNOWN_WAIVER.finding(
                f"没有名为“{code}”的规则",
                "用 docgen explain 查看规则的代码。",
                path="waivers",
                label="豁免",
                source=locate(("waivers",)),
            )


WAIVABLE = frozenset({"foreign-name"})
"""Codes found elsewhere than by a rule that may be waived all the same."""
