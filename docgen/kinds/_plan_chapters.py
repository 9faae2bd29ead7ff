"""The chapters of a plan in the order it asks for, each as a branch of the body."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from docgen.kinds._passages import Branch, paragraph_lines, section_branch, section_branches
from docgen.kinds._plan_aims import goals, guiding, overall, period, theme, theme_and_period
from docgen.kinds._plan_group import organization, reporting
from docgen.kinds._plan_parts import USUAL_ORDER, Chapter
from docgen.kinds._plan_told import Told, named
from docgen.kinds._plan_work import activities, phases
from docgen.vocabulary import Section

if TYPE_CHECKING:
    from docgen.kinds.activity_plan import ActivityPlan

Builder = Callable[["ActivityPlan"], list[Branch]]


def chapters(record: "ActivityPlan") -> list[Branch]:
    """The chapters of the plan and the office's own, each where it was put."""
    order = [chapter for chapter in record.order if chapter in BUILDERS] or USUAL_ORDER
    standard = {chapter: whole(record, chapter) for chapter in order}
    own = list(enumerate(record.chapters))
    anchored = [chapter for chapter, branches in standard.items() if branches]
    first = [at for at in own if at[1].first]
    last = [at for at in own if not at[1].first and at[1].after not in anchored]
    found = own_chapters(first)
    for chapter, branches in standard.items():
        found += branches
        found += own_chapters(at for at in own if at[1].after is chapter and branches)
    return found + own_chapters(last)


def own_chapters(placed: Iterable[tuple[int, Section]]) -> list[Branch]:
    """Make branches of the office's own chapters."""
    return [section_branch(section, ("chapters", index)) for index, section in placed]


def whole(record: "ActivityPlan", chapter: Chapter) -> list[Branch]:
    """Give a chapter with what the office adds before and after."""
    branches = BUILDERS[chapter](record)
    remarks = [(at, one) for at, one in enumerate(record.remarks) if one.chapter is chapter]
    for index, remark in remarks if branches else ():
        put_first(branches[0], list(paragraph_lines(remark.before, ("remarks", index, "before"))))
        branches[-1].closing += paragraph_lines(remark.after, ("remarks", index, "after"))
    return branches


def put_first(branch: Branch, lines: list[Told]) -> None:
    """Put paragraphs between the heading of a branch and all else."""
    if lines and branch.text:
        branch.lines.insert(0, (branch.text, branch.path))
        branch.text = None
    branch.lines[:0] = lines


def requirements(record: "ActivityPlan") -> list[Branch]:
    """The requirements; reports are the last of them unless they have a chapter."""
    below = section_branches(record.requirements, ("requirements",))
    if record.with_reporting and Chapter.REPORTING not in record.order:
        below += reporting(record, run_in=True)
    if not below:
        return []
    heading = named(record, Chapter.REQUIREMENTS)
    return [Branch(("requirements",), heading=heading, branches=below)]


BUILDERS: Mapping[Chapter, Builder] = {
    Chapter.OVERALL: overall,
    Chapter.GUIDING: guiding,
    Chapter.GOALS: goals,
    Chapter.THEME: theme,
    Chapter.PERIOD: period,
    Chapter.THEME_AND_PERIOD: theme_and_period,
    Chapter.ORGANIZATION: organization,
    Chapter.ACTIVITIES: activities,
    Chapter.PHASES: phases,
    Chapter.REQUIREMENTS: requirements,
    Chapter.REPORTING: reporting,
}
