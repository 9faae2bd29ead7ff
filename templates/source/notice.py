"""The 印发通知 template, as readable source: a notice around a plan or an agreement.

Run this file to rebuild `templates/docx/notice.docx`.
"""

from pathlib import Path

import activity_plan
import responsibility_agreement

from docgen.word.body import passages
from docgen.word.building import Block, blank_line, paragraph, repeat, when
from docgen.word.official import (
    attachment_head,
    attachment_note,
    imprint,
    new_page,
    red_head,
    show,
    sign_off,
)
from docgen.word.stationery import write_document

TEMPLATE = Path(__file__).parents[1] / "docx" / "notice.docx"


def notice() -> list[Block]:
    """Give the notice itself."""
    return [
        red_head("head_paper"),
        repeat("line in title_lines", paragraph("{{ line }}", style="Title")),
        blank_line(keep_next=True),
        when("salutation", paragraph(show("salutation") + "：", style="Salutation")),
        passages("body"),
        attachment_note("attachment_list"),
        sign_off("sign_off", remark="note"),
    ]


def issued() -> list[Block]:
    """Give the paper that is issued, on a page of its own."""
    label = paragraph(show("issued_label"), style="AttachmentLabel")
    return [
        new_page(),
        when("issued_label", label, blank_line(keep_next=True)),
        when("issued_plan", activity_plan.content("issued_plan.")),
        when("issued_agreement", responsibility_agreement.content("issued_agreement.")),
    ]


def attached() -> list[Block]:
    """Give each attachment on pages of its own."""
    return [
        repeat(
            "annexed in attached",
            attachment_head(show("annexed.label"), "annexed.title_lines"),
            passages("annexed.body"),
        )
    ]


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        notice(),
        issued(),
        attached(),
        imprint("imprint_paper"),
        properties={"title": "{{ title }}", "subject": "通知"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
