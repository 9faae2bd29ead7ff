"""Kinds of document: what each is called, what it needs, what it prints.

A kind is one file here, which defines `kind = Kind(...)`. Its template is
`templates/docx/<name>.docx`, its examples are `examples/<name>.*`. Other packages bring kinds by
entry points of the group `docgen.kinds`, a user keeps his own in the folder `$DOCGEN_KINDS`;
their files stand beside them, in `templates/`, `texts/` and `examples/`.
"""

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from docgen import discovery, guests
from docgen.errors import FileError, UsageError
from docgen.fields import Field
from docgen.findings import Fault
from docgen.library import kinds_folder, schema_titled
from docgen.records import Record, tree
from docgen.rows import Path
from docgen.vocabulary import Part

ENTRY_POINTS = "docgen.kinds"
"""The group of entry points by which other packages bring kinds."""

LONGEST_NAME = 40
"""More of a wrong name is not repeated to whoever wrote it."""

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
    `home` is the folder where a kind from outside has its files, `edition` changes when it does;
    docgen sets both. `root` are the fields of a template that belongs to no kind; such a kind has
    no name and is never registered.
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
    home: FilePath | None = None
    edition: str = ""
    root: Field | None = None

    @property
    def inputs(self) -> Field:
        """The fields a clerk fills in."""
        return self.root or tree(self.record)

    @property
    def fields(self) -> Field:
        """Every field a template may print: the clerk's and those docgen computes."""
        return self.root or tree(self.record, self.paper)


@cache
def own_kinds() -> dict[str, Kind]:
    """Give every kind that comes with docgen by its name."""
    found = discovery.collect(__name__, "kind")
    return {name: part for name, part in found.items() if isinstance(part, Kind)}


@cache
def own_kind(name: str) -> Kind | None:
    """Give the kind of that identifier that comes with docgen, and load no other."""
    known = name in discovery.names(__name__)
    part = discovery.load(__name__, name, "kind") if known else None
    return part if isinstance(part, Kind) else None


@cache
def guest_kinds() -> dict[str, Kind]:
    """Give every kind that other packages and the user's own folder bring.

    Raises:
        FileError: when one cannot be loaded, is no kind, or takes the name of another.
    """
    folder = kinds_folder()
    brought = [*guests.from_packages(ENTRY_POINTS, "kind")]
    brought += guests.from_folder(folder, "kind") if folder else []
    taken = {word for kind in own_kinds().values() for word in _words(kind)}
    found: dict[str, Kind] = {}
    for guest in brought:
        kind = _received(guest, taken)
        taken.update(_words(kind))
        found[kind.name] = kind
    return found


def _received(guest: guests.Guest, taken: Collection[str]) -> Kind:
    """Take in a kind from outside, unless it is none or stands in for another."""
    kind = guest.part
    if not isinstance(kind, Kind) or kind.name != guest.name:
        what = f"名称是 {kind.name}" if isinstance(kind, Kind) else "不是 Kind"
        msg = f"{guest.bringer} 里的“{guest.name}”{what}。改成同名的 Kind，再运行一次。"
        raise FileError(msg)
    clash = next((word for word in _words(kind) if word in taken), None)
    if clash:
        msg = f"{guest.bringer} 里的文种“{clash}”与已有的文种同名。换一个名称，再运行一次。"
        raise FileError(msg)
    return replace(kind, home=guest.home, edition=guest.edition)


def kinds() -> dict[str, Kind]:
    """Give every kind by its name, docgen's own first.

    Raises:
        FileError: when a kind from outside cannot be loaded.
    """
    return {**own_kinds(), **guest_kinds()}


def registered(name: str) -> Kind | None:
    """Give the kind of that identifier; kinds from outside are looked at last."""
    return own_kind(name) or guest_kinds().get(name)


def find_kind(name: "str | Kind") -> Kind:
    """Find a kind by identifier or Chinese name.

    Raises:
        UsageError: when there is none of that name; the message names the nearest.
        FileError: when it may be one from outside, and such a one cannot be loaded.
    """
    if isinstance(name, Kind):
        return name
    # To load every kind takes longer than to check a paper.
    likely = own_kind(name) or own_kind(schema_titled(name))
    if likely and name in _words(likely):
        return likely
    for known in (own_kinds, guest_kinds):
        found = next((kind for kind in known().values() if name in _words(kind)), None)
        if found:
            return found
    words = {word: kind for kind in kinds().values() for word in _words(kind)}
    near = difflib.get_close_matches(name, words, n=1, cutoff=0.5)
    guess = (
        f"是不是 {words[near[0]].name}（{words[near[0]].label}）？"
        if near
        else "用 docgen kinds 查看有哪些文种。"
    )
    msg = f"没有名为“{name[:LONGEST_NAME]}”的文种。{guess}"
    raise UsageError(msg)


def _words(kind: Kind) -> tuple[str, ...]:
    return (kind.name, kind.label, *kind.aliases)
