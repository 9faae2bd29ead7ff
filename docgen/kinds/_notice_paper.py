"""How a checked notice is laid on paper: head, body, date and seal, issued paper, imprint."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from docgen.kinds import ORIGIN, ORIGINS, Kind, activity_plan, responsibility_agreement
from docgen.kinds._agreement_paper import AgreementPaper
from docgen.kinds._held import rebased
from docgen.kinds._notice_attached import (
    TITLE_WORDS,
    AttachedPage,
    attached_pages,
    attachment_label,
    attachment_list,
    attachment_titles,
    is_attached,
    issued_title,
)
from docgen.kinds._notice_parts import SealMode
from docgen.kinds._official import (
    HeadPaper,
    ImprintPaper,
    NamedAttachment,
    Printed,
    SignOff,
    head,
    imprint,
    sealed,
    stamped,
    unsealed,
)
from docgen.kinds._passages import (
    Line,
    Passage,
    bind_last,
    laid_out,
    paragraph_lines,
    plain_lines,
    printed_from,
    section_branches,
)
from docgen.kinds._plan_paper import PlanPaper
from docgen.kinds._titles import title_lines
from docgen.records import Record
from docgen.vocabulary import Part, Text
from docgen.word.placing import ROW_LINES, STAMP_LINES
from docgen.word.room import SEAL_LINES, line_count, lines_under_head, seal_lines

if TYPE_CHECKING:
    from docgen.kinds.notice import Notice


class NoticePaper(Part):
    """What a template may print beside the clerk's own fields."""

    head_paper: HeadPaper = printed_from("版头全文", "head", "number", "signers", "issuer")
    title_lines: list[Text] = printed_from("标题各行", "title", "year")
    salutation: Text = printed_from("抬头", "recipients")
    body: list[Passage] = printed_from(
        "正文",
        *("purpose", "basis", "approved_by", "instruction", "paragraphs", "sections"),
    )
    attachment_list: list[NamedAttachment] = printed_from("附件说明", "attachments")
    sign_off: SignOff = printed_from("署名和日期", "issuer", "co_issuers", "date", "seal")
    issued_label: Text | None = printed_from("所印发文件的附件号", "issued_as")
    issued_plan: PlanPaper | None = printed_from("印发的方案", "plan")
    issued_agreement: AgreementPaper | None = printed_from("印发的责任书", "agreement")
    attached: list[AttachedPage] = printed_from("附件各页", "attachments")
    imprint_paper: ImprintPaper = printed_from("版记全文", "imprint")


def present(record: "Notice") -> dict[str, object]:
    """Give the printed extras of a checked record, in the shape of `NoticePaper`."""
    listed = attachment_titles(record)
    return {
        "head_paper": head_paper(record),
        "title_lines": title_lines(record.title, break_points(record)),
        "salutation": "，".join(record.recipients),
        "body": body(record),
        "attachment_list": attachment_list(listed),
        "sign_off": sign_off(record),
        "issued_label": attachment_label(1, len(listed)) if is_attached(record) else None,
        "issued_plan": issued_paper(record.plan, activity_plan.kind, "plan"),
        "issued_agreement": issued_paper(
            record.agreement, responsibility_agreement.kind, "agreement"
        ),
        "attached": attached_pages(record, len(listed)),
        "imprint_paper": imprint_paper(record),
    }


def issued_paper(paper: Record | None, kind: Kind, name: str) -> object:
    """What the issued paper prints; in a draft, the mark that stands for it."""
    return rebased(kind.present(paper), name) if isinstance(paper, Record) else paper


def head_paper(record: "Notice") -> Printed:
    """The red head; on printed paper the place of mark and rule stays free."""
    form = record.head
    organs = [record.issuer, *record.co_issuers]
    marks = [organ.name for organ in organs] if len(organs) > 1 else [f"{record.issuer.name}文件"]
    made = head(
        record.number.text,
        [form.mark] if form.mark else marks,
        copy_number=form.copy_number,
        secrecy=form.secrecy.text if form.secrecy else None,
        urgency=form.urgency.label if form.urgency else None,
        signers=record.signers if record.upward else (),
        is_printed=not record.red_head,
    )
    mark = ("head", "mark") if form.mark else ("issuer", "name")
    origins = {"number": ("number",), "signers_text": ("signers",), "mark_lines": mark}
    return {**made, ORIGIN: ("head",), ORIGINS: origins}


