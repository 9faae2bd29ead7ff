"""The scalars of JSON: strings, numbers and words, with what people write in their stead."""

import json
import math
import re

from docgen.findings import Fault
from docgen.readers._syntax import FULL_WIDTH, SYNTAX, UNCLOSED, Text
from docgen.readers._text import CONTROL_CHARACTER, HIDDEN, text_findings

SINGLE_QUOTES = Fault(
    "single-quotes",
    "用了单引号",
    "JSON 的文字只能放在英文双引号里。",
    "{'标题': '甲'}",
    '{"标题": "甲"}',
)
COMMENT = Fault(
    "comment-in-json",
    "JSON 里写了注释",
    "JSON 没有注释；需要注释时请用 YAML。",
    '{"标题": "甲"} // 标题',
    '{"标题": "甲"}',
)
NOT_A_NUMBER = Fault(
    "not-a-number",
    "不是数的数",
    "NaN 和 Infinity 是计算出错的结果，不能印进公文。",
    '{"人数": NaN}',
    '{"人数": 12}',
)
LITERAL = Fault(
    "unquoted-text",
    "文字没有加引号",
    "JSON 里除数字、true、false、null 外，都要放在英文双引号里。",
    '{"标题": 责任书}',
    '{"标题": "责任书"}',
)
LEADING_ZERO = Fault(
    "leading-zero",
    "数字以零开头",
    "编号、电话里的零有意义，作为数字会丢掉。",
    '{"区号": 0371}',
    '{"区号": "0371"}',
)
LOST_DIGITS = Fault(
    "too-many-digits",
    "数字太长，存不下",
    "小数只能保存约 17 位，后面的会丢失；编号应当作为文字填写。",
    '{"编号": 1.2345678901234567890}',
    '{"编号": "1.2345678901234567890"}',
)

_SPACE = re.compile(r"[ \t\n]*")
_STRING = re.compile(r'"(?:[^"\\\n]++|\\[^\n])*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DIGITS = re.compile(r"-?[0-9][0-9.eE+-]*")
_WORD = re.compile(r"-?[^\W\d][\w.]*")
_COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
LOOSE_STRING = re.compile(r"'([^'\n]*)'|[“”]([^“”\n]*)[“”]|‘([^’\n]*)’")
_SPECIAL = re.compile(f"[\\\\\x00-\x1f{HIDDEN}]")
_WIDE = {
    "：": ":",
    "，": ",",
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "　": " ",
}
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None}
_FOREIGN_WORDS: dict[str, object] = {"True": True, "False": False, "None": None}
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity", "nan", "inf", "-inf")
_LONGEST_INTEGER = 100
_FLOAT_DIGITS = 17


