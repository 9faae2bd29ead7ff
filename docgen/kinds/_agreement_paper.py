"""How a checked agreement is laid on paper: title lines, preamble, numbered body, signatures.

Every passage keeps the record path it was made from, so that a finding about the paper leads
back to the clerk's own cell.
"""

from typing import TYPE_CHECKING

from pydantic import Field

from docgen.kinds import ORIGIN
from docgen.kinds._agreement_chapters import chapters
from docgen.kinds._agreement_parts import SignLayout
from docgen.kinds._agreement_sign import SignBlock, sign_block
from docgen.kinds._official import Printed
from docgen.kinds._passages import (
    Passage,
    bind_last,
    laid_out,
    printed_from,
)
from docgen.kinds._scopes import Scope
from docgen.kinds._titles import title_lines
from docgen.records import Record
from docgen.vocabulary import (
    Part,
    Text,
)

if TYPE_CHECKING:
    from docgen.kinds.responsibility_agreement import ResponsibilityAgreement


class TargetRow(Part):
    """One row of the target table."""

    index: int = Field(title="序号")
    category: Text = Field(title="类别")
    metric: Text = Field(title="指标")
    value_text: Text = Field(title="目标值")


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
        "body": bind_last(laid_out(chapters(record))),
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


def target_rows(record: "ResponsibilityAgreement") -> list[Printed]:
    """The rows of the target table."""
    name = SCOPE_ACCIDENTS.get(record.scope, "生产安全事故")
    return [
        {
            "index": index + 1,
            "category": target.category or name,
            "metric": target.metric,
            "value_text": target.value_text,
            ORIGIN: ("control_targets", index),
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
