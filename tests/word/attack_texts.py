"""Attacks by what is written in a template: code where only data belongs, and work without end."""

from collections.abc import Mapping, Sequence
from html import escape

import small_papers as d

Lines = str | Sequence[str]
Case = tuple[str, Lines, Mapping[str, object]]

SOUND = d.members(d.paper("正文"))
PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
LONG = "长" * 100_000
MANY = ["项"] * 2000
NONE: Mapping[str, object] = {}


def paper(lines: Lines) -> bytes:
    """Make a file of paragraphs; a line that begins with `<` is XML as it stands."""
    told = [lines] if isinstance(lines, str) else lines
    body = "".join(
        line if line.startswith("<w:") else PARAGRAPH.format(escape(line)) for line in told
    )
    document = SOUND["word/document.xml"].decode()
    start = document.index("<w:body>") + len("<w:body>")
    xml = document[:start] + body + document[document.index("<w:sectPr") :]
    return d.zipped({**SOUND, "word/document.xml": xml.encode()})


FORBIDDEN, FAILED, LARGE = "forbidden-construct", "failed-expression", "document-too-large"
SYNTAX, MISSING, FILTER = "template-syntax", "missing-value", "unknown-filter"

_OBJECT_WALKS = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__bases__[0].__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ x.__init__.__globals__ }}",
    "{{ x._private }}",
    "{{ __import__('os').system('id') }}",
    "{{ __builtins__ }}",
    "{{ _ }}",
    "{{ self.__dict__ }}",
    "{{ self }}",
    "{{ self.body }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum(5) }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ range(1000000000) }}",
    "{{ dict(a=1) }}",
    "{{ namespace(a=1) }}",
    "{{ joiner(',') }}",
    "{{ super() }}",
    "{{ caller() }}",
    "{{ x.format(1) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ x.upper() }}",
    "{{ x() }}",
    "{{ loop.__class__ }}",
    "{% for a in x %}{{ loop._iterable }}{% endfor %}",
    "{% for a in x %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for a in x %}{{ loop(x) }}{% endfor %}",
    "{% for a in x %}{{ loop.changed(1) }}{% endfor %}",
    "{{ x is callable }}",
    "{{ x is sameas y }}",
    "{{ x|default(y()) }}",
    "{{ x|default(*y) }}",
    "{{ x|default(**y) }}",
    "{{ x|default(boolean=y()) }}",
    "{{ x[y():] }}",
    "{{ x[:2 ** 9 ** 9] }}",
    "{{ x[-y()] }}",
    "{{ x[y()] }}",
    "{{ x ~ y() }}",
    "{{ x if y() else x }}",
    "{{ x if x else y() }}",
    "{{ not y() }}",
    "{{ x == y() }}",
    "{{ [x, y()] }}",
    "{{ (x, y()) }}",
    "{{ {'a': y()} }}",
    "{{ 1 is in(y()) }}",
    "{% if x %}{% elif y() %}{% endif %}",
    "{% for a in y() %}{% endfor %}",
    "{% for a in x if y() %}{% endfor %}",
    "{% for a in x recursive %}{{ loop(a) }}{% endfor %}",
    "{% for a, b in x %}{% endfor %}",
    "{% with a = y() %}{% endwith %}",
    "{% set a = y() %}",
    "{% set a, b = 1, 2 %}",
    "{% set x.y = 1 %}",
    "{% set loop = 1 %}",
    "{% set _a = 1 %}",
    "{% set a %}文{% endset %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% include '/etc/passwd' %}",
    "{% include 'CANARY' ignore missing %}",
    "{% include x %}",
    "{% extends '/etc/passwd' %}",
    "{% extends x %}",
    "{% macro a() %}文{% endmacro %}",
    "{% call a() %}文{% endcall %}",
    "{% block a %}文{% endblock %}",
    "{% filter upper %}文{% endfilter %}",
    "{% autoescape true %}文{% endautoescape %}",
    "{{ 10 ** 10 ** 8 }}",
    "{{ 2 ** 2 ** 2 ** 2 ** 2 ** 2 }}",
    "{% set a = 9 ** 9 ** 9 %}",
    "{% set \uf900 = 1 %}{{ \u8c48 }}{{ \uf900 }}",
    "{% for ﬁ in x %}{{ ﬁ }}{{ fi }}{% endfor %}",
    "{% do x.append(1) %}",
    "{% break %}",
    "{% continue %}",
    "{{ x.＿＿class＿＿ }}",
]
_FILTERS = [
    "{{ x|attr('__class__') }}",
    "{{ x|attr('__cla' ~ 'ss__') }}",
    "{{ '%s'|format(x) }}",
    "{{ x|map('upper') }}",
    "{{ x|select|list }}",
    "{{ x|pprint }}",
    "{{ x|tojson }}",
    "{{ x|safe }}",
    "{{ x|forceescape }}",
    "{{ x|groupby('a') }}",
    "{{ x|sort }}",
    "{{ x|indent(1000000000) }}",
    "{{ x|center(1000000000) }}",
    "{{ x|wordwrap(1) }}",
    "{{ x|filesizeformat }}",
    "{{ x|random }}",
]
_UNKNOWN_TAGS = [
    "{% debug %}",
    "{% trans %}文{% endtrans %}",
    "{{ [a for a in x] }}",
    "{{ lambda: x }}",
    "{{ x; y }}",
    "{{ `id` }}",
    "{{ $x }}",
    "{{ x\u200b }}",
    "{{ " + "9" * 5000 + " }}",
]
_NOTHING_THERE = [
    "{{ cycler }}",
    "{{ config }}",
    "{{ request.environ }}",
    "{{ d['__class__'] }}",
    "{{ d['__cla' ~ 'ss__'] }}",
    "{{ d.keys }}",
    "{{ d.items }}",
    "{{ d.pop }}",
    "{{ t.upper }}",
    "{{ t['join'] }}",
    "{{ n.real }}",
    "{{ n['__class__']['a']|upper }}",
]
_DATA = {"d": {"a": 1}, "t": "文", "n": 5, "x": ["甲"], "y": "乙"}


