"""YAML with the place of every value, every scalar as the text that was written.

Values are built from the parser's events, since PyYAML's own constructors guess types, keep the
last of two equal keys, and unfold aliases without end.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.findings import Fault, Finding
from docgen.readers._syntax import (
    DUPLICATE_KEY,
    FULL_WIDTH,
    LIMIT,
    SYNTAX,
    TOO_DEEP,
    UNCLOSED,
    Parsed,
    Stop,
    Text,
    in_order,
)
from docgen.readers._text import HIDDEN, text_findings
from docgen.rows import Path

if TYPE_CHECKING:
    from yaml import Event, MarkedYAMLError

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
BAD_KEY = Fault(
    "yaml-key",
    "字段名不是文字",
    "值以“{”或“[”开头时，YAML 会当成一组字段；要作为文字请加引号。",
    "标题: {{ 村名 }}责任书",
    '标题: "西街村责任书"',
)
SEVERAL_DOCUMENTS = Fault(
    "several-documents",
    "一个文件里有几份数据",
    "“---”会把文件分成几份，只读第一份会漏掉后面的。",
    "标题: 甲⏎---⏎标题: 乙",
    "- 标题: 甲⏎- 标题: 乙",
)
MOST_NODES = 200_000
"""Aliases may unfold into so many values in all."""

MOST_REPAIRS = 20

_STRUCTURE = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!")
_WIDE_COLON = re.compile(r"([ \t]*(?:- +)*[^\s:：#\"'“][^:：\"'“\n]{0,30})：[ \t]*")
_TABS = re.compile(r" *\t[ \t]*")
_HIDDEN = re.compile(f"[{HIDDEN}]")
_CAUSES = (
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


def parse(text: str, file: str) -> Parsed:
    """Parse one YAML text; never raises. What is plainly meant is mended, to find the rest."""
    notes = Text(text, file)
    for match in _HIDDEN.finditer(text):
        notes.findings += text_findings(match.group(), notes.source(match.start()))
    text = _HIDDEN.sub("□", text)
    for _ in range(MOST_REPAIRS):
        builder = _Builder(text, file)
        complete = builder.build()
        mended = builder.mend()
        if mended is None:
            break
        notes.findings.append(mended[0])
        text = mended[1]
    findings = in_order([*notes.findings, *builder.findings])
    return Parsed(builder.value, builder.places, findings, complete)


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


class _Builder(Text):
    """Builds values from events."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text, file)
        self.value: object = None
        self.places: dict[Path, tuple[int, int]] = {}
        self.anchors: dict[str, tuple[object, int]] = {}
        self.nodes = 0
        self.broken: tuple[int, int] | None = None
        self._events: Iterator[Event] = iter(())

    def build(self) -> bool:
        """Build the only document of the text; False when it cannot be followed."""
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events = yaml.parse(self.text, Loader=loader)
        try:
            self.document()
        except Stop:
            return False
        except yaml.MarkedYAMLError as error:
            self.explain(error)
            return False
        return True

    def document(self) -> None:
        """Build the first document and refuse a second."""
        import yaml

        next(self._events)
        event = next(self._events)
        self.places[()] = (1, 1)
        if isinstance(event, yaml.StreamEndEvent):
            return
        self.value = self.node(next(self._events), (), 0)
        next(self._events)
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            hint = "请把每份数据存成一个文件；名册请写成以“- ”开头的列表"
            raise self.stop(SEVERAL_DOCUMENTS, self.at(event), "这里又开始了一份数据", hint)

    def at(self, event: "Event") -> int:
        """Give the offset of an event."""
        mark = event.start_mark
        return self.offset(mark.line, mark.column) if mark else 0

    def node(self, event: "Event", path: Path, depth: int) -> object:
        """Build one value."""
        import yaml

        if depth > LIMIT:
            raise self.stop(TOO_DEEP, self.at(event), f"嵌套超过 {LIMIT} 层", "请检查缩进和括号")
        self.places[path] = self.place(self.at(event))
        self.count(1, event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event.anchor or "", event)
        before = self.nodes
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in _STRUCTURE:
            self.report(TAG, self.at(event), f"用了标签“{_short(tag)}”", "请删去，只留下值")
        value = self.content(event, path, depth)
        anchor = getattr(event, "anchor", None)
        if anchor:
            self.anchors[anchor] = (value, self.nodes - before + 1)
        return value

    def content(self, event: "Event", path: Path, depth: int) -> object:
        """Build a scalar, a list or a mapping."""
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path, depth)
        return self.mapping(path, depth)

    def scalar(self, event: "Event") -> str | None:
        """Give the text as written; an empty or null plain scalar is None."""
        text = str(getattr(event, "value", ""))
        is_plain = getattr(event, "style", None) in (None, "")
        if is_plain and text in ("", "~", "null", "Null", "NULL"):
            return None
        self.findings.extend(text_findings(text, self.source(self.at(event))))
        return text

    def sequence(self, path: Path, depth: int) -> list[object]:
        """Build a list."""
        import yaml

        found: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self.node(event, (*path, len(found)), depth + 1))
        return found

    def mapping(self, path: Path, depth: int) -> dict[str, object]:
        """Build a mapping, keeping the first of two equal keys; `<<` is unfolded below them."""
        import yaml

        found: dict[str, object] = {}
        merged: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self.key(event)
            if key == "<<":
                merged |= self.merge(self.node(next(self._events), (*path, key), depth + 1), event)
            elif key in found:
                first = self.places[(*path, key)][0]
                message = f"“{key}”写了两次，第一次在第{first}行"
                self.report(DUPLICATE_KEY, self.at(event), message, "请只保留一处")
                self.skip(depth)
            else:
                found[key] = self.node(next(self._events), (*path, key), depth + 1)
        return {**merged, **found}

    def skip(self, depth: int) -> None:
        """Pass over a value that is not kept."""
        kept, self.places = self.places, {}
        self.node(next(self._events), (), depth + 1)
        self.places = kept

    def key(self, event: "Event") -> str:
        """Give the name of a field."""
        import yaml

        if not isinstance(event, yaml.ScalarEvent):
            hint = "值以“{”或“[”开头时请加英文双引号"
            raise self.stop(BAD_KEY, self.at(event), "字段名应当是文字", hint)
        self.findings.extend(text_findings(event.value, self.source(self.at(event)), "字段名"))
        return str(event.value)

    def merge(self, value: object, event: "Event") -> dict[str, object]:
        """Give what `<<` brings in."""
        if isinstance(value, dict):
            return value
        self.report(BAD_ALIAS, self.at(event), "“<<”后面应当是一组字段的别名", "请直接写出各字段")
        return {}

    def alias(self, name: str, event: "Event") -> object:
        """Give what an alias stands for."""
        if name not in self.anchors:
            hint = "文字以 * 开头时请加引号"
            self.report(BAD_ALIAS, self.at(event), f"没有用“&{name}”定义过“*{name}”", hint)
            return None
        value, size = self.anchors[name]
        self.count(size, event)
        return value

    def count(self, nodes: int, event: "Event") -> None:
        """Stop once aliases unfold into more values than any data has."""
        self.nodes += nodes
        if self.nodes > max(MOST_NODES, len(self.text)):
            raise self.stop(BAD_ALIAS, self.at(event), "别名展开后太大", "请直接写出内容，不用别名")

    def explain(self, error: "MarkedYAMLError") -> None:
        """Note the parser's own complaint in words."""
        mark = error.problem_mark or error.context_mark
        problem = f"{error.problem} {error.context or ''}"
        line, column = (mark.line, mark.column) if mark else (0, 0)
        start = error.context_mark.line if error.context_mark else line
        self.broken = (start, line)
        for words, fault, message, hint in _CAUSES:
            if words in problem:
                if fault is UNCLOSED and error.context_mark:
                    line, column = error.context_mark.line, error.context_mark.column
                self.report(fault, self.offset(line, column), message, hint)
                return
        self.report(SYNTAX, self.offset(line, column), "从这里起读不下去", "请检查冒号、引号和缩进")

    def mend(self) -> tuple[Finding, str] | None:
        """Give the text with one slip mended and its finding; None when there is none to mend."""
        lines = self.text.split("\n")
        if self.broken:
            first, last = self.broken
        elif isinstance(self.value, str):
            first, last = 0, len(lines) - 1
        else:
            return None
        for number in range(max(first - 1, 0), min(last + 1, len(lines))):
            at = self.offset(number, 0)
            tabs = _TABS.match(lines[number])
            colon = _WIDE_COLON.match(lines[number])
            if tabs and self.broken:
                hint = "请改成空格，每层两个"
                source = self.source(at + lines[number].index("\t"))
                lines[number] = tabs.group().replace("\t", "  ") + lines[number][tabs.end() :]
                return TAB_INDENT.finding("行首用了制表符（Tab）", hint, source=source), "\n".join(
                    lines
                )
            if colon:
                source = self.source(at + colon.end(1))
                lines[number] = f"{colon.group(1)}: {lines[number][colon.end() :]}"
                finding = FULL_WIDTH.finding(
                    "“：”是全角冒号", "请改成英文冒号加一个空格“: ”", source=source
                )
                return finding, "\n".join(lines)
        return None
