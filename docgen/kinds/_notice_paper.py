"""How a checked notice is laid on paper: head, body, date and seal, issued paper, imprint."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from docgen.kinds import ORIGIN, ORIGINS, Kind, activity_plan, responsibility_agreement
from docgen.kinds._agreement_paper import AgreementPaper
from docgen.kinds._held import rebased
from docgen.kinds._notice_attached import (
    AttachedPage,
    attached_pages,
    attachment_label,
    attachment_list,
    attachment_titles,
    is_attached,
)
from docgen.kinds._notice_parts import SealMode
from docgen.kinds._notice_room import (
    is_addressed_below,
    is_parted,
    mark_size,
    marks,
    rows_of_title,
    sealing_lines,
)
from docgen.kinds._notice_text import body
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
from docgen.kinds._passages import Passage, printed_from
from docgen.kinds._plan_paper import PlanPaper
from docgen.records import Record
from docgen.vocabulary import Part, Text

if TYPE_CHECKING:
    from docgen.kinds.notice import Notice


class NoticePaper(Part):
    """What a template may print beside the clerk's own fields."""

    head_paper: HeadPaper = printed_from("版头全文", "head", "number", "signers", "issuer")
    title_lines: list[Text] = printed_from("标题各行", "title", "year")
    salutation: Text | None = printed_from("抬头", "recipients")
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
    imprint_paper: ImprintPaper = printed_from("版记全文", "imprint", "recipients")


def present(record: "Notice") -> dict[str, object]:
    """Give the printed extras of a checked record, in the shape of `NoticePaper`."""
    listed = attachment_titles(record)
    return {
        "head_paper": head_paper(record),
        "title_lines": rows_of_title(record),
        "salutation": None if is_addressed_below(record) else "，".join(record.recipients),
        "body": body(record, is_parted=is_parted(record)),
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
    made = head(
        record.number.text,
        marks(record),
        size=mark_size(record),
        copy_number=form.copy_number,
        secrecy=form.secrecy.text if form.secrecy else None,
        urgency=form.urgency.label if form.urgency else None,
        signers=record.signers if record.upward else (),
        is_printed=not record.red_head,
    )
    mark = ("head", "mark") if form.mark else ("issuer", "name")
    origins = {"number": ("number",), "signers_text": ("signers",), "mark_lines": mark}
    return {**made, ORIGIN: ("head",), ORIGINS: origins}


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


def imprint_paper(record: "Notice") -> Printed:
    """The 版记; a notice is printed on the day it is signed unless another is written."""
    form = record.imprint
    made = imprint(
        cast("str", form.organ),
        form.date or record.date,
        recipients=record.recipients if is_addressed_below(record) else (),
        copies=form.cc,
    )
    date = ("imprint", "date") if form.date else ("date",)
    lines = ("recipients",) if is_addressed_below(record) else ("imprint", "cc")
    origins = {"office": ("imprint", "organ"), "date": date, "lines": lines}
    return {**made, ORIGIN: ("imprint",), ORIGINS: origins}


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
