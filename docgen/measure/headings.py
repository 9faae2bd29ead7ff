"""Headings: 黑体, 楷体, 仿宋, 仿宋 by their level."""

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.findings import Fault
from docgen.measure._pages import Character, Line
from docgen.measure._reading import Reading
from docgen.measure._setting import setting, weight
from docgen.measure._survey import Survey

HEADING_DIFFERS = Fault(
    code="heading-font-differs",
    title="层次标题的字体、字号或粗细与标准不符",
    why="结构层次一般第一层用黑体字，第二层用楷体字，第三层和第四层用仿宋体字，都是 3 号，不加粗。",
    faulty="“一、工作目标”用加粗的仿宋",
    sound="“一、工作目标”用黑体，“（一）控制指标”用楷体",
)
CHINESE = "一二三四五六七八九十百"
LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("一级标题", re.compile(rf"[{CHINESE}]+、")),
    ("二级标题", re.compile(rf"（[{CHINESE}]+）")),
    ("三级标题", re.compile(r"\d+[.．]")),
    ("四级标题", re.compile(r"（\d+）")),
)
CLAUSE = "7.3.3"
SENTENCE = re.compile(r"[。；：]")
INDENT_OFF_MM = 2


def measure(survey: Survey) -> Iterator[Reading]:
    """Read every heading that stands alone, or that is set apart from the text it runs into."""
    lines, fonts = survey.lines, survey.wanted.profile.heading_fonts
    for line, below in pairwise((*lines, None)):
        assert line is not None
        for level, ((name, number), font) in enumerate(zip(LEVELS, fonts, strict=True), start=1):
            if number.match(line.text) and _is_heading(survey, line, below):
                yield from setting(
                    HEADING_DIFFERS,
                    survey,
                    line,
                    name=name,
                    clause=CLAUSE,
                    face=survey.wanted.face(font),
                    half_points=survey.wanted.profile.size,
                    font=_first_font(line),
                )
                yield weight(
                    HEADING_DIFFERS,
                    line,
                    name=name,
                    clause=CLAUSE,
                    is_bold=_first_word(line).is_bold,
                    wanted=level in survey.wanted.profile.bold,
                )


def _is_heading(survey: Survey, line: Line, below: Line | None) -> bool:
    """True for a heading; a numbered sentence set as plain text is none."""
    indent = line.left - survey.area.left - 2 * survey.wanted.character
    if abs(indent) > INDENT_OFF_MM or line.size != survey.size:
        return False
    stands_alone = not SENTENCE.search(line.text) and not _goes_on(survey, line, below)
    return stands_alone or _first_font(line) != survey.font


def _goes_on(survey: Survey, line: Line, below: Line | None) -> bool:
    if below is None or below.page != line.page:
        return line.right > survey.area.right - 2 * survey.wanted.character
    return abs(below.left - survey.area.left) < 1


def _first_font(line: Line) -> str:
    return _first_word(line).font


def _first_word(line: Line) -> Character:
    """Give the first character of the words after the number."""
    words = [found for found in line.inked if found.is_han]
    numbers = sum(found.text in CHINESE for found in words[:3])
    return words[min(numbers, len(words) - 1)] if words else line.inked[0]
