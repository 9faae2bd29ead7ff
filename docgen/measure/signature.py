"""The end of a paper: where the organ's name and the date stand, and that text is above them."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import Line, Page
from docgen.measure._reading import Reading, is_near, judged, length
from docgen.measure._survey import CHARACTER_MM, Survey

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
OF_A_NAME = re.compile(r"[^，。；：、！？]{3,}")


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the date under the text, the name above it, and the page they stand on."""
    found = date_line(survey)
    if found is not None:
        placed = _sealed if _is_sealed(survey, *found) else _unsealed
        yield from placed(survey, *found)
    for page in survey.pages.all[1:]:
        yield from _company(survey, page)


def date_line(survey: Survey) -> tuple[Line | None, Line] | None:
    """Give the first date that stands alone on the right, and the name above it if it has one."""
    for page in survey.pages.all:
        lines = survey.within(page)
        for at, line in enumerate(lines):
            if DATE.fullmatch(line.text) and _is_on_the_right(survey, line):
                above = lines[at - 1] if at else None
                is_name = above is not None and OF_A_NAME.fullmatch(above.text)
                near = above is not None and line.baseline - above.baseline < 1.5 * survey.pitch
                return (above if is_name and near else None), line
    return None


def _is_on_the_right(survey: Survey, line: Line) -> bool:
    return line.middle > (survey.area.left + survey.area.right) / 2 + 2 * CHARACTER_MM


def _indent(survey: Survey, line: Line) -> float:
    return survey.area.right - line.right


def _is_sealed(survey: Survey, name: Line | None, date: Line) -> bool:
    """Tell which of the two rules the paper follows: the one it is nearer to."""
    four, two = SEALED * CHARACTER_MM, UNSEALED * CHARACTER_MM
    indent = _indent(survey, date)
    if name is None:
        return abs(indent - four) <= abs(indent - two)
    outer = min(indent, _indent(survey, name))
    off = abs(indent - four) if _has_room(name, date) else 0
    sealed = off + abs(name.middle - date.middle)
    return sealed <= abs(outer - two) + abs(date.left - name.left - two)


def _sealed(survey: Survey, name: Line | None, date: Line) -> Iterator[Reading]:
    if _has_room(name, date):
        yield length(
            SIGNATURE_DIFFERS,
            "成文日期到版心右边缘（四字）",
            CLAUSE,
            found=_indent(survey, date),
            wanted=round(SEALED * CHARACTER_MM, 1),
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


def _has_room(name: Line | None, date: Line) -> bool:
    """True unless the name, centred on the date, would leave the text area."""
    if name is None:
        return True
    longer = (name.right - name.left) - (date.right - date.left)
    return longer / 2 < SEALED * CHARACTER_MM


def _unsealed(survey: Survey, name: Line | None, date: Line) -> Iterator[Reading]:
    outer = date if name is None or date.right > name.right else name
    what = "成文日期" if outer is date else "署名"
    yield judged(
        SIGNATURE_DIFFERS,
        f"{what}到版心右边缘",
        CLAUSE,
        found=f" {_indent(survey, outer):.1f} 毫米",
        wanted=_allowed(outer is date),
        is_right=is_near(_indent(survey, outer), UNSEALED * CHARACTER_MM),
        hint="加盖印章的，成文日期右缩进四字；不加盖的，署名右缩进二字。",
        at=outer,
    )
    if name is not None:
        yield length(
            SIGNATURE_DIFFERS,
            "成文日期首字比署名首字右移（二字）",
            CLAUSE,
            found=date.left - name.left,
            wanted=round(UNSEALED * CHARACTER_MM, 1),
            hint="不加盖印章时，成文日期首字比署名首字右移二字。",
            at=date,
        )


def _allowed(is_date: bool) -> str:
    two = f"右空二字（{UNSEALED * CHARACTER_MM:.1f} 毫米，不加盖印章）"
    four = f"右空四字（{SEALED * CHARACTER_MM:.1f} 毫米，加盖印章）"
    return f"{four}或{two}" if is_date else two


def _company(survey: Survey, page: Page) -> Iterator[Reading]:
    """Look whether a page that signatures begin on has text above them."""
    lines = survey.within(page)
    marks = [at for at, line in enumerate(lines) if _is_signature(survey, line)]
    if not marks:
        return
    first = marks[0]
    found = date_line(survey)
    if found is not None and found[0] in lines[:first]:
        first -= 1
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
