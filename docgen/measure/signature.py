"""The end of a paper: where the organ's name and the date stand, and that text is above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.findings import Fault
from docgen.measure._pages import Character, Line, Page
from docgen.measure._reading import Reading, is_near, judged, length
from docgen.measure._survey import Survey

SIGNATURE_DIFFERS = Fault(
    code="signature-place-differs",
    title="署名或成文日期的位置与标准不符",
    why="加盖印章的，成文日期右空四字，署名在日期之上居中；不加盖印章的，署名右空二字，"
    "日期首字比署名首字右移二字。",
    faulty="成文日期顶到版心右边",
    sound="成文日期右空四字，署名与日期居中对齐",
)
SIGNATURE_ALONE = Fault(
    code="signature-alone",
    title="署名或签字栏单独在一页",
    why="签字页上没有正文，签过的字就可能被接到别的文件上；标准要求调整行距、字距，"
    "使印章与正文同处一面，不得写“此页无正文”。",
    faulty="最后一页只有“甲方（盖章）”以下的签字栏",
    sound="最后一页至少有一行正文，下面是签字栏",
)
CLAUSE = "7.3.5"
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
BLANK_DATE = re.compile(r"[\d_＿]*年[\s_＿]*月[\s_＿]*日")
SIGNED = re.compile(r"[（(](?:盖章|签字|签章|签名|公章)[）)]")
SEALED, UNSEALED = 4, 2
SHORTEST_NAME = 3
OF_A_NAME = re.compile(rf"[^，。；：、！？]{{{SHORTEST_NAME},}}")
APART = 1.2
"""Characters from one name on a row to the next; a space may stand within a name."""

SEAL_ROWS = 7
"""Rows of names with seals are nearer to each other."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Who issues a paper and when, as it stands under the text.

    `rows` are the organs' names, from the first row to the one above the date; a joint paper with
    seals has two on a row. Names without a date under them are none.
    """

    date: Line
    rows: tuple[tuple[Line, ...], ...] = ()

    @property
    def name(self) -> Line | None:
        """The name the date belongs to: the last of the row above it."""
        return self.rows[-1][-1] if self.rows else None

    @property
    def is_joint(self) -> bool:
        """True when names stand side by side."""
        return any(len(row) > 1 for row in self.rows)

    @property
    def leader(self) -> Line | None:
        """The organ that leads: the first of those that stand one below another."""
        last = self.name
        if last is None or self.is_joint:
            return last
        return self.rows[0][0]

    @property
    def number(self) -> int:
        """The number of its first line."""
        return self.rows[0][0].number if self.rows else self.date.number


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the date under the text, the name above it, and the page they stand on."""
    found = closing(survey)
    if found is not None:
        placed = _sealed if _is_sealed(survey, found) else _unsealed
        yield from placed(survey, found)
    for page in survey.pages.all[1:]:
        yield from _company(survey, page, found)


def closing(survey: Survey) -> Closing | None:
    """Give the first date that stands alone on the right, with the names above it."""
    for page in survey.pages.all:
        lines = survey.within(page)
        for at, line in enumerate(lines):
            if DATE.fullmatch(line.text) and _is_on_the_right(survey, line):
                above = [each for each in lines[:at] if not page.is_in_table(each)]
                return Closing(line, tuple(_rows(survey, line, above))[::-1])
    return None


