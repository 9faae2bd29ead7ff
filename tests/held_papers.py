"""Tiny records for rules: a paper with people and passages, and one that holds another."""

import datetime
from typing import Any

from pydantic import Field

from docgen import rules
from docgen.findings import Finding
from docgen.records import Record, tree
from docgen.vocabulary import LegalBasis, Organ, Part, Section, Text

TODAY = datetime.date(2026, 6, 3)


class Member(Part):
    """A person of a working group."""

    name: Text = Field(title="姓名")
    post: Text | None = Field(default=None, title="职务")


class Group(Part):
    """A working group."""

    leader: Member = Field(title="组长")
    members: list[Member] = Field(default_factory=list, title="成员")


class Plan(Record):
    """A paper of a town."""

    title: Text = Field(default="活动方案", title="标题")
    issuer: Organ | None = Field(default=None, title="发文机关")
    day: datetime.date | None = Field(default=None, title="日期")
    basis: list[LegalBasis] = Field(default_factory=list, title="依据")
    group: Group | None = Field(default=None, title="领导小组")
    body: list[Section] = Field(default_factory=list, title="正文")

    @property
    def as_of(self) -> datetime.date | None:
        """Its day."""
        return self.day

    @property
    def voice(self) -> Organ | None:
        """Its issuer."""
        return self.issuer


class Notice(Record):
    """A paper that issues another, or several."""

    issuer: Organ = Field(title="发文机关")
    day: datetime.date = Field(default=TODAY, title="日期")
    purpose: Text = Field(default="现将活动方案印发给你们，请认真组织实施。", title="目的")
    plan: Plan | None = Field(default=None, title="方案")
    others: list[Plan] = Field(default_factory=list, title="其他")

    @property
    def as_of(self) -> datetime.date:
        """Its day."""
        return self.day

    @property
    def voice(self) -> Organ:
        """Its issuer."""
        return self.issuer


def plan(**fields: Any) -> Plan:
    """Give a plan of a town of today."""
    return Plan.model_validate({"issuer": "白道口镇人民政府", "day": TODAY, **fields})


def notice(**fields: Any) -> Notice:
    """Give a notice of a town of today."""
    return Notice.model_validate({"issuer": "白道口镇人民政府", **fields})


def found(record: Record) -> list[Finding]:
    """Give what the rules find in a record."""
    return list(rules.apply(record, tree(type(record)), lambda path: None))


def told(record: Record) -> list[tuple[str, str | None]]:
    """Give the code and the path of everything the rules find."""
    return [(finding.code, finding.path) for finding in found(record)]
