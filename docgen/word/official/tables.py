"""What stands over a table: its name, its unit."""

from docgen.word.building import Element, paragraph


def caption(text: str) -> Element:
    """Print the name of a table over it."""
    return paragraph(text, style="Caption")


def table_note(text: str) -> Element:
    """Print the unit of a table over its right edge."""
    return paragraph(text, style="TableNote")