def _deep(opening: str, inner: str, closing: str, times: int = 3000) -> str:
    return "{{ " + opening * times + inner + closing * times + " }}"


_DEEP = {
    "brackets in brackets": _deep("(", "x", ")"),
    "lists in lists": _deep("[", "x", "]"),
    "not not not": _deep("not ", "x", ""),
    "minus minus minus": _deep("-", "1", ""),
    "items of items": _deep("", "x", "[0]"),
    "names of names": _deep("", "x", ".a"),
    "filters on filters": _deep("", "x", "|upper"),
    "or or or": _deep("x or ", "x", ""),
    "sums": _deep("1 + ", "1", ""),
    "choices in choices": _deep("x if y else ", "x", ""),
    "comparisons": _deep("x < ", "x", ""),
    "joined": _deep("x ~ ", "x", ""),
    "many elifs": "{% if x %}" + "{% elif x %}" * 3000 + "{% endif %}",
    "a list of thousands": "{% for a in [" + "1," * 3000 + "] %}{% endfor %}",
}
_BROKEN = {
    "braces": "{{",
    "statements": "{%",
    "rows": "{%tr ",
    "paragraphs": "{%p ",
    "cells": "{%tc ",
    "runs": "{{r ",
    "comments": "{#",
    "half braces and text": "{{ 甲 ",
    "statements with a dash": "{%- ",
    "column spans": "{% colspan ",
    "colours": "{% cellbg ",
    "pairs left open": "{{ {% ",
    "openings of three sorts": "{{{%{#",
}
_LOOPS = {
    "loops in loops": "{% for a in x %}{% for b in x %}{% for c in x %}{{ c }}{% endfor %}{% endfor %}{% endfor %}",
    "loops that print nothing": "{% for a in x %}" * 5 + "{% endfor %}" * 5,
    "loops over a list of the author's": ("{% for a in [1,2,3,4,5,6,7,8,9,0,1,2,3,4,5] %}" * 6)
    + "{% endfor %}" * 6,
    "loops with a condition": "{% for a in x if a %}" * 3 + "{% endfor %}" * 3,
    "much text, again and again": "{% for a in x %}{% for b in x %}"
    + "文" * 5000
    + "{% endfor %}{% endfor %}",
    "a long value, again and again": "{% for a in x %}{{ long }}{% endfor %}",
    "upper in a loop": "{% for a in x %}{% if long|upper == 'a' %}{% endif %}{% endfor %}",
    "search in a loop": "{% for a in x %}{% if 'b' in long %}{% endif %}{% endfor %}",
    "search by a test": "{% for a in x %}{% if 'b' is in(long) %}{% endif %}{% endfor %}",
    "comparison in a loop": "{% for a in x %}{% if twin == long %}{% endif %}{% endfor %}",
    "comparison of lists": "{% for a in x %}{% if x < x[1:] %}{% endif %}{% for b in x[:50] %}{% if x == x[:] %}{% endif %}{% endfor %}{% endfor %}",
    "slices in a loop": "{% for a in x %}{% set b = long[1:] %}{% endfor %}",
    "joined in a loop": "{% for a in x %}{% set b = long ~ long %}{% endfor %}",
    "a long separator": "{{ x|join(long) }}",
    "a text joined with itself": "{{ long|join(long) }}",
    "line breaks, again and again": "{% for a in x %}{% for b in x[:90] %}{{ lines }}{% endfor %}{% endfor %}",
}
_GROWTH = {
    "a text doubled": ["{% set a = '文文' %}", *["{% set a = a ~ a %}"] * 60, "{{ a }}"],
    "a text doubled by a sum": ["{% set a = '文文' %}", *["{% set a = a + a %}"] * 60, "{{ a }}"],
    "a list doubled": ["{% set a = [1, 2] %}", *["{% set a = a + a %}"] * 60, "{{ a|length }}"],
    "names that double each other": [
        "{% set a = '文文' %}{% set b = a %}",
        *["{% set a = b ~ b %}{% set b = a ~ a %}"] * 40,
        "{{ a }}",
    ],
    "joins in joins": ["{% set a = 'a,b,c,d' %}", *["{% set a = a|join(a) %}"] * 20, "{{ a }}"],
}
_FAILING = [
    "{{ 'a' * 1000000000 }}",
    "{{ 1000000000 * 'a' }}",
    "{{ [0] * 1000000000 }}",
    "{{ t * n }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ t % n }}",
    "{{ t - n }}",
    "{{ n / 0 }}",
    "{{ n // 0 }}",
    "{{ 3|round(1000000000) }}",
    "{{ '1e999999'|大写金额 }}",
    "{{ 10000000000000000000000000000000|中文数字 }}",
    "{{ n|upper }}",
    "{% set a = d ~ t %}{{ a }}",
    "{{ x[::0] }}",
]

