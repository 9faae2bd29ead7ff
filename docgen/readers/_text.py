"""Text as it should be: its encoding found, and no character in it that cannot be seen."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from docgen.errors import FileError
from docgen.findings import Fault, Finding, Source
from docgen.readers._input import InputFile, reading, refuse_foreign

CONTROL_CHARACTER = Fault(
    "control-character",
    "有控制字符",
    "控制字符看不见，Word 不能保存它，常由别的系统导出时带入。",
    "西街村␀村民委员会（中间有 U+0000）",
    "西街村村民委员会",
)
LONE_SURROGATE = Fault(
    "lone-surrogate",
    "有半个字符",
    "生僻字在某些系统里占两个编码，只剩一半时就不再是字，打印不出来。",
    '"姓名": "\\ud842"',
    '"姓名": "𠮷"',
)
BIDI_CONTROL = Fault(
    "bidi-control",
    "有改变书写方向的字符",
    "这种字符看不见，却能使后面的文字倒着显示，看到的与实际的不一样。",
    "责任书‹U+202E›",
    "责任书",
)
NONCHARACTER = Fault(
    "noncharacter",
    "有不是字的编码",
    "这种编码永远不会是字，说明文件损坏或转换出错。",
    "西街村‹U+FFFF›",
    "西街村",
)
LOST_CHARACTER = Fault(
    "lost-character",
    "有字已经丢失",
    "“�”表示某个字在转换编码时已经丢失，文件里再也找不回来。",
    "王�",
    "王喆",
)
ZERO_WIDTH = Fault(
    "zero-width-character",
    "有看不见的零宽字符",
    "零宽字符看不见，但会使相同的名字变得不相同，查找和核对都会出错，多从网页粘贴而来。",
    "西街‹U+200B›村",
    "西街村",
)

_GROUPS = (
    (CONTROL_CHARACTER, "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"),
    (LONE_SURROGATE, "\ud800-\udfff"),
    (BIDI_CONTROL, "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    (
        NONCHARACTER,
        "\ufdd0-\ufdef"
        + "".join(
            f"{chr(plane * 65536 + 0xFFFE)}{chr(plane * 65536 + 0xFFFF)}" for plane in range(17)
        ),
    ),
    (LOST_CHARACTER, "\ufffd"),
    (ZERO_WIDTH, "\u00ad\u180e\u200b-\u200d\u2060\ufeff\U000e0000-\U000e007f"),
)
_FAULTS = tuple((fault, re.compile(f"[{characters}]")) for fault, characters in _GROUPS)
HIDDEN = "".join(characters for _, characters in _GROUPS)
"""All refused characters, to be put between the brackets of an expression."""

_HIDDEN = re.compile(f"[{HIDDEN}]")
_CHUNK = 2**20


def text_findings(text: str, source: Source, what: str = "") -> list[Finding]:
    """Find every character in `text` that cannot be seen or is no character at all.

    `what` names the text in the message (a heading, a key).
    """
    if not _HIDDEN.search(text):
        return []
    return [
        _finding(match.group(), match.start(), source, what) for match in _HIDDEN.finditer(text)
    ]


def _finding(character: str, position: int, source: Source, what: str) -> Finding:
    fault = next(fault for fault, pattern in _FAULTS if pattern.match(character))
    return fault.finding(
        f"{what}第{position + 1}个字处{fault.title}：U+{ord(character):04X}",
        "请重新输入原来的字" if fault in (LOST_CHARACTER, LONE_SURROGATE) else "请删去后重新输入",
        source=source,
    )


def decode(file: InputFile) -> str:
    r"""Give the whole text of a file in whatever encoding it is, line ends as `\n`.

    Raises:
        FileError: when the file is unreadable or no text.
    """
    content = file.read()
    text = content.decode(find_encoding(file), errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def find_encoding(file: InputFile) -> str:
    """Find a file's encoding: a byte-order mark, else UTF-8, else GB18030.

    Raises:
        FileError: when the file is unreadable or no text.
    """
    with reading(file.name), file.open() as stream:
        start = stream.read(4096)
    refuse_foreign(file.name, start)
    marked = _marked(start)
    if marked:
        return marked
    if _decodes(file, "utf-8") or _is_mostly_utf8(file):
        return "utf-8"
    if _decodes(file, "gb18030"):
        return "gb18030"
    raise FileError(
        f"认不出“{file.name}”的文字编码，它可能不是文本文件。请用记事本打开，另存为 UTF-8。"
    )


def _marked(start: bytes) -> str | None:
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # UTF-16 without a mark shows by its commas and line ends, each half a zero byte.
    low, high = start[1::2].count(0), start[0::2].count(0)
    most, least = max(low, high), min(low, high)
    share = 4 if _is_utf8(start) else 50
    if most < 2 or most < len(start) / share or least * 10 > most:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _is_utf8(start: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return True


def _decodes(file: InputFile, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with reading(file.name), file.open() as stream:
        try:
            for chunk in _chunks(stream):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _is_mostly_utf8(file: InputFile) -> bool:
    # One broken byte must not turn a whole UTF-8 file into GB18030 gibberish.
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    lost = good = 0
    with reading(file.name), file.open() as stream:
        for chunk in _chunks(stream):
            text = decoder.decode(chunk)
            bad = text.count("\ufffd")
            lost += bad
            good += len(text) - bad - len(text.encode("ascii", "ignore"))
    return good > lost * 4


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")
