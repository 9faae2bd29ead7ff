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
    LIMIT,
    Parsed,
    Stop,
    Text,
    in_order,
)
from docgen.readers._text import HIDDEN, text_findings
from docgen.readers._yaml_slips import BAD_ALIAS, TAG, explain, mend
from docgen.rows import TOO_DEEP, Path

if TYPE_CHECKING:
    from yaml import Event

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

MOST_REREAD = 4_000_000
"""Mending stops once so many characters would be read again."""

_STRUCTURE = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!")
_HIDDEN = re.compile(f"[{HIDDEN}]")


def parse(text: str, file: str) -> Parsed:
    """Parse one YAML text; never raises. What is plainly meant is mended, to find the rest."""
    notes = Text(text, file)
    for match in _HIDDEN.finditer(text):
        notes.findings += text_findings(match.group(), notes.source(match.start()))
    text = _HIDDEN.sub("□", text)
    for _ in range(max(5, min(200, MOST_REREAD // (len(text) + 1)))):
        builder = _Builder(text, file)
        complete = builder.build()
        mended = builder.mended()
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
            self.broken = explain(self, error)
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

    def mended(self) -> tuple[Finding, str] | None:
        """Give the text with one slip mended, and its finding; None when there is none."""
        if self.broken:
            return mend(self, *self.broken)
        # Lines with full-width colons alone are, to YAML, one long text.
        return mend(self, 0, self.text.count("\n")) if isinstance(self.value, str) else None
