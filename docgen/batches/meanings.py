"""Meanings: one roster row, from the clerk's columns to the fields of a kind.

What a kind reads from several cells together (乡镇 and 村名 make two parties) is laid beside the
cells that are fields themselves; every value still knows its own cell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.batches.columns import Columns, meaning
from docgen.fields import dotted
from docgen.findings import Finding, Source
from docgen.kinds import Interpretation, Kind
from docgen.records.values import same_name
from docgen.rows import Locator, Path, Row

SAMPLE = "某某村"
"""Stands in for an empty cell where only its column's meaning is asked for."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The locator of a row whose names were changed: `headings` tells what each was before."""

    base: Locator
    headings: Mapping[str, str]

    def __call__(self, path: Path) -> Source:
        """Give the source of `path` under the name that the clerk wrote."""
        if path and path[0] in self.headings:
            return self.base((self.headings[str(path[0])], *path[1:]))
        return self.base(path)


@dataclass(frozen=True, slots=True)
class Meant:
    """A row under identifiers, what its roles say, and the names of organs and places in it."""

    row: Row
    roles: Mapping[str, str]
    names: tuple[str, ...]
    title: str
    title_source: Source


class Interpreter:
    """Reads the rows of one roster; `columns` is None for nested rows, whose names vary."""

    def __init__(self, kind: Kind, columns: Columns | None, mapping: Mapping[str, str]) -> None:
        """Keep what each column means."""
        self._kind = kind
        self._columns = columns
        self._mapping = {same_name(name): to for name, to in mapping.items()}
        self._roles: dict[str, str] = {}

    def read(self, row: Row) -> Meant:
        """Lay one row out under the identifiers of the kind."""
        roles, data, headings = self._table(row) if self._columns else self._nested(row)
        cells = {role: _text(row.data.get(heading)) for role, heading in roles.items()}
        meant, vacant = interpreted(self._kind, cells)
        open_names = {name: role for path, role in vacant.items() for name in _objects(path)}
        # What is open comes first: a party without its organ may still have a representative.
        data = dict.fromkeys(open_names) | data
        headings = {name: roles[role] for name, role in open_names.items()} | headings
        for name, value in _leaves(meant.data):
            data[name] = value
            headings[name] = roles.get(_role_of(meant, name), name)
        locate = Headed(row.locate, headings)
        remarks = tuple(_findings(meant, roles, row))
        found = replace(row, data=data, locate=locate, findings=(*row.findings, *remarks))
        title = _title(meant, self._shared())
        heading = roles.get(meant.roles[title], "") if title else ""
        return Meant(
            row=found,
            roles=cells,
            names=meant.names,
            title=_at(meant.data, title) if title else "",
            title_source=row.locate((heading,) if heading else ()),
        )

    def _shared(self) -> tuple[str, ...]:
        """The roles that many rows share, or that are no names."""
        guide = self._kind.roster
        return (guide.key, guide.group) if guide else ()

    def _table(self, row: Row) -> tuple[dict[str, str], dict[str, object], dict[str, str]]:
        assert self._columns is not None
        roles = {role: heading for heading, role in self._columns.roles.items()}
        fields = self._columns.fields
        data = {path: row.data.get(heading) for heading, path in fields.items()}
        return roles, data, {path: heading for heading, path in fields.items()}

    def _nested(self, row: Row) -> tuple[dict[str, str], dict[str, object], dict[str, str]]:
        roles: dict[str, str] = {}
        data: dict[str, object] = {}
        headings: dict[str, str] = {}
        for name, value in row.data.items():
            role = self._role(name)
            if role.startswith("@"):
                roles[role] = name
            elif role:
                data[role] = value
                headings[role] = name
        return roles, data, headings

    def _role(self, name: str) -> str:
        """Tell under which name a nested value goes on; its own when it is no role."""
        if name not in self._roles:
            wanted = self._mapping.get(same_name(name))
            target = meaning(self._kind, name, {} if wanted is None else {name: wanted})
            known = target is not None and (wanted is not None or target.startswith("@"))
            self._roles[name] = str(target) if known else name
        return self._roles[name]


def interpreted(kind: Kind, cells: Mapping[str, str]) -> tuple[Interpretation, Mapping[Path, str]]:
    """Read the cells of one row by their roles; also tell which paths its empty cells leave open.

    An empty cell must not shift the meaning of its neighbours: without its village, a township
    would become the side that takes the responsibility.
    """
    nothing = Interpretation({}, {})
    if kind.roster is None:
        return nothing, {}
    given = {role: text for role, text in cells.items() if text}
    meant = kind.roster.interpret(given) if given else nothing
    empty = cells.keys() - given.keys()
    if not empty:
        return meant, {}
    whole = kind.roster.interpret({role: text or SAMPLE for role, text in cells.items()})
    paths = {role: path for path, role in whole.roles.items()}
    if any(paths.get(role, path) != path for path, role in meant.roles.items()):
        meant = _without(whole, empty, meant.names)
    vacant = {path: role for path, role in whole.roles.items() if role in empty}
    return meant, {path: role for path, role in vacant.items() if path not in meant.roles}


def _without(whole: Interpretation, empty: set[str], names: tuple[str, ...]) -> Interpretation:
    roles = {path: role for path, role in whole.roles.items() if role not in empty}
    kept = {path[0] for path in roles}
    remarks = tuple(remark for remark in whole.remarks if remark.role not in empty)
    data = {name: value for name, value in whole.data.items() if name in kept}
    return Interpretation(data, roles, names, remarks)


def _objects(path: Path) -> Iterator[str]:
    """Name the objects above a path, from the outermost: party_b, party_b.organs."""
    steps: list[str] = []
    for step in path:
        if not isinstance(step, str):
            return
        steps.append(step)
        yield ".".join(steps)


def _leaves(data: Mapping[str, object], path: Path = ()) -> Iterator[tuple[str, object]]:
    """Take nested data apart as far as its objects go, so that it can lie beside other cells."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))
        else:
            yield dotted((*path, name)), value


def _role_of(meant: Interpretation, name: str) -> str:
    return next((role for path, role in meant.roles.items() if dotted(path).startswith(name)), "")


def _findings(meant: Interpretation, roles: Mapping[str, str], row: Row) -> Iterator[Finding]:
    for remark in meant.remarks:
        source = row.locate((roles[remark.role],))
        yield remark.fault.finding(remark.message, remark.hint, source=source)


def _title(meant: Interpretation, shared: tuple[str, ...]) -> Path:
    """Find what the row is about: the last thing it names that is not its folder."""
    paths = list(meant.roles.items())
    chosen = [path for path, role in paths if role not in shared] or [path for path, _ in paths]
    return chosen[-1] if chosen else ()


def _at(data: object, path: Path) -> str:
    for step in path:
        data = data[step]  # type: ignore[index] # the kind gives the path beside its data
    return str(data)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
