"""Printing for both sides of the sheet: the 版记 goes to the last even page.

Only who has printed a paper knows how many pages it has: it is printed once to count them, and
where its 版记 has to move, once more.
"""

from collections.abc import Sequence

from docgen.pdf.office import Office, Printed
from docgen.pdf.reading import page_texts
from docgen.word.imprint import on_even_page


def print_both_sides(office: Office, papers: Sequence[bytes]) -> list[Printed]:
    """Print .docx files, each 版记 on an even page; the files themselves stay as they are."""
    printed = office.print_all(papers)
    moved = {
        at: changed
        for at, (paper, result) in enumerate(zip(papers, printed, strict=True))
        if result.pdf is not None
        and (changed := on_even_page(paper, page_texts(result.pdf))) is not paper
    }
    if moved:
        for at, result in zip(moved, office.print_all(list(moved.values())), strict=True):
            printed[at] = result
    return printed
