"""Attachments: their note under the text (7.3.4), and how their pages begin (7.3.7)."""

from docgen.word.building import Element, blank_line, paragraph, repeat, tab, when
from docgen.word.official.pieces import show


def attachment_note(at: str = "attachments") -> list[Element]:
    """List attachments under the text (7.3.4); each has `number` and `title`.

    The list stays with the 署名 that follows it.
    """
    first = attachment_line("附件：" + show("item.number") + ".", "First")
    following = attachment_line(show("item.number") + ".", "Next")
    several = repeat(f"item in {at}", when("item.number == 1", first, otherwise=following))
    only = attachment_line("附件：", "", of=f"{at}[0]")
    return when(at, blank_line(keep_next=True), when(f"{at}[1]", several, otherwise=only))


def attachment_line(label: str, style: str, *, of: str = "item") -> Element:
    """Give one line of that list; a title that wraps goes on under its own beginning."""
    title = show(f"{of}.title")
    words: list[str | Element] = [label, tab(), title] if style else [label + title]
    return paragraph(*words, style=f"Attachment{style or 'Note'}", keep_next=True)


def attachment_head(label: str, title_lines: str) -> list[Element]:
    """Begin the page of an attachment (7.3.7): 附件1 on the first line, its title on the third."""
    return [
        new_page(),
        paragraph(label, style="AttachmentLabel"),
        blank_line(keep_next=True),
        *repeat(f"line in {title_lines}", paragraph("{{ line }}", style="Title")),
        blank_line(keep_next=True),
    ]


def new_page() -> Element:
    """Begin a page, as an issued paper does."""
    return paragraph(style="NewPage")
