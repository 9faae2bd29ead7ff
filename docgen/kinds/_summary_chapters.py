"""The chapters of a summary: the clerk's own words, then what the figures say."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docgen.kinds._passages import (
    Branch,
    paragraph_lines,
    section_branch,
    section_branches,
)
from docgen.kinds._summary_parts import (
    Chapter,
    Figure,
    FigureUse,
    Form,
    ListStyle,
    WorkSection,
)
from docgen.kinds._summary_said import Said, attach, said_of
from docgen.kinds._summary_words import Words, words_of
from docgen.rows import Path
from docgen.vocabulary import Numbering, Paragraph, PointMarker, Section, lines_of

if TYPE_CHECKING:
    from docgen.kinds.annual_summary import AnnualSummary

GROUPS = {
    "responsibility": (Figure.MEETINGS, Figure.AGREEMENTS),
    "education": (Figure.TRAININGS, Figure.PUBLICITY),
    "drills": (Figure.DRILLS,),
    "inspections": (Figure.INSPECTIONS, Figure.MAJOR_HAZARDS, Figure.INSPECTION_TABLE),
}
TABLES = {
    Figure.ACCIDENT_TABLE: Figure.ACCIDENTS,
    Figure.INSPECTION_TABLE: Figure.INSPECTIONS,
}
OVERVIEW = (Figure.ENTERPRISES, Figure.ACCIDENTS, Figure.ACCIDENT_TABLE)


def chapters(record: "AnnualSummary") -> list[Branch]:
    """Give the chapters in the order the record asks for."""
    form, words = form_of(record), words_of(record)
    made = {
        Chapter.OVERVIEW: overview(record, words),
        Chapter.WORK: work(record, words),
        Chapter.PROBLEMS: items(record, "problems", form.problems),
        Chapter.NEXT_STEPS: items(record, "next_steps", form.next_steps),
    }
    if form.one_outlook:
        made = joined(record, made, form)
    return [
        branch
        for chapter in form.chapters
        if chapter in made
        for branch in (*made[chapter], *extras(record, chapter, words))
    ]


def form_of(record: "AnnualSummary") -> Form:
    """Give how the summary is laid out; in a draft the usual way, where that cannot be read."""
    return record.form if isinstance(record.form, Form) else Form()


def overview(record: "AnnualSummary", words: Words) -> list[Branch]:
    """The first chapter: the clerk's words, enterprises, accidents."""
    own, names = record.overview, record.headings
    branch = section_branch(own, ("overview",)) if own else Branch(("accidents",))
    figures = [*(asked(own, record) if own else []), *unclaimed(record, OVERVIEW)]
    attach(branch, said(record, figures, words), names.accidents)
    return [chapter(record, branch, "overview")] if filled(branch, record, "overview") else []


def work(record: "AnnualSummary", words: Words) -> list[Branch]:
    """The second chapter, or its sections as chapters of their own."""
    own = [worked(section, ("work", at), record, words) for at, section in enumerate(record.work)]
    sections = [*own, *drawn_up(record, words)]
    if form_of(record).work_as_chapters:
        lead = list(paragraph_lines(record.leads.work, ("leads", "work")))
        return [*([Branch(("leads",), lines=lead, numbered=False)] if lead else []), *sections]
    return [chapter(record, Branch(("work",), branches=sections), "work")]


def worked(section: WorkSection, path: Path, record: "AnnualSummary", words: Words) -> Branch:
    """Give a section of the work done, with the figures it asks for."""
    branch = section_branch(section, path)
    return attach(branch, said(record, asked(section, record), words), record.headings.accidents)


def asked(section: WorkSection, record: "AnnualSummary") -> list[Figure]:
    """Give the figures a section asks for, each with its table where one is wanted."""
    wanted = {table.value for table in form_of(record).tables}
    figures = list(section.figures)
    tables = [table for table, figure in TABLES.items() if figure in figures]
    return figures + [t for t in tables if t.value in wanted and t not in figures]


def drawn_up(record: "AnnualSummary", words: Words) -> list[Branch]:
    """Give a section for each group of figures that no section asks for."""
    made = []
    for name, figures in GROUPS.items():
        branch = Branch((name,), heading=getattr(record.headings, name))
        attach(branch, said(record, unclaimed(record, figures), words), "")
        if branch.lines or branch.branches:
            branch.path = (branch.lines[0][1] if branch.lines else branch.branches[0].path)[:1]
            made.append(branch)
    return made


