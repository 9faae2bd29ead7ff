"""Words of the field that have gone out of use, and what is said now."""

import datetime
from collections.abc import Mapping

from pydantic import Field

from docgen.lexicon._files import Entry, Form, entries


class OutdatedWord(Entry):
    """A word or term that is no longer used; its key is the old one."""

    old: Form = Field(description="旧说法的正则表达式，如“风险抵押金”")
    now: str = Field(description="现在的说法，如“安全生产责任保险”")
    since: datetime.date = Field(description="从哪一天起不再用，如 2017-01-01")
    why: str = Field(description="根据什么，如“中发〔2016〕32号”")


def outdated_words() -> Mapping[str, OutdatedWord]:
    """Give every word that has gone out of use."""
    return entries("words", OutdatedWord)
