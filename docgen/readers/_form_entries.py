"""Entries of a fill-in workbook that are no content: levels, numbers, marks of what is above."""

import re
import unicodedata

from docgen.findings import Fault
from docgen.form_marks import BLANK, EMPTY, JOINT

WRONG_LEVEL = Fault(
    "wrong-level",
    "层级填得不对",
    "层级说明这一条归在哪一条下面；填错了，编号和上下级就全错了。",
    "第一条的层级是 2；1 的下一条是 3",
    "1、2、2、3、1",
)
WRONG_INDEX = Fault(
    "wrong-index",
    "序号栏里不是序号",
    "序号只用来分清各条，不会印出来；写在这一栏里的内容会被漏掉。",
    "【序号】：道路交通",
    "【序号】：1；“道路交通”填在“类别”一栏",
)
CONTRADICTION = Fault(
    "contradictory-entry",
    "两种写法写在了一处",
    "一项要么写成一格，要么分栏写；两处都写，不知道该信哪一处。",
    "【内容】“一句话”，同一行的“正文”又写了一句",
    "只留一种写法",
)
ONE_WAY = "请只留一种写法"
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_INDEX = re.compile(r"[\d一二三四五六七八九十百.、()第条项]{1,8}")
_LEVEL = re.compile(r"第?([1-9]|[一二三四五六七八九])级?")


def folded(label: str, text: str) -> tuple[str, object]:
    """Give name and value of a cell; 留白 and the empty object's mark stand for what is above."""
    above, _, last = label.rpartition(JOINT)
    if above and last in (BLANK, EMPTY):
        return above, {last: text}
    return label, text or None


def read_level(text: str) -> int | None:
    """Read a level as people write it: 2, ２, 二, 2级; None when it is none."""
    match = _LEVEL.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        return None
    return _NUMERALS.get(match[1]) or int(match[1])


def is_index(text: str) -> bool:
    """True of a number as people write it: 3, 三、, （3）, 第三条; its value does not matter."""
    return _INDEX.fullmatch(unicodedata.normalize("NFKC", text)) is not None
