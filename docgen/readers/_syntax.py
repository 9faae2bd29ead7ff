"""The faults of structure that JSON and YAML share, and the places of their values."""

from bisect import bisect_right
from dataclasses import dataclass

from docgen.findings import Fault, Finding, Source
from docgen.rows import Path

DUPLICATE_KEY = Fault(
    "duplicate-key",
    "同一名称写了两次",
    "两处写的内容不同时，无法知道以哪一处为准。",
    '{"标题": "甲", "标题": "乙"}',
    '{"标题": "甲"}',
)
SYNTAX = Fault(
    "syntax",
    "写法不合格式",
    "文件从这里起读不下去，后面的内容都无法检查。",
    '{"标题" "甲"}',
    '{"标题": "甲"}',
)
FULL_WIDTH = Fault(
    "full-width-punctuation",
    "结构符号用了全角",
    "冒号、逗号、引号和括号作为文件结构时必须是英文半角；文字内容里的全角标点不受影响。",
    "标题：责任书",
    "标题: 责任书",
)
UNCLOSED = Fault(
    "unclosed",
    "引号或括号没有配对",
    "少了后一半，后面的内容会被当成另外的东西。",
    '{"标题": "责任书}',
    '{"标题": "责任书"}',
)
NOT_AN_OBJECT = Fault(
    "not-an-object",
    "最外层不是一组字段",
    "一份公文的数据是一组“名称: 值”，名册是由这样的组构成的列表。",
    '"责任书"',
    '{"标题": "责任书"}',
)
LIMIT = 100
"""How deep objects and lists may be nested."""

MANY = 1000
"""After so many findings in one file the rest is not worth listing."""


class Stop(Exception):  # noqa: N818 - not an error: parsing ends here, the findings say why
    """Raised inside a parser once the text cannot be followed any further."""


class Text:
    """A text with its line starts and the findings made in it."""

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        """Index the line ends of `text`, whose first line is line `first_line` of `file`."""
        self.text = text
        self.file = file
        self.findings: list[Finding] = []
        self._first = first_line
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both counted from 1."""
        line = bisect_right(self._starts, offset)
        return line - 1 + self._first, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Give the offset of a line and column, both counted from 0."""
        return self._starts[min(line, len(self._starts) - 1)] + column

    def source(self, offset: int) -> Source:
        """Give the source at an offset."""
        line, column = self.place(offset)
        return Source(file=self.file, line=line, column=column)

    def report(self, fault: Fault, offset: int, message: str, hint: str = "") -> None:
        """Note a fault and go on."""
        self.findings.append(fault.finding(message, hint, source=self.source(offset)))
        if len(self.findings) >= MANY:
            raise Stop

    def stop(self, fault: Fault, offset: int, message: str, hint: str = "") -> Stop:
        """Note a fault and give what to raise."""
        self.findings.append(fault.finding(message, hint, source=self.source(offset)))
        return Stop()


@dataclass(frozen=True, slots=True)
class Parsed:
    """One JSON or YAML text: where it begins, where all its parts are, and what is wrong.

    `complete` is False when the text could not be followed to the end.
    """

    value: object
    places: dict[Path, tuple[int, int]]
    findings: tuple[Finding, ...]
    complete: bool


def no_object(source: Source) -> Finding:
    """Say that the data of a document is no group of fields."""
    message = "最外层应当是一组字段"
    hint = "一份公文是一组“名称: 值”（JSON 用 { } 括起来）；名册是列表，请用 docgen batch"
    return NOT_AN_OBJECT.finding(message, hint, source=source)


def no_list(source: Source) -> Finding:
    """Say that a roster is no list."""
    message = "名册的最外层应当是列表"
    hint = "JSON 用 [ ] 括起来，每行写一个 { }；YAML 每行以“- ”开头"
    return NOT_AN_OBJECT.finding(message, hint, source=source)


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort findings by their place in the file."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    source = finding.source or Source()
    return source.line or 0, source.column or 0
