"""The paper: A4."""

from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._reading import Reading, is_near, judged
from docgen.measure._survey import Survey
from docgen.word import layout

PAPER_DIFFERS = Fault(
    code="paper-differs",
    title="纸张不是 A4",
    why="公文用 A4 型纸；纸张不同，装订、归档和版心都对不上。",
    faulty="页面 216 × 279 毫米（Letter）",
    sound="页面 210 × 297 毫米（A4）",
)
WANTED = (layout.PAPER_WIDTH_MM, layout.PAPER_HEIGHT_MM)


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure every page; wide tables may lie across."""
    for page in survey.pages.all:
        sides = sorted((page.width, page.height))
        yield judged(
            PAPER_DIFFERS,
            "纸张",
            "5.1",
            found=f" {page.width:.0f} × {page.height:.0f} 毫米",
            wanted=" {} × {} 毫米".format(*WANTED),
            is_right=all(map(is_near, sides, WANTED)),
            hint="在“页面设置”的“纸张”里选 A4。",
            at=page,
        )
