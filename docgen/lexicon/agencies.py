"""Agencies that were renamed or merged, and what they are called now."""

import datetime
from collections.abc import Mapping

from pydantic import Field

from docgen.lexicon._files import Entry, Form, entries


class Agency(Entry):
    """An agency as it was called; its key is the usual old name."""

    old: Form = Field(description="旧名称的正则表达式，如“安监局|安全生产监督管理局”")
    now: str = Field(description="现在的名称，如“应急管理局”")
    since: datetime.date = Field(description="从哪一天起用新名称，如 2019-01-01")
    reform: str = Field(description="哪一次改革，如“2018年机构改革”")


def agencies() -> Mapping[str, Agency]:
    """Give every renamed agency by its old name."""
    return entries("agencies", Agency)
