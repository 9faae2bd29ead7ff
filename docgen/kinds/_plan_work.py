"""The chapters on what is done: activities and phases."""

from itertools import groupby
from typing import TYPE_CHECKING

from docgen.kinds._passages import Branch, section_branch, section_branches
from docgen.kinds._plan_activities import Activity, Phase
from docgen.kinds._plan_parts import Chapter, Details
from docgen.kinds._plan_told import is_plain, listed, named, told
from docgen.rows import Path
from docgen.vocabulary import day_text, deadline_text

if TYPE_CHECKING:
    from docgen.kinds.activity_plan import ActivityPlan


def activities(record: "ActivityPlan") -> list[Branch]:
    """The activities, those of one group under one heading."""
    below: list[Branch] = []
    numbered = enumerate(record.activities)
    for group, together in groupby(numbered, key=lambda at: at[1].group):
        members = list(together)
        branches = [activity_branch(record, activity, index) for index, activity in members]
        if group:
            path: Path = ("activities", members[0][0], "group")
            below.append(Branch(path, heading=group, branches=branches))
        else:
            below += branches
    if record.activity_chapters or not below:
        return below
    heading = named(record, Chapter.ACTIVITIES)
    return [Branch(("activities",), heading=heading, branches=below)]


def activity_branch(record: "ActivityPlan", activity: Activity, index: int) -> Branch:
    """One activity, its lead, time and place where the plan prints them."""
    path = ("activities", index)
    branch = section_branch(activity.section, path)
    found = details(record, activity)
    if found and record.details is Details.ASIDE:
        text = "；".join(f"{label}：{words}" for label, words in found.values())
        parts = {name: words for name, (_, words) in found.items()}
        branch.closing.append(told(f"（{text}）", path, **parts))
    if record.details is Details.LINES:
        branch.closing += [
            told(f"{label}：{words}。", path, **{name: words})
            for name, (label, words) in found.items()
        ]
    return branch


def details(record: "ActivityPlan", activity: Activity) -> dict[str, tuple[str, str]]:
    """Give label and words of every detail of an activity that is known, by its field."""
    names, deadline, quantity = record.labels, activity.deadline, activity.quantity
    known = {
        "lead": (names.lead, activity.lead),
        "partners": (names.partners, listed(activity.partners)),
        "time": (names.time, activity.time),
        "deadline": (names.deadline, deadline_text(deadline, record.year) if deadline else None),
        "place": (names.place, activity.place),
        "audience": (names.audience, activity.audience),
        "quantity": (names.quantity, quantity.text if quantity else None),
    }
    return {name: (label, words.rstrip("。")) for name, (label, words) in known.items() if words}


def phases(record: "ActivityPlan") -> list[Branch]:
    """The steps of the campaign."""
    if not record.phases:
        return []
    below = [
        phase_branch(phase, ("phases", index), record.year)
        for index, phase in enumerate(record.phases)
    ]
    return [Branch(("phases",), heading=named(record, Chapter.PHASES), branches=below)]


def phase_branch(phase: Phase, path: Path, year: int) -> Branch:
    """One step: a single task runs into the heading."""
    heading = f"{phase.name}{phase_time(phase, year)}"
    if is_plain(phase.tasks):
        branch = section_branch(phase.tasks[0], (*path, "tasks", 0))
        branch.heading, branch.run_in = heading, True
        return branch
    tasks = section_branches(phase.tasks, (*path, "tasks"))
    return Branch((*path, "name"), heading=heading, branches=tasks)


def phase_time(phase: Phase, year: int) -> str:
    """Write when a step is done, in brackets."""
    start, end = phase.start, phase.end
    if phase.time:
        return f"（{phase.time}）"
    if start and end:
        return f"（{day_text(start, year)}至{day_text(end, year)}）"
    if start:
        return f"（{day_text(start, year)}起）"
    return f"（{day_text(end, year)}前）" if end else ""
