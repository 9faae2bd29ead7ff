"""One person has one post in a paper, and stands in a list once."""

import re
from collections.abc import Iterator
from functools import cache

from docgen.findings import Fault, Severity
from docgen.rows import Path
from docgen.rules import Breach, Paper, PaperRule
from docgen.vocabulary import Part

NAME = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,12}·[\u4e00-\u9fff·]{1,16}")
# 各站所负责人, 派出所所长 stand for people, they are no names.
NO_NAME = re.compile(
    "负责|人员|成员|主任|书记|[镇乡村所站局科队组校院]长|干部|同志|代表|手签|待定|各|全体"
)
APART = re.compile("[、，,；;（）()\\s]+")
FAULT = Fault(
    code="duplicate-person",
    title="同一个人写了两种职务，或列了两次",
    why="一个人在同一份文件里职务不一，名单就不能用；重复列名，人数就对不上。",
    faulty="副组长：张某某　副镇长　成员：张某某　派出所所长",
    sound="副组长：张某某　副镇长　成员：李某某　派出所所长",
    severity=Severity.WARNING,
)


def check(paper: Paper) -> Iterator[Breach]:
    """Compare everybody who is named with those named before."""
    named: dict[str, tuple[Part, str]] = {}
    for part in paper.parts(is_person):
        name, post = getattr(part, "name", None), getattr(part, "post", None)
        if not isinstance(name, str) or not isinstance(post, str):
            continue
        if not NAME.fullmatch(name) or NO_NAME.search(name):
            continue
        first = named.setdefault(name, (part, post))
        if first[0] is not part:
            yield from _compared(paper, name, first, (part, post))


@cache
def is_person(type_: type) -> bool:
    """True of types with a name and a post."""
    return issubclass(type_, Part) and {"name", "post"} <= set(type_.model_fields)


def _compared(
    paper: Paper, name: str, first: tuple[Part, str], second: tuple[Part, str]
) -> Iterator[Breach]:
    here, there = paper.path_of(second[0]), paper.path_of(first[0])
    if in_group(here) and in_group(there):
        return  # person-twice tells of it
    if not alike(first[1], second[1]):
        yield Breach(
            (*here, "post"),
            f"{name}的职务是{second[1]}，前面写的是{first[1]}",
            "核对职务；是同名的两个人，写明理由豁免。",
        )
    elif same_list(here, there):
        yield Breach((*here, "name"), f"{name}在同一份名单里列了两次", "删去一处。")


def in_group(path: Path) -> bool:
    """True of a role in a leading group: organization.members[0]."""
    return path[0] == "organization" and len(path) == 3 and isinstance(path[2], int)


def alike(one: str, other: str) -> bool:
    """True when two posts may be one person's: the same, one of several, or the fuller."""
    ones, others = set(APART.split(one)), set(APART.split(other))
    return bool(ones & others) or one in other or other in one or "兼" in one + other


def same_list(one: Path, other: Path) -> bool:
    """True when two paths are items of one list."""
    return one[:-1] == other[:-1] and isinstance(one[-1], int)


rule = PaperRule(FAULT, check)
