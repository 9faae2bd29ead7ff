"""From the clerk's words to identifiers and values.

Walks a row's data beside the field tree: a label or identifier becomes the identifier, a dotted
heading becomes nested data, text of a textual row becomes a number, a date or a choice. What has
no place in the tree is a finding; nothing is dropped in silence.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.errors import UsageError
from docgen.fields import Field, FieldType, dotted, label_path
from docgen.findings import Fault, Finding, Source
from docgen.records.values import WRONG_TYPE, parse_scalar, same_name, scalar_fits
from docgen.rows import Locator, Nowhere, Path, Row
from docgen.vocabulary import Blank

UNKNOWN_FIELD = Fault(
    code="unknown-field",
    title="没有这个字段",
    why="写错名字的字段不会印到纸上，应填的内容就丢了。",
    faulty="标体：白道口镇责任书",
    sound="标题：白道口镇责任书",
)
DUPLICATE_FIELD = Fault(
    code="duplicate-field",
    title="同一字段写了两次",
    why="中文名和英文名指的是同一个字段，两个值只能印一个，不知道该信哪个。",
    faulty="年度：2026，又写 year：2025",
    sound="只写 年度：2026",
)
SCHEMA_KEY = "$schema"
COMMENT = "//"
STEP = re.compile(r"\[(\d+)\]|([^.·\[\]]+)")


@dataclass(frozen=True, slots=True)
class Named:
    """Data under identifiers, and for every path the place it came from."""

    data: dict[str, object]
    sources: Mapping[Path, tuple[Locator, Path]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    base: Locator = field(default_factory=Nowhere)

    def locate(self, path: Path) -> Source | None:
        """Tell where the value at an identifier path came from, or its nearest ancestor."""
        here = path
        while here and here not in self.sources:
            here = here[:-1]
        locator, raw = self.sources.get(here, (self.base, ()))
        source = locator(raw)
        return None if source == Source() else source


class _Reading:
    """One walk over one row; collects sources and findings as it goes."""

    def __init__(self, root: Field, row: Row) -> None:
        self.root = root
        self.row = row
        self.sources: dict[Path, tuple[Locator, Path]] = {}
        self.findings: list[Finding] = []

    def remark(self, fault: Fault, raw: Path, path: Path, message: str, hint: str) -> None:
        source = self.row.locate(raw)
        self.findings.append(
            fault.finding(
                message,
                hint,
                path=dotted(path),
                label=label_path(self.root, path),
                source=None if source == Source() else source,
            )
        )

    def value(self, value: object, known: Field | None, raw: Path, path: Path) -> object:
        self.sources[path] = (self.row.locate, raw)
        blank = Blank.declared(value) if known is None or _takes_blank(known, value) else None
        if blank is not None:
            return blank
        if known is None:
            return value
        if isinstance(value, dict):
            return self.mapping(value, known, raw, path)
        if isinstance(value, list | tuple):
            return self.sequence(value, known, raw, path)
        return self.scalar(value, known, raw, path)

    def mapping(self, value: dict[str, object], known: Field, raw: Path, path: Path) -> object:
        if known.type is not FieldType.OBJECT:
            self.wrong(value, known, raw, path)
            return value
        named: dict[str, object] = {}
        for name, inner in value.items():
            # A program may hand over keys that are no text; they name no field.
            if not str(name).startswith(COMMENT):
                self.entry(named, str(name), inner, known, (*raw, name), path)
        return named

    def entry(
        self,
        named: dict[str, object],
        name: str,
        value: object,
        known: Field,
        raw: Path,
        path: Path,
    ) -> None:
        """Put one named value where it belongs, unless the name is unknown or said before."""
        child = known.child(name) or known.child(same_name(name))
        if child is None and STEP.fullmatch(name) is None and (steps := split_path(name)):
            self.deep_entry(named, steps, value, known, raw, path)
            return
        if child is None or child.computed:
            self.unknown(name, known, child, raw, path)
            return
        here = (*path, child.name)
        if child.name in named:
            self.remark(
                DUPLICATE_FIELD,
                raw,
                here,
                f"“{name}”写了两次",
                "同一字段只留一处，中文名或英文名皆可。",
            )
            return
        if not _is_empty(value):
            named[child.name] = self.value(value, child, raw, here)
        elif child.required:
            self.sources[here] = (self.row.locate, raw)

    def deep_entry(
        self,
        named: dict[str, object],
        steps: list[str | int],
        value: object,
        known: Field,
        raw: Path,
        path: Path,
    ) -> None:
        """Put a value under a dotted heading: `乙方.代表.姓名`, `控制指标[0].数值`."""
        here: Field | None = known
        identifiers: list[str | int] = []
        for step in steps:
            if here is None:
                break
            if isinstance(step, int):
                here = here.item if here.type is FieldType.LIST else None
            else:
                here = here.child(step)
            identifiers.append(here.name if here and isinstance(step, str) else step)
        if here is None or here.computed:
            self.unknown(dotted(tuple(steps)), known, here, raw, path)
            return
        full = (*path, *identifiers)
        if _holds(named, identifiers):
            hint = "同一字段只留一处，中文名或英文名皆可。"
            self.remark(DUPLICATE_FIELD, raw, full, f"“{dotted(tuple(steps))}”写了两次", hint)
            return
        if _is_empty(value):
            self.sources[full] = (self.row.locate, raw)
            return
        _put(named, identifiers, self.value(value, here, raw, full))

    def unknown(self, name: str, known: Field, child: Field | None, raw: Path, path: Path) -> None:
        near = known.nearest(name)
        if child is not None:
            hint = f"“{child.label}”由系统生成，不用填写，请删去。"
        elif near is not None:
            hint = f"是不是“{near.label}”（{near.name}）？"
        else:
            hint = "删去它，或用 docgen kinds 查看可填的字段。"
        self.remark(UNKNOWN_FIELD, raw, (*path, name), f"没有“{name}”这个字段", hint)

    def sequence(self, value: object, known: Field, raw: Path, path: Path) -> object:
        assert isinstance(value, list | tuple)
        if known.type is not FieldType.LIST:
            self.wrong(value, known, raw, path)
            return value
        return [
            self.value(item, known.item, (*raw, index), (*path, index))
            for index, item in enumerate(value)
        ]

    def scalar(self, value: object, known: Field, raw: Path, path: Path) -> object:
        if self.row.textual and isinstance(value, str):
            value = parse_scalar(value, known)
        if known.type is FieldType.CHOICE and isinstance(value, str):
            value = next((v for v, label in known.choices if value.strip() in (v, label)), value)
        if not scalar_fits(value, known):
            self.wrong(value, known, raw, path)
        return value

    def wrong(self, value: object, known: Field, raw: Path, path: Path) -> None:
        message, hint = WRONG_TYPE.say(label_path(self.root, path), value, known)
        self.remark(WRONG_TYPE.fault, raw, path, message, hint)


def read(root: Field, row: Row) -> Named:
    """Read a row by a field tree: labels become identifiers, texts become values.

    Never raises for bad data: every fault is a finding at its place.
    """
    reading = _Reading(root, row)
    data = {name: value for name, value in row.data.items() if name != SCHEMA_KEY}
    named = reading.mapping(data, root, (), ())
    assert isinstance(named, dict)
    return Named(named, reading.sources, (*row.findings, *reading.findings), row.locate)


def merge(common: Named, row: Named) -> Named:
    """Lay a row over the common data of its batch: what the row says wins, lists as a whole."""
    return Named(
        data=_merged(common.data, row.data),
        sources={**common.sources, **row.sources},
        findings=(*common.findings, *row.findings),
        base=row.base,
    )


def _merged(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    merged = dict(below)
    for name, value in above.items():
        known = merged.get(name)
        if isinstance(value, dict) and isinstance(known, dict):
            merged[name] = _merged(known, value)
        elif isinstance(value, Items) and isinstance(known, list):
            merged[name] = value.laid_over(known)
        else:
            merged[name] = value
    return merged


class Items(dict[int, object]):
    """List items known by position alone, as a heading like `控制指标[0].数值` gives them."""

    def laid_over(self, items: list[object]) -> list[object]:
        """Give `items` with these laid over them."""
        laid = list(items)
        for position, value in sorted(self.items()):
            if position < len(laid):
                known = laid[position]
                both = isinstance(known, dict) and isinstance(value, dict)
                laid[position] = _merged(known, value) if both else value  # type: ignore[arg-type] # `both` says so
            else:
                laid.append(value)
        return laid


def settled(data: object) -> object:
    """Turn items known by position into plain lists, once nothing more is laid over them."""
    if isinstance(data, Items):
        return [settled(value) for _, value in sorted(data.items())]
    if isinstance(data, dict):
        return {name: settled(value) for name, value in data.items()}
    return data


def split_path(name: str) -> list[str | int]:
    """Split a dotted heading into its steps; empty when it is not one."""
    if "".join(match.group() for match in STEP.finditer(name)) != re.sub(r"[.·]", "", name):
        return []
    return [int(m[1]) if m[1] else m[2].strip() for m in STEP.finditer(name)]


def _put(named: dict[str, object], path: list[str | int], value: object) -> None:
    here: dict[str | int, object] = named  # type: ignore[assignment] # Items has int keys
    for step, following in itertools.pairwise(path):
        fresh: object = Items() if isinstance(following, int) else {}
        inner = here.setdefault(step, fresh)
        if not isinstance(inner, dict):
            msg = f"列名 {dotted(tuple(path))} 与另一列冲突。两列只留一列。"
            raise UsageError(msg)
        here = inner
    here[path[-1]] = value


def _holds(named: dict[str, object], path: list[str | int]) -> bool:
    here: object = named
    for step in path:
        if not isinstance(here, dict) or step not in here:
            return False
        here = here[step]
    return True


def _takes_blank(known: Field, value: object) -> bool:
    """True when a declared blank may be meant: a text is only one where blanks are allowed."""
    return known.may_be_blank or isinstance(value, dict | Blank)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def paths(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Walk every scalar below `value` with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))
    else:
        yield path, value