def body(record: "Notice") -> list[Line]:
    """What the notice says itself: the opening sentence, then whatever else was written."""
    opening = plain_lines([(opening_sentence(record), ("instruction",))])
    further = plain_lines(paragraph_lines(record.paragraphs, ("paragraphs",)))
    branches = section_branches(record.sections, ("sections",))
    return bind_last([*opening, *further, *laid_out(branches)])


def opening_sentence(record: "Notice") -> str:
    """Why, on what ground, with whose consent, what is issued, and what is asked."""
    parts = [record.purpose.rstrip("，。")]
    if record.basis:
        parts.append(f"根据{''.join(basis.text for basis in record.basis)}要求")
    if record.approved_by:
        parts.append(f"经{record.approved_by.removeprefix('经').removesuffix('同意')}同意")
    issued = f"现将《{issued_title(record)}》印发给你们"
    return "，".join([*parts, issued, record.instruction.rstrip("。")]) + "。"


def sign_off(record: "Notice") -> Printed:
    """Who issues the notice and when, placed by the rule of its seal (7.3.5)."""
    organs = [record.issuer.name, *(organ.name for organ in record.co_issuers)]
    if record.seal is SealMode.SEALED:
        made = sealed(organs, record.date, lines=sealing_lines(record))
    elif record.seal is SealMode.UNSEALED:
        made = unsealed(organs, record.date)
    else:
        made = stamped(organs, cast("Sequence[str]", [record.stamp_post]), record.date)
    origins = {"organs": ("issuer", "name"), "date": ("date",), "posts": ("stamp_post",)}
    return {**made, ORIGIN: ("issuer",), ORIGINS: origins}


def sealing_lines(record: "Notice") -> int:
    """How many empty lines to leave for the seal: one where else a page would be missed."""
    after = lines_after(record) - signed_lines(record)
    return seal_lines(lines_left(record), lines_of_body(record), after=after)


def lines_after(record: "Notice") -> int:
    """How many lines follow the text on its page: attachments, sign-off, remark."""
    listed = [f"附件：1. {title}" for title, _ in attachment_titles(record)]
    note = 1 + sum(line_count(text) for text in listed) if listed else 0
    return note + signed_lines(record) + bool(record.note)


def signed_lines(record: "Notice") -> int:
    """The least lines of the sign-off: empty ones, organs two a row or one below another, date."""
    organs = 1 + len(record.co_issuers)
    if record.seal is SealMode.SIGNATURE_STAMP:
        return 2 * STAMP_LINES + 2
    if record.seal is SealMode.UNSEALED:
        return 2 + organs
    rows = math.ceil(organs / 2)
    return SEAL_LINES - 1 + rows + ROW_LINES * (rows - 1) + 1


def lines_left(record: "Notice") -> int:
    """How many lines of text the first page holds under head, title and addressee."""
    room, marks = head_paper(record)["mark_room"], head_paper(record)["mark_lines"]
    titles = len(title_lines(record.title, break_points(record)))
    return lines_under_head(
        titles, mark_room=cast("int", room), marks=len(cast("list[str]", marks))
    )


def lines_of_body(record: "Notice") -> int:
    """How many lines the notice's own text takes, as its passages are printed."""
    lines = 0
    for line in body(record):
        said = [str(line[part]) for part in ("number", "heading", "text") if line[part]]
        lines += line_count("".join(said))
    return lines


def imprint_paper(record: "Notice") -> Printed:
    """The 版记; a notice is printed on the day it is signed unless another is written."""
    form = record.imprint
    made = imprint(cast("str", form.organ), form.date or record.date, copies=form.cc)
    date = ("imprint", "date") if form.date else ("date",)
    origins = {"office": ("imprint", "organ"), "date": date, "lines": ("imprint", "cc")}
    return {**made, ORIGIN: ("imprint",), ORIGINS: origins}


def break_points(record: "Notice") -> list[str]:
    """The words of the title after which a line may end without tearing a meaning."""
    organs = [record.issuer, *record.co_issuers]
    return [*(word for organ in organs for word in (organ.name, organ.area)), *TITLE_WORDS]


def name_of(record: "Notice") -> str:
    """Name the file by the title."""
    return "".join(record.title.split())


def names_of(record: Record) -> tuple[str, ...]:
    """The organs and places a notice may name: its issuers', readers', the issued paper's."""
    notice = cast("Notice", record)
    organs = [notice.issuer, *notice.co_issuers]
    own = [name for organ in organs for name in (organ.name, organ.area)]
    kind = activity_plan.kind if notice.plan else responsibility_agreement.kind
    readers = (*notice.recipients, *notice.imprint.cc)
    return tuple(dict.fromkeys((*own, *kind.names_of(notice.issued), *readers)))
