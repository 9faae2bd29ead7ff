"""The four margins, as the text on paper shows them."""

from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import MM, Page
from docgen.measure._reading import Reading, length
from docgen.measure._survey import ROW_MM, Survey

MARGIN_DIFFERS = Fault(
    code="margin-differs",
    title="页边与标准不符",
    why="天头 37 毫米、订口 28 毫米、版心 156 × 225 毫米，装订和归档都按它留边。",
    faulty="上边距 25 毫米，左边距 32 毫米",
    sound="上 37 毫米、左 28 毫米、右 26 毫米、下 35 毫米",
)
CLAUSE = "5.2.1"


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the left, right and upper margin, and the lower one where a page is full."""
    page = survey.pages.all[0]
    sides = (
        ("上边距（天头）", survey.top, survey.wanted.top),
        ("左边距（订口）", survey.left, survey.wanted.left),
        ("右边距", _rest(page.width, survey.right), survey.wanted.right),
        ("下边距", lower_margin(survey), survey.wanted.bottom),
    )
    for name, found, wanted in sides:
        if found is not None:
            hint = f"在“页面设置”里把{name.partition('（')[0]}设为 {wanted:g} 毫米。"
            yield length(MARGIN_DIFFERS, name, CLAUSE, found=found, wanted=wanted, hint=hint)


def _rest(whole: float, edge: float | None) -> float | None:
    return None if edge is None else whole - edge


def lower_margin(survey: Survey) -> float | None:
    """Give the margin below pages that text alone fills.

    Less than a line may be left over above it: of what it can be, it is taken to be the nearest to
    what it should be.
    """
    full = [page for page in full_pages(survey) if rows(survey, page)]
    feet = [survey.within(page)[-1].centre + survey.pitch / 2 for page in full]
    if not feet:
        return None
    most = survey.pages.all[0].height - max(feet)
    return min(max(survey.wanted.bottom, most - survey.pitch), most)


def full_pages(survey: Survey) -> Iterator[Page]:
    """Give the pages that are filled to the foot: their last line goes on overleaf."""
    for page, following in zip(survey.pages.all, survey.pages.all[1:], strict=False):
        lines, others = survey.within(page), survey.within(following)
        if not lines or not others or survey.left is None:
            continue
        last, first = lines[-1], others[0]
        if last.size != survey.size or first.size != survey.size or first.is_red:
            continue
        reaches = last.right > survey.area.right - 2 * survey.size * MM
        if reaches and abs(first.left - survey.left) < 1:
            yield page


def rows(survey: Survey, page: Page) -> int:
    """Count the rows of a page of body text alone, empty ones included; 0 for other pages."""
    lines = survey.within(page)
    if any(line.size != survey.size or page.is_in_table(line) for line in lines):
        return 0
    steps = [(line.baseline - lines[0].baseline) / survey.pitch for line in lines]
    if any(abs(step - round(step)) * survey.pitch > ROW_MM for step in steps):
        return 0
    top = survey.area.top + survey.shift + survey.pitch / 2
    return round(steps[-1]) + 1 + round((lines[0].centre - top) / survey.pitch)
