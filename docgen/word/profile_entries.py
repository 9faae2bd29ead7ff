"""What an office's layout file may say: names in Chinese and English, and what each may be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from docgen.word.profiles import ALIASES, PROFILES, NumberPlace

SIZES = {
    **{"初号": 84, "小初": 72, "一号": 52, "小一": 48, "二号": 44, "小二": 36, "三号": 32},
    **{"小三": 30, "四号": 28, "小四": 24, "五号": 21, "小五": 18},
}
"""Chinese sizes of type in half points."""

PLACES = {
    "外侧": NumberPlace.OUTER,
    "outer": NumberPlace.OUTER,
    "居中": NumberPlace.CENTRE,
    "centre": NumberPlace.CENTRE,
}
FONT_NAME = re.compile(r"\w[\w \-]{0,39}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a file may say.

    `read` gives what a value means, and None for one that cannot be; `wanted` says what can.
    """

    label: str
    read: Callable[[object], object]
    wanted: str

    def named(self, label: str) -> "Entry":
        """Give the same entry under another name."""
        return replace(self, label=label)


def number(value: object) -> float | None:
    """Read a number; a truth value is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def between(least: float, most: float, unit: str) -> Entry:
    """Make an entry for a number within limits."""

    def read(value: object) -> object:
        found = number(value)
        return found if found is not None and least <= found <= most else None

    return Entry("", read, f"{least:g} 到 {most:g} 之间的数（{unit}）")


def read_size(value: object) -> object:
    """Read a size of type as half points, from its Chinese name or from points."""
    if isinstance(value, str):
        return SIZES.get(value)
    points = number(value)
    return round(points * 2) if points is not None and 5 <= points <= 72 else None


def read_font(value: object) -> object:
    """Read the name of a font."""
    return value if isinstance(value, str) and FONT_NAME.fullmatch(value) else None


def read_title(value: object) -> object:
    """Read a text."""
    return value if isinstance(value, str) and value.strip() else None


def read_base(value: object) -> object:
    """Read the profile a file goes by."""
    return PROFILES.get(ALIASES.get(str(value), str(value)))


MARGIN = between(10, 80, "毫米")
FONT = Entry("", read_font, '字体名，如 "仿宋"')
SIZE = Entry("", read_size, '字号，如 "三号"，或 5 到 72 之间的磅数')
BOLD = Entry("", lambda value: value if isinstance(value, bool) else None, "true 或 false")
HEADINGS = {f"heading_{level}": f"{sign}级标题" for level, sign in enumerate("一二三四", 1)}

SECTIONS: Mapping[str, tuple[str, Mapping[str, Entry]]] = {
    "margins": (
        "页边距",
        {
            "top": MARGIN.named("上"),
            "bottom": MARGIN.named("下"),
            "left": MARGIN.named("左"),
            "right": MARGIN.named("右"),
        },
    ),
    "text": (
        "版心",
        {
            "lines": between(10, 45, "行").named("每页行数"),
            "characters": between(10, 45, "字").named("每行字数"),
            "pitch": between(10, 80, "磅").named("行距"),
        },
    ),
    "fonts": (
        "字体",
        {
            "title": FONT.named("标题"),
            "body": FONT.named("正文"),
            **{name: FONT.named(label) for name, label in HEADINGS.items()},
            "label": FONT.named("附件和表头"),
            "name": FONT.named("签发人"),
            "number": FONT.named("页码"),
            "latin": FONT.named("西文"),
        },
    ),
    "sizes": (
        "字号",
        {
            "title": SIZE.named("标题"),
            "body": SIZE.named("正文"),
            "table": SIZE.named("表格"),
            "number": SIZE.named("页码"),
        },
    ),
    "bold": ("加粗", {name: BOLD.named(label) for name, label in HEADINGS.items()}),
    "page_number": (
        "页码",
        {
            "place": Entry("位置", lambda value: PLACES.get(str(value)), '"外侧" 或 "居中"'),
            "distance": between(2, 25, "毫米").named("距版心"),
        },
    ),
}
"""The sections of a file, by identifier: label and entries."""

TOP: Mapping[str, Entry] = {
    "title": Entry("名称", read_title, "文字"),
    "base": Entry("依据", read_base, "、".join(f'"{name}"' for name in PROFILES)),
}
"""What stands above all sections."""
