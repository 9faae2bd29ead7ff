"""Gaps as findings, in a clerk's words."""

from docgen.blanks import LEFTOVER_MARK, MISSING_VALUE
from docgen.fields import Field, dotted, label_path
from docgen.findings import Fault, Finding
from docgen.word.printing import Reason
from docgen.word.tracing import Gap

BAD_CHARACTER = Fault(
    code="bad-character",
    title="文字里有印不出来的字符",
    why="控制字符会使文件损坏，或悄悄丢掉文字。",
    faulty="从别处粘贴的、夹着不可见字符的文字",
    sound="重新键入的文字",
)
WRONG_SHAPE = Fault(
    code="unprintable-value",
    title="这个值不能直接印出来",
    why="“是/否”、列表和一组字段不是文字，印出来没有意义。",
    faulty="{{ 重点村 }}（值是 true）",
    sound="{% if 重点村 %}重点村{% endif %}",
)
FAILED = Fault(
    code="failed-expression",
    title="算不出结果",
    why="占位符里的计算与数据的类型对不上。",
    faulty='{{ 数量 + 1 }}，而数量是"三"',
    sound="数量是 3",
)

TOO_LARGE = Fault(
    code="document-too-large",
    title="印出来太大，不像一份文件",
    why="循环套着循环时各个列表的项数相乘，几百项就能印出上亿行，电脑的内存会用尽。",
    faulty="{% for 甲 in 名单 %}{% for 乙 in 名单 %}{% for 丙 in 名单 %}……",
    sound="一个列表循环一遍；内容确实多的，分成几份文件",
)

SHOWN = 40


def gap_label(gap: Gap, fields: Field | None) -> str:
    """Name the field of a gap: in Chinese where the field tree is known."""
    if not gap.path:
        return _shown(gap.placeholder.expression)
    return label_path(fields, gap.path) if fields else dotted(gap.path)


def gap_finding(gap: Gap, fields: Field | None) -> Finding:
    """Say what is wrong with a value that a template would print."""
    label = gap_label(gap, fields)
    fault, message, hint = _words(gap, label)
    path = dotted(gap.path) or None
    return fault.finding(message, hint, path=path, label=label, place=gap.placeholder.place)


def _words(gap: Gap, label: str) -> tuple[Fault, str, str]:
    if gap.reason is Reason.MISSING:
        return MISSING_VALUE, f"{label}没有填写", f"填写{label}；如需手签，请填“手签”"
    if gap.reason is Reason.MARK:
        return LEFTOVER_MARK, f"{label}留着没有填的空：“{_shown(gap.value)}”", f"填写真实的{label}"
    if gap.reason is Reason.CHARACTER:
        return BAD_CHARACTER, f"{label}里有印不出来的字符", "重新键入这段文字"
    if gap.reason is Reason.FAILED:
        expression = _shown(gap.placeholder.expression)
        where = "" if label == expression else f"{label}："
        return FAILED, f"{where}“{expression}”算不出结果", "检查这一项的类型是否写对"
    if gap.reason is Reason.LARGE:
        expression = _shown(gap.placeholder.expression)
        hint = "看看循环里是不是又套着长的循环；数据确实这样多的，分成几份文件"
        return TOO_LARGE, f"印到“{expression}”时，一份文件已经大得放不下", hint
    return WRONG_SHAPE, f"{label}不是可以直接印出的文字", "模板里用 {% if %} 或 {% for %} 处理它"


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
