"""Data under identifiers, with the way back to the clerk's own line or cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.findings import Finding, Source
from docgen.records.items import laid_over
from docgen.rows import Locator, Nowhere, Path

Places = dict[Path, tuple[Locator, Path]]


@dataclass(frozen=True, slots=True)
class Named:
    """Data under identifiers, and for every path the place it came from.

    `empties` are the places where a field stands and nothing is written.
    """

    data: dict[str, object]
    sources: Mapping[Path, tuple[Locator, Path]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    base: Locator = field(default_factory=Nowhere)
    empties: Mapping[Path, tuple[Locator, Path]] = field(default_factory=dict)

    def locate(self, path: Path) -> Source | None:
        """Tell where the value at an identifier path came from, or its nearest ancestor."""
        here = path
        while here and here not in self.sources and here not in self.empties:
            here = here[:-1]
        known = self.sources.get(here) or self.empties.get(here)
        locator, raw = known or (self.base, ())
        source = locator(raw)
        return None if source == Source() else source


def merge(common: Named, row: Named) -> Named:
    """Lay a row over the common data of its batch: what the row says wins, lists as a whole."""
    return Named(
        data=laid_over(common.data, row.data),
        sources={**_kept(common.sources, row.data), **row.sources},
        findings=(*common.findings, *row.findings),
        base=row.base,
        empties={**common.empties, **row.empties},
    )


def _kept(
    sources: Mapping[Path, tuple[Locator, Path]], data: dict[str, object]
) -> Mapping[Path, tuple[Locator, Path]]:
    """Give the sources of the common data that a row's own lists do not replace."""
    lists = [path for path in _lists(data) if path in sources]
    if not lists:
        return sources
    return {
        path: source
        for path, source in sources.items()
        if not any(path[: len(whole)] == whole for whole in lists)
    }


def _lists(value: object, path: Path = ()) -> Iterator[Path]:
    """Walk the lists that a row gives whole: nothing of the common list is left below them."""
    if isinstance(value, list):
        yield path
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _lists(inner, (*path, name))
