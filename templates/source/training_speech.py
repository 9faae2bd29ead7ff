"""The 培训开班讲话 template, as readable source.

Run this file to rebuild `templates/docx/training_speech.docx`.
"""

from pathlib import Path

from docgen.word.body import passages
from docgen.word.building import Block, blank_line, paragraph, repeat
from docgen.word.stationery import write_document

TEMPLATE = Path(__file__).parents[1] / "docx" / "training_speech.docx"
NAME = "{% if speaker.name %}　{{ speaker.name }}{% endif %}"


def head() -> list[Block]:
    """Give the title, the day and the speaker below it, and who is spoken to."""
    return [
        repeat("line in title_lines", paragraph("{{ line }}", style="Title")),
        paragraph("（{{ date|公文日期 }}）", style="ByLine"),
        paragraph("{{ speaker_title }}" + NAME, style="ByLine"),
        blank_line(keep_next=True),
        paragraph("{{ salutation_line }}", style="Salutation"),
    ]


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        head(),
        passages("body"),
        properties={"title": "{{ title }}", "subject": "培训开班讲话"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
