"""Document numbers cited in texts have the form of the standard."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule

CODE = "(?P<code>[\u4e00-\u9fff]{1,12})"
NUMBER = re.compile(
    rf"{CODE}(?P<open>[〔\[【［﹝〖（(])(?P<year>\d{{2,4}})(?P<close>[〕\]】］﹞〗）)])"
    r"\s?(?P<number>第?)(?P<noughts>0*)(?P<sequence>\d{1,4})号(?![楼线院门口机桥井泵罐])"
)
# A court's case number has round brackets, and so have notes such as 表（2025）3号.
ISSUED = re.compile("(?:政|发|办|字|函|委|通|党|安|办发|政发|政办|安委|安办|安委办|应急|消安)$")
PUBLISHED = re.compile("(?:公告|通告|令|决定)$")
FAULT = Fault(
    code="number-form",
    title="引用的发文字号写法不对",
    why="发文字号的年份用六角括号〔〕，四位；序号不加“第”，不编虚位（GB/T 9704-2012）。",
    faulty="按照《关于加强安全生产工作的通知》（滑政办[2026]08号）要求执行。",
    sound="按照《关于加强安全生产工作的通知》（滑政办〔2026〕8号）要求执行。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look at every number with a year in brackets."""
    for found in NUMBER.finditer(text):
        round_brackets = found["open"] in "（("
        if round_brackets and not (ISSUED.search(found["code"]) and len(found["year"]) == 4):
            continue
        if PUBLISHED.search(found["code"]):
            continue
        faults = list(faults_of(found))
        if faults:
            shown = found[0][found.start("open") - found.start() :]
            yield Remark(f"写着“{shown}”，{'，'.join(faults)}", f"写成“{sound_form(found)}”。")


def faults_of(found: re.Match[str]) -> Iterator[str]:
    """Tell everything that is wrong with one number."""
    if (found["open"], found["close"]) != ("〔", "〕"):
        yield "年份要用六角括号〔〕"
    if len(found["year"]) != 4:
        yield "年份要写四位"
    if found["number"]:
        yield "序号前不加“第”"
    if found["noughts"]:
        yield "序号不编虚位"


def sound_form(found: re.Match[str]) -> str:
    """Write a number as it should be."""
    year = found["year"] if len(found["year"]) != 2 else f"20{found['year']}"
    return f"〔{year}〕{found['sequence']}号"


rule = TextRule(FAULT, ("号",), check)
