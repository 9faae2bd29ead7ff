"""From the clerk's words to identifiers and values.

Walks a row's data beside the field tree: a label or identifier becomes the identifier, a dotted
heading becomes nested data, text of a textual row becomes a number, a date or a choice. What has
no place in the tree is a finding; nothing is dropped in silence.
"""

import re
from collections.abc import Mapping

from pydantic_core import PydanticCustomError

from docgen.fields import Field, FieldType, dotted, label_path
from docgen.findings import Fault, Finding, Source
from docgen.records.items import Step, holds, put
from docgen.records.named import Named, Places
from docgen.records.open_fields import UNUSED_FIELD, day_of, meant
from docgen.records.validation import IMPOSSIBLE_VALUE
from docgen.records.values import WRONG_TYPE, described, parse_scalar, same_name, scalar_fits
from docgen.rows import TOO_DEEP, Path, Row
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
DEEPEST = 40
ONE_PLACE = "同一字段只留一处，中文名或英文名皆可。"
SCHEMA_KEY = "$schema"
COMMENT = "//"
STEP = re.compile(r"\[(\d+)\]|([^.·\[\]]+)")


class _Reading:
    """One walk over one row; collects sources and findings as it goes."""

    def __init__(self, root: Field, row: Row) -> None:
        self.root = root
        self.row = row
        self.sources: Places = {}
        self.empties: Places = {}
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

    def value(self, value: object, known: Field, raw: Path, path: Path) -> object:
        self.sources[path] = (self.row.locate, raw)
        blank = Blank.declared(value)
        if blank is not None:
            # What is left open in a date's place is a date, whatever word declares it.
            return Blank("日期") if known.type is FieldType.DATE else blank
        if isinstance(value, dict | list | tuple) and len(path) > DEEPEST:
            self.remark(TOO_DEEP, raw, path, f"这一处套了{len(path)}层", "把内容移到上一层。")
            return None
        if isinstance(value, dict):
            return self.group(value, known, raw, path)
        if isinstance(value, list | tuple):
            return self.sequence(value, known, raw, path)
        return self.scalar(value, known, raw, path)

    def group(self, value: dict[str, object], known: Field, raw: Path, path: Path) -> object:
        if known.type is FieldType.OBJECT:
            return self.mapping(value, known, raw, path)
        if known.type is FieldType.ANY:
            named = ((str(name), inner) for name, inner in value.items())
            return {name: self.value(v, known, (*raw, name), (*path, name)) for name, v in named}
        self.wrong(value, known, raw, path)
        return {}

    def mapping(
        self, value: Mapping[str, object], known: Field, raw: Path, path: Path
    ) -> dict[str, object]:
        named: dict[str, object] = {}
        deep: list[tuple[str, list[Step], object]] = []
        for key, inner in value.items():
            name = str(key)
            child = _child(known, name)
            if name.startswith(COMMENT):
                continue
            if child is None and len(steps := split_path(name)) > 1:
                deep.append((name, steps, inner))
            elif child is None or child.computed:
                self.unknown(name, known, child, (*raw, name), path)
            else:
                self.entry(named, inner, child, (*raw, name), path)
        # Dotted names fill in what the plain ones left, whichever the file says first.
        for name, steps, inner in deep:
            self.deep_entry(named, steps, inner, known, (*raw, name), path)
        return named

    def entry(
        self, named: dict[str, object], value: object, child: Field, raw: Path, path: Path
    ) -> None:
        """Put one named value where it belongs, unless it was said before."""
        here = (*path, child.name)
        if child.name in named:
            self.remark(DUPLICATE_FIELD, raw, here, f"“{raw[-1]}”写了两次", ONE_PLACE)
        elif _is_empty(value):
            self.empty(value, child, raw, here)
        else:
            named[child.name] = self.value(value, child, raw, here)

    def empty(self, value: object, known: Field, raw: Path, path: Path) -> None:
        """Remember where a field stands with nothing written; its own names may be wrong."""
        if value is not None and not isinstance(value, str):
            self.value(value, known, raw, path)
        self.empties[path] = (self.row.locate, raw)

    def deep_entry(
        self,
        named: dict[str, object],
        steps: list[Step],
        value: object,
        known: Field,
        raw: Path,
        path: Path,
    ) -> None:
        """Put a value under a dotted heading: `乙方.代表.姓名`, `控制指标[0].数值`."""
        here = known
        identifiers: list[Step] = []
        for step in steps:
            below = _below(here, step)
            if below is None or below.computed:
                self.unknown(dotted(tuple(steps)), here, below, raw, (*path, *identifiers), step)
                return
            here = below
            identifiers.append(here.name if isinstance(step, str) else step)
        full = (*path, *identifiers)
        if _is_empty(value):
            self.empty(value, here, raw, full)
        elif holds(named, identifiers) or not put(named, identifiers, None):
            name = dotted(tuple(steps))
            self.remark(DUPLICATE_FIELD, raw, full, f"“{name}”写了两次", ONE_PLACE)
        else:
            put(named, identifiers, self.value(value, here, raw, full))

    def unknown(
        self,
        name: str,
        known: Field,
        child: Field | None,
        raw: Path,
        path: Path,
        step: Step | None = None,
    ) -> None:
        """Report a name that is no field of `known`; `step` is the part of it that is wrong."""
        wrong = name if step is None else str(step)
        if known.is_open:
            self.unused(wrong, known, raw, path)
            return
        near = known.nearest(wrong) if known.type is FieldType.OBJECT else None
        if child is not None:
            hint = f"“{child.label}”由系统生成，不用填写，请删去。"
        elif near is not None and not near.computed:
            hint = f"是不是“{near.label}”（{near.name}）？"
        else:
            hint = "删去它，或用 docgen kinds 查看可填的字段。"
        self.remark(UNKNOWN_FIELD, raw, (*path, wrong), f"没有“{name}”这个字段", hint)

    def unused(self, name: str, known: Field, raw: Path, path: Path) -> None:
        """Report a name that a template does not use; one that is nearly used was meant so."""
        near = meant(known, name, self.row.data, raw)
        fault = UNKNOWN_FIELD if near else UNUSED_FIELD
        hint = f"是不是“{near.label}”？是，就改成它；不是，就删去。" if near else "不会印到纸上。"
        self.remark(fault, raw, (*path, name), f"模板里没有“{name}”", hint)

    def sequence(
        self, value: list[object] | tuple[object, ...], known: Field, raw: Path, path: Path
    ) -> object:
        if known.type not in (FieldType.LIST, FieldType.ANY):
            self.wrong(value, known, raw, path)
            return []
        below = known.item if known.type is FieldType.LIST else known
        return [
            self.value(item, below, (*raw, index), (*path, index))
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
        try:
            return day_of(value, known)
        except PydanticCustomError as error:
            message = f"{label_path(self.root, path)}写成了{described(value)}：{error}"
            self.remark(IMPOSSIBLE_VALUE, raw, path, message, "例如“2026年6月3日”。")
        return value

    def wrong(self, value: object, known: Field, raw: Path, path: Path) -> None:
        message, hint = WRONG_TYPE.say(label_path(self.root, path), value, known)
        self.remark(WRONG_TYPE.fault, raw, path, message, hint)


def _child(known: Field, name: str) -> Field | None:
    return known.child(name) or known.child(same_name(name))


def _below(here: Field, step: Step) -> Field | None:
    """Give the field one step further; None where there is none of that name or position."""
    if isinstance(step, int):
        return here.item if here.type is FieldType.LIST else None
    return _child(here, step) if here.type is FieldType.OBJECT else None


def read(root: Field, row: Row) -> Named:
    """Read a row by a field tree: labels become identifiers, texts become values.

    Never raises for bad data: every fault is a finding at its place.
    """
    reading = _Reading(root, row)
    data = {name: value for name, value in row.data.items() if name != SCHEMA_KEY}
    named = reading.mapping(data, root, (), ())
    findings = (*row.findings, *reading.findings)
    return Named(named, reading.sources, findings, row.locate, reading.empties)


def split_path(name: str) -> list[str | int]:
    """Split a dotted heading into its steps; empty when it is not one."""
    if "".join(match.group() for match in STEP.finditer(name)) != re.sub(r"[.·]", "", name):
        return []
    return [int(m[1]) if m[1] else m[2].strip() for m in STEP.finditer(name)]


def _is_empty(value: object, depth: int = 0) -> bool:
    """True of nothing, of a group in which nothing is written, and of a list of such groups.

    A starter begins groups and lists like that. An empty list is none: it says that there is
    nothing, and an empty item beside others is a gap.
    """
    if value is None or isinstance(value, str):
        return not (value and value.strip())
    if depth > DEEPEST:
        return False
    if isinstance(value, dict):
        written = (inner for key, inner in value.items() if not str(key).startswith(COMMENT))
        return all(_is_empty(inner, depth + 1) for inner in written)
    if isinstance(value, list | tuple):
        return bool(value) and all(
            isinstance(item, dict) and _is_empty(item, depth + 1) for item in value
        )
    return False
