"""What rules are made of: the three sorts of rule, what each is given, and what it gives."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from docgen.findings import Fault
from docgen.lexicon import home
from docgen.organs import Level
from docgen.records import Record
from docgen.records.texts import Content, places
from docgen.rows import Path
from docgen.vocabulary import Part


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach of a rule: where, what, and what to do."""

    path: Path
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One breach inside a text: what, and what to do; the text's own place is known."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is judged by beside itself: the paper's date, and in whose name it speaks.

    `term` is what the speaker calls its own place (我镇); empty where nobody speaks.
    `place` is what someone of an office calls the place it sits in (我县 at 滑县应急管理局).
    `autonomous` is true where 我区 may mean the autonomous region. `lexicon` is the user's folder
    of it: what was read by one lexicon is not remembered for another.
    """

    as_of: datetime.date | None = None
    level: Level | None = None
    term: str = ""
    autonomous: bool = False
    lexicon: FilePath = field(default_factory=home)
    place: str = ""

    def reached(self, day: datetime.date) -> bool:
        """True when the paper is known to be of that day or later."""
        return self.as_of is not None and self.as_of >= day


@dataclass(frozen=True)
class Paper:
    """A whole record to be judged: its content walked, and its setting."""

    record: Record
    content: Content
    setting: Setting

    def parts(self, fits: Callable[[type], bool]) -> Iterator[Part]:
        """Give every part whose type fits."""
        for type_, parts in self.content.parts.items():
            if fits(type_):
                yield from parts

    def located_texts(self) -> Iterator[tuple[Path, str]]:
        """Give every text with its path, in order."""
        return ((path, item) for path, item in self._places if isinstance(item, str))

    def path_of(self, part: Part) -> Path:
        """Tell where a part of the record stands."""
        return next(path for path, item in self._places if item is part)

    @cached_property
    def citing(self) -> list[str]:
        """The texts with a title in book-title marks."""
        return [text for text in self.content.texts if "《" in text]

    @cached_property
    def _places(self) -> tuple[tuple[Path, object], ...]:
        return tuple(places(self.record))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over certain fields: its fault, the record fields it needs, and the check itself."""

    fault: Fault
    needs: tuple[str, ...]
    check: Callable[[Any], Iterable[Breach]]


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule over single texts, whatever field they stand in.

    The check is made only of texts that hold one of `triggers`. It must depend on nothing but
    the text and the setting: a text is judged once, however many records say it.
    """

    fault: Fault
    triggers: tuple[str, ...]
    check: Callable[[str, Setting], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A rule over all that a record says together."""

    fault: Fault
    check: Callable[[Paper], Iterable[Breach]]


AnyRule = Rule | TextRule | PaperRule
