"""The annexes of a plan: task table, statistics to be filled in, slogans, the office's own."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds._official import Printed, attachments
from docgen.kinds._passages import Line, Passage, laid_out, plain_lines, section_branches
from docgen.kinds._plan_told import listed
from docgen.kinds._plan_words import place
from docgen.kinds._titles import title_lines
from docgen.rows import Path
from docgen.vocabulary import Deadline, Part, Text, deadline_text

if TYPE_CHECKING:
    from docgen.kinds._plan_activities import Activity
    from docgen.kinds.activity_plan import ActivityPlan

NO_PARTNER = "—"
TASKS, STATISTICS, SLOGANS, OWN = "tasks", "statistics", "slogans", "own"


class TaskRow(Part):
    """One row of the task table."""

    index: int = Field(title="序号")
    name: Text = Field(title="活动项目")
    content: Text = Field(title="主要内容")
    lead: Text = Field(title="牵头单位")
    partners: Text = Field(title="责任单位")
    deadline: Deadline = Field(title="完成时限")


class TaskHeadings(Part):
    """The headings of the task table that an office may change."""

    lead: Text = Field(title="牵头单位")
    partners: Text = Field(title="责任单位")
    deadline: Text = Field(title="完成时限")


class StatisticRow(Part):
    """One row of the table that is filled in by those who report."""

    index: int = Field(title="序号")
    name: Text = Field(title="活动名称")


class AnnexPage(Part):
    """One annex: its number on the page, its title, and what it holds by `form`."""

    number: Text = Field(title="编号")
    title_lines: list[Text] = Field(title="标题各行")
    form: Text = Field(title="种类")
    body: list[Passage] = Field(title="正文")


class Annexed(NamedTuple):
    """An annex before it is laid out: its form, title, passages, and the title's record path."""

    form: str
    title: str
    lines: list[Line]
    path: Path


def annex_list(found: Sequence[Annexed]) -> list[Printed]:
    """The annexes as listed under the body."""
    titles = attachments([annex.title for annex in found])
    return [
        {**named, ORIGIN: annex.path, ORIGINS: {"title": annex.path}}
        for named, annex in zip(titles, found, strict=True)
    ]


def annex_pages(record: "ActivityPlan", found: Sequence[Annexed]) -> list[Printed]:
    """The annexes in order, each with its number: 附件1, or 附件 where there is only one."""
    return [
        {
            "number": f"附件{index}" if len(found) > 1 else "附件",
            "title_lines": title_lines(annex.title, break_points(record)),
            "form": annex.form,
            "body": annex.lines,
            ORIGIN: annex.path,
            ORIGINS: {"title_lines": annex.path},
        }
        for index, annex in enumerate(found, 1)
    ]


def listed_annexes(record: "ActivityPlan") -> list[Annexed]:
    """Give every annex of the plan, its own tables first."""
    found: list[Annexed] = []

    def add(form: str, name: str, lines: list[Line]) -> None:
        title = annex_title(record, getattr(record.headings, name))
        found.append(Annexed(form, title, lines, ("headings", name)))

    if record.task_table:
        add(TASKS, "task_table", [])
    if record.statistics_table:
        add(STATISTICS, "statistics_table", [])
    if record.slogans:
        add(SLOGANS, "slogans", numbered_slogans(record))
    for index, annex in enumerate(record.annexes):
        path: Path = ("annexes", index)
        lines = laid_out(section_branches(annex.sections, (*path, "sections")))
        found.append(Annexed(OWN, annex.title, lines, (*path, "title")))
    return found


def annex_title(record: "ActivityPlan", name: str) -> str:
    """Give the title of an annex: the plan's without 方案, then what it is; 活动 is said once."""
    whole = "".join(record.title.split())
    head = re.sub("(工作|实施)?方案$", "", whole)
    return head.removesuffix("活动") + name if name.startswith("活动") else head + name


def numbered_slogans(record: "ActivityPlan") -> list[Line]:
    """The slogans, numbered."""
    lines = [
        (f"{index}.{slogan}", ("slogans", index - 1))
        for index, slogan in enumerate(record.slogans, 1)
    ]
    return plain_lines(lines)


def task_rows(record: "ActivityPlan") -> list[Printed]:
    """The rows of the task table."""
    return [
        {
            "index": index + 1,
            "name": activity.name,
            "content": content_of(activity),
            "lead": activity.lead,
            "partners": listed(activity.partners) or NO_PARTNER,
            "deadline": time_limit(record, activity),
            ORIGIN: ("activities", index),
        }
        for index, activity in enumerate(record.activities)
    ]


def content_of(activity: "Activity") -> str:
    """Say in a few words what is done: as the clerk does, or in the first sentence."""
    if activity.summary:
        return activity.summary
    if activity.text:
        return activity.text.partition("。")[0]
    headings = [section.heading for section in activity.sections if section.heading]
    return "；".join(headings or activity.points) or activity.name


def time_limit(record: "ActivityPlan", activity: "Activity") -> str:
    """Say by when, or when: the deadline, else the time, else the last day of all."""
    if activity.deadline:
        return deadline_text(activity.deadline, record.year)
    if activity.time or record.period is None:
        return activity.time or "活动期间"
    return deadline_text(record.period.end, record.year)


def statistic_rows(record: "ActivityPlan") -> list[Printed]:
    """The rows of the table to be filled in."""
    return [
        {"index": index + 1, "name": activity.name, ORIGIN: ("activities", index)}
        for index, activity in enumerate(record.activities)
    ]


def break_points(record: "ActivityPlan") -> list[str]:
    """The words of the title after which a line may end without tearing a meaning."""
    campaign = re.sub("(活动|行动)$", "", record.campaign_name)
    return [place(record.issuer.name), f"{record.year}年", campaign, "活动", "行动"]
