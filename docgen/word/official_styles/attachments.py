"""Styles of the note that lists attachments (7.3.4), and of their pages (7.3.7)."""

from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.profiles import Profile

NUMBER_WIDTH = 1.5  # Characters from the number of an attachment to its name: 1.


def attachment_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of the note that lists attachments, and of their pages."""
    return (*note_styles(profile.character), *page_styles(profile))


def note_styles(character: int) -> tuple[ParagraphStyle, ...]:
    """Give the styles of the note: of one attachment, of the first of several, of the next."""
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
    )


def page_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles that begin a page, and the page of an attachment."""
    return (
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
