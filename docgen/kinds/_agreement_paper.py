"""How a checked agreement is laid on paper: title lines, preamble, numbered body, signatures.

Every passage keeps the record path it was made from, so that a finding about the paper leads
back to the clerk's own cell.
"""

import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from docgen.kinds._agreement_parts import Headings, Order, SignLayout
from docgen.kinds._passages import (
    Branch,
    Line,
    Passage,
    bind_last,
    laid_out,
    printed_from,
    section_branch,
    section_branches,
    sentence,
    text_branches,
)
from docgen.kinds._scopes import Scope
from docgen.kinds._titles import title_lines
from docgen.records import Record
from docgen.vocabulary import (
    Blank,
    Part,
    Party,
    Section,
    Text,
    YesNo,
    counting_number,
    official_date,
)

if TYPE_CHECKING:
    from docgen.kinds.responsibility_agreement import ResponsibilityAgreement

Node = dict[str, object]


class TargetRow(Part):
    """One row of the target table."""

    index: int = Field(title="序号")
    category: Text = Field(title="类别")
    metric: Text = Field(title="指标")
    value_text: Text = Field(title="目标值")


class Side(Part):
    """One side's part of the signature block."""

    label: Text = Field(title="称呼")
    organs: list[Text] = Field(title="单位")
    sign_label: Text = Field(title="签字称呼")
    post: Text | Blank | None = Field(default=None, title="职务")
    name: Text | Blank = Field(title="姓名")
    date: datetime.date | Blank = Field(title="日期")


class SignBlock(Part):
    """The signature block as printed."""

    layout: Text = Field(title="版式")
    seal: YesNo = Field(title="盖章")
    sides: list[Side] = Field(title="各方")


class AgreementPaper(Part):
    """What a template may print beside the clerk's own fields."""

    title_lines: list[Text] = printed_from("标题各行", "title", "year", "pair")
    number_text: Text | None = printed_from("发文字号全文", "number")
    salutation: Text | None = printed_from("抬头", "party_b.organs")
    preamble: list[Text] = printed_from(
        "首段", "purpose", "basis", "agree", "delegation", "party_a.organs", "party_b.organs"
    )
    body: list[Passage] = printed_from(
        "正文",
        *("control_targets", "work_targets", "duties", "duties_a", "duties_c", "assessment"),
        *("rewards", "penalties", "veto", "term", "report", "report_deadlines", "succession"),
        *("copies", "supplementary", "effect", "headings"),
    )
    target_rows: list[TargetRow] = printed_from("指标表", "control_targets")
    sign: SignBlock = printed_from("签署", "signature", "party_a", "party_b", "party_c")


def present(record: "ResponsibilityAgreement") -> dict[str, object]:
    """Give the printed extras of a checked record, in the shape of `AgreementPaper`."""
    return {
        "title_lines": title_lines(record.title, break_points(record)),
        "number_text": record.number.text if record.number else None,
        "salutation": record.party_b.name if is_single(record) else None,
        "preamble": preamble(record),
        "body": body(record),
        "target_rows": target_rows(record),
        "sign": sign_block(record),
    }


def is_single(record: "ResponsibilityAgreement") -> bool:
    """True of a paper only party A signs, which is addressed to party B."""
    return record.signature.layout is SignLayout.SINGLE


def preamble(record: "ResponsibilityAgreement") -> list[str]:
    """The opening: purpose, basis, agreement; then the delegation when there is one."""
    laws = "".join(basis.text for basis in record.basis)  # GB/T 15834-2011: 》《 without 、
    opening = (
        f"{record.purpose.rstrip('，。')}，根据{laws}等法律法规和有关规定，"
        f"{record.agree.rstrip('。')}。"
    )
    return [opening, *([f"{record.delegation.rstrip('。')}。"] if record.delegation else [])]


def body(record: "ResponsibilityAgreement") -> list[Line]:
    """The numbered chapters in the order the record asks for."""
    chapters = [targets_chapter(record), *duty_chapters(record)]
    if record.order is Order.DUTIES_FIRST:
        chapters = chapters[1:] + chapters[:1]
    chapters += [assessment_chapter(record), rules_chapter(record)]
    return bind_last(laid_out(chapters))


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
    scheme = Branch(
        ("assessment", "scheme"), heading=names.scheme, lines=[(scheme_text(record), SCHEME)]
    )
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


SCHEME = ("assessment", "scheme")


def scheme_text(record: "ResponsibilityAgreement") -> str:
    """The assessment as one paragraph: who, when, how, and the bands."""
    rules = record.assessment
    times = f"于{'、'.join(rules.times)}" if rules.times else ""
    text = f"由{rules.agency}{times}组织考核。{rules.scheme.rstrip('。')}。"
    if not rules.bands:
        return text
    bands = []
    above = rules.full_score
    for position, band in enumerate(rules.bands):
        if position == 0:
            bands.append(f"{band.at_least}分以上的为{band.name}")
        elif band.at_least == 0:
            bands.append(f"不足{above}分的为{band.name}")
        else:
            bands.append(f"{band.at_least}分以上不足{above}分的为{band.name}")
        above = band.at_least
    return f"{text}考核得分{'，'.join(bands)}。"


