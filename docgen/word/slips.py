"""Slips of those who write templates, and what they meant: `elseif`, `end for`, 如果, a single `=`.

Nothing is mended in secret: what was meant is only told, and taken as meant while the rest of the
template is read, so that one slip does not hide the faults behind it.
"""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass

OPENERS = {"if": "endif", "for": "endfor", "with": "endwith"}
KEYWORDS = frozenset((*OPENERS, *OPENERS.values(), "elif", "else", "set"))
CELL_WORDS = frozenset(("colspan", "cellbg", "vm", "hm"))
ANY_END = "end"
_LONGEST = 12
_SAID = {
    **dict.fromkeys(("elseif", "elsif", "elif:", "否则如果", "又如果", "或者如果"), "elif"),
    **dict.fromkeys(("如果", "若", "当", "假如", "要是", "when", "unless"), "if"),
    **dict.fromkeys(("否则", "不然", "其他", "otherwise"), "else"),
    **dict.fromkeys(("循环", "遍历", "对于", "对", "重复", "foreach", "loop", "each"), "for"),
    **dict.fromkeys(("设", "设置", "令", "定义", "let", "var"), "set"),
    **dict.fromkeys(("结束如果", "如果结束", "结束判断", "/if", "fi", "end_if"), "endif"),
    **dict.fromkeys(("结束循环", "循环结束", "结束遍历", "/for", "endloop", "next"), "endfor"),
    **dict.fromkeys(("end_for", "endforeach", "/foreach"), "endfor"),
    **dict.fromkeys(("结束", "完", "end", "done", "/"), ANY_END),
}
_TWO_WORDS = re.compile(r"(end|else|结束)[\s_]+(if|for|with|如果|循环)\b", re.IGNORECASE)
_JOINED = {"else": "elif", "end": "end{}", "结束": "end{}"}
_WORD = re.compile(r"[^\s(:：，,;；]+")
_FUSED = re.compile(r"(elif|endif|endfor|endwith|else|if|for|with|set)(?=[^\sa-z_(])")
_LEVEL = re.compile(r"(tr|tc|p|r)(\s+|(?=(?:elif|endif|endfor|else|if|for|set)\b))", re.IGNORECASE)
_FOR = re.compile(
    r"(?:每个|每一个|each\s+|所有)?\s*(\S+?)\s+(?:在|于|属于|of|from|取自|:|：)\s+(\S.*)", re.DOTALL
)
_PATH = re.compile(r"[^\W\d][\w.·]*")
_QUOTED = re.compile(r"(\"[^\"]*\"|'[^']*')")
_WIDE = str.maketrans("（）｜［］，．：！＝＋＜＞＂＇＊／　", "()|[],.:!=+<>\"'*/ ")
_WIDE_SIGN = re.compile("[（）｜［］，．：！＝＋＜＞＂＇＊／　]")


@dataclass(frozen=True, slots=True)
class Meant:
    """A statement as it was meant: its keyword and what follows; `slip` says what is wrong.

    `level` is the letter that did not stand where it belongs.
    """

    keyword: str
    rest: str
    slip: str = ""
    level: str = ""

    @property
    def inside(self) -> str:
        """What belongs between the signs."""
        return f"{self.keyword} {self.rest}".strip()


def meant(inside: str) -> Meant | None:
    """Tell which statement an author meant; None where it cannot be guessed."""
    text, slip = inside.strip(), ""
    if (level := _LEVEL.match(text)) and (inner := meant(text[level.end() :])):
        letters = level[1].lower()
        told = f"“{letters}”要紧跟在 {{% 后面，后面空一格"
        return Meant(inner.keyword, inner.rest, told, letters)
    if two := _TWO_WORDS.match(text):
        word = _SAID.get(two[2], two[2].lower())
        text = _JOINED[two[1].lower()].format(word) + text[two.end() :]
        slip = f"“{two[0]}”要写成“{text.split()[0]}”"
    if (fused := _FUSED.match(text)) and _WORD.match(text[fused.end() :][:1] or " ") is not None:
        text = f"{fused[1]} {text[fused.end() :]}"
        slip = slip or f"“{fused[1]}”后面要空一格"
    word = _WORD.match(text)
    if word is None:
        return None
    keyword, rest = word[0], text[word.end() :].lstrip(":：，,;； \t\n")
    if keyword not in KEYWORDS:
        guess = _guess(keyword) or ("for" if re.match(r"\S+\s+in\s", rest) else None)
        if guess is None:
            return None
        slip = slip or f"“{keyword}”要写成“{guess if guess != ANY_END else 'endif 或 endfor'}”"
        keyword = guess
    if keyword in OPENERS.values() and text[word.end() :].strip():
        return Meant(keyword, "", slip or f"“{keyword}”后面不写别的")
    return _for(keyword, rest, slip) if keyword == "for" else Meant(keyword, rest, slip)


