"""What a notice carries: the issued paper's title, and the attachments listed and printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds._notice_parts import IssuedAs
from docgen.kinds._official import Printed, attachments
from docgen.kinds._passages import (
    Line,
    Passage,
    laid_out,
    paragraph_lines,
    plain_lines,
    section_branches,
)
from docgen.kinds._titles import title_lines
from docgen.rows import Path
from docgen.vocabulary import Part, Text

if TYPE_CHECKING:
    from docgen.kinds._notice_parts import Attachment
    from docgen.kinds.notice import Notice

TITLE_WORDS = ("关于", "关于印发", "关于报送", "年", "年度", "安全生产", "目标管理", "活动", "的")


class AttachedPage(Part):
    """An attachment as printed, on pages of its own."""

    label: Text = Field(title="附件号")
    title_lines: list[Text] = Field(title="标题各行")
    body: list[Passage] = Field(title="正文")


def is_attached(record: "Notice") -> bool:
    """True when the issued paper is an attachment, and not the notice's own body."""
    return record.issued_as is IssuedAs.ATTACHMENT


def issued_title(record: "Notice") -> str:
    """The title of the issued paper as it is quoted; only a draft has none."""
    issued = record.plan or record.agreement
    return quoted(issued.title) if issued else "【待填：方案或责任书】"


def quoted(title: str) -> str:
    """Give a title as it stands inside book-title marks: those within are 〈〉 (GB/T 15834)."""
    return "".join(title.split()).replace("《", "〈").replace("》", "〉")


def attachment_titles(record: "Notice") -> list[tuple[str, Path]]:
    """The papers listed under the text, each with the record path of its title."""
    name = "plan" if record.plan else "agreement"
    issued: list[tuple[str, Path]] = [(issued_title(record), (name, "title"))]
    further: list[tuple[str, Path]] = [
        (quoted(attachment.title), ("attachments", index, "title"))
        for index, attachment in enumerate(record.attachments)
    ]
    return [*(issued if is_attached(record) else []), *further]


def attachment_list(listed: Sequence[tuple[str, Path]]) -> list[Printed]:
    """Number the papers listed under the text."""
    numbered = attachments([title for title, _ in listed])
    return [
        {**item, ORIGINS: {"title": path}} for item, (_, path) in zip(numbered, listed, strict=True)
    ]


def attachment_label(number: int, count: int) -> str:
    """The words that open an attachment: 附件, or 附件1 where there are several (7.3.7)."""
    return "附件" if count == 1 else f"附件{number}"


def attached_pages(record: "Notice", count: int) -> list[Printed]:
    """The attachments that have pages of their own here."""
    first = count - len(record.attachments) + 1
    return [
        {
            "label": attachment_label(first + index, count),
            "title_lines": title_lines(attachment.title, TITLE_WORDS),
            "body": attachment_body(attachment, ("attachments", index)),
            ORIGIN: ("attachments", index),
            ORIGINS: {"title_lines": ("attachments", index, "title")},
        }
        for index, attachment in enumerate(record.attachments)
        if attachment.paragraphs or attachment.sections
    ]


def attachment_body(attachment: "Attachment", path: Path) -> list[Line]:
    """What an attachment says."""
    opening = plain_lines(paragraph_lines(attachment.paragraphs, (*path, "paragraphs")))
    return [*opening, *laid_out(section_branches(attachment.sections, (*path, "sections")))]