def rules_chapter(record: "ResponsibilityAgreement") -> Branch:
    """Term, reports, succession, copies, effect and whatever else was agreed."""
    clauses = [Branch(("term",), text=f"本责任书的责任期限为{record.term.text}。")]
    if record.report:
        clauses.append(Branch(("report",), text=sentence(record.report)))
    if record.report_deadlines:
        due = "，".join(
            f"{entry.item}于{official_date(entry.date)}前" for entry in record.report_deadlines
        )
        text = f"乙方应当按时报送材料：{due}。"
        clauses.append(Branch(("report_deadlines",), text=text))
    if record.succession_clause and record.succession:
        clauses.append(Branch(("succession",), text=sentence(record.succession)))
    clauses.append(Branch(("copies",), text=copies_text(record)))
    clauses += text_branches(record.supplementary, ("supplementary",))
    clauses.append(Branch(("effect",), text=sentence(record.effect)))
    return Branch(("copies",), heading=record.headings.rules, branches=clauses)


def copies_text(record: "ResponsibilityAgreement") -> str:
    """The clause on copies: `一式两份，甲方、乙方各执一份`."""
    holders = record.copies.holders
    total = f"本责任书一式{counting_number(record.copies.total)}份"
    counts = {holder.count for holder in holders}
    names = "、".join(holder.holder for holder in holders)
    if len(counts) == 1:
        each = "各" if len(holders) > 1 else ""
        return f"{total}，{names}{each}执{counting_number(counts.pop())}份。"
    parts = "，".join(f"{holder.holder}执{counting_number(holder.count)}份" for holder in holders)
    return f"{total}，{parts}。"


def target_rows(record: "ResponsibilityAgreement") -> list[Node]:
    """The rows of the target table."""
    name = SCOPE_ACCIDENTS.get(record.scope, "生产安全事故")
    return [
        {
            "index": index + 1,
            "category": target.category or name,
            "metric": target.metric,
            "value_text": target.value_text,
            "_path": ("control_targets", index),
        }
        for index, target in enumerate(record.control_targets)
    ]


SCOPE_ACCIDENTS = {
    Scope.FIRE: "火灾事故",
    Scope.ROAD: "道路交通事故",
    Scope.FOREST_FIRE: "森林火灾",
    Scope.PIPELINE: "管道安全事故",
    Scope.GAS: "燃气事故",
    Scope.SELF_BUILT_HOUSE: "房屋安全事故",
}


def sign_block(record: "ResponsibilityAgreement") -> Node:
    """The signature block: each side's organs, representative and date."""
    parties = [("party_a", record.party_a), ("party_b", record.party_b)]
    if record.party_c is not None:
        parties.append(("party_c", record.party_c))
    form = record.signature
    labels = zip(form.party_labels, form.sign_labels, strict=False)
    sides = [
        side(name, party, words, form.date, seal=form.seal)
        for (name, party), words in zip(parties, labels, strict=False)
    ]
    return {
        "layout": form.layout.value,
        "seal": form.seal,
        "sides": sides,
        "_path": ("signature",),
    }


def side(
    name: str, party: Party, labels: tuple[str, str], date: datetime.date | Blank, *, seal: bool
) -> Node:
    """One side's part of the signature block."""
    label, sign_label = labels
    return {
        "label": seal_label(label, seal=seal),
        "organs": [organ.name for organ in party.organs],
        "sign_label": sign_label,
        "post": party.representative.post,
        "name": party.representative.name,
        "date": date,
        "_path": (name, "representative"),
        "_paths": {"organs": (name, "organs"), "date": ("signature", "date")},
    }


def seal_label(label: str, *, seal: bool) -> str:
    """Say at a party's label whether it seals: 甲方（盖章）."""
    bare = label.removesuffix("（盖章）").removesuffix("（章）")
    return f"{bare}（盖章）" if seal else bare


def break_points(record: "ResponsibilityAgreement") -> list[str]:
    """The words of the title after which a line may end without tearing a meaning."""
    return [record.party_a.area, record.party_b.area, "年度", "安全生产", "目标管理"]


def name_of(record: "ResponsibilityAgreement") -> str:
    """Name the file: 西街村2026年度安全生产责任书."""
    scope = "安全生产" if record.scope is Scope.COMPREHENSIVE else record.scope.label
    return f"{record.party_b.area}{record.year}年度{scope}责任书"


def names_of(record: Record) -> tuple[str, ...]:
    """The organs and places an agreement may name: those of its own parties."""
    parties = [getattr(record, name) for name in ("party_a", "party_b", "party_c")]
    return tuple(
        name
        for party in parties
        if party is not None
        for organ in party.organs
        for name in (organ.name, organ.area)
    )
