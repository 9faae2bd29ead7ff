"""JSON with the place of every value, all faults at once.

Strict as the standard is, but it reads on after the slips that people make, to find the rest.
"""

import re

from docgen.findings import Fault
from docgen.readers._json_scalars import LITERAL, LOOSE_STRING, Scalars
from docgen.readers._syntax import (
    DUPLICATE_KEY,
    FULL_WIDTH,
    LIMIT,
    SYNTAX,
    UNCLOSED,
    Parsed,
    Stop,
    in_order,
)
from docgen.rows import TOO_DEEP, Path

TRAILING_COMMA = Fault(
    "trailing-comma",
    "最后一项后面多了逗号",
    "JSON 里逗号只用来隔开两项。",
    '["甲", "乙",]',
    '["甲", "乙"]',
)
MISSING_COMMA = Fault(
    "missing-comma",
    "两项之间少了逗号",
    "JSON 里每两项之间要有英文逗号。",
    '{"标题": "甲" "日期": "乙"}',
    '{"标题": "甲", "日期": "乙"}',
)

_BARE_KEY = re.compile(r"[\w·.\-]+")


def parse(text: str, file: str, line: int = 1) -> Parsed:
    """Parse one JSON text; never raises."""
    parser = _Parser(text, file, line)
    value: object = None
    complete = False
    try:
        value = parser.value((), 0)
        parser.end()
        complete = True
    except Stop:
        pass
    return Parsed(value, parser.places, in_order(parser.findings), complete)


class _Parser(Scalars):
    """Reads objects and lists, keeping the place of every value."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        super().__init__(text, file, first_line)
        self.places: dict[Path, tuple[int, int]] = {}

    def value(self, path: Path, depth: int) -> object:
        """Read one value."""
        character = self.peek()
        self.places[path] = self.place(self.here)
        if character in ("{", "["):
            if depth >= LIMIT:
                raise self.stop(TOO_DEEP, self.here, f"嵌套超过 {LIMIT} 层", "请检查括号是否配对")
            return self.fields(path, depth) if character == "{" else self.items(path, depth)
        if character == '"' or LOOSE_STRING.match(self.text, self.here):
            return self.string()
        if character.isascii() and (character.isdigit() or character == "-"):
            return self.number()
        return self.word()

    def fields(self, path: Path, depth: int) -> dict[str, object]:
        """Read an object, keeping the first of two equal keys."""
        start = self.here
        found: dict[str, object] = {}
        more = self.enter(start, "}")
        while more:
            at = self.here
            key = self.key()
            self.colon(key)
            if key in found:
                self.repeated(key, self.places[(*path, key)][0], at, depth)
            else:
                found[key] = self.value((*path, key), depth + 1)
            more = self.another(start, "}")
        return found

    def repeated(self, key: str, first: int, at: int, depth: int) -> None:
        """Report a key met before, and pass over its value."""
        self.report(DUPLICATE_KEY, at, f"“{key}”写了两次，第一次在第{first}行", "请只保留一处")
        kept = self.places
        self.places = {}
        self.value((), depth + 1)
        self.places = kept

    def items(self, path: Path, depth: int) -> list[object]:
        """Read a list."""
        start = self.here
        found: list[object] = []
        more = self.enter(start, "]")
        while more:
            found.append(self.value((*path, len(found)), depth + 1))
            more = self.another(start, "]")
        return found

    def enter(self, start: int, close: str) -> bool:
        """Pass over the opening bracket; False once past the closing one."""
        self.here += 1
        return not self.closed(start, close)

    def another(self, start: int, close: str) -> bool:
        """Pass over a comma; False once past the closing bracket."""
        if self.closed(start, close):
            return False
        comma = self.here
        if self.text[comma] != ",":
            self.separate(close)
            return True
        self.here += 1
        if self.closed(start, close):
            self.report(TRAILING_COMMA, comma, f"“{close}”前面多了一个逗号", "请删去这个逗号")
            return False
        if self.text[self.here] == ",":
            self.report(TRAILING_COMMA, self.here, "多了一个逗号", "请删去这个逗号")
            self.here += 1
            return not self.closed(start, close)
        return True

    def separate(self, close: str) -> None:
        """Go on as if there were a comma, when another item plainly begins."""
        character = self.text[self.here]
        if character in "\"'“{[" or (character not in "}]:" and close == "]"):
            self.report(MISSING_COMMA, self.here, "前一项后面少了英文逗号“,”", "请补上逗号")
            return
        wrong = "括号不配对" if character in "}]" else "这里应当是逗号或括号"
        fault = UNCLOSED if character in "}]" else SYNTAX
        raise self.stop(
            fault,
            self.here,
            f"{wrong}：应为“,”或“{close}”，实为“{character}”",
            "请检查前一项的写法",
        )

    def closed(self, start: int, close: str) -> bool:
        """Pass over the closing bracket if it is next."""
        if not self.peek(ends=True):
            opening = self.text[start]
            raise self.stop(
                UNCLOSED, start, f"这里的“{opening}”直到文件结束也没有“{close}”", f"请补上“{close}”"
            )
        if self.text[self.here] != close:
            return False
        self.here += 1
        return True

    def key(self) -> str:
        """Read the name of a field."""
        if self.text[self.here] == '"' or LOOSE_STRING.match(self.text, self.here):
            return self.string()
        word = _BARE_KEY.match(self.text, self.here)
        if not word:
            character = self.text[self.here]
            raise self.stop(
                SYNTAX, self.here, f"这里应当是字段名，实为“{character}”", "请检查前一项的写法"
            )
        self.report(LITERAL, self.here, f"字段名“{word.group()}”没有加引号", "请加上英文双引号")
        self.here = word.end()
        return word.group()

    def colon(self, key: str) -> None:
        """Pass over the colon after a key."""
        if self.peek() != ":":
            if "”" in key or "“" in key:
                hint = '请改成英文双引号 "'
                raise self.stop(FULL_WIDTH, self.here, f"“{key[:20]}”里混用了中文引号", hint)
            raise self.stop(SYNTAX, self.here, f"“{key}”后面少了英文冒号“:”", "请补上冒号")
        self.here += 1

    def end(self) -> None:
        """Refuse anything after the value."""
        if self.peek(ends=True):
            raise self.stop(
                SYNTAX, self.here, "数据结束以后还有内容", "请删去多余的内容，或检查括号"
            )