REFUSED: dict[str, Case] = {
    **{line: (FORBIDDEN, line, NONE) for line in _OBJECT_WALKS},
    **{line: (FILTER, line, NONE) for line in _FILTERS},
    **{line[:60]: (SYNTAX, line, NONE) for line in _UNKNOWN_TAGS},
    **{line: (MISSING, line, _DATA) for line in _NOTHING_THERE},
    **{f"deep: {name}": (SYNTAX, line, NONE) for name, line in _DEEP.items()},
    **{
        f"200 KB of {name}": (SYNTAX, sign * (200_000 // len(sign)), NONE)
        for name, sign in _BROKEN.items()
    },
    **{
        name: (
            LARGE,
            line,
            {"x": MANY, "long": LONG, "twin": LONG[:-1] + "长", "lines": "行\n" * 5000},
        )
        for name, line in _LOOPS.items()
    },
    **{name: (LARGE, lines, NONE) for name, lines in _GROWTH.items()},
    **{line: (FAILED, line, _DATA) for line in _FAILING},
    "a number doubled": (
        FAILED,
        ["{% set a = 99 %}", *["{% set a = a * a %}"] * 60, "{{ a }}"],
        NONE,
    ),
    "seven loops": (FORBIDDEN, "{% for a in x %}" * 7 + "{% endfor %}" * 7, NONE),
    "conditions in conditions": (FORBIDDEN, "{% if x %}" * 40 + "{% endif %}" * 40, NONE),
    "six thousand tags": (FORBIDDEN, ["{{ x }}"] * 6000, NONE),
    "a name from everywhere": (
        FORBIDDEN,
        [
            "{% set a = x0 %}",
            *[f"{{% set a = a ~ x{number} %}}" for number in range(300)],
            "{{ a }}",
        ],
        NONE,
    ),
    "a tag with a megabyte of spaces": (FORBIDDEN, "{{ x" + " " * 1_000_000 + "}}", NONE),
    "a megabyte of names": (FORBIDDEN, "{{ x" + ".a" * 500_000 + "}}", NONE),
    "quotes behind backslashes": (SYNTAX, "{{ x " + '\\"' * 100_000 + " }}", NONE),
    "curled quotes": (SYNTAX, "{{ x " + "“" * 100_000 + " }}", NONE),
    "square brackets": (SYNTAX, "{{ x " + "【" * 100_000 + " }}", NONE),
    "full-width braces in one tag": (
        "leftover-brace",
        "｛｛ x " + "｛｛ " * 100_000 + " ｝｝",
        NONE,
    ),
    "full-width statements": (SYNTAX, "｛％ if x " + "｛％ " * 60_000 + " ％｝", NONE),
    "cells to be merged": ("misplaced-tag", ["{% vm %}"] * 4000, NONE),
    "fields left open": (
        "active-field",
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "</w:p>",
        NONE,
    ),
    "closing braces": ("leftover-brace", "}}" * 100_000, NONE),
    "closing statements": ("leftover-brace", "%}" * 100_000, NONE),
    "open tags in runs of their own": (
        SYNTAX,
        "<w:p>" + "<w:r><w:t>{{</w:t></w:r>" * 20_000 + "</w:p>",
        NONE,
    ),
    "signs in runs of their own": (
        SYNTAX,
        "<w:p>" + "<w:r><w:t>{</w:t></w:r>" * 20_000 + "</w:p>",
        NONE,
    ),
    "open tags, a paragraph each": (SYNTAX, ["{% if x"] * 10_000, NONE),
    "many loops left open": (SYNTAX, ["{% for a in x %}"] * 3000, NONE),
    "many ends": (SYNTAX, ["{% endfor %}"] * 3000, NONE),
    "a value with a null sign": ("bad-character", "{{ x }}", {"x": "甲\x00乙"}),
    "a value with half a character": ("bad-character", "{{ x }}", {"x": "甲\ud842"}),
    "a dictionary as a text": ("unprintable-value", "{{ d }}", _DATA),
    "a list as a text": ("unprintable-value", "{{ x }}", _DATA),
    "the loop as a text": ("unprintable-value", "{% for a in x %}{{ loop }}{% endfor %}", _DATA),
    "a part of the loop by item": (
        MISSING,
        "{% for a in x %}{{ loop['__class__'] }}{% endfor %}",
        _DATA,
    ),
    "a loop over the loop": (
        WRONG := "unprintable-value",
        "{% for a in x %}{% for b in loop %}{% endfor %}{% endfor %}",
        _DATA,
    ),
    "a loop over a text": ("unprintable-value", "{% for a in t %}{{ a }}{% endfor %}", _DATA),
    "a loop over keys": ("unprintable-value", "{% for a in d %}{{ a }}{% endfor %}", _DATA),
}

_TAGS = "{{ 7*7 }} {% include 'a' %} {# 注 #} {{ x }}"
PRINTED: dict[str, Case] = {
    "tags in a value": (_TAGS, "{{ x }}", {"x": _TAGS}),
    "tags in a joined value": (_TAGS + _TAGS, "{{ x ~ x }}", {"x": _TAGS}),
    "tags in a key": ("好", "{{ d['{{ x }}'] }}", {"d": {"{{ x }}": "好"}}),
    "markup in a value": ("</w:t><w:br/>&lt;]]>", "{{ x }}", {"x": "</w:t><w:br/>&lt;]]>"}),
    "a field in a value": ("DDEAUTO c:\\cmd", "{{ x }}", {"x": "DDEAUTO c:\\cmd"}),
    "a key called items": ("货", "{{ d.items }}", {"d": {"items": "货"}}),
    "a key called get": ("货", "{{ d.get }}", {"d": {"get": "货"}}),
    "a key called __class__": ("货", "{{ d['__class__'] }}", {"d": {"__class__": "货"}}),
    "a key called loop": ("货", "{{ loop }}", {"loop": "货"}),
    "a key called environment": ("货", "{{ environment }}", {"environment": "货"}),
    "a key called context": ("货", "{{ context }}", {"context": "货"}),
    "a key called range": ("货", "{{ range }}", {"range": "货"}),
    "a name of full width": ("货", "{{ Ａ组 }}", {"Ａ组": "货"}),
    "a name that is a word of Python": ("货", "{{ lambda }}", {"lambda": "货"}),
    "a text is not formatted by odd": (
        "偶",
        "{% if '%999999999d' is odd %}奇{% else %}偶{% endif %}",
        {},
    ),
    "a text is not formatted by even": (
        "奇",
        "{% if '%999999999d' is even %}偶{% else %}奇{% endif %}",
        {},
    ),
    "a slice beyond the end": ("乙", "{{ x[1:99999999999999999999] }}", {"x": "甲乙"}),
    "an ordinary table of thousands": (
        "项" * 2000,
        "{% for a in x %}{{ a }}{% endfor %}",
        {"x": MANY},
    ),
}
