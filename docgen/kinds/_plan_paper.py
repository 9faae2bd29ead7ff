"""How a checked plan is laid on paper: title, body, annex list, sign-off, annexes.

All that is printed stands in `PlanPaper`, so that a notice can print a plan it holds.
"""

from typing import TYPE_CHECKING

from pydantic import Field

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds._official import LabelledList, NamedAttachment, Printed, SignOff, sealed
from docgen.kinds._passages import (
    Line,
    Passage,
    bind_last,
    laid_out,
    paragraph_lines,
    plain_lines,
    printed_from,
)
from docgen.kinds._plan_annexes import (
    AnnexPage,
    StatisticRow,
    TaskHeadings,
    TaskRow,
    annex_list,
    annex_pages,
    break_points,
    listed_annexes,
    statistic_rows,
    task_rows,
)
from docgen.kinds._plan_chapters import chapters
from docgen.kinds._plan_leaders import office_list, role_list
from docgen.kinds._plan_words import place
from docgen.kinds._titles import title_lines
from docgen.records import Record
from docgen.vocabulary import Blank, Part, Text

if TYPE_CHECKING:
    from docgen.kinds.activity_plan import ActivityPlan


class Contact(Part):
    """Whom to ask, as printed."""

    name: Text | Blank = Field(title="联系人")
    phone: Text | Blank | None = Field(default=None, title="联系电话")
    email: Text | None = Field(default=None, title="电子邮箱")


class PlanPaper(Part):
    """What a template may print beside the clerk's own fields."""

    title_lines: list[Text] = printed_from("标题各行", "title", "year", "issuer", "campaign_name")
    body: list[Passage] = printed_from(
        "正文",
        *("opening", "campaign", "theme", "period", "consult_day", "guiding", "goals"),
        *("organization", "activities", "phases", "requirements", "reporting", "chapters"),
    )
    leaders: LabelledList = printed_from("领导小组名单", "organization")
    office_people: LabelledList = printed_from("办公室名单", "organization.office")
    contact: Contact | None = printed_from("联系方式", "reporting")
    annex_list: list[NamedAttachment] = printed_from("附件说明", "annexes", "headings", "title")
    sign_off: SignOff | None = printed_from("署名和日期", "issuer", "date")
    annex_pages: list[AnnexPage] = printed_from("附件各页", "annexes", "slogans", "activities")
    task_rows: list[TaskRow] = printed_from("任务分工", "activities")
    task_headings: TaskHeadings = printed_from("任务分工表头", "labels")
    statistic_rows: list[StatisticRow] = printed_from("活动统计", "activities")


def present(record: "ActivityPlan") -> dict[str, object]:
    """Give the printed extras of a checked record, in the shape of `PlanPaper`."""
    found = listed_annexes(record)
    names = record.labels
    return {
        "title_lines": title_lines(record.title, break_points(record)),
        "body": body(record, is_last=not (found or record.signoff)),
        "leaders": role_list(record.organization),
        "office_people": office_list(record.organization),
        "contact": contact(record),
        "annex_list": annex_list(found),
        "sign_off": sign_off(record),
        "annex_pages": annex_pages(record, found),
        "task_rows": task_rows(record) if record.task_table else [],
        "task_headings": {
            **{name: getattr(names, name) for name in ("lead", "partners", "deadline")},
            ORIGIN: ("labels",),
        },
        "statistic_rows": statistic_rows(record) if record.statistics_table else [],
    }


def body(record: "ActivityPlan", *, is_last: bool) -> list[Line]:
    """The opening and the chapters, bound to what follows."""
    opening = plain_lines(paragraph_lines(record.opening, ("opening",)))
    lines = [*opening, *laid_out(chapters(record))]
    return lines if is_last else bind_last(lines)


def contact(record: "ActivityPlan") -> Printed | None:
    """Whom to ask, when the plan asks for reports."""
    reporting = record.reporting
    if reporting is None:
        return None
    return {
        "name": reporting.contact,
        "phone": reporting.phone,
        "email": reporting.email,
        ORIGIN: ("reporting",),
        ORIGINS: {"name": ("reporting", "contact")},
    }


def sign_off(record: "ActivityPlan") -> Printed | None:
    """Who issues the plan and when; nothing under a notice, which says it."""
    if not record.signoff:
        return None
    origins = {"organs": ("issuer", "name"), "date": ("date",)}
    return {**sealed([record.issuer.name], record.date), ORIGINS: origins}


def name_of(record: "ActivityPlan") -> str:
    """Name the file by the title."""
    return "".join(record.title.split())


def names_of(record: Record) -> tuple[str, ...]:
    """The organs and places a plan may name: its issuer's."""
    issuer = getattr(record, "issuer")  # noqa: B009 # any record is a plan here
    return tuple(dict.fromkeys((issuer.name, issuer.area, place(issuer.name))))
