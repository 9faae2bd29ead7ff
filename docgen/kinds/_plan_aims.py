"""The first chapters of a plan: guiding thought, goals, theme, time."""

from typing import TYPE_CHECKING

from docgen.blanks import leftover_mark
from docgen.kinds._passages import Branch, section_branch, section_branches
from docgen.kinds._plan_parts import Chapter
from docgen.kinds._plan_told import Told, is_plain, named, told
from docgen.vocabulary import Term, day_text, official_date

if TYPE_CHECKING:
    from docgen.kinds.activity_plan import ActivityPlan


def guiding(record: "ActivityPlan", *, run_in: bool = False) -> list[Branch]:
    """The guiding thought."""
    if record.guiding is None:
        return []
    branch = section_branch(record.guiding, ("guiding",))
    branch.heading = branch.heading or named(record, Chapter.GUIDING)
    branch.run_in = branch.run_in or run_in
    return [branch]


def goals(record: "ActivityPlan", *, run_in: bool = False) -> list[Branch]:
    """The goals; one that is a plain sentence stands right below the heading."""
    heading = named(record, Chapter.GOALS)
    if not record.goals:
        return []
    if is_plain(record.goals):
        branch = section_branch(record.goals[0], ("goals", 0))
        branch.heading, branch.run_in = heading, run_in
        return [branch]
    return [
        Branch(("goals",), heading=heading, branches=section_branches(record.goals, ("goals",)))
    ]


def overall(record: "ActivityPlan") -> list[Branch]:
    """Guiding thought and goals in one chapter."""
    below = [*guiding(record, run_in=True), *goals(record, run_in=True)]
    if not below:
        return []
    return [Branch(("guiding",), heading=named(record, Chapter.OVERALL), branches=below)]


def theme(record: "ActivityPlan") -> list[Branch]:
    """The theme."""
    if not record.theme:
        return []
    return [Branch(("theme",), heading=named(record, Chapter.THEME), text=quoted(record.theme))]


def quoted(text: str) -> str:
    """Put a theme in quotation marks, as a sentence; one still to come stands as it is."""
    return text if leftover_mark(text) else f"“{text.strip(' “”。')}”。"


def period(record: "ActivityPlan") -> list[Branch]:
    """When the campaign is held, and its day of counsel."""
    if record.period is None:
        return []
    text, path = f"{span(record.period)}。", ("period",)
    day = consult_lines(record)
    return [Branch(path, heading=named(record, Chapter.PERIOD), text=text, lines=day)]


def span(term: Term) -> str:
    """Write a period, a single day as one."""
    return official_date(term.start) if term.start == term.end else term.text


def consult_lines(record: "ActivityPlan") -> list[Told]:
    """The sentence on the day of counsel: when, where and by whom it is held."""
    day, path = record.consult_day, ("consult_day",)
    if day is None:
        return []
    date = day_text(day.date, record.year) if day.date else "活动期间"
    place = f"在{day.place}" if day.place else ""
    host = f"，由{day.host}主办" if day.host else ""
    text = f"其中，{date}{day.time or ''}{place}举办{day.name or '集中宣传活动'}{host}。"
    return [told(text, path, name=day.name, time=day.time, place=day.place, host=day.host)]


def theme_and_period(record: "ActivityPlan") -> list[Branch]:
    """Theme and time in one chapter, a line each."""
    lines: list[Told] = []
    if record.theme:
        lines.append((f"{named(record, Chapter.THEME)}：{quoted(record.theme)}", ("theme",)))
    if record.period is not None:
        text = f"{named(record, Chapter.PERIOD)}：{span(record.period)}。"
        lines += [(text, ("period",)), *consult_lines(record)]
    heading = named(record, Chapter.THEME_AND_PERIOD)
    return [Branch(("theme",), heading=heading, lines=lines)] if lines else []
