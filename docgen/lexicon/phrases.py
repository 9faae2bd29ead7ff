"""Phrases that are fixed word for word, and those that count what they list."""

from collections.abc import Mapping

from pydantic import Field

from docgen.lexicon._files import Entry, Form, entries


class FixedPhrase(Entry):
    """A phrase that is always written the same way; its key is the phrase."""

    wrong: tuple[Form, ...] = Field(
        min_length=1, description="误写的正则表达式，逐个，如 [“失职追究”]"
    )
    since: int | None = Field(default=None, description="从哪一年起这样写，如 2021")
    why: str = Field(description="根据什么，如“安全生产法第三条”")


class CountedPhrase(Entry):
    """A phrase with a number that says how many things it lists; its key is the phrase."""

    counts: Form = Field(description="逐项都有的字眼，正则表达式，如“不放过”")
    number: int = Field(description="应有几项，如 4", ge=2)
    items: tuple[str, ...] = Field(default=(), description="各项的全文")


def fixed_phrases() -> Mapping[str, FixedPhrase]:
    """Give every fixed phrase."""
    return entries("phrases", FixedPhrase)


def counted_phrases() -> Mapping[str, CountedPhrase]:
    """Give every phrase that counts."""
    return entries("counted", CountedPhrase)
