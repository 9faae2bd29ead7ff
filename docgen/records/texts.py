"""Everything a record says, in the order of its fields: its texts, its parts, the records in it.

The walk is made for every record of a batch, so it keeps no paths; where something was found
wrong, `places` walks once more and tells each text's path.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen.records.model import Loose, Record, Waiver
from docgen.rows import Path
from docgen.vocabulary import LegalBasis, Part

_PARTS: set[type] = set()
_SILENT: set[type] = {type(None), bool, int, float, Waiver}


@dataclass(frozen=True, slots=True)
class Content:
    """What a record says: its texts, its parts, and the records it holds, which speak themselves.

    A cited law is one text, as it is printed. Parts are kept by their type.
    """

    texts: list[str] = field(default_factory=list)
    parts: defaultdict[type, list[Part]] = field(default_factory=lambda: defaultdict(list))
    records: list[Record] = field(default_factory=list)


def content(record: Part) -> Content:
    """Give everything a record says."""
    found = Content()
    _gather(_said(record).values(), found.texts, found)
    return found


def _said(record: Part) -> Mapping[str, object]:
    """Give what a record says by its fields; one without a kind has its own."""
    return record.contents if isinstance(record, Loose) else record.__dict__


def _gather(values: Iterable[object], texts: list[str], found: Content) -> None:
    for value in values:
        type_ = type(value)
        if type_ is str:
            texts.append(value)  # type: ignore[arg-type] # mypy does not follow `type() is`
        elif type_ in _SILENT:
            continue
        elif type_ is list:
            if value:
                _gather(value, texts, found)  # type: ignore[arg-type]
        elif type_ in _PARTS:
            found.parts[type_].append(value)  # type: ignore[arg-type]
            _gather(value.__dict__.values(), texts, found)
        else:
            _gather_rare(value, found)


def _gather_rare(value: object, found: Content) -> None:
    """Take what is met seldom, and learn the types that are met often."""
    if isinstance(value, Record):
        found.records.append(value)
    elif isinstance(value, LegalBasis):
        found.parts[type(value)].append(value)
        found.texts.append(value.text)
    elif isinstance(value, Part):
        _PARTS.add(type(value))
        _gather([value], found.texts, found)
    elif isinstance(value, tuple):
        _gather(value, found.texts, found)
    elif isinstance(value, dict):
        _gather(value.values(), found.texts, found)
    else:
        _SILENT.add(type(value))


def places(record: Part) -> Iterator[tuple[Path, object]]:
    """Walk as `content` does, and give each text, part and record with its path."""
    for name, value in _said(record).items():
        yield from _places((name,), value)


def _places(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if type(value) is str or isinstance(value, Record):
        yield path, value
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _places((*path, index), item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _places((*path, name), inner)
    elif isinstance(value, Part) and not isinstance(value, Waiver):
        yield path, value
        if isinstance(value, LegalBasis):
            yield (*path, "name"), value.text
            return
        for name, inner in value.__dict__.items():
            yield from _places((*path, name), inner)
