"""What stands around the text of an issued paper: red head, attachments, 署名, 版记.

Every function gives the blocks of one element of GB/T 9704-2012, its clause in brackets. `at` is
the path of what is printed, in the shape of the parts of `kinds/_official.py`.
"""

from docgen.word.official.attachments import attachment_head, attachment_note, new_page
from docgen.word.official.foot import imprint
from docgen.word.official.head import red_head
from docgen.word.official.names import by_line, labelled_list
from docgen.word.official.pieces import show
from docgen.word.official.signing import sealed, sign_off, unsealed
from docgen.word.official.tables import caption, table_note

__all__ = [
    "attachment_head",
    "attachment_note",
    "by_line",
    "caption",
    "imprint",
    "labelled_list",
    "new_page",
    "red_head",
    "sealed",
    "show",
    "sign_off",
    "table_note",
    "unsealed",
]
