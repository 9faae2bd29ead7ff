"""Phones and mail addresses have the form of such."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rows import Path
from docgen.rules import Breach, Rule

PHONE = re.compile(r"(1\d{10}|(0\d{2,3}[-－—]?)?\d{7,8}([-－—转]\d{1,6})?|\d{5,6}|1\d{2,4})")
APART = re.compile(r"[、，,；;/\s]+")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
FAULT = Fault(
    code="contact-form",
    title="电话或邮箱的写法不对",
    why="电话少一位、邮箱少一截，材料就报不上来，也问不到人。",
    faulty="联系电话：1381234567　电子邮箱：anbangongshi.com",
    sound="联系电话：0372-1234567　电子邮箱：anban@example.com",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look at every phone and mail address of the plan."""
    reporting, group = record.reporting, record.organization
    if reporting is not None:
        yield from phone(reporting.phone, ("reporting", "phone"))
        yield from email(reporting.email)
    if reporting is not None and reporting.phone is None and reporting.email is None:
        yield Breach(
            ("reporting", "phone"), "没有写联系电话，也没有写电子邮箱", "至少写一样，好联系。"
        )
    if group is not None and group.office is not None:
        yield from phone(group.office.phone, ("organization", "office", "phone"))


def phone(written: object, path: Path) -> Iterator[Breach]:
    """Look at phone numbers; several may stand side by side."""
    numbers = APART.split(written.strip()) if isinstance(written, str) else []
    for number in numbers:
        if not PHONE.fullmatch(number):
            yield Breach(
                path, f"“{number}”不像电话号码", "核对位数；固定电话写成0372-1234567，手机写11位。"
            )


def email(written: str | None) -> Iterator[Breach]:
    """Look at a mail address."""
    if written is not None and not EMAIL.fullmatch(written):
        yield Breach(
            ("reporting", "email"), f"“{written}”不像邮箱地址", "写成 name@example.com 的样子。"
        )


rule = Rule(FAULT, ("reporting", "organization"), check)
