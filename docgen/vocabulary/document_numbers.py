"""What is wrong with a document number, and how it should be written (GB/T 9704-2012 §7.2.5)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

FORM = re.compile(r"([\u4e00-\u9fff]{2,12})〔((?:19|20)\d\d)〕([1-9]\d*)号")
WRITTEN = re.compile(
    r"(?P<code>[\u4e00-\u9fff]*)(?P<open>[〔\[【［﹝〖（({｛])(?P<year>\d{2}|\d{4})(?P<nian>年?)"
    r"(?P<close>[〕\]】］﹞〗）)}｝]?)(?P<di>第?)(?P<noughts>0*)(?P<sequence>\d+)(?P<end>号?)"
)
HOW = "机关代字、六角括号〔〕括起的四位年份、不编虚位的序号，末尾“号”"
EXAMPLE = "白政〔2026〕18号"
MOST = 12
"""Characters a 机关代字 may have."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a number, and what to do: with the corrected number where it is known."""

    message: str
    hint: str


def slip_of(text: str) -> Slip:
    """Tell what is wrong with a number that has not the standard's form."""
    found = WRITTEN.fullmatch(_narrow("".join(text.split())))
    faults = [] if found is None else list(_faults(text, found))
    if found is None or not faults:
        return Slip("不是发文字号的写法", f"依次写{HOW}，例如“{EXAMPLE}”。")
    right = sound_form(found)
    hint = f"写成“{right}”。" if FORM.fullmatch(right) else f"依次写{HOW}，例如“{EXAMPLE}”。"
    return Slip("，".join(faults), hint)


def sound_form(found: re.Match[str]) -> str:
    """Write a number as it should be."""
    year = found["year"] if len(found["year"]) != 2 else f"20{found['year']}"
    return f"{found['code']}〔{year}〕{found['sequence']}号"


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", sign) if sign.isdigit() else sign for sign in text)


def _faults(text: str, found: re.Match[str]) -> Iterator[str]:
    """Tell everything that is wrong with one number, from left to right."""
    told = {
        "前面没有机关代字": not found["code"],
        "机关代字要二至十二个汉字": len(found["code"]) == 1 or len(found["code"]) > MOST,
        "年份要用六角括号〔〕": (found["open"], found["close"]) != ("〔", "〕"),
        "年份要写四位": len(found["year"]) != len("2026"),
        "年份后不写“年”": found["nian"],
        "序号前不加“第”": found["di"],
        "序号从1编起": not int(found["sequence"]),
        "序号不编虚位，前面不加0": found["noughts"] and int(found["sequence"]),
        "末尾缺“号”": not found["end"],
        "数字用半角": _narrow(text) != text,
        "中间不留空格": "".join(text.split()) != text,
    }
    yield from (fault for fault, is_so in told.items() if is_so)