def _rows(survey: Survey, date: Line, above: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Give the rows of names above a date, from the nearest up."""
    below, last = date, None
    for line in reversed(above):
        names, rows = (
            _names(line, APART * survey.wanted.character),
            (below.baseline - line.baseline) / survey.pitch,
        )
        is_next = rows < 1.5
        is_seals = len(names) > 1 and rows < SEAL_ROWS
        is_name = len(names) == 1 and is_next and (last is None or _is_like(line, last))
        if is_seals or is_name:
            yield names
            last = names[-1]
        # The end of a name that its half of a row did not hold is no name.
        elif not (is_next and len(line.inked) < SHORTEST_NAME):
            return
        below = line


def _names(line: Line, apart: float) -> tuple[Line, ...]:
    """Take apart the names of a row; a line that holds anything else has none."""
    names: list[list[Character]] = []
    for before, found in pairwise((None, *line.inked)):
        assert found is not None
        if before is None or found.left - before.right > apart:
            names.append([])
        names[-1].append(found)
    rows = tuple(replace(line, characters=tuple(name)) for name in names)
    if all(OF_A_NAME.fullmatch(row.text) for row in rows):
        return rows
    return (line,) if OF_A_NAME.fullmatch(line.text) else ()


def _is_like(line: Line, below: Line) -> bool:
    """True when two lines begin or end alike, as the names of organs that do not seal do."""
    return is_near(line.left, below.left) or is_near(line.right, below.right)


def _is_on_the_right(survey: Survey, line: Line) -> bool:
    return line.middle > (survey.area.left + survey.area.right) / 2 + 2 * survey.wanted.character


def _indent(survey: Survey, line: Line) -> float:
    return survey.area.right - line.right


def _is_sealed(survey: Survey, found: Closing) -> bool:
    """Tell which of the two rules the paper follows: the one it is nearer to."""
    four, two = SEALED * survey.wanted.character, UNSEALED * survey.wanted.character
    date, name, leader = found.date, found.name, found.leader
    indent = _indent(survey, date)
    if name is None or leader is None:
        return abs(indent - four) <= abs(indent - two)
    if found.is_joint:
        return True
    outer = _indent(survey, _longer(leader, date))
    off = abs(indent - four) if _has_room(survey, name, date) else 0
    sealed = off + abs(name.middle - date.middle)
    return sealed <= abs(outer - two) + abs(date.left - leader.left - two)


def _sealed(survey: Survey, found: Closing) -> Iterator[Reading]:
    date, name = found.date, found.name
    if _has_room(survey, name, date):
        indent, wanted = _indent(survey, date), SEALED * survey.wanted.character
        yield judged(
            SIGNATURE_DIFFERS,
            "成文日期到版心右边缘（四字）",
            CLAUSE,
            found=f" {indent:.1f} 毫米",
            wanted=f" {wanted:.1f} 毫米",
            is_right=is_near(indent, wanted),
            hint="把成文日期设为右缩进四字。",
            at=date,
        )
    if name is not None:
        yield length(
            SIGNATURE_DIFFERS,
            "署名与成文日期的中线相差",
            CLAUSE,
            found=abs(name.middle - date.middle),
            wanted=0,
            hint="以成文日期为准，让署名居中。",
            at=name,
        )


def _has_room(survey: Survey, name: Line | None, date: Line) -> bool:
    """True unless the name, centred on the date, would leave the text area."""
    if name is None:
        return True
    longer = (name.right - name.left) - (date.right - date.left)
    return longer / 2 < SEALED * survey.wanted.character


def _longer(name: Line, date: Line) -> Line:
    """Give the one that stands two characters from the edge: the date only where it is longer."""
    return date if date.right - date.left > name.right - name.left else name


def _unsealed(survey: Survey, found: Closing) -> Iterator[Reading]:
    date, name = found.date, found.leader
    outer = date if name is None else _longer(name, date)
    what = "成文日期" if outer is date else "署名"
    yield judged(
        SIGNATURE_DIFFERS,
        f"{what}到版心右边缘",
        CLAUSE,
        found=f" {_indent(survey, outer):.1f} 毫米",
        wanted=_allowed(survey, outer is date),
        is_right=is_near(_indent(survey, outer), UNSEALED * survey.wanted.character),
        hint="加盖印章的，成文日期右缩进四字；不加盖的，署名右缩进二字。",
        at=outer,
    )
    if name is not None:
        yield length(
            SIGNATURE_DIFFERS,
            "成文日期首字比署名首字右移（二字）",
            CLAUSE,
            found=date.left - name.left,
            wanted=round(UNSEALED * survey.wanted.character, 1),
            hint="不加盖印章时，成文日期首字比署名首字右移二字。",
            at=date,
        )


def _allowed(survey: Survey, is_date: bool) -> str:
    two = f"右空二字（{UNSEALED * survey.wanted.character:.1f} 毫米，不加盖印章）"
    four = f"右空四字（{SEALED * survey.wanted.character:.1f} 毫米，加盖印章）"
    return f"{four}或{two}" if is_date else two


def _company(survey: Survey, page: Page, closed: Closing | None) -> Iterator[Reading]:
    """Look whether a page that signatures begin on has text above them."""
    lines = survey.within(page)
    marks = [at for at, line in enumerate(lines) if _is_signature(survey, line)]
    if not marks:
        return
    first = marks[0]
    if closed is not None and lines[first] is closed.date:
        first = sum(line.number < closed.number for line in lines)
    yield judged(
        SIGNATURE_ALONE,
        "签署所在页的正文",
        "7.3.5.5",
        found=f" {first} 行",
        wanted="至少 1 行",
        is_right=first > 0,
        hint="调整正文的行距、字距或文字，让最后一段正文与署名在同一页。",
        at=page,
    )


def _is_signature(survey: Survey, line: Line) -> bool:
    if SIGNED.search(line.text) or BLANK_DATE.fullmatch(line.text):
        return True
    return DATE.fullmatch(line.text) is not None and _is_on_the_right(survey, line)
