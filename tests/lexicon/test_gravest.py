"""The gravest of several accidents of which only the sums are known."""

import pytest

from docgen.lexicon.gravest import gravest


@pytest.mark.parametrize(
    ("count", "deaths", "injuries", "loss", "least", "most"),
    [
        (1, 2, 9, 999.9, "一般", "一般"),
        (1, 3, 0, 0, "较大", "较大"),
        (2, 4, 0, 0, "一般", "较大"),
        (2, 5, 0, 0, "较大", "较大"),
        (3, 0, 30, 0, "较大", "较大"),
        (2, 0, 0, 1999, "一般", "较大"),
        (4, 40, 0, 0, "重大", "特别重大"),
        (0, 0, 0, 0, "一般", "一般"),
    ],
)
def test_sums_bound_the_gravest_accident(
    count: int, deaths: int, injuries: int, loss: float, least: str, most: str
) -> None:
    low, high = gravest(count, deaths, injuries, loss)

    assert (low.key, high.key) == (least, most)
