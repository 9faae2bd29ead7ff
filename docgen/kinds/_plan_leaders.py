"""The leading group as printed: role by role, a line a person."""

import re
from collections.abc import Iterator, Sequence

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds._official import Printed, labelled_length
from docgen.kinds._plan_people import Member, Office, Organization
from docgen.rows import Path
from docgen.vocabulary import Blank
from docgen.word.placing import aligned

SHORT = re.compile(r"[\u4e00-\u9fff]{2}")
WIDE_SPACE = "　"
PHONE = "电话"
Role = tuple[str, Sequence[Member], Path]


def role_list(organization: Organization | None) -> Printed:
    """Give the people of the group, the role at the first of each."""
    if organization is None:
        return listed([])
    names, path = organization.role_names, ("organization",)
    roles = ("leaders", "first_deputies", "deputies", "members")
    return listed(
        [(getattr(names, role), getattr(organization, role), (*path, role)) for role in roles]
    )


def office_list(organization: Organization | None) -> Printed:
    """Give the people of the office in the same way; none where a sentence names them."""
    if organization is None or organization.office is None or is_brief(organization.office):
        return listed([])
    office, names, path = organization.office, organization.role_names, ("organization", "office")
    director = [] if office.director is None else [office.director]
    phone = [] if office.phone is None else [Member.model_construct(name=office.phone, post=None)]
    return listed(
        [
            (names.director, director, (*path, "director")),
            (names.office_deputies, office.deputies, (*path, "deputies")),
            (names.office_members, office.members, (*path, "members")),
            (PHONE, phone, (*path, "phone")),
        ]
    )


def is_brief(office: Office) -> bool:
    """True of an office that a sentence can tell of: nothing to write by hand, one person."""
    director = office.director
    by_hand = [office.phone, *((director.name, director.post) if director else ())]
    return not (office.deputies or office.members or any(isinstance(w, Blank) for w in by_hand))


def listed(roles: Sequence[Role]) -> Printed:
    """Give a list of people under their roles."""
    known = [role for role in roles if role[1]]
    labels = aligned([label for label, _, _ in known])
    lines = [
        line
        for label, (_, members, path) in zip(labels, known, strict=True)
        for line in lines_of_role(label, members, path)
    ]
    return {"length": labelled_length(labels), "lines": lines}


def lines_of_role(label: str, members: Sequence[Member], path: Path) -> Iterator[Printed]:
    """Give a line for each person or group of people in a role."""
    for index, member in enumerate(members):
        at = path if path[-1] in SINGLE else (*path, index)
        first, second = ("name", "post") if member.name else ("post", "none")
        yield {
            "label": label if index == 0 else None,
            "text": spaced_names(member.name) or member.post,
            "after": member.post if member.name else None,
            ORIGIN: at,
            ORIGINS: {"text": (*at, first), "after": (*at, second)},
        }


SINGLE = ("director", "phone")
"""Roles of one person, which are no lists."""


def spaced_names(name: str | Blank | None) -> str | Blank | None:
    """Set names of two characters as wide as those of three: 张　三."""
    if not isinstance(name, str):
        return name
    return "、".join(spaced(one) for one in name.split("、"))


def spaced(name: str) -> str:
    """Set a name of two characters as wide as one of three."""
    return WIDE_SPACE.join(name) if SHORT.fullmatch(name) else name
