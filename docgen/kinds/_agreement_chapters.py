"""The chapters of an agreement in the order it asks for, each as a branch of the body."""

from typing import TYPE_CHECKING

from docgen.kinds._agreement_parts import Assessment, Copies, Headings, Order
from docgen.kinds._passages import (
    Branch,
    section_branch,
    section_branches,
    sentence,
    text_branches,
)
from docgen.vocabulary import Section, counting_number, official_date

if TYPE_CHECKING:
    from docgen.kinds.responsibility_agreement import ResponsibilityAgreement

SCHEME = ("assessment", "scheme")


def chapters(record: "ResponsibilityAgreement") -> list[Branch]:
    """The numbered chapters in the order the record asks for."""
    found = [targets_chapter(record), *duty_chapters(record)]
    if record.order is Order.DUTIES_FIRST:
        found = found[1:] + found[:1]
    return [*found, assessment_chapter(record), rules_chapter(record)]


def targets_chapter(record: "ResponsibilityAgreement") -> Branch:
    """Control targets as a table, work targets as sentences."""
    names = record.headings
    sections = [Branch(("control_targets",), heading=names.control, table="targets")]
    if record.work_targets:
        sentences = [
            Branch(("work_targets", index), text=f"{target.sentence}。")
            for index, target in enumerate(record.work_targets)
        ]
        sections.append(Branch(("work_targets",), heading=names.work, branches=sentences))
    return Branch(("control_targets",), heading=names.targets, branches=sections)


def duty_chapters(record: "ResponsibilityAgreement") -> list[Branch]:
    """The duties of each side that has any; party B's are those that apply to its level."""
    names, level = record.headings, record.party_b.level
    own = [
        section_branch(duty, ("duties", index))
        for index, duty in enumerate(record.duties)
        if not duty.applies_to or level in duty.applies_to
    ]
    shared = bool(record.duties_a or record.duties_c) and names.duties == Headings().duties
    mine = Branch(("duties",), heading="乙方职责" if shared else names.duties, branches=own)
    above = [side_duties(names.duties_a, "duties_a", record.duties_a)] if record.duties_a else []
    third = [side_duties(names.duties_c, "duties_c", record.duties_c)] if record.duties_c else []
    return [*above, mine, *third]


def side_duties(heading: str, name: str, duties: list[Section]) -> Branch:
    """The chapter of another side's duties."""
    return Branch((name,), heading=heading, branches=section_branches(duties, (name,)))


def assessment_chapter(record: "ResponsibilityAgreement") -> Branch:
    """How it is assessed, rewarded and punished."""
    names = record.headings
    text = scheme_text(record.assessment)
    scheme = Branch(SCHEME, heading=names.scheme, lines=[(text, SCHEME)])
    lists = (
        (names.rewards, "rewards", record.rewards),
        (names.penalties, "penalties", record.penalties),
        (names.veto, "veto", record.veto),
    )
    listed = [
        Branch((name,), heading=heading, branches=text_branches(texts, (name,)))
        for heading, name, texts in lists
        if texts
    ]
    return Branch(("assessment",), heading=names.assessment, branches=[scheme, *listed])


def scheme_text(rules: Assessment) -> str:
    """The assessment as one paragraph: who, when, how, and the bands."""
    times = f"于{'、'.join(rules.times)}" if rules.times else ""
    text = f"由{rules.agency}{times}组织考核。{rules.scheme.rstrip('。')}。"
    return f"{text}考核得分{'，'.join(band_texts(rules))}。" if rules.bands else text


def band_texts(rules: Assessment) -> list[str]:
    """The bands from the highest down: `90分以上的为优秀`, `不足60分的为不合格`."""
    ceilings = [None, *(band.at_least for band in rules.bands)]
    return [
        f"{span_text(band.at_least, ceiling)}的为{band.name}"
        for band, ceiling in zip(rules.bands, ceilings, strict=False)
    ]


def span_text(floor: int, ceiling: int | None) -> str:
    """The scores of one band; the highest has no ceiling of its own."""
    if ceiling is None:
        return f"{floor}分以上"
    return f"不足{ceiling}分" if floor == 0 else f"{floor}分以上不足{ceiling}分"


def rules_chapter(record: "ResponsibilityAgreement") -> Branch:
    """Term, reports, succession, copies, effect and whatever else was agreed."""
    clauses = [
        Branch(("term",), text=f"本责任书的责任期限为{record.term.text}。"),
        *report_clauses(record),
    ]
    if record.succession_clause and record.succession:
        clauses.append(Branch(("succession",), text=sentence(record.succession)))
    clauses.append(Branch(("copies",), text=copies_text(record.copies)))
    clauses += text_branches(record.supplementary, ("supplementary",))
    clauses.append(Branch(("effect",), text=sentence(record.effect)))
    return Branch(("copies",), heading=record.headings.rules, branches=clauses)


def report_clauses(record: "ResponsibilityAgreement") -> list[Branch]:
    """How party B reports, and what it hands in by which day."""
    clauses = []
    if record.report:
        clauses.append(Branch(("report",), text=sentence(record.report)))
    if record.report_deadlines:
        due = "，".join(
            f"{entry.item}于{official_date(entry.date)}前" for entry in record.report_deadlines
        )
        text = f"乙方应当按时报送材料：{due}。"
        clauses.append(Branch(("report_deadlines",), text=text))
    return clauses


def copies_text(copies: Copies) -> str:
    """The clause on copies: `一式两份，甲方、乙方各执一份`."""
    holders = copies.holders
    total = f"本责任书一式{counting_number(copies.total)}份"
    counts = {holder.count for holder in holders}
    names = "、".join(holder.holder for holder in holders)
    if len(counts) == 1:
        each = "各" if len(holders) > 1 else ""
        return f"{total}，{names}{each}执{counting_number(counts.pop())}份。"
    parts = "，".join(f"{holder.holder}执{counting_number(holder.count)}份" for holder in holders)
    return f"{total}，{parts}。"
