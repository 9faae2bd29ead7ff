"""Leftover blank marks: what a paper shows where somebody forgot to write.

`20__年`, `××村`, `（待填）` look filled in and are not. The judgement is made here once, for
records and templates alike. It must spare what merely resembles a mark: `2×3米`, `X射线`,
`GXX-1`, `二○○九年`.
"""

import re

from docgen.findings import Fault

MISSING_VALUE = Fault(
    code="missing-value",
    title="没有填写",
    why="这一处会印到纸上，空着就签不了字，也没有效力。",
    faulty="乙方·代表·职务：（空）",
    sound="乙方·代表·职务：村委会主任；需手签的填“手签”",
)
LEFTOVER_MARK = Fault(
    code="leftover-mark",
    title="留着没有填的空",
    why="“20__年”“××村”“待定”看着像填了，其实没有填；印出来就是一份缺内容的公文。",
    faulty="标题：__镇20__年度安全生产责任书",
    sound="标题：白道口镇2026年度安全生产责任书",
)
_PLACE_WORDS = "省市县区镇乡村街道年月日"
_SUSPECT = re.compile("[ \u3000_＿×✕╳XxＸｘ○〔【［\\[（(]")
_MARKS = re.compile(
    "|".join(
        (
            # `__init__` and `a__b` are names, `300__` has lost a number.
            r"(?<![A-Za-z_])(?<![A-Za-z0-9]_)_{2,}(?![A-Za-z_])",
            "＿{2,}",
            "[×✕╳]{2,}",
            f"[×✕╳](?=[{_PLACE_WORDS}])",
            f"(?<![A-Za-zＡ-Ｚ])[XxＸｘ]{{2,}}(?=[{_PLACE_WORDS}])",
            r"(?<![A-Za-z0-9Ａ-Ｚ\-_./\\])[XxＸｘ]{2,}(?![A-Za-z0-9Ａ-Ｚ]|[-_./\\][A-Za-z0-9])",
            rf"(?<![A-Za-z0-9Ａ-Ｚ+\-*/=\\.])[XxＸｘ](?=[{_PLACE_WORDS}])",
            # ○ is also the zero of 二○○九年.
            "(?<![○〇一二三四五六七八九十百])○{2,}(?![○〇一二三四五六七八九十])",
            f"(?<![○〇一二三四五六七八九十百])○(?=[{_PLACE_WORDS}])",
            "(?<![0-9])(?:19|20)(?: {2,}| *\u3000[ \u3000]*)年",
            "(?<![0-9０-９〇○一二三四五六七八九十])年[ \u3000]+月[ \u3000]+日",
            "〔[ \u3000]*〕",
            "[【［\\[（(]待(?:定|填|填写|补|补充)(?:[：:][^】］\\]）)]*)?[】］\\]）)]",
        )
    )
)
_WHOLE = {
    *("待定", "待填", "待填写", "待补", "待补充", "暂无"),
    *("todo", "tbd", "none", "null", "nan", "undefined", "n/a"),
}
_LONGEST_WHOLE = max(map(len, _WHOLE))


def leftover_mark(text: str) -> tuple[int, int] | None:
    """Find the first leftover blank mark in `text` and give its span, end exclusive.

    A word such as 待定 or `null` counts only when it is the whole text.
    """
    found = _MARKS.search(text) if _SUSPECT.search(text) else None
    if found:
        return found.span()
    bare = text.strip()
    if len(bare) <= _LONGEST_WHOLE and bare.casefold() in _WHOLE:
        start = text.index(bare)
        return start, start + len(bare)
    return None
