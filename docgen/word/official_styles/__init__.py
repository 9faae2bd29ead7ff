"""Paragraph styles of what stands around the text of an issued paper; see `official`.

Numbers in brackets are clauses of GB/T 9704-2012.
"""

from docgen.word.official_styles.attachments import attachment_styles
from docgen.word.official_styles.foot import imprint_styles
from docgen.word.official_styles.head import head_styles
from docgen.word.official_styles.names import name_styles
from docgen.word.official_styles.signing import sign_off_styles
from docgen.word.official_styles.tables import over_table_styles
from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.profiles import GBT9704, Profile

__all__ = ["official_styles"]


def official_styles(profile: Profile = GBT9704) -> tuple[ParagraphStyle, ...]:
    """Give the styles that a paper has where it uses them."""
    return (
        *head_styles(profile),
        *attachment_styles(profile),
        *sign_off_styles(profile),
        *imprint_styles(),
        *name_styles(profile),
        *over_table_styles(profile),
    )
