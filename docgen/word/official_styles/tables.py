"""Styles of what stands over a table."""

from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.profiles import Profile


def over_table_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of a table's name and of its unit."""
    return (
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
