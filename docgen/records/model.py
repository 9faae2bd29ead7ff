"""The base of every kind's record model."""

import datetime
from typing import Any

from pydantic import Field

from docgen.vocabulary import Organ, Part, Text, Whole

SCHEMA_VERSION = 1


class Waiver(Part):
    """A rule of the field set aside for this document, with the reason."""

    code: Text = Field(title="规则", description="问题的代码", examples=["copies-differ"])
    reason: Text = Field(
        title="理由", description="为什么这一次可以例外", examples=["另有一份存档案馆"]
    )


class Record(Part):
    """What every kind's data may carry beside its own fields."""

    kind: Text | None = Field(
        default=None, title="文种", description="文种的名称，可不写", examples=["责任书"]
    )
    schema_version: Whole = Field(
        default=SCHEMA_VERSION,
        title="数据版本",
        description="数据格式的版本，可不写",
        examples=[SCHEMA_VERSION],
        ge=1,
        le=SCHEMA_VERSION,
    )
    waivers: list[Waiver] = Field(
        default_factory=list, title="豁免", description="不适用的规则，写明理由", examples=[[]]
    )

    @property
    def as_of(self) -> datetime.date | None:
        """The day laws and agencies are judged by: the paper's own date; None where unknown."""
        return None

    @property
    def voice(self) -> Organ | None:
        """The organ in whose name the paper speaks; None where there is none."""
        return None


class Loose(Record):
    """The data of a template that belongs to no kind, under the template's own names."""

    contents: dict[str, Any] = Field(
        title="内容", description="模板里的各项", examples=[{"单位": "白道口镇人民政府"}]
    )
