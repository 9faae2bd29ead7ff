"""An empty roster as a workbook: a heading a column, all of it text, so that codes keep digits."""

import io
from collections.abc import Sequence
from typing import Any

from docgen.forms.book import A4, EPOCH, OPTIONS
from docgen.forms.styles import Styles, advice
from docgen.kinds import Kind
from docgen.kinds._starter import roster_titles

SHEET = "名册"
WIDTH = 18


def roster_bytes(kind: Kind) -> bytes:
    """Give the empty roster of a kind.

    Raises:
        UsageError: when the kind is not made in batches.
    """
    import xlsxwriter

    titles = roster_titles(kind)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": f"{kind.label}名册", "created": EPOCH})
        _write(book.add_worksheet(SHEET), kind, titles, Styles(book))
    return stream.getvalue()


def _write(page: Any, kind: Kind, titles: Sequence[str], styles: Styles) -> None:
    last = len(titles) - 1
    page.set_column(0, last, WIDTH, styles.entry(None, boxed=False))
    for column, heading in enumerate(titles):
        page.write_string(0, column, heading, styles.look("heading"))
        size = {"author": "docgen", "x_scale": 2, "y_scale": 0.8}
        page.write_comment(0, column, _help(kind, heading), size)
    page.freeze_panes(1, 0)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer(f"&L{kind.label}名册&R第&P页，共&N页")


def _help(kind: Kind, heading: str) -> str:
    """Tell what a column of the roster wants."""
    guide = kind.roster
    target = guide.headings.get(heading, heading) if guide else heading
    if guide and target == guide.key:
        return "每一行各不相同，靠它认出是哪一份。已按文本保存，前面的 0 不会丢。"
    if guide and target == guide.group:
        return "照平常的写法填写；成品按它分文件夹。"
    known = None if target.startswith("@") else kind.inputs.find(target)
    return advice(known) if known else "照平常的写法填写。不用的列可以删去。"
