"""Reading on after a fault: the tags of a broken part, each by itself, so that all faults are told.

Jinja gives up at the first tag it cannot read. Here every tag is read alone, blocks are paired
by hand, and what is sound is put together into a source without any markup, good for nothing but
finding the faults that are left.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from jinja2 import TemplateSyntaxError

from docgen.findings import Finding
from docgen.word.blocks import Pair, Statement, blocks
from docgen.word.environment import SANDBOX
from docgen.word.expressions import FORBIDDEN
from docgen.word.parsing import KNOWN_TAGS, SIGNS, SYNTAX, reason
from docgen.word.slips import mended
from docgen.word.source import PartSource, Position, Tag, with_dots
from docgen.word.tags import open_tag
from docgen.word.written import WrittenTag

_SAMPLES = {
    "": "{{{{ {} }}}}",
    "if": "{{% if {} %}}{{% endif %}}",
    "elif": "{{% if 1 %}}{{% elif {} %}}{{% endif %}}",
    "for": "{{% for {} %}}{{% endfor %}}",
    "set": "{{% set {} %}}",
    "with": "{{% with {} %}}{{% endwith %}}",
}
_INSTEAD = {
    "include": "把内容直接写进模板",
    "import": "把内容直接写进模板",
    "from": "把内容直接写进模板",
    "extends": "用一个完整的模板",
    "block": "直接写内容",
    "macro": "直接写内容，重复的用 {% for %}",
    "call": "直接写内容",
    "filter": "在占位符里写过滤器",
    "autoescape": "直接写内容",
    "raw": "要印出花括号，写 {_{ 和 }_}",
    "do": "直接写内容",
    "break": "用 {% if %} 取舍",
    "continue": "用 {% if %} 取舍",
}
_LONGEST = 100
_MOST_GUESSES = 200
_ENDLESS = "endless"
_NAME = re.compile(r"\w+")


@dataclass(slots=True)
class Recovery:
    """What can still be read of a part: its findings, a source of tags alone, words not read."""

    findings: list[Finding]
    source: PartSource
    pairs: list[Pair]
    mentioned: frozenset[str]


def recovered(source: PartSource, tags: list[WrittenTag]) -> Recovery:
    """Read a part that Jinja cannot read."""
    reader = _TagReader()
    found = blocks(tags, reader.read)
    unread = [tag.inside for tag in found.dropped]
    unread += [text[span[0] :] for text in _own(source) if (span := open_tag(text))]
    mentioned = frozenset(word for text in unread for word in _NAME.findall(text))
    findings = [*reader.findings, *found.findings]
    return Recovery(findings, _flat(source, found.statements), found.pairs, mentioned)


def _own(source: PartSource) -> Iterator[str]:
    return (passage.text for passage in source.passages if not passage.is_copy)


def _flat(source: PartSource, statements: list[Statement]) -> PartSource:
    """Put tags together, one a line, with nothing between them."""
    tags = tuple(Tag(_line(one), one.tag.place, Position.TEXT, is_copy=False) for one in statements)
    text = "\n".join(tag.text for tag in tags)
    return replace(source, source=text, tags=tags, lines=tuple(range(1, len(tags) + 1)))


def _line(statement: Statement) -> str:
    inside = " ".join(statement.inside.split())
    return f"{{% {inside} %}}" if statement.is_statement else f"{{{{ {inside} }}}}"


def _fault(keyword: str, text: str) -> str | None:
    """Tell what Jinja has against a tag that stands alone, None for a sound one."""
    try:
        SANDBOX.parse(_SAMPLES[keyword].format(text))
    except TemplateSyntaxError as fault:
        return str(fault.message)
    except (RecursionError, ValueError):
        return _ENDLESS
    return None


def _guess(keyword: str, text: str) -> tuple[str, str] | None:
    """Guess how the expression in a tag was meant, and say why."""
    if len(text) > _LONGEST:
        return None
    head, joint, expression = text.partition(" in ") if keyword == "for" else ("", "", text)
    if keyword in ("set", "with"):
        head, joint, expression = text.partition("=")
    if keyword == "for" and not joint:
        return None
    found = mended(expression, lambda one: _fault(keyword, f"{head}{joint}{one}") is None)
    return (f"{head}{joint}{found[0]}", found[1]) if found else None


@dataclass(slots=True)
class _TagReader:
    findings: list[Finding] = field(default_factory=list)
    guesses: int = 0

    def read(self, tag: WrittenTag, keyword: str, text: str) -> str | None:
        """Give what stands in a tag as it can be read, None when it cannot; faults are told."""
        if keyword == "?":
            self._unknown(tag, text)
            return None
        if keyword == "else":
            return self._else(tag, text)
        if keyword == "set" and "=" not in text:
            hint = "写成 {% set 名称 = 值 %}"
            self._tell(
                tag, FORBIDDEN.finding, f"{tag.shown}：不能用 {{% set %}}…{{% endset %}}", hint
            )
            return None
        text = with_dots(text)
        fault = _fault(keyword, text)
        if fault is None:
            return text
        if fault == _ENDLESS:
            self._tell(
                tag,
                SYNTAX.finding,
                f"{tag.shown} 太长，或嵌套太深",
                "写得简单些，或在数据里算好再填",
            )
            return None
        self.guesses += 1
        guess = _guess(keyword, text) if self.guesses <= _MOST_GUESSES else None
        why = reason(fault) or (guess[1] if guess else "")
        told = f"{tag.shown} 写错了{why and f'：{why}'}"
        if guess is None:
            self._tell(tag, SYNTAX.finding, told, SIGNS)
            return None
        right = f"{keyword} {guess[0]}".strip()
        signs = ("{{", "}}") if not keyword else ("{%", "%}")
        self._tell(
            tag, SYNTAX.finding, told, f"{guess[1]}，改成 {signs[0]}{tag.level} {right} {signs[1]}"
        )
        return guess[0]

    def _else(self, tag: WrittenTag, text: str) -> str:
        if text:
            level = tag.level
            hint = f"写成 {{%{level} elif {text} %}}；没有条件的写成 {{%{level} else %}}"
            self._tell(tag, SYNTAX.finding, f"{tag.shown} 写错了：else 后面不能写条件", hint)
        return ""

    def _unknown(self, tag: WrittenTag, text: str) -> None:
        word = text.split(" ", 1)[0]
        bare = word.removeprefix("end")
        if word != bare and bare in (*_INSTEAD, "set"):
            return
        if word in _INSTEAD:
            self._tell(tag, FORBIDDEN.finding, f"{tag.shown}：不能用 {word}", _INSTEAD[word])
            return
        is_value = word and len(text) <= _LONGEST and _fault("", with_dots(text)) is None
        hint = f"要印出它，写成 {{{{ {text} }}}}；否则{KNOWN_TAGS}" if is_value else KNOWN_TAGS
        self._tell(tag, SYNTAX.finding, f"看不懂标签 {tag.shown}", hint)

    def _tell(self, tag: WrittenTag, make: Callable[..., Finding], message: str, hint: str) -> None:
        self.findings.append(make(message, hint, place=tag.place))
