"""Paragraph styles of what stands around the text of an issued paper; see `official.py`.

Numbers in brackets are clauses of GB/T 9704-2012.
"""

import re

from docgen.word import layout
from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.placing import (
    DATE_PLACES,
    DATE_RIGHT,
    GAP,
    LABEL_LENGTHS,
    MARK_SIZES,
    ORGAN_RIGHT,
    STEP,
    DatePlace,
)
from docgen.word.profiles import GBT9704, Profile

MARK_PITCH = 10.7  # Twips a half point of size: a little more than the characters are high.
MARK_INSET = 20  # What a line leaves free over the ink of a mark.
TOP_LINES = 3  # 份号, 密级和保密期限, 紧急程度
RULE_GAP = 88  # With what a line leaves free under its ink, 4 mm.
NUMBER_WIDTH = 1.5  # Characters from the number of an attachment to its name: 1.
STAMP_GAP = 2  # Characters from a signer's post to the 签名章 (7.3.5.3).
IMPRINT_LINE = 480
IMPRINT_LABEL = 3  # 抄送：


def official_styles(profile: Profile = GBT9704) -> tuple[ParagraphStyle, ...]:
    """Give the styles that a paper has where it uses them."""
    return (
        *head_styles(profile),
        *attachment_styles(profile),
        *sign_off_styles(profile),
        *imprint_styles(),
        *other_styles(profile),
    )


def mark_gap(profile: Profile) -> int:
    """Give what is left of 35 mm over the mark, under the three lines that may be taken."""
    over = round(layout.MARK_MM * layout.TWIPS_PER_MM)
    return over - TOP_LINES * profile.line - MARK_INSET


def head_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of the red head (7.2)."""
    mark = ParagraphStyle(
        "Mark",
        "Mark",
        "发文机关标志",
        font=profile.title_font,
        colour=layout.RED,
        spacing=0,
        align="center",
        on_grid=False,
        keep_next=True,
    )
    return (
        ParagraphStyle("TopLine", "Top Line", "份号", align="left", keep_next=True),
        ParagraphStyle(
            "TopLabel", "Top Label", "密级", based_on="TopLine", font=profile.label_font
        ),
        ParagraphStyle(
            "MarkGap",
            "Mark Gap",
            "标志之前",
            size=2,
            line=mark_gap(profile),
            on_grid=False,
            keep_next=True,
        ),
        mark,
        *(
            ParagraphStyle(
                f"Mark{size.room}",
                f"Mark {size.room}",
                f"发文机关标志（{size.room}字以内）",
                based_on="Mark",
                size=size.size,
                scale=size.scale,
                line=round(size.size * MARK_PITCH),
            )
            for size in MARK_SIZES
        ),
        ParagraphStyle(
            "NumberLeft",
            "Number Left",
            "上行文编号",
            align="left",
            indent=profile.character,
            keep_next=True,
        ),
        ParagraphStyle(
            "Signer",
            "Signer",
            "签发人",
            align="right",
            right=profile.character,
            keep_next=True,
        ),
        ParagraphStyle(
            "Signers",
            "Signers",
            "多个签发人",
            align="left",
            indent=4 * profile.character,
            hanging=4 * profile.character,
            keep_next=True,
        ),
        ParagraphStyle(
            "RedRule",
            "Red Rule",
            "版头分隔线",
            size=2,
            line=RULE_GAP,
            on_grid=False,
            keep_next=True,
            rule=layout.RED_RULE,
            colour=layout.RED,
        ),
        ParagraphStyle(
            "RuleGap",
            "Rule Gap",
            "印好的分隔线处",
            size=2,
            line=RULE_GAP,
            on_grid=False,
            keep_next=True,
        ),
    )


def attachment_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of the note that lists attachments, and of their pages (7.3.4, 7.3.7)."""
    character = profile.character
    number = round(NUMBER_WIDTH * character)
    return (
        ParagraphStyle(
            "AttachmentNote",
            "Attachment Note",
            "附件说明",
            align="left",
            indent=5 * character,
            hanging=3 * character,
            keep_lines=True,
        ),
        ParagraphStyle(
            "AttachmentFirst",
            "Attachment First",
            "附件说明（首项）",
            based_on="AttachmentNote",
            indent=5 * character + number,
            hanging=3 * character + number,
        ),
        ParagraphStyle(
            "AttachmentNext",
            "Attachment Next",
            "附件说明（续项）",
            based_on="AttachmentNote",
            indent=5 * character + number,
            hanging=number,
        ),
        ParagraphStyle(
            "AttachmentLabel",
            "Attachment Label",
            "附件",
            following="Normal",
            font=profile.label_font,
            align="left",
            keep_next=True,
        ),
        ParagraphStyle(
            "NewPage", "New Page", "另起一页", size=2, line=20, on_grid=False, page_break=True
        ),
    )


