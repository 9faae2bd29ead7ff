"""How a line is set: its typeface, its size, whether it is bold, against what its role asks for."""

from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import Line
from docgen.measure._reading import Reading, is_near, judged
from docgen.measure._survey import Survey
from docgen.pdf import Typeface

SIZES: dict[float, str] = {
    **{42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号"},
    **{15: "小三", 14: "四号", 12: "小四", 10.5: "五号", 9: "小五"},
}

WEIGHTS = {True: "加粗", False: "不加粗"}


def size_text(points: float) -> str:
    """Name a size of type: `三号（16 磅）`."""
    near = next((name for size, name in SIZES.items() if is_near(points, size, 0.3)), "")
    return f"{near}（{points:g} 磅）" if near else f"{points:g} 磅"


def face_text(survey: Survey, font: str) -> str:
    """Name the typefaces a font stands for; a font of none by its own name."""
    return "或".join(face.role for face in survey.pages.faces(font)) or font


def setting(
    fault: Fault,
    survey: Survey,
    line: Line,
    *,
    name: str,
    clause: str,
    face: Typeface | None,
    half_points: int,
    font: str | None = None,
) -> Iterator[Reading]:
    """Read a line's typeface and size; `font` is that of the characters that count.

    A typeface nobody foresaw cannot be judged, nor one for which this machine has no stand-in.
    """
    used = line.font if font is None else font
    if face is not None and not survey.pages.lacks(face):
        yield judged(
            fault,
            f"{name}的字体",
            clause,
            found=face_text(survey, used),
            wanted=face.role,
            is_right=face in survey.pages.faces(used),
            hint=f"把{name}的字体改为{face.role}。",
            at=line,
        )
    wanted = half_points / 2
    yield judged(
        fault,
        f"{name}的字号",
        clause,
        found=size_text(line.size),
        wanted=size_text(wanted),
        is_right=is_near(line.size, wanted, 0.3),
        hint=f"把{name}的字号改为{size_text(wanted)}。",
        at=line,
    )


def weight(
    fault: Fault,
    line: Line,
    *,
    name: str,
    clause: str,
    is_bold: bool,
    wanted: bool = False,
) -> Reading:
    """Read whether a line is bold."""
    return judged(
        fault,
        f"{name}的粗细",
        clause,
        found=WEIGHTS[is_bold],
        wanted=WEIGHTS[wanted],
        is_right=is_bold == wanted,
        hint=f"把{name}设为加粗。" if wanted else f"去掉{name}的加粗。",
        at=line,
    )
