"""How a checked summary is laid on paper: title lines, opening, numbered body, signature.

Every passage keeps the record path it was made from, so that a finding about the paper leads
back to the clerk's own cell.
"""

from typing import TYPE_CHECKING

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds._official import SignOff, sealed, unsealed
from docgen.kinds._passages import (
    Line,
    Passage,
    bind_last,
    laid_out,
    paragraph_lines,
    plain_lines,
    printed_from,
)
from docgen.kinds._summary_chapters import chapters, form_of
from docgen.kinds._summary_defaults import scope_texts, span_of
from docgen.kinds._summary_parts import SignaturePlace
from docgen.kinds._summary_tables import statistics
from docgen.kinds._titles import title_lines
from docgen.records import Record
from docgen.vocabulary import Part, Text

if TYPE_CHECKING:
    from docgen.kinds.annual_summary import AnnualSummary


class SummaryPaper(Part):
    """What a template may print beside the clerk's own fields."""

    title_lines: list[Text] = printed_from("标题各行", "title", "year", "scope", "with_plan")
    number_text: Text | None = printed_from("发文字号全文", "number")
    body: list[Passage] = printed_from(
        "正文",
        *("lead", "period", "enterprises", "accidents", "cases", "no_major", "meetings"),
        *("agreements_signed", "trainings", "publicity", "drills", "inspections"),
        *("major_hazards", "overview", "work", "problems", "next_steps", "extra", "closing"),
        *("leads", "headings", "form"),
    )
    sign_place: Text = printed_from("落款位置", "form")
    sign_off: SignOff = printed_from("落款", "issuer", "date")


def present(record: "AnnualSummary") -> dict[str, object]:
    """Give the printed extras of a checked record, in the shape of `SummaryPaper`."""
    return {
        "title_lines": title_lines(record.title, break_points(record)),
        "number_text": record.number.text if record.number else None,
        "body": body(record),
        "sign_place": form_of(record).signature.value,
        "sign_off": sign_off(record),
    }


def sign_off(record: "AnnualSummary") -> dict[str, object]:
    """Who signs and when, placed by the rule of the seal."""
    placed = sealed if form_of(record).seal else unsealed
    paths = {"organs": ("issuer",), "date": ("date",)}
    return {**placed([record.issuer.name], record.date), ORIGIN: ("issuer",), ORIGINS: paths}


def body(record: "AnnualSummary") -> list[Line]:
    """The opening, the chapters, the closing words."""
    lines = plain_lines(paragraph_lines(record.lead, ("lead",)))
    for line in laid_out(chapters(record)):
        if line["table"] is None:
            lines.append(line)
        elif (grid := statistics(record, str(line["table"]))) is not None:
            lines.append({**line, "table": "statistics", "grid": grid})
    lines += plain_lines(paragraph_lines(record.closing, ("closing",)))
    return bind_last(lines) if form_of(record).signature is SignaturePlace.END else lines


def break_points(record: "AnnualSummary") -> list[str]:
    """The words of the title after which a line may end without tearing a meaning."""
    words = [record.issuer.area, "年度", "半年", "季度", "月份", "工作总结"]
    return words if "暨" in record.title else [*words, "安全生产"]


def name_of(record: "AnnualSummary") -> str:
    """Name the file: 白道口镇2026年度安全生产工作总结."""
    span = span_of(record.period, record.year)
    return f"{record.issuer.area}{span.title}{scope_texts(record.scope)['name']}工作总结"


def names_of(record: Record) -> tuple[str, ...]:
    """The organs and places a summary may name: its issuer and the place it speaks for."""
    issuer = record.voice
    return (issuer.name, issuer.area) if issuer else ()