def sign_off_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of 署名 and 成文日期, a place for every width of a date (7.3.5)."""
    character, text = profile.character, profile.text_width

    def style(name: str, alias: str, align: str, indent: int = 0, right: int = 0) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name),
            alias,
            align=align,
            indent=max(indent, 0) or None,
            right=right or None,
            keep_lines=True,
            spaced=True,
        )

    widths = date_widths(profile)
    return (
        style("SealedDate", "成文日期（盖章）", "right", right=DATE_RIGHT * character),
        *(
            style(
                f"Sealed{place.style}",
                f"署名（盖章，{place.label}）",
                "center",
                text - 2 * DATE_RIGHT * character - wide,
            )
            for place, wide in widths.items()
        ),
        style("SealedEdge", "署名（盖章，名称长）", "right"),
        style("SealedCentre", "联合署名", "center"),
        style("UnsealedRight", "署名或日期（右空二字）", "right", right=ORGAN_RIGHT * character),
        *(
            style(
                f"Unsealed{place.style}",
                f"署名（不盖章，{place.label}）",
                "left",
                text - (ORGAN_RIGHT + STEP) * character - wide,
            )
            for place, wide in widths.items()
        ),
        style("SignOffLine", "署名和日期（空格定位）", "left"),
        style("StampPost", "签名章职务", "right", right=STAMP_GAP * character),
    )


def date_widths(profile: Profile) -> dict[DatePlace, int]:
    """Give the printed width of a date by its place."""
    return {
        place: place.characters * profile.character
        + place.digits * profile.digit
        + round(place.gaps * GAP * profile.size * 10)
        for place in DATE_PLACES
    }


def imprint_styles() -> tuple[ParagraphStyle, ...]:
    """Give the styles of the 版记 (7.4)."""
    character = layout.SIZE_4 * 10
    text = ParagraphStyle(
        "Imprint",
        "Imprint",
        "版记",
        size=layout.SIZE_4,
        spacing=0,
        align="left",
        line=IMPRINT_LINE,
        right=character,
        on_grid=False,
    )
    return (
        text,
        ParagraphStyle(
            "ImprintCopies",
            "Imprint Copies",
            "抄送",
            based_on="Imprint",
            indent=(1 + IMPRINT_LABEL) * character,
            hanging=IMPRINT_LABEL * character,
        ),
        ParagraphStyle(
            "ImprintOffice", "Imprint Office", "印发机关", based_on="Imprint", indent=character
        ),
        ParagraphStyle(
            "ImprintDate", "Imprint Date", "印发日期", based_on="Imprint", align="right"
        ),
    )


def other_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of speeches, of lists with labels and of what stands beside tables."""
    character = profile.character
    return (
        ParagraphStyle(
            "ByLine",
            "By Line",
            "讲话人和日期",
            following="BodyText",
            font=profile.name_font,
            align="center",
            keep_next=True,
        ),
        *(
            ParagraphStyle(
                f"Labelled{length}",
                f"Labelled {length}",
                f"名单（{length}字标签）",
                align="both",
                indent=(length + 3) * character,
                hanging=(length + 1) * character,
            )
            for length in LABEL_LENGTHS
        ),
        ParagraphStyle(
            "Caption", "caption", "表名", font=profile.label_font, align="center", keep_next=True
        ),
        ParagraphStyle(
            "TableNote",
            "Table Note",
            "表格单位",
            size=profile.table_size,
            spacing=0,
            align="right",
            line=profile.table_line,
            on_grid=False,
            keep_next=True,
        ),
    )