def said(record: "AnnualSummary", figures: Iterable[Figure], words: Words) -> list[Said]:
    """Give what the figures say, one after another."""
    return [said_of(record, figure, words) for figure in figures if figure in tuple(Figure)]


def unclaimed(record: "AnnualSummary", figures: Iterable[Figure]) -> list[Figure]:
    """Give those figures that no section asks for and that are to be said all the same.

    A table goes with its figures.
    """
    sections = [*record.work, *record.extra, *([record.overview] if record.overview else [])]
    claimed = {figure for section in sections for figure in section.figures}
    claimed |= {table for table, figure in TABLES.items() if figure in claimed}
    form = form_of(record)
    tables = {table.value for table in form.tables}
    told = form.figures is not FigureUse.CHECKED
    return [
        figure
        for figure in figures
        if figure not in claimed and (figure.value in tables if figure in TABLES else told)
    ]


def items(record: "AnnualSummary", name: str, style: ListStyle) -> list[Branch]:
    """The chapter of problems or plans; none where there are none."""
    entries: Sequence[Section] = getattr(record, name)
    lead: list[Paragraph] = getattr(record.leads, name)
    branch = Branch((name,))
    if not entries:
        return []
    if style is ListStyle.NUMBERED or not all(map(is_plain, entries)):
        branch.branches = section_branches(entries, (name,))
        return [chapter(record, branch, name)]
    texts = [point(entry) for entry in entries]
    if style is ListStyle.APART:
        lines = lines_of(None, texts, PointMarker.IS, apart=True)
        branch.lines = [(line, (name, at)) for at, line in enumerate(lines)]
        return [chapter(record, branch, name)]
    opening = lead[-1].text if lead and not lead[-1].points else None
    branch.lines = [
        (line, (name,)) for line in lines_of(opening, texts, PointMarker.IS, apart=False)
    ]
    return [chapter(record, branch, name, lead[:-1] if opening else lead)]


def is_plain(entry: Section) -> bool:
    """True of an entry that one sentence after 一是 can hold."""
    return not (entry.paragraphs or entry.points or entry.table or entry.sections or entry.closing)


def point(entry: Section) -> str:
    """Give an entry as one text: its heading as the first sentence."""
    parts = [part for part in (entry.heading, entry.text) if part]
    return "。".join(part.rstrip("。") for part in parts)


def joined(
    record: "AnnualSummary", made: dict[Chapter, list[Branch]], form: Form
) -> dict[Chapter, list[Branch]]:
    """Make one chapter of problems and plans, where the first of them stands."""
    below = [*made[Chapter.PROBLEMS], *made[Chapter.NEXT_STEPS]]
    one = Branch(("problems",), heading=record.headings.outlook, branches=below)
    order = [at for at in form.chapters if at in (Chapter.PROBLEMS, Chapter.NEXT_STEPS)]
    return {**made, order[0]: [one] if below else [], order[1]: []}


def extras(record: "AnnualSummary", after: Chapter, words: Words) -> list[Branch]:
    """The office's own chapters that stand after a chapter."""
    return [
        worked(section, ("extra", at), record, words)
        for at, section in enumerate(record.extra)
        if section.after == after
    ]


def chapter(
    record: "AnnualSummary", branch: Branch, name: str, lead: Sequence[Paragraph] | None = None
) -> Branch:
    """Give a branch its chapter's heading, opening paragraphs and numbering."""
    opening = getattr(record.leads, name) if lead is None else lead
    branch.heading = branch.heading or getattr(record.headings, name)
    branch.lines = [*paragraph_lines(opening, ("leads", name)), *branch.lines]
    numbering = form_of(record).numbering
    if branch.below is None and isinstance(numbering, Numbering):
        branch.below = numbering.level
    return branch


def filled(branch: Branch, record: "AnnualSummary", name: str) -> bool:
    """True when a chapter says anything."""
    own = (branch.heading, branch.text, branch.lines, branch.branches, branch.closing, branch.grid)
    return any(own) or bool(getattr(record.leads, name))
