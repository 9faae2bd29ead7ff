"""What a notice says itself: the opening sentence, then whatever else was written."""

from typing import TYPE_CHECKING

from docgen.kinds._notice_attached import issued_title
from docgen.kinds._passages import (
    Line,
    bind_last,
    laid_out,
    paragraph_lines,
    plain_lines,
    section_branches,
    sentence,
)

if TYPE_CHECKING:
    from docgen.kinds.notice import Notice


def body(record: "Notice", *, is_parted: bool = False) -> list[Line]:
    """The notice's own text, its last passage bound to what follows.

    With `is_parted`, what is asked is a paragraph by itself, that can stand over the 署名.
    """
    branches = section_branches(record.sections, ("sections",))
    return bind_last(
        [
            *plain_lines((text, ("instruction",)) for text in opening(record, is_parted=is_parted)),
            *plain_lines(paragraph_lines(record.paragraphs, ("paragraphs",))),
            *laid_out(branches),
        ]
    )


def opening(record: "Notice", *, is_parted: bool) -> list[str]:
    """Why, on what ground, with whose consent, what is issued; and what is asked."""
    parts = [record.purpose.rstrip("，。")]
    if record.basis:
        parts.append(f"根据{''.join(basis.text for basis in record.basis)}要求")
    if record.approved_by:
        parts.append(f"经{record.approved_by.removeprefix('经').removesuffix('同意')}同意")
    parts.append(f"现将《{issued_title(record)}》{'报上' if record.upward else '印发给你们'}")
    told, asked = "，".join(parts), record.instruction.rstrip("。")
    return [sentence(told), f"{asked}。"] if is_parted else [f"{told}，{asked}。"]
