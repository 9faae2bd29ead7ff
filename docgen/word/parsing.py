"""Parsing a part of a template: what is wrong with how its tags are written, and where."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import TemplateSyntaxError, nodes

from docgen.errors import TemplateError
from docgen.findings import Actor, Fault, Finding, Place
from docgen.word.environment import SANDBOX
from docgen.word.source import PartSource, Tag
from docgen.word.tags import closing_of, open_tag

SYNTAX = Fault(
    code="template-syntax",
    title="模板里的标签写错了",
    why="标签不完整或不成对，整份模板就无法使用。",
    faulty="{% for x in 任务 %}……（没有 {% endfor %}）",
    sound="{% for x in 任务 %}……{% endfor %}",
    actor=Actor.AUTHOR,
)

DEEPEST, WIDEST = 60, 200
SHOWN = 40
LONGEST_SHOWN = 120
_PAIRS = "每个 {% if %} 要有 {% endif %}，每个 {% for %} 要有 {% endfor %}"
KNOWN_TAGS = "只能用 if、elif、else、for、set、with 和相应的 end 标签，并检查是否成对"
SIGNS = "括号、引号要成对；名称里有符号的，写成 {{ 【名称】 }}"
_REASONS = (
    (re.compile(r"expected token '(?:end of .*)', got '(.+)'"), "不知道“{}”是什么"),
    (re.compile(r"expected token 'name', got"), "这里缺一个名称"),
    (re.compile(r"expected token '(.+)', got"), "这里应当是“{}”"),
    (re.compile(r"unexpected '.+', expected '(.+)'"), "缺“{}”"),
    (re.compile(r"unexpected char ([\"'])(.)\1 at"), "不能写“{1}”"),
    (re.compile(r"unexpected '(.+)'"), "多了“{}”"),
    (re.compile(r"expected name or number"), "点的后面没有名称"),
    (re.compile(r"Expected an expression"), "这里缺一个名称"),
)


def refusal(refused: list[Finding]) -> TemplateError:
    """Give the error that says why a template cannot be used."""
    more = f"，共{len(refused)}处错误" if len(refused) > 1 else ""
    return TemplateError(f"模板不能使用：{refused[0].message}{more}", refused)


def unfinished(source: PartSource) -> Iterator[Finding]:
    """Report tags that are begun and not closed in their own paragraph."""
    for passage in source.passages:
        if "{" in passage.text and not passage.is_copy and (span := open_tag(passage.text)):
            start, end = span
            written, closing = passage.text[start : start + SHOWN], closing_of(passage.text[start:])
            place = replace(passage.place, start=start, end=end)
            advice = f"补上“{closing}”，一个标签要在同一段里写完"
            yield SYNTAX.finding(f"“{written}”没有写完，缺“{closing}”", advice, place=place)


def parsed(source: PartSource) -> nodes.Template:
    """Parse a part.

    Raises:
        TemplateError: with the place of the tag that cannot be read.
    """
    try:
        tree = SANDBOX.parse(source.source)
    except TemplateSyntaxError as fault:
        raise refusal([_syntax_finding(source, fault)]) from fault
    except RecursionError as fault:
        raise refusal([_too_deep(source, None)]) from fault
    except ValueError as fault:  # Python reads no number of thousands of digits
        finding = SYNTAX.finding("数字太长", "改成普通的数字", place=Place(source.part))
        raise refusal([finding]) from fault
    if deep := _deepest(tree):
        raise refusal([_too_deep(source, source.tag_at(deep.lineno))])
    return tree


def _deepest(tree: nodes.Template) -> nodes.Node | None:
    """Find a node deeper or wider than any sensible template's, where compiling breaks down."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        children = list(node.iter_child_nodes())
        branches = node.elif_ if isinstance(node, nodes.If) else children
        is_wide = isinstance(node, nodes.Expr | nodes.If) and len(branches) > WIDEST
        if depth > DEEPEST or is_wide:
            return node
        waiting += ((child, depth + 1) for child in children)
    return None


def shortened(tag: str) -> str:
    """Give a tag as it is shown in a message: on one line, and not endless."""
    text = " ".join(tag[: 10 * LONGEST_SHOWN].split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _too_deep(source: PartSource, tag: Tag | None) -> Finding:
    place = tag.place if tag else Place(source.part)
    return SYNTAX.finding("表达式太长，或嵌套太深", "写得简单些，或在数据里算好再填", place=place)


def _syntax_finding(source: PartSource, fault: TemplateSyntaxError) -> Finding:
    tag = source.tag_at(fault.lineno)
    place = tag.place if tag else Place(source.part)
    written = shortened(html.unescape(tag.text)) if tag else "模板"
    message = str(fault.message)
    if "end of template" in message or "nclosed" in message or "Missing end" in message:
        return SYNTAX.finding(f"{written} 附近的标签不成对", _PAIRS, place=place)
    if "unknown tag" in message:
        return SYNTAX.finding(f"看不懂标签 {written}", KNOWN_TAGS, place=place)
    why = reason(message)
    return SYNTAX.finding(f"{written} 写错了{why and f'：{why}'}", SIGNS, place=place)


def reason(message: str) -> str:
    """Put what Jinja says of a tag into Chinese; empty for what is not foreseen."""
    for pattern, words in _REASONS:
        if found := pattern.search(message):
            return words.format(*found.groups())
    return ""
