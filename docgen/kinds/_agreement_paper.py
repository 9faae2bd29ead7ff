"""How a checked agreement is laid on paper: title lines, preamble, numbered body, signatures.

Every passage keeps the record path it was made from, so that a finding about the paper leads
back to the clerk's own cell.
"""

import datetime
import itertools
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import Field

from docgen.kinds._agreement_parts import Headings, Order, Scope
from docgen.records import Record
from docgen.records.tree import PRINTS
from docgen.rows import Path
from docgen.vocabulary import (
    Blank,
    Part,
    Party,
    Section,
    Text,
    YesNo,
    chinese_number,
    official_date,
    points_text,
    section_number,
)

if TYPE_CHECKING:
    from docgen.kinds.responsibility_agreement import ResponsibilityAgreement

TITLE_WIDTH = 20  # 2号 characters that fit a 156 mm line
MOST_LINES = 4
Node = dict[str, object]


def printed_from(title: str, *paths: str) -> Any:
    """Declare a printed field and the record paths it is made from."""
    return Field(title=title, json_schema_extra={PRINTS: list(paths)})


class Passage(Part):
    """A numbered passage as printed; `table` says that the target table follows it."""

    number: Text | None = Field(default=None, title="编号")
    heading: Text | None = Field(default=None, title="标题")
    run_in: YesNo = Field(default=False, title="标题接排")
    text: Text | None = Field(default=None, title="正文")
    paragraphs: list[Text] = Field(default_factory=list, title="段落")
    points_text: Text | None = Field(default=None, title="要点")
    table: YesNo = Field(default=False, title="附表")
    children: list["Passage"] = Field(default_factory=list, title="下级")


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
        "preamble": preamble(record),
        "body": body(record),
        "target_rows": target_rows(record),
        "sign": sign_block(record),
    }


def preamble(record: "ResponsibilityAgreement") -> list[str]:
    """The opening: purpose, basis, agreement; then the delegation when there is one."""
    laws = "".join(basis.text for basis in record.basis)  # GB/T 15834-2011: 》《 without 、
    opening = (
        f"{record.purpose.rstrip('，。')}，根据{laws}等法律法规和有关规定，"
        f"{record.agree.rstrip('。')}。"
    )
    return [opening, *([f"{record.delegation.rstrip('。')}。"] if record.delegation else [])]


def body(record: "ResponsibilityAgreement") -> list[Node]:
    """The numbered chapters in the order the record asks for."""
    chapters = [targets_chapter(record), *duty_chapters(record)]
    if record.order is Order.DUTIES_FIRST:
        chapters = chapters[1:] + chapters[:1]
    chapters += [assessment_chapter(record), rules_chapter(record)]
    return numbered(chapters, 1)


def targets_chapter(record: "ResponsibilityAgreement") -> Node:
    """Control targets as a table, work targets as sentences."""
    control = node(record.headings.control, ("control_targets",), table=True)
    children = [control]
    if record.work_targets:
        sentences = [
            node(None, ("work_targets", index), text=f"{target.sentence}。")
            for index, target in enumerate(record.work_targets)
        ]
        children.append(node(record.headings.work, ("work_targets",), children=sentences))
    return node(record.headings.targets, ("control_targets",), children=children)


def duty_chapters(record: "ResponsibilityAgreement") -> list[Node]:
    """The duties of each side that has any; party B's are those that apply to its level."""
    own = [
        section_node(duty, ("duties", index))
        for index, duty in enumerate(record.duties)
        if not duty.applies_to or record.party_b.level in duty.applies_to
    ]
    names = record.headings
    shared = bool(record.duties_a or record.duties_c) and names.duties == Headings().duties
    mine = node("乙方职责" if shared else names.duties, ("duties",), children=own)
    above = [side_duties(names.duties_a, "duties_a", record.duties_a)] if record.duties_a else []
    third = [side_duties(names.duties_c, "duties_c", record.duties_c)] if record.duties_c else []
    return [*above, mine, *third]


def side_duties(heading: str, name: str, duties: list[Section]) -> Node:
    """The chapter of another side's duties."""
    children = [section_node(duty, (name, index)) for index, duty in enumerate(duties)]
    return node(heading, (name,), children=children)


def assessment_chapter(record: "ResponsibilityAgreement") -> Node:
    """How it is assessed, rewarded and punished."""
    names = record.headings
    scheme = node(names.scheme, ("assessment",), text=scheme_text(record), path_of="scheme")
    lists = (
        (names.rewards, "rewards", record.rewards),
        (names.penalties, "penalties", record.penalties),
        (names.veto, "veto", record.veto),
    )
    return node(
        names.assessment,
        ("assessment",),
        children=[scheme, *(list_node(*entry) for entry in lists if entry[2])],
    )


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


