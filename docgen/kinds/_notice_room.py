"""What of a notice stands on its first page: the size of its mark, its text, perhaps its seal.

The first page must show text (GB/T 9704-2012 §7.3.3), and name, date and seal must stand under
text (§7.3.5.5). A text too short to be carried over is parted: what is asked goes with the seal.
"""

import math
from typing import TYPE_CHECKING

from docgen.kinds._notice_attached import TITLE_WORDS, attachment_titles
from docgen.kinds._notice_parts import SealMode
from docgen.kinds._notice_text import body
from docgen.kinds._official import WORD
from docgen.kinds._titles import TITLE_WIDTH, text_width, title_lines
from docgen.word.placing import MARK_SIZES, ROW_LINES, STAMP_LINES, mark_sizes, width
from docgen.word.room import SEAL_LINES, line_count, lines_under_head, seal_lines

if TYPE_CHECKING:
    from docgen.kinds.notice import Notice

FIRST_TEXT = 2
"""Lines of text that stand on the first page however many organs the mark names."""

LISTED_EDGE, NUMBERED_EDGE = 5, 6.5
"""Characters in, where the name of an attachment begins."""


def marks(record: "Notice") -> list[str]:
    """The lines of the 发文机关标志."""
    if record.head.mark:
        return [record.head.mark]
    names = [record.issuer.name, *(organ.name for organ in record.co_issuers)]
    return names if len(names) > 1 else [f"{names[0]}{WORD}"]


def rows_of_title(record: "Notice") -> list[str]:
    """The lines of the title."""
    organs = [record.issuer, *record.co_issuers]
    names = [word for organ in organs for word in (organ.name, organ.area)]
    return title_lines(record.title, [*names, *TITLE_WORDS])


def mark_size(record: "Notice") -> int:
    """The largest size of the mark, told by its room, under which the first page shows text."""
    names = marks(record)
    fitting = mark_sizes(names, WORD if len(names) > 1 else "")
    showing = (
        size.room for size in fitting if _left(record, size.room, addressees=1) >= FIRST_TEXT
    )
    return next(showing, MARK_SIZES[-1].room)


def is_addressed_below(record: "Notice") -> bool:
    """True when the recipients are so many that the first page would show no text (§7.3.2)."""
    return _left(record, mark_size(record)) < 1 <= _left(record, mark_size(record), addressees=0)


def lines_left(record: "Notice") -> int:
    """How many lines of text the first page holds under head, title and addressee."""
    addressees = 0 if is_addressed_below(record) else None
    return _left(record, mark_size(record), addressees=addressees)


def _left(record: "Notice", room: int, *, addressees: int | None = None) -> int:
    told = "，".join(record.recipients) + "："
    signers = record.signers if record.upward else ()
    return lines_under_head(
        sum(max(math.ceil(text_width(line) / TITLE_WIDTH), 1) for line in rows_of_title(record)),
        mark_room=room,
        marks=sum(math.ceil(width(line) / room) for line in marks(record)),
        numbers=max(math.ceil(len(signers) / 2), 1),
        addressees=line_count(told, indent=0) if addressees is None else addressees,
    )


def is_parted(record: "Notice") -> bool:
    """True when name, date and seal do not fit the first page, and there is no text to go along."""
    own = body(record)
    needed = lines_of_text(record) + lines_after(record)
    return len(own) == 1 and needed > lines_left(record)


def lines_of_text(record: "Notice") -> int:
    """How many lines the notice's own text takes, as its passages are printed."""
    lines = 0
    for line in body(record):
        said = [str(line[part]) for part in ("number", "heading", "text") if line[part]]
        lines += line_count("".join(said))
    return lines


def sealing_lines(record: "Notice") -> int:
    """How many empty lines to leave for the seal: one where else a page would be missed."""
    after = lines_after(record) - signed_lines(record)
    return seal_lines(lines_left(record), lines_of_text(record), after=after)


def lines_after(record: "Notice") -> int:
    """How many lines follow the text on its page: attachments, sign-off, remark."""
    titles = [title for title, _ in attachment_titles(record)]
    edge = NUMBERED_EDGE if len(titles) > 1 else LISTED_EDGE
    listed = sum(line_count(title, indent=edge, edge=edge) for title in titles)
    remark = line_count(f"（{record.note}）") if record.note else 0
    return bool(titles) + listed + signed_lines(record) + remark


def signed_lines(record: "Notice") -> int:
    """The least lines of the sign-off: empty ones, organs two a row or one below another, date."""
    organs = 1 + len(record.co_issuers)
    if record.seal is SealMode.SIGNATURE_STAMP:
        return 2 * STAMP_LINES + 2
    if record.seal is SealMode.UNSEALED:
        return 2 + organs
    rows = math.ceil(organs / 2)
    return SEAL_LINES - 1 + rows + ROW_LINES * (rows - 1) + 1
