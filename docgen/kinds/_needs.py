"""Whether a field has to be filled in, and by whom it is where the clerk leaves it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from docgen.fields import Field, FieldType
from docgen.kinds import Kind, kinds
from docgen.records import read
from docgen.records.items import settled
from docgen.rows import Row

KIND = "kind"
"""The field in which a paper may say what kind it is."""


class Need(StrEnum):
    """Whether a field has to be filled in."""

    REQUIRED = "必填"
    DRAWN_UP = "系统拟写"
    OPTIONAL = "可不填"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a kind asks for.

    `drawn_up` are the paths of fields docgen fills in, in groups the clerk began too; `lent` those
    that a paper held inside takes from the one that holds it, with where from. `names` are the
    paths where a paper may say what kind it is, with the name it has.
    """

    drawn_up: frozenset[str]
    lent: dict[str, str]
    names: dict[str, str]

    def of(self, path: str, field: Field) -> Need:
        """Tell of one field."""
        if path in self.lent:
            return Need.OPTIONAL
        if path in self.drawn_up or (field.required and field.is_drawn_up):
            return Need.DRAWN_UP
        return Need.REQUIRED if field.required else Need.OPTIONAL

    def words(self, path: str, field: Field) -> str:
        """Tell of one field in words: `可不填（取自印发通知的年度）`."""
        source = self.lent.get(path)
        return f"{self.of(path, field)}（取自{source}）" if source else self.of(path, field).value


def needs(kind: Kind) -> Needs:
    """Give what a kind asks for."""
    lent = {path: f"{kind.label}的{label}" for path, label in _lent(kind)}
    papers = {field.name: held for field in kind.inputs.children if (held := held_kind(field))}
    names = {f"{name}.{KIND}": held.label for name, held in papers.items()}
    inside = [f"{name}.{path}" for name, held in papers.items() for path in needs(held).drawn_up]
    drawn_up = frozenset((*kind.drawn_up, *_in_groups(kind), *inside))
    return Needs(drawn_up, lent, {KIND: kind.label, **names})


def held_kind(field: Field) -> Kind | None:
    """Give the kind of a paper that a field holds; None where it holds no paper."""
    return _by_model().get(field.model) if field.type is FieldType.OBJECT else None


@cache
def _by_model() -> dict[str, Kind]:
    return {kind.record.__name__: kind for kind in kinds().values()}


def _lent(kind: Kind) -> Iterator[tuple[str, str]]:
    """Give what a held paper takes from the one that holds it, with the label it has there."""
    for path in kind.drawn_up:
        group, _, name = path.rpartition(".")
        source = kind.inputs.child(name) if group else None
        if source:
            yield path, source.label


def _in_groups(kind: Kind) -> Iterator[str]:
    """Give what docgen fills in where the clerk began a group and left this out of it."""
    asked = [field for field in kind.inputs.children if field.required]
    given = {field.label: field.example for field in asked if field.name not in kind.drawn_up}
    groups = [field for field in kind.inputs.children if field.type is FieldType.OBJECT]
    for group in groups:
        for child in group.children:
            if held_kind(group) is None and child.required and not child.computed:
                begun = {**given, group.label: _without(group, child)}
                if _is_filled(kind, begun, group.name, child.name):
                    yield f"{group.name}.{child.name}"


def _without(group: Field, left_out: Field) -> dict[str, object]:
    """Give the examples of a group's fields but one."""
    others = (child for child in group.children if not child.computed and child is not left_out)
    return {child.label: child.example for child in others if child.example is not None}


def _is_filled(kind: Kind, data: dict[str, object], group: str, name: str) -> bool:
    named = settled(read(kind.inputs, Row(data)).data)
    completed = kind.complete(named).get(group) if isinstance(named, dict) else None
    return isinstance(completed, dict) and completed.get(name) is not None