def rules_chapter(record: "ResponsibilityAgreement") -> Node:
    """Term, reports, succession, copies, effect and whatever else was agreed."""
    clauses = [node(None, ("term",), text=f"本责任书的责任期限为{record.term.text}。")]
    if record.report:
        clauses.append(node(None, ("report",), text=sentence(record.report)))
    if record.report_deadlines:
        due = "，".join(
            f"{entry.item}于{official_date(entry.date)}前" for entry in record.report_deadlines
        )
        text = f"乙方应当按时报送材料：{due}。"
        clauses.append(node(None, ("report_deadlines",), text=text))
    if record.succession_clause and record.succession:
        clauses.append(node(None, ("succession",), text=sentence(record.succession)))
    clauses.append(node(None, ("copies",), text=copies_text(record)))
    clauses += [
        node(None, ("supplementary", index), text=sentence(text))
        for index, text in enumerate(record.supplementary)
    ]
    clauses.append(node(None, ("effect",), text=sentence(record.effect)))
    return node(record.headings.rules, ("copies",), children=clauses)


def copies_text(record: "ResponsibilityAgreement") -> str:
    """The clause on copies: `一式两份，甲方、乙方各执一份`."""
    holders = record.copies.holders
    total = f"本责任书一式{copy_number(record.copies.total)}份"
    counts = {holder.count for holder in holders}
    names = "、".join(holder.holder for holder in holders)
    if len(counts) == 1:
        each = "各" if len(holders) > 1 else ""
        return f"{total}，{names}{each}执{copy_number(counts.pop())}份。"
    parts = "，".join(f"{holder.holder}执{copy_number(holder.count)}份" for holder in holders)
    return f"{total}，{parts}。"


def copy_number(number: int) -> str:
    """Count copies in Chinese, two being 两."""
    return "两" if number == 2 else chinese_number(number)


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


def node(
    heading: str | None,
    path: Path,
    *,
    text: str | None = None,
    children: list[Node] | None = None,
    table: bool = False,
    path_of: str | None = None,
) -> Node:
    """Make one passage; its number comes later."""
    return {
        "number": None,
        "heading": heading,
        "run_in": False,
        "text": text,
        "paragraphs": [],
        "points_text": None,
        "table": table,
        "children": children or [],
        "_path": (*path, path_of) if path_of else path,
    }


def section_node(section: Section, path: Path) -> Node:
    """Make a passage of a section and all below it."""
    below = [section_node(s, (*path, "sections", i)) for i, s in enumerate(section.sections)]
    made = node(section.heading, path, text=section.text, children=below)
    made["run_in"] = section.run_in
    made["paragraphs"] = list(section.paragraphs)
    made["points_text"] = points_text(section.points) if section.points else None
    return made


def list_node(heading: str, name: str, texts: Iterable[str]) -> Node:
    """Make a passage whose numbered children are plain texts."""
    below = [node(None, (name, i), text=sentence(text)) for i, text in enumerate(texts)]
    return node(heading, (name,), children=below)


def numbered(nodes: list[Node], depth: int) -> list[Node]:
    """Number passages and all below them; each level starts at one."""
    for index, made in enumerate(nodes, 1):
        made["number"] = section_number(index, depth)
        children = made["children"]
        assert isinstance(children, list)
        numbered(children, depth + 1)
    return nodes


def sentence(text: str) -> str:
    """End a text with a full stop unless it ends with a mark of its own."""
    return text if text.endswith(("。", "！", "？", "；", "：", "）")) else f"{text}。"


def break_points(record: "ResponsibilityAgreement") -> list[str]:
    """The words of the title after which a line may end without tearing a meaning."""
    return [record.party_a.area, record.party_b.area, "年度", "安全生产", "目标管理"]


def title_lines(title: str, words: list[str]) -> list[str]:
    """Break a title into lines of whole words, the lines as even as can be.

    GB/T 9704-2012 §7.3.1: 回行时词意完整，排列对称，长短适宜. A line break of the clerk's
    own decides; a digit counts half a character.
    """
    if "\n" in title:
        return [line.strip() for line in title.splitlines() if line.strip()]
    if text_width(title) <= TITLE_WIDTH:
        return [title]
    found = {m.end() for word in words if word for m in re.finditer(re.escape(word), title)}
    ends = sorted(found - {len(title)})
    for breaks in range(1, MOST_LINES):
        ways = [lines_of(title, chosen) for chosen in itertools.combinations(ends, breaks)]
        fitting = [way for way in ways if max(map(text_width, way)) <= TITLE_WIDTH]
        if fitting:
            return min(fitting, key=unevenness)
    return [title]


def lines_of(title: str, ends: tuple[int, ...]) -> list[str]:
    """Cut a title at the given ends."""
    return [title[start:end] for start, end in itertools.pairwise((0, *ends, len(title)))]


def unevenness(lines: list[str]) -> float:
    """Tell how far the longest line and the shortest are apart."""
    widths = [text_width(line) for line in lines]
    return max(widths) - min(widths)


@lru_cache(maxsize=10_000)
def text_width(text: str) -> float:
    """The width of a text in full-width characters."""
    return sum(0.5 if char.isascii() else 1 for char in text)


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