def _guess(word: str) -> str | None:
    lower = word.lower()
    if lower in KEYWORDS:
        return lower
    if lower in _SAID:
        return _SAID[lower]
    if len(word) > _LONGEST or len(word) < 3:
        return None
    near = difflib.get_close_matches(lower, KEYWORDS, n=1, cutoff=0.75)
    return near[0] if near else None


def _for(keyword: str, rest: str, slip: str) -> Meant:
    if re.search(r"\sin\s", rest):
        return Meant(keyword, rest, slip)
    if found := _FOR.fullmatch(rest):
        told = "这里应当是“in”"
        return Meant(keyword, f"{found[1]} in {found[2]}", slip or told)
    if _PATH.fullmatch(rest):
        return Meant(keyword, f"项 in {rest}", slip or "循环里每一项要有名称")
    return Meant(keyword, rest, slip)


Change = tuple[Callable[[str], str], str]


def _signs(pattern: str, sign: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(sign, text)


_CHANGES: tuple[Change, ...] = (
    (lambda text: text.translate(_WIDE), "括号、竖线、逗号等用半角"),
    (_signs(r"(?<=\w)[。、·](?=\w)", "."), "上下级之间用半角的点"),
    (_signs(r"&&", " and "), "“并且”写成 and"),
    (_signs(r"\|\|", " or "), "“或者”写成 or"),
    (_signs(r"<>|≠|=!", "!="), "“不等于”写成 !="),
    (_signs(r"≥|=>", ">="), "“不小于”写成 >="),
    (_signs(r"≤|=<", "<="), "“不大于”写成 <="),
    (_signs(r"(?<![=!<>])=(?!=)", "=="), "比较是否相等写成 =="),
    (_signs(r"!(?!=)", " not "), "“不是”写成 not"),
    (_signs(r"(?<=\s)(?:并且|而且|且|同时)(?=\s)", "and"), "“并且”写成 and"),
    (_signs(r"(?<=\s)(?:或者|或)(?=\s)", "or"), "“或者”写成 or"),
    (_signs(r"(?<=\s)(?:不等于|不是)(?=\s)", "!="), "“不等于”写成 !="),
    (_signs(r"(?<=\s)(?:大于等于|不小于|不少于)(?=\s)", ">="), "“不小于”写成 >="),
    (_signs(r"(?<=\s)(?:小于等于|不大于|不超过)(?=\s)", "<="), "“不大于”写成 <="),
    (_signs(r"(?<=\s)(?:等于|是|为)(?=\s)", "=="), "“等于”写成 =="),
    (_signs(r"(?<=\s)大于(?=\s)", ">"), "“大于”写成 >"),
    (_signs(r"(?<=\s)小于(?=\s)", "<"), "“小于”写成 <"),
    (_signs(r"[.|]\s*$", ""), "末尾多了一个点或竖线"),
    (_signs(r"(?<=[\w)\]])\s+(?=\w)", "."), "名称里不能有空格，上下级之间用点连接"),
)
_OPERATORS = re.compile(r"(?<=\s)(?:and|or|not|in|is|if|else)(?=\s)|^not(?=\s)")


def mended(text: str, is_sound: Callable[[str], bool]) -> tuple[str, str] | None:
    """Guess how an expression was meant: as it should be written, and why; None without a guess."""
    reasons: list[str] = []
    for change, reason in _CHANGES:
        changed = _outside_quotes(text, change)
        if changed == text:
            continue
        text = changed
        reasons.append(reason)
        if is_sound(text):
            return text, "，".join(reasons)
    for closing, reason in (
        (")", "缺右括号"),
        ("]", "缺右方括号"),
        ("'", "引号没有配对"),
        ('"', "引号没有配对"),
    ):
        if is_sound(text + closing):
            return text + closing, "，".join((*reasons, reason))
    if text.endswith((")", "]")) and is_sound(text[:-1]):
        return text[:-1], "，".join((*reasons, "多了一个右括号"))
    return None


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside quotes; Jinja's own words keep the spaces round them."""
    pieces = _QUOTED.split(text)
    return "".join(
        piece if index % 2 else _changed(piece, change) for index, piece in enumerate(pieces)
    )


def _changed(piece: str, change: Callable[[str], str]) -> str:
    kept = _OPERATORS.sub(lambda word: f"\x01{word[0]}\x01", piece)
    return change(kept).replace("\x01", "")
