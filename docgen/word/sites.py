"""The places in a template where values are used, and what is known of each before any data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.fields import Field
from docgen.findings import Place
from docgen.word.source import Position


class Use(StrEnum):
    """What a template does with a value."""

    PRINT = "print"
    LOOP = "loop"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Each:
    """A list position in a path: the item of the loop at `depth`, the outermost being 0."""

    depth: int


Step = str | int | Each


@dataclass(frozen=True, slots=True)
class Reference:
    """A way into the record, and the field it leads to where the field tree is known."""

    steps: tuple[Step, ...]
    field: Field | None = None

    @property
    def path(self) -> str:
        """The path as text, list items as `[]`: `duties[].text`."""
        text = ""
        for step in self.steps:
            if isinstance(step, Each):
                text += "[]"
            elif isinstance(step, int):
                text += f"[{step}]"
            else:
                text += f".{step}" if text else step
        return text

    def concrete(self, positions: Sequence[int]) -> tuple[str | int, ...]:
        """The path in one record, given the positions of the loops around."""
        return tuple(
            positions[step.depth] if isinstance(step, Each) else step for step in self.steps
        )


def distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Give references in their order, those that lead to one place once."""
    known: dict[tuple[Step, ...], Reference] = {}
    for reference in references:
        known.setdefault(reference.steps, reference)
    return tuple(known.values())


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One value a template uses: printed, looped over, or asked in a condition.

    `path` is where the value comes from (`duties[].text`), empty when it comes from no single
    field; `paths` are all fields it reads. `conditions` are the loops and conditions it stands
    under, outermost first, as the author wrote them.
    """

    index: int
    expression: str
    use: Use
    path: str
    paths: tuple[str, ...]
    filters: tuple[str, ...]
    conditions: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Site:
    """A placeholder as programs know it; `is_copy` marks the second copy of a text box."""

    placeholder: Placeholder
    references: tuple[Reference, ...]
    direct: Reference | None
    position: Position
    is_copy: bool
