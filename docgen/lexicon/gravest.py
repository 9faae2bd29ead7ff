"""The gravest of several accidents of which only the sums are known."""

from math import ceil

from docgen.lexicon.grades import Grade, grade


def gravest(count: int, deaths: int = 0, injuries: int = 0, loss: float = 0) -> tuple[Grade, Grade]:
    """Tell the least and the most grave that the gravest of `count` accidents can be.

    Six dead in two accidents are at least three in one of them, and at most six.
    """
    each = max(count, 1)
    least = grade(ceil(deaths / each), ceil(injuries / each), loss / each)
    return least, grade(deaths, injuries, loss)
