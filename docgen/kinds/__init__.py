"""Kinds of document: what each is called, what it needs, what it prints.

A kind is one file here, which defines `kind = Kind(...)`. Its template is
`templates/docx/<name>.docx`, its examples are `examples/<name>.*`.
"""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from docgen import discovery
from docgen.errors import UsageError
from docgen.fields import Field
from docgen.findings import Fault
from docgen.records import Record, tree
from docgen.rows import Path
from docgen.vocabulary import Part

ORIGIN = "_path"
"""The key under which a printed passage keeps the record path it was made from."""

ORIGINS = "_paths"
"""The key under which a passage keeps record paths for its entries one by one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about one cell of a roster row, by the role of its column."""

    fault: Fault
    message: str
    hint: str
    role: str


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What the cells of one roster row mean to a kind.

    `data` is nested under identifiers, `roles` tells which column each path came from,
    `names` are the organs and places the row speaks of, in every form a paper may name them.
    """

    data: dict[str, Any]
    roles: Mapping[Path, str]
    names: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterGuide:
    """The usual headings of a kind's roster and what they mean.

    `headings` maps a heading to a field path, or to a role (`@township`) that `interpret` reads.
    `key` is the role that identifies a row, `group` the role of its folder, `titles` the headings
    an empty roster is made with.
    """

    headings: Mapping[str, str]
    interpret: Callable[[Mapping[str, str]], Interpretation]
    key: str
    group: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of document.

    `complete` adds to the clerk's data (under identifiers, not yet checked) what can be known
    without asking; `present` gives the printed extras of a checked record, which `paper`
    describes; `name_of` names the file; `names_of` lists the organs and places it speaks of.
    `drawn_up` are the fields `complete` fills in, the one it decides the others by first.
    """

    name: str
    label: str
    summary: str
    record: type[Record]
    paper: type[Part]
    complete: Callable[[dict[str, Any]], dict[str, Any]]
    present: Callable[[Any], dict[str, object]]
    name_of: Callable[[Any], str]
    names_of: Callable[[Any], tuple[str, ...]]
    drawn_up: tuple[str, ...] = ()
    roster: RosterGuide | None = None
    aliases: tuple[str, ...] = field(default=())

    @property
    def inputs(self) -> Field:
        """The fields a clerk fills in."""
        return tree(self.record)

    @property
    def fields(self) -> Field:
        """Every field a template may print: the clerk's and those docgen computes."""
        return tree(self.record, self.paper)


@cache
def kinds() -> dict[str, Kind]:
    """Give every kind by its name."""
    found = discovery.collect(__name__, "kind")
    return {name: part for name, part in found.items() if isinstance(part, Kind)}


def find_kind(name: "str | Kind") -> Kind:
    """Find a kind by identifier or Chinese name.

    Raises:
        UsageError: when there is none of that name; the message names the nearest.
    """
    if isinstance(name, Kind):
        return name
    known = {word: kind for kind in kinds().values() for word in _words(kind)}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    guess = (
        f"是不是 {known[near[0]].name}（{known[near[0]].label}）？"
        if near
        else "用 docgen kinds 查看有哪些文种。"
    )
    msg = f"没有名为“{name}”的文种。{guess}"
    raise UsageError(msg)


def _words(kind: Kind) -> tuple[str, ...]:
    return (kind.name, kind.label, *kind.aliases)
