"""The slips that people make in YAML: the parser's complaints in words, and mending the plain ones.

The parser stops at its first complaint; a line whose meaning is plain is mended to find the next.
"""

import re
from typing import TYPE_CHECKING

from docgen.findings import Fault, Finding
from docgen.readers._syntax import FULL_WIDTH, SYNTAX, UNCLOSED, Text
from docgen.rows import TOO_DEEP

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

TAB_INDENT = Fault(
    "tab-indent",
    "缩进用了制表符",
    "YAML 靠行首的空格分层，不允许用 Tab 键缩进。",
    "乙方:⏎⇥姓名: 张三",
    "乙方:⏎  姓名: 张三",
)
BAD_INDENT = Fault(
    "bad-indent",
    "缩进没有对齐",
    "YAML 靠行首的空格分层，同一组字段的行首必须对齐。",
    "乙方:⏎  姓名: 张三⏎ 电话: 1",
    "乙方:⏎  姓名: 张三⏎  电话: 1",
)
TAG = Fault(
    "yaml-tag",
    "用了 YAML 标签",
    "以“!”开头的标签会让文件变成程序，公文数据用不着。",
    "人数: !!int 12",
    "人数: 12",
)
BAD_ALIAS = Fault(
    "yaml-alias",
    "别名无法展开",
    "以“*”开头的是别名，要先用“&”定义；文字以 * 或 & 开头时要加引号。",
    "备注: *见附件",
    '备注: "*见附件"',
)

_WIDE_COLON = re.compile(r"([ \t]*(?:- +)*[^\s:：#\"'“][^:：\"'“\n]{0,30})：[ \t]*")
_TABS = re.compile(r" *\t[ \t]*")
_CAUSES = (
    # The parser looks ahead, so its own limit may be met before ours.
    ("nesting depth", TOO_DEEP, "嵌套太深", "请检查缩进和括号"),
    ("cannot start any token", SYNTAX, "这里的符号不能作为值的开头", "请给整个值加上英文双引号"),
    ("end of stream", UNCLOSED, "这里的引号到文件结束也没有配对", "请补上后一个引号"),
    ("document indicator", UNCLOSED, "这里的引号没有配对", "请补上后一个引号"),
    ("expected ',' or", UNCLOSED, "括号里的各项之间少了英文逗号，或少了后一个括号", "请补上"),
    ("expected ':'", SYNTAX, "这一行没有英文冒号“: ”", "请写成“名称: 值”，冒号后空一格"),
    (
        "values are not allowed",
        SYNTAX,
        "这里不应当有冒号",
        "值里有“: ”时请加引号；也可能是上一行没有写完或缩进不对",
    ),
    ("expected <block end>", BAD_INDENT, "这一行没有与上面对齐", "请让同一组字段的行首对齐"),
    ("expected key", BAD_INDENT, "这一行没有与上面对齐", "请让同一组字段的行首对齐"),
    ("'-' indicator", BAD_INDENT, "这一行没有以“- ”开头", "列表的每一项都要以“- ”开头并对齐"),
    ("not allowed in this context", BAD_INDENT, "“- ”不能写在这里", "请另起一行，并对齐行首"),
    ("escape", SYNTAX, "反斜杠后面不是 YAML 认识的写法", "请把双引号改成单引号"),
    ("alias", BAD_ALIAS, "“*”后面不是别名", "文字以 * 开头时请加引号"),
    ("anchor", BAD_ALIAS, "“&”后面不是别名", "文字以 & 开头时请加引号"),
    ("tag", TAG, "“!”后面不是文字", "文字以 ! 开头时请加引号"),
)


def explain(text: Text, error: "MarkedYAMLError") -> tuple[int, int]:
    """Note the parser's own complaint in words; give the first and last 0-based line concerned."""
    mark, context = error.problem_mark, error.context_mark
    problem = f"{error.problem} {error.context or ''}"
    line, column = (mark.line, mark.column) if mark else (0, 0)
    first = (context.line, context.column) if context else (line, column)
    for words, fault, message, hint in _CAUSES:
        if words in problem:
            at = first if fault is UNCLOSED else (line, column)
            text.report(fault, text.offset(*at), message, hint)
            return first[0], line
    text.report(SYNTAX, text.offset(line, column), "从这里起读不下去", "请检查冒号、引号和缩进")
    return first[0], line


def mend(text: Text, first: int, last: int) -> tuple[Finding, str] | None:
    """Mend the first slip from the line before `first` to `last`; None when there is none.

    Gives the finding and the whole text without the slip.
    """
    lines = text.text.split("\n")
    for number in range(max(first - 1, 0), min(last + 1, len(lines))):
        mended = _mend_tabs(text, number, lines[number]) or _mend_colon(text, number, lines[number])
        if mended:
            finding, lines[number] = mended
            return finding, "\n".join(lines)
    return None


def _mend_tabs(text: Text, number: int, line: str) -> tuple[Finding, str] | None:
    tabs = _TABS.match(line)
    if not tabs:
        return None
    source = text.source(text.offset(number, line.index("\t")))
    finding = TAB_INDENT.finding("行首用了制表符（Tab）", "请改成空格，每层两个", source=source)
    return finding, tabs.group().replace("\t", "  ") + line[tabs.end() :]


def _mend_colon(text: Text, number: int, line: str) -> tuple[Finding, str] | None:
    colon = _WIDE_COLON.match(line)
    if not colon:
        return None
    source = text.source(text.offset(number, colon.end(1)))
    hint = "请改成英文冒号加一个空格“: ”"
    finding = FULL_WIDTH.finding("“：”是全角冒号", hint, source=source)
    return finding, f"{colon.group(1)}: {line[colon.end() :]}"
