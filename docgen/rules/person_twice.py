"""Nobody stands in the leading group twice."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="person-twice",
    title="同一个人在领导小组里写了两次",
    why="一个人在领导小组里只担任一个角色；写了两次，多半是调整名单时漏删。",
    faulty="副组长：张某　成员：张某、李某",
    sound="副组长：张某　成员：李某",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for a name in two roles, or twice in one entry."""
    seen: dict[str, tuple[str, int, str]] = {}
    for role, index, member in record.organization.listed if record.organization else ():
        told: set[str] = set()
        for name in member.names:
            first = seen.setdefault(name, (role, index, member.post or ""))
            if first[:2] != (role, index) or name in told:
                posts = {first[2]: None, member.post or "": None}
                yield Breach(
                    ("organization", role, index, "name"),
                    f"{name}在领导小组里写了两次{in_posts(list(filter(None, posts)))}",
                    "删去一处；同名的两个人，写明理由豁免。",
                )
            told.add(name)


def in_posts(posts: list[str]) -> str:
    """Say the posts somebody is given, where they are two."""
    return f"，职务一处是“{posts[0]}”，一处是“{posts[1]}”" if len(posts) > 1 else ""


rule = Rule(FAULT, ("organization",), check)
