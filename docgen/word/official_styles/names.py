"""Styles of who speaks, and of lists of names under labels."""

from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.placing import LABEL_LENGTHS
from docgen.word.profiles import Profile


def name_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the style of the line under the title of a speech, and one for each length of labels."""
    by_line = ParagraphStyle(
        "ByLine",
        "By Line",
        "讲话人和日期",
        following="BodyText",
        font=profile.name_font,
        align="center",
        keep_next=True,
    )
    return (by_line, *(label_style(length, profile.character) for length in LABEL_LENGTHS))


def label_style(length: int, character: int) -> ParagraphStyle:
    """Give the style of names beside labels of so many characters."""
    return ParagraphStyle(
        f"Labelled{length}",
        f"Labelled {length}",
        f"名单（{length}字标签）",
        align="both",
        indent=(length + 3) * character,
        hanging=(length + 1) * character,
    )