class Scalars(Text):
    """Reads one scalar after another; `here` is the offset of the next character."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        """Begin at the start of `text`."""
        super().__init__(text, file, first_line)
        self.here = 0

    def peek(self, *, ends: bool = False) -> str:
        """Pass over spaces and comments, mend full-width signs, and give what is next."""
        while True:
            space = _SPACE.match(self.text, self.here)
            self.here = space.end() if space else self.here
            character = self.text[self.here : self.here + 1]
            comment = _COMMENT.match(self.text, self.here) if character in ("/", "#") else None
            if comment and comment.group():
                self.report(COMMENT, self.here, "JSON 里不能写注释", "请删去注释，或改用 YAML")
                self.here = comment.end()
            elif character in _WIDE:
                self.mend(character)
            elif character or ends:
                return character
            else:
                raise self.stop(SYNTAX, len(self.text), "内容没有写完，文件就结束了", "请补全内容")

    def mend(self, character: str) -> None:
        """Report a full-width sign and read it as the sign that was meant."""
        meant = _WIDE[character]
        shown = "空格" if meant == " " else f"“{meant}”"
        self.report(FULL_WIDTH, self.here, f"“{character}”是全角符号", f"请改成英文半角{shown}")
        self.text = self.text[: self.here] + meant + self.text[self.here + 1 :]

    def string(self) -> str:
        """Read a string, whatever its quotes."""
        start = self.here
        match = _STRING.match(self.text, start)
        if not match:
            return self.loose_string()
        self.here = match.end()
        text = self.text[start + 1 : self.here - 1]
        return self.unescape(text, start) if _SPECIAL.search(text) else text

    def unescape(self, text: str, start: int) -> str:
        """Resolve escapes and find characters that must not be."""
        for match in re.finditer(r"[\x00-\x1f]", text):
            name = "制表符" if match.group() == "\t" else "控制字符"
            at = start + 1 + match.start()
            self.report(
                CONTROL_CHARACTER, at, f"文字里有{name} U+{ord(match.group()):04X}", "请删去"
            )
        try:
            found = str(json.loads(f'"{text}"', strict=False))
        except json.JSONDecodeError as error:
            hint = "反斜杠本身要写成两个：\\\\"
            self.report(SYNTAX, start + error.pos, "反斜杠后面不是 JSON 认识的写法", hint)
            return text
        shown = (
            re.sub(r"[\x00-\x08\x0b-\x1f]", "", found) if re.search(r"[\x00-\x1f]", text) else found
        )
        self.findings.extend(text_findings(shown, self.source(start)))
        return found

    def loose_string(self) -> str:
        """Read a string in the wrong quotes, or stop at one that has no end."""
        match = LOOSE_STRING.match(self.text, self.here)
        if not match:
            hint = "请在文字末尾补上英文双引号；文字里要换行时写 \\n"
            raise self.stop(UNCLOSED, self.here, "引号在本行没有配对", hint)
        if match.group(1) is not None:
            self.report(SINGLE_QUOTES, self.here, "用了单引号", '请改成英文双引号 "')
        else:
            self.report(FULL_WIDTH, self.here, "用了中文引号", '请改成英文双引号 "')
        self.here = match.end()
        return next(group for group in match.groups() if group is not None)

    def number(self) -> object:
        """Read a number, refusing what cannot be kept digit by digit."""
        start = self.here
        if self.text.startswith("-Infinity", start) or self.text.startswith("-inf", start):
            return self.word()
        digits = _DIGITS.match(self.text, start)
        text = digits.group() if digits else "-"
        self.here += len(text)
        match = _NUMBER.fullmatch(text)
        if not match:
            return self.bad_number(text, start)
        if match.group(1) is None and match.group(2) is None:
            return self.integer(text, start)
        return self.decimal(text, start)

    def bad_number(self, text: str, start: int) -> str:
        """Report what only looks like a number."""
        hint = "编号、电话、日期请加英文双引号，作为文字填写"
        if re.fullmatch(r"-?0[0-9]+", text):
            self.report(LEADING_ZERO, start, f"“{text}”以零开头", hint)
        else:
            self.report(SYNTAX, start, f"“{text}”不是数字", hint)
        return text

    def integer(self, text: str, start: int) -> object:
        """Give a whole number with all its digits."""
        if len(text) <= _LONGEST_INTEGER:
            return int(text)
        self.report(
            LOST_DIGITS, start, f"数字有 {len(text)} 位，太长", "请加英文双引号，作为文字填写"
        )
        return text

    def decimal(self, text: str, start: int) -> object:
        """Give a decimal number unless digits would be lost."""
        mantissa = re.split("[eE]", text)[0].replace(".", "").replace("-", "")
        number = float(text)
        if math.isinf(number) or len(mantissa.strip("0")) > _FLOAT_DIGITS:
            hint = "请加英文双引号，作为文字填写"
            self.report(LOST_DIGITS, start, f"“{text[:40]}”的位数存不下", hint)
            return text
        return number

    def word(self) -> object:
        """Read true, false, null, or what somebody wrote without quotes."""
        match = _WORD.match(self.text, self.here)
        if not match:
            character = self.text[self.here]
            message = f"这里应当是一个值，实为“{character}”"
            raise self.stop(SYNTAX, self.here, message, "请检查是不是漏填了值，或多写了符号")
        start, word = self.here, match.group()
        self.here = match.end()
        if word in _WORDS:
            return _WORDS[word]
        if word in _NOT_NUMBERS:
            self.report(NOT_A_NUMBER, start, f"“{word}”不是数", "请填写实际的数")
            return None
        if word in _FOREIGN_WORDS:
            hint = "请写 true、false 或 null"
            self.report(LITERAL, start, f"“{word}”不是 JSON 的写法", hint)
            return _FOREIGN_WORDS[word]
        self.report(LITERAL, start, f"“{word}”没有加引号", "文字请放在英文双引号里")
        return word
