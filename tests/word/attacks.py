"""Attack templates as data: how each is built, and the finding that must come of it.

An attack is a name, the file, the codes of its findings, and the data it is filled with; where it
is no danger but only looks like one, `text` is what must be printed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import attack_packages as packages
import attack_parts as parts
import attack_texts as texts


@dataclass(frozen=True, slots=True)
class Attack:
    """One template made to hurt."""

    name: str
    build: Callable[[], bytes]
    codes: frozenset[str]
    data: Mapping[str, object] = field(default_factory=dict)
    text: str | None = None


def _of_texts() -> dict[str, Attack]:
    return {
        name: Attack(name, lambda lines=lines: texts.paper(lines), _codes(codes), data)  # type: ignore[misc]
        for name, (codes, lines, data) in texts.REFUSED.items()
    } | {
        name: Attack(name, lambda lines=lines: texts.paper(lines), frozenset(), data, printed)  # type: ignore[misc]
        for name, (printed, lines, data) in texts.PRINTED.items()
    }


def _of_packages() -> dict[str, Attack]:
    made = {**packages.ATTACKS, **parts.ATTACKS}
    return {name: Attack(name, build, _codes(codes)) for name, (codes, build) in made.items()}


def _codes(words: str) -> frozenset[str]:
    return frozenset(words.split())


ATTACKS: dict[str, Attack] = {**_of_texts(), **_of_packages()}
