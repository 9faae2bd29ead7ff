"""The chapter on the leading group, and who is told what: reports and whom to ask."""

import datetime
import re
from typing import TYPE_CHECKING

from docgen.kinds._passages import Branch, sentence
from docgen.kinds._plan_activities import ReportItem
from docgen.kinds._plan_leaders import is_brief, office_list, role_list
from docgen.kinds._plan_parts import Chapter
from docgen.kinds._plan_people import Office, Organization
from docgen.kinds._plan_told import Told, loose, named, told
from docgen.vocabulary import deadline_text

if TYPE_CHECKING:
    from docgen.kinds.activity_plan import ActivityPlan

GROUP = re.compile("(领导小组|工作组|指挥部|工作专班|专班)$")
LEADERS, OFFICE, CONTACT = "leaders", "office", "contact"
"""The lists of people that stand between the passages."""


def organization(record: "ActivityPlan") -> list[Branch]:
    """The leading group: first words, list of people, what it does, its office."""
    group, path = record.organization, ("organization",)
    if group is None:
        return []
    below: list[Branch] = []
    if group.intro:
        below.append(loose(group.intro, (*path, "intro")))
    if role_list(group)["lines"]:
        below.append(Branch((*path, "leaders"), table=LEADERS, numbered=False))
    if group.duties:
        below.append(loose(sentence(group.duties), (*path, "duties")))
    if group.office:
        below.append(loose(*office_words(group, group.office)))
        if office_list(group)["lines"]:
            below.append(Branch((*path, "office"), table=OFFICE, numbered=False))
    return [Branch(path, heading=named(record, Chapter.ORGANIZATION), branches=below)]


def office_words(group: Organization, office: Office) -> Told:
    """Say where the office is, who heads it, what it does."""
    said = [f"办公室设在{office.place}"]
    person = post = None
    if is_brief(office) and office.director:
        person, post = office.director.name, office.director.post
        who = "".join(str(word) for word in (post, person) if word)
        said.append(f"由{who}兼任办公室{group.role_names.director}")
    if office.duties:
        said.append(office.duties.rstrip("。"))
    if is_brief(office) and office.phone:
        said.append(f"联系电话：{office.phone}")
    body = GROUP.search(group.name or "")
    people = "办公室组成人员如下：" if office_list(group)["lines"] else ""
    text = f"{body[0] if body else '领导小组'}下设办公室，{'，'.join(said)}。{people}"
    parts = {"place": office.place, "duties": office.duties, "phone": office.phone}
    director = {"director.name": person, "director.post": post}
    return told(text, ("organization", "office"), **parts, **director)


def reporting(record: "ActivityPlan", *, run_in: bool = False) -> list[Branch]:
    """What is reported by when, and whom to ask."""
    reports, path = record.reporting, ("reporting",)
    if reports is None:
        return []
    text, at = (reports.text, (*path, "text")) if reports.text else report_words(record)
    heading = named(record, Chapter.REPORTING)
    whom = Branch(path, table=CONTACT, numbered=False)
    if run_in:
        return [Branch(at, heading=heading, text=sentence(text), branches=[whom], run_in=True)]
    return [Branch(path, heading=heading, lines=[(sentence(text), at)], branches=[whom])]


def report_words(record: "ActivityPlan") -> Told:
    """Say who reports what to whom by when."""
    reports = record.reporting
    assert reports is not None
    due = [f"{day}报送{'、'.join(items)}" for day, items in due_items(record).items()]
    to = f"，材料报至{reports.receiver}" if reports.receiver else ""
    text = f"{reports.reporters or '各单位'}要明确专人负责信息报送，{'，'.join(due)}{to}。"
    parts = {"reporters": reports.reporters, "receiver": reports.receiver}
    for index, item in enumerate(reports.items):
        parts[f"items.{index}.item"] = item.item
        parts[f"items.{index}.deadline"] = as_words(item.deadline)
    return told(text, ("reporting",), **parts, deadline=as_words(reports.deadline))


def due_items(record: "ActivityPlan") -> dict[str, list[str]]:
    """Give what is reported by each deadline, in the order the clerk has them."""
    assert record.reporting is not None
    found: dict[str, list[str]] = {}
    for item in record.reporting.items:
        found.setdefault(due_text(record, item), []).append(item.item)
    return found


def as_words(deadline: datetime.date | str | None) -> str | None:
    """Give a deadline that is set in words; None for a day."""
    return deadline if isinstance(deadline, str) else None


def due_text(record: "ActivityPlan", item: ReportItem) -> str:
    """Say by when one paper is reported."""
    assert record.reporting is not None
    deadline = item.deadline or record.reporting.deadline
    return deadline_text(deadline, record.year) if deadline else ""
