"""Laws, regulations and rules: names, versions, and from when to when each was in force."""

import datetime
import itertools
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from docgen.lexicon._files import Entry, entries, home

STATE = "中华人民共和国"
SHORTEST_GUESS = 5  # 消防法 is one character from 国防法, but 安全生产法 is near to no other law


class Version(BaseModel):
    """One version of a law: when it was adopted and from when it applies."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    how: Literal["制定", "修正", "修订"]
    adopted: datetime.date
    effective: datetime.date

    @property
    def years(self) -> set[int]:
        """The years a paper may call this version by."""
        return {self.adopted.year, self.effective.year}

    @property
    def name(self) -> str:
        """What the version is called: 2021年修正."""
        return f"{self.adopted.year}年{self.how}"


class Law(Entry):
    """A law, regulation or rule; its key is the short name."""

    full: str = Field(description="全称，不写书名号，如“中华人民共和国安全生产法”")
    issuer: str = Field(description="制定机关，如“国务院”")
    number: str | None = Field(default=None, description="令号或文号，如“国务院令第493号”")
    earlier_numbers: tuple[str, ...] = Field(
        default=(), description="从前各版本的令号，如 [“国务院令第344号”]"
    )
    aliases: tuple[str, ...] = Field(default=(), description="别的正确名称，如 [“道交法”]")
    wrong: tuple[str, ...] = Field(default=(), description="常见的误写，如 [“安全生产管理法”]")
    versions: tuple[Version, ...] = Field(
        min_length=1,
        description="从早到晚的各版本，每项写 how（制定、修正或修订）、adopted（通过日期）、"
        "effective（施行日期）",
    )
    repealed: datetime.date | None = Field(default=None, description="废止日期，如 2012-07-01")
    replaced_by: str | None = Field(default=None, description="由哪一部代替，写名称")
    raised_to: str | None = Field(default=None, description="同一事项后来制定的法律，写简称")

    @field_validator("versions")
    @classmethod
    def _in_order(cls, versions: tuple[Version, ...]) -> tuple[Version, ...]:
        if list(versions) != sorted(versions, key=lambda version: version.adopted):
            raise ValueError
        return versions

    @property
    def names(self) -> tuple[str, ...]:
        """Every right name, the full one first."""
        return (self.full, self.key, *self.aliases)

    def version_of(self, year: int) -> Version | None:
        """Give the version that year names, the latest when it names several."""
        return next((v for v in reversed(self.versions) if year in v.years), None)

    def version_at(self, day: datetime.date) -> Version | None:
        """Give the version in force on a day; None before the first."""
        return next((v for v in reversed(self.versions) if v.effective <= day), None)

    def in_force(self, day: datetime.date) -> bool:
        """True when the law applies on a day."""
        ended = self.repealed is not None and self.repealed <= day
        return self.version_at(day) is not None and not ended


def laws() -> Mapping[str, Law]:
    """Give every law by its short name."""
    return entries("laws", Law)


def find_law(name: str) -> Law | None:
    """Find a law by its full name, its short name or an alias."""
    return _by_name(home()).get(name)


def intended_law(name: str) -> Law | None:
    """Guess which law a wrong name means; None for a right name and for one that is near to none.

    A known slip, 中华人民共和国 before a regulation that does not have it, or one character off.
    """
    if find_law(name) is not None:
        return None
    known = _by_slip(home())
    bare = name.removeprefix(STATE)
    law = known.get(name) or known.get(bare) or find_law(bare)
    if law is not None:
        return law
    near = (law for law in laws().values() if one_off(bare, law.full.removeprefix(STATE)))
    return next(near, None)


def one_off(name: str, right: str) -> bool:
    """True when a name is one character from the right one, and ends as it does."""
    if abs(len(name) - len(right)) > 1 or len(right) < SHORTEST_GUESS or name[-1] != right[-1]:
        return False
    alike = sum(1 for _ in itertools.takewhile(_same, zip(name, right, strict=False)))
    if len(name) == len(right):
        return name != right and name[alike + 1 :] == right[alike + 1 :]
    longer, shorter = sorted((name, right), key=len, reverse=True)
    return longer[alike + 1 :] == shorter[alike:]


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


@cache
def _by_name(_: Path) -> dict[str, Law]:
    return {name: law for law in laws().values() for name in law.names}


@cache
def _by_slip(_: Path) -> dict[str, Law]:
    return {name: law for law in laws().values() for name in law.wrong}
