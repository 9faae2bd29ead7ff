"""Plans and campaigns of several years, and the years they cover."""

from collections.abc import Mapping

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from docgen.lexicon._files import Entry, Form, entries


class Plan(Entry):
    """A plan of several years; its key is its name."""

    name: Form = Field(description="名称的正则表达式，如“十四五”")
    start: int = Field(description="第一年，如 2024")
    end: int = Field(description="最后一年，如 2026")

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: int, info: ValidationInfo) -> int:
        if end < info.data.get("start", end):
            raise ValueError
        return end


def plans() -> Mapping[str, Plan]:
    """Give every plan by its name."""
    return entries("plans", Plan)
