"""Titles of laws and regulations there are or have been, to know an invented one by."""

import difflib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field

from docgen.lexicon._files import Entry, entries, home
from docgen.lexicon.laws import STATE, laws

NEAR = 0.65


class Titles(Entry):
    """Titles of one sort; its key is the sort."""

    names: tuple[str, ...] = Field(
        min_length=1, description="名称，逐个，不写书名号和国名，如 [“城市供水条例”]"
    )
    state: bool = Field(default=False, description="全称前面有没有“中华人民共和国”，true 或 false")


def titles() -> Mapping[str, Titles]:
    """Give the titles by sort."""
    return entries("titles", Titles)


def known_title(name: str) -> bool:
    """True of the title of a law or regulation, full or without the state's name."""
    return name in _known(home())


def nearest_title(name: str) -> str | None:
    """Give the full title most like a name; None where none is near."""
    full, bare = _known(home()), name.removeprefix(STATE)
    as_law = f"{bare.removesuffix('条例')}法"
    near = [as_law] if as_law in full else difflib.get_close_matches(bare, full, 1, NEAR)
    return full[near[0]] if near else None


@cache
def _known(_: Path) -> dict[str, str]:
    """Give the full title of every name there is."""
    known: dict[str, str] = {}
    for sort in titles().values():
        for name in sort.names:
            full = f"{STATE}{name}" if sort.state else name
            known |= {name: full, full: full}
    return known | {name: law.full for law in laws().values() for name in law.names}
