"""The margins a Word file declares: LibreOffice centres lines on the page, others do not."""

from collections.abc import Iterator

from docgen.measure._reading import Reading, length
from docgen.measure._survey import Survey
from docgen.measure.margins import CLAUSE, MARGIN_DIFFERS


def measure(survey: Survey) -> Iterator[Reading]:
    """Read the page setup, where the paper is a Word file."""
    for setup in survey.setups:
        sides = (
            ("上", setup.top, survey.wanted.top),
            ("左", setup.left, survey.wanted.left),
            ("右", setup.right, survey.wanted.right),
            ("下", setup.bottom, survey.wanted.bottom),
        )
        for side, found, wanted in sides:
            if found is not None:
                yield length(
                    MARGIN_DIFFERS,
                    f"页面设置的{side}边距",
                    CLAUSE,
                    found=found,
                    wanted=wanted,
                    hint=f"在“页面设置”里把{side}边距设为 {wanted:g} 毫米。",
                )
