"""Styles of the 版记 (7.4)."""

from docgen.word import layout
from docgen.word.paragraph_styles import ParagraphStyle

IMPRINT_LINE = 480
IMPRINT_LABEL = 3  # 抄送：


def imprint_styles() -> tuple[ParagraphStyle, ...]:
    """Give the styles of the 版记."""
    character = layout.SIZE_4 * 10
    return (
        imprint_style(character),
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


def imprint_style(character: int) -> ParagraphStyle:
    """Give what all lines of the 版记 have in common."""
    return ParagraphStyle(
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
