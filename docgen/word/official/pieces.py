"""What every part is made of: a placeholder, lines left empty, a cell across a table."""

from collections.abc import Sequence

from docgen.word.building import Block, Element, blank_line, cell, node


def show(path: str) -> str:
    """Give the placeholder of a path."""
    return f"{{{{ {path} }}}}"


def blank_lines(count: int) -> list[Element]:
    """Give empty lines that stay with what follows."""
    return [blank_line(keep_next=True) for _ in range(count)]


def across(widths: Sequence[int], *blocks: Block) -> Element:
    """Give a cell as wide as a table."""
    made = cell(sum(widths), *blocks)
    made[0].append(node("gridSpan", val=len(widths)))
    return made
