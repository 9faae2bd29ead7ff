"""The plan of a batch: a roster as jobs, one a row.

The roster is walked as often as needed and never held in memory; what is kept of a row is who it
is (`Entry`).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from docgen.batches.columns import Columns, match
from docgen.batches.meanings import Interpreter, Meant
from docgen.batches.picking import Pattern, Pick, Picker
from docgen.findings import Fault, Finding, Source, has_errors
from docgen.kindless import names_in
from docgen.kinds import Kind
from docgen.organs import area_name
from docgen.records import read
from docgen.records.items import paths, settled
from docgen.records.values import same_name
from docgen.rows import NO_ROWS, Roster, Row

EMPTY_KEY = Fault(
    code="empty-key",
    title="这一行没有编码",
    why="每一行靠编码认出；没有编码，再次运行时就对不上是哪一份。",
    faulty="区划代码：（空）",
    sound="区划代码：410526101201",
)
CODE = "区划代码"
TOWNSHIP = "乡镇"
"""The headings by which a roster is keyed and its documents sorted, where no kind says so."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked of the plan beside kind and roster."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    key: str | None = None
    name: str | None = None
    group_by: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Who a row is: `key` is empty where the row has none of its own, `title` what it is about.

    `line` is its line in the clerk's program; `picked` what its file name is made of.
    """

    key: str
    group: str
    title: str
    source: Source
    key_source: Source
    title_source: Source
    picked: Mapping[str, str]
    hash: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A roster understood: its entries, the names in it, and its jobs whenever they are needed.

    `findings` concern the table as a whole.
    """

    kind: Kind
    roster: Roster
    columns: Columns | None
    interpreter: Interpreter
    entries: tuple[Entry, ...]
    names: frozenset[str]
    pattern: Pattern | None
    findings: tuple[Finding, ...]

    def rows(self) -> Iterator[Row]:
        """Walk the rows as the press reads them."""
        for entry, row in zip(self.entries, self.roster.rows, strict=True):
            found = self.interpreter.read(row).row
            yield replace(found, findings=(*found.findings, *entry.findings))

    @property
    def key_heading(self) -> str:
        """What the ledger calls the key."""
        return "区划代码" if self._has_codes else "标识"

    @property
    def _has_codes(self) -> bool:
        if self.kind.root is not None:
            return any(same_name(heading) == CODE for heading in self.roster.headings)
        guide = self.kind.roster
        columns = self.columns
        return bool(guide and columns and columns.heading_of(guide.key))


def make_plan(kind: Kind, roster: Roster, options: Options, common: Row | None) -> Plan:
    """Walk the roster once and tell who every row is.

    Raises:
        UsageError: when an option names a column or field that does not exist.
    """
    used = [name for name in (options.key, options.group_by) if name]
    used += [] if kind.root is None else [CODE, TOWNSHIP]
    columns = match(kind, roster, options.mapping, used) if roster.headings else None
    interpreter = Interpreter(kind, columns, options.mapping)
    picker = Picker(kind, roster.headings, common)
    survey = _Survey(kind, columns, picker, options)
    entries: tuple[Entry, ...] = ()
    own: tuple[Finding, ...] = ()
    if not has_errors(roster.findings):
        entries = tuple(survey.entry(row, interpreter.read(row)) for row in roster.rows)
        own = () if entries else (_nothing(roster),)
    return Plan(
        kind=kind,
        roster=roster,
        columns=columns,
        interpreter=interpreter,
        entries=entries,
        names=frozenset(survey.names),
        pattern=survey.pattern,
        findings=(*roster.findings, *(columns.findings if columns else ()), *own),
    )


def _nothing(roster: Roster) -> Finding:
    source = Source(file=roster.file, sheet=roster.sheet)
    hint = "在列名下面每行填一个单位，存盘，再运行一次。"
    return NO_ROWS.finding("名册里一行也没有", hint, source=source)


class _Survey:
    """One walk over a roster; collects names as it goes."""

    def __init__(
        self, kind: Kind, columns: Columns | None, picker: Picker, options: Options
    ) -> None:
        self.names: set[str] = set()
        self.pattern = None if options.name is None else picker.pattern(options.name)
        self._kind = kind
        self._headings = picker.headings
        self._guide = kind.roster
        self._columns = columns
        self._key_heading = options.key or self._code_heading()
        self._key = picker.find(self._key_heading, "--key") if self._key_heading else None
        self._group = self._group_pick(picker, options.group_by)

    def _code_heading(self) -> str | None:
        if self._kind.root is not None:
            return self._usual(CODE)
        if self._columns is None or self._guide is None:
            return None
        return self._columns.heading_of(self._guide.key)

    def _group_pick(self, picker: Picker, group_by: str | None) -> Pick | None:
        if group_by is not None:
            return picker.find(group_by, "--group-by")
        if self._kind.root is not None:
            usual = self._usual(TOWNSHIP)
            return picker.find(usual, "--group-by") if usual else None
        guide = self._guide
        return None if guide is None else lambda row, meant: meant.roles.get(guide.group, "")

    def _usual(self, name: str) -> str | None:
        """Give the heading that a table without a kind has, if it is one of the usual ones."""
        return next((h for h in self._headings if same_name(h) == name), None)

    def entry(self, row: Row, meant: Meant) -> Entry:
        self.names.update(meant.names or organ_names(self._kind, meant.row))
        key = self._key(row, meant) if self._key else self._own_code(meant)
        source = row.locate(())
        key_source = row.locate((self._key_heading,)) if self._key_heading else source
        return Entry(
            key=key,
            group=self._group(row, meant) if self._group else "",
            title=meant.title,
            source=source,
            key_source=key_source,
            title_source=meant.title_source,
            picked=self.pattern.values(row, meant) if self.pattern else {},
            hash=row_hash(meant.row),
            findings=() if key or not self._key else (self._no_key(key_source),),
        )

    def _own_code(self, meant: Meant) -> str:
        return "" if self._guide is None else meant.roles.get(self._guide.key, "")

    def _no_key(self, source: Source) -> Finding:
        message = f"“{self._key_heading}”没有填写，认不出是哪一行"
        return EMPTY_KEY.finding(message, f"填写{self._key_heading}，每行各不相同。", source=source)


def organ_names(kind: Kind, row: Row) -> tuple[str, ...]:
    """Give the organs a row names in its own fields, and their places."""
    found: list[str] = []
    data = settled(read(kind.inputs, row).data)
    if kind.root is not None:
        return names_in(data) if isinstance(data, dict) else ()
    for path, value in paths(data):
        if "organs" in path and (path[-1] == "name" or path[-2:-1] == ("organs",)):
            found += (str(value), area_name(str(value)))
    return tuple(found)


def row_hash(row: Row) -> str:
    """Give a hash of what a row says, whatever its place in the roster."""
    text = json.dumps(row.data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def line_name(entry: Entry, index: int) -> str:
    """Name a row as the clerk finds it: 第12行."""
    return f"第{entry.source.line}行" if entry.source.line else f"第{index + 1}条"
