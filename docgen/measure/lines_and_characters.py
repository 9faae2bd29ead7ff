"""The pitch of lines, how many a page has, and how many characters a line."""

from collections import Counter
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import MM, Line
from docgen.measure._reading import TOLERANCE_MM, Reading, judged
from docgen.measure._survey import Survey
from docgen.measure.margins import full_pages, rows

PITCH_DIFFERS = Fault(
    code="line-pitch-differs",
    title="行距与标准不符",
    why="每面 22 行撑满 225 毫米的版心，行距就是 28.95 磅；差一点，一面就会少一行或多一行。",
    faulty="行距固定值 30 磅，一面只有 21 行",
    sound="行距固定值 28.95 磅",
)
LINES_DIFFER = Fault(
    code="lines-per-page-differ",
    title="一面不是 22 行",
    why="公文一般每面排 22 行；行数不对，多半是行距或上下边距不对。",
    faulty="排满的一面只有 21 行",
    sound="排满的一面 22 行",
)
CHARACTERS_DIFFER = Fault(
    code="characters-per-line-differ",
    title="一行不是 28 个字",
    why="公文一般每行排 28 个字；3 号字不加紧排，一行只放得下 27 个。",
    faulty="排满的一行只有 27 个字",
    sound="排满的一行 28 个字",
)
CLAUSE = "5.2.3"
OPENING, CLOSING = "（《“‘〔【〈", "，。、；：？！）》”’〕】〉…—"


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the body text."""
    if survey.has_pitch:
        yield _pitch(survey)
    yield from _lines(survey)
    yield from _characters(survey)


def _pitch(survey: Survey) -> Reading:
    off = (survey.pitch / MM - survey.wanted.pitch) * survey.wanted.lines * MM
    return judged(
        PITCH_DIFFERS,
        "行距",
        CLAUSE,
        found=f" {survey.pitch / MM:.2f} 磅",
        wanted=f" {survey.wanted.pitch:.2f} 磅",
        # A page of lines must fill the text area to the millimetre.
        is_right=abs(off) < TOLERANCE_MM,
        hint=f"在“段落”里把行距设为固定值 {survey.wanted.pitch:.2f} 磅。",
    )


def _lines(survey: Survey) -> Iterator[Reading]:
    for page in full_pages(survey):
        count = rows(survey, page)
        if count:
            yield judged(
                LINES_DIFFER,
                "每面行数",
                CLAUSE,
                found=f" {count} 行",
                wanted=f" {survey.wanted.lines} 行",
                is_right=count == survey.wanted.lines,
                hint=f"检查行距（固定值 {survey.wanted.pitch:.2f} 磅）、段前段后（0）和上下边距。",
                at=page,
            )


def _characters(survey: Survey) -> Iterator[Reading]:
    """Count the characters of full lines of plain Chinese; what most of them have counts."""
    counts: Counter[int] = Counter()
    first: dict[int, Line] = {}
    for line, below in survey.full:
        if _is_plain(line) and not _was_moved(below):
            count = _count(survey, line)
            counts[count] += 1
            first.setdefault(count, line)
    if not counts:
        return
    count = counts.most_common(1)[0][0]
    yield judged(
        CHARACTERS_DIFFER,
        "每行字数",
        CLAUSE,
        found=f" {count} 字",
        wanted=f" {survey.wanted.characters} 字",
        is_right=count == survey.wanted.characters,
        hint=_spacing_hint(survey),
        at=first[count],
    )


def _spacing_hint(survey: Survey) -> str:
    spacing = survey.wanted.profile.spacing / 20
    said = f"{'紧缩' if spacing < 0 else '加宽'} {abs(spacing):g} 磅" if spacing else "标准"
    return f"把正文的字符间距设为{said}，并检查左右边距。"


def _is_plain(line: Line) -> bool:
    return all(found.is_wide for found in line.inked) and line.inked[-1].is_han


def _was_moved(below: Line) -> bool:
    """True when a rule of punctuation moved the break: the next line tells."""
    signs = below.text[:2]
    return signs[:1] in OPENING or signs[1:] in CLOSING


def _count(survey: Survey, line: Line) -> int:
    step = (line.inked[-1].left - line.left) / (len(line.inked) - 1)
    return len(line.inked) + round((line.left - survey.area.left) / step)
