"""An office's own layout: a TOML file read into a `Profile`, every fault in it told at once.

What a file does not say stays as in the profile it goes by.
"""

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docgen.errors import FindingsError
from docgen.findings import Actor, Fault, Finding, Source
from docgen.word import layout
from docgen.word.layout import Font
from docgen.word.profile_entries import SECTIONS, TOP, Entry
from docgen.word.profiles import GBT9704, Profile

UNKNOWN_KEY = Fault(
    code="unknown-layout-key",
    title="版式文件里有不认识的名称",
    why="写错一个字，这一项就不起作用，排出来的还是原来的样子。",
    faulty="[页边矩]",
    sound="[页边距]",
    actor=Actor.AUTHOR,
)
WRONG_VALUE = Fault(
    code="layout-value",
    title="版式文件里的值不合适",
    why="长度、字号超出纸面放得下的范围，或写法读不懂，排不出可用的文件。",
    faulty="上 = 370",
    sound="上 = 37",
    actor=Actor.AUTHOR,
)
SYNTAX = Fault(
    code="layout-syntax",
    title="版式文件的写法不对",
    why="版式文件是 TOML：一行一项，名称、等号、值，文字加英文引号。",
    faulty="标题 = 方正小标宋_GBK",
    sound='标题 = "方正小标宋_GBK"',
    actor=Actor.AUTHOR,
)
POSITION = re.compile(r"at line (\d+)")
BARE = re.compile(r"^(\s*\[\s*|\s*)([\w-]*[^\x00-\x7f][\w-]*)(\s*[\]=])")
HEADING = re.compile(r"\s*\[\s*\"?([^\]\"]+?)\"?\s*\]")
KEY = re.compile(r"\s*\"?([^=\"]+?)\"?\s*=")
LEVELS = (1, 2, 3, 4)
LOWEST_FOOTER = 100
DASH_FOOT = (
    layout.BOTTOM - layout.FOOTER_DISTANCE - round(layout.PAGE_NUMBER_MM * layout.TWIPS_PER_MM)
)
NARROWEST, LOWEST = (round(length * layout.TWIPS_PER_MM) for length in (80, 100))
TIGHTEST = 0.85
"""Of a character's width so much must be left where a line holds more than fit."""


@dataclass(slots=True)
class Reading:
    """A file under way: what it said, by `section.name`, and what was wrong with it.

    `written` is how it calls its sections.
    """

    file: str
    lines: list[str]
    said: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def report(
        self, fault: Fault, message: str, hint: str, section: str = "", key: str = ""
    ) -> None:
        """Note a fault of a section or one of its keys, both as they are written."""
        source = Source(file=self.file, line=self.line_of(section, key))
        self.findings.append(fault.finding(message, hint, source=source))

    def line_of(self, section: str, key: str) -> int | None:
        """Find the line on which a section begins, or one of its keys stands."""
        here = ""
        for at, line in enumerate(self.lines, 1):
            heading, setting = HEADING.match(line), KEY.match(line)
            here = heading[1] if heading else here
            if here == section and (setting[1] == key if setting else heading and not key):
                return at
        return None


def read_profile(text: str, file: str, name: str) -> Profile:
    """Read a layout file; `file` is how findings call it, `name` the profile's own name.

    Raises:
        FindingsError: with every fault of the file.
    """
    reading = Reading(file, text.splitlines())
    for key, value in parsed(text, reading).items():
        read_top(reading, key, value)
    profile = made(reading.said, name)
    check_room(reading, profile)
    if reading.findings:
        msg = f"{file} 有{len(reading.findings)}处不对，没有使用。"
        raise FindingsError(msg, reading.findings)
    return profile


def parsed(text: str, reading: Reading) -> Mapping[str, Any]:
    """Read the TOML; a text that is none is one finding."""
    try:
        return tomllib.loads("\n".join(map(quoted, text.splitlines())))
    except tomllib.TOMLDecodeError as error:
        at = POSITION.search(str(error))
        line = int(at[1]) if at else len(reading.lines)
        hint = '一行一项，写成 名称 = 值；等号和引号用英文半角，文字加引号，如 正文 = "仿宋"。'
        message = "读不下去：不是 TOML 的写法，或同一项写了两次"
        source = Source(file=reading.file, line=line)
        reading.findings.append(SYNTAX.finding(message, hint, source=source))
        return {}


def quoted(line: str) -> str:
    """Put a Chinese name in the quotes that TOML wants and nobody thinks of."""
    return BARE.sub(lambda found: f'{found[1]}"{found[2]}"{found[3]}', line, count=1)


def read_top(reading: Reading, key: str, value: object) -> None:
    """Take in a section, or what stands above all sections."""
    sections = {word: name for name, (label, _) in SECTIONS.items() for word in (name, label)}
    if key in sections and isinstance(value, dict):
        reading.written[sections[key]] = key
        for below, setting in value.items():
            entries = SECTIONS[sections[key]][1]
            read_entry(reading, entries, below, setting, section=key, name=sections[key])
    elif key in sections:
        message, hint = f"“{key}”是一节，不能直接写值", f"写成一行 [{key}]，各项写在它下面。"
        reading.report(WRONG_VALUE, message, hint, key=key)
    elif isinstance(value, dict):
        unknown(reading, f"[{key}]", [f"[{label}]" for label, _ in SECTIONS.values()], section=key)
    else:
        read_entry(reading, TOP, key, value)


def read_entry(
    reading: Reading,
    entries: Mapping[str, Entry],
    key: str,
    value: object,
    *,
    section: str = "",
    name: str = "",
) -> None:
    """Take in one setting; `section` is as written, `name` its identifier."""
    names = {word: known for known, entry in entries.items() for word in (known, entry.label)}
    if key not in names:
        unknown(reading, key, [entry.label for entry in entries.values()], section=section)
        return
    entry, path = entries[names[key]], f"{name}.{names[key]}".lstrip(".")
    meant = entry.read(value)
    if path in reading.said:
        message, hint = f"“{entry.label}”写了两次", "中文名和英文名只写一个。"
        reading.report(WRONG_VALUE, message, hint, section, key)
    elif meant is None:
        message, hint = f"“{key}”写的是 {written(value)}，用不了", f"应是{entry.wanted}。"
        reading.report(WRONG_VALUE, message, hint, section, key)
    else:
        reading.said[path] = meant


def unknown(reading: Reading, name: str, known: Sequence[str], *, section: str) -> None:
    """Note a name that means nothing, with the nearest that does."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"是不是“{near[0]}”？" if near else f"这里可以写{'、'.join(known)}。"
    key = "" if name == f"[{section}]" else name.strip("[]")
    reading.report(UNKNOWN_KEY, f"没有“{name}”这一项", hint, section, key)


def written(value: object) -> str:
    """Show a value as it is written in TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def made(said: Mapping[str, Any], name: str) -> Profile:
    """Make the profile of what was said."""
    base: Profile = said.get("base", GBT9704)
    profile = replace(
        base,
        name=name,
        title=said.get("title", name),
        top=length(said, "margins.top", base.top),
        bottom=length(said, "margins.bottom", base.bottom),
        left=length(said, "margins.left", base.left),
        right=length(said, "margins.right", base.right),
        size=said.get("sizes.body", base.size),
        title_size=said.get("sizes.title", base.title_size),
        table_size=said.get("sizes.table", base.table_size),
        number_size=said.get("sizes.number", base.number_size),
        number_place=said.get("page_number.place", base.number_place),
        bold=bold_levels(said, base),
        **fonts(said, base),
    )
    return with_lines(profile, base, said)


def length(said: Mapping[str, Any], path: str, otherwise: int) -> int:
    """Give a length in twips that was said in millimetres."""
    return round(said[path] * layout.TWIPS_PER_MM) if path in said else otherwise


def bold_levels(said: Mapping[str, Any], base: Profile) -> frozenset[int]:
    """Give the levels of headings that are bold."""
    is_bold = {level: said.get(f"bold.heading_{level}", level in base.bold) for level in LEVELS}
    return frozenset(level for level, bold in is_bold.items() if bold)


def fonts(said: Mapping[str, Any], base: Profile) -> dict[str, Any]:
    """Give the typefaces; the Latin one draws the digits of all but titles and page numbers."""

    def font(old: Font, *paths: str) -> Font:
        name = next((said[f"fonts.{path}"] for path in paths if f"fonts.{path}" in said), old.name)
        is_own = old.latin == old.name
        latin = name if is_own else said.get("fonts.latin", old.latin)
        others = (old.name, *old.instead) if name != old.name else old.instead
        return replace(old, name=name, latin=latin, instead=tuple(o for o in others if o != name))

    def heading(level: int) -> Font:
        old = base.heading_fonts[level - 1]
        # A heading that is set like the body goes with it.
        like_body = ["body"] if old.name == base.body_font.name else []
        return font(old, f"heading_{level}", *like_body)

    return {
        "title_font": font(base.title_font, "title"),
        "body_font": font(base.body_font, "body"),
        "label_font": font(base.label_font, "label"),
        "name_font": font(base.name_font, "name"),
        "number_font": font(base.number_font, "number"),
        "heading_fonts": tuple(heading(level) for level in LEVELS),
    }


def with_lines(profile: Profile, base: Profile, said: Mapping[str, Any]) -> Profile:
    """Set the pitch of lines and characters, and the page number under the text area."""
    line, spacing = base.line, base.spacing if profile.size == base.size else 0
    if "text.pitch" in said:
        line = round(said["text.pitch"] * 20)
    elif "text.lines" in said:
        line = int(profile.text_height // said["text.lines"])
    if "text.characters" in said:
        spacing = int(profile.text_width // said["text.characters"]) - profile.size * 10
    footer = base.footer
    if said.keys() & {"margins.bottom", "page_number.distance"}:
        distance = said.get("page_number.distance", layout.PAGE_NUMBER_MM)
        footer = profile.bottom - round(distance * layout.TWIPS_PER_MM) - DASH_FOOT
    title_line = base.title_line
    if profile.title_size != base.title_size:
        title_line = round(profile.title_size * layout.TITLE_LINE / layout.SIZE_2)
    return replace(profile, line=line, spacing=spacing, footer=footer, title_line=title_line)


def check_room(reading: Reading, profile: Profile) -> None:
    """Note what leaves no room for text, whatever each value is by itself."""
    margins, text = (reading.written.get(name, "") for name in ("margins", "text"))
    if {"text.lines", "text.pitch"} <= reading.said.keys():
        message, hint = "“每页行数”和“行距”都写了", "两个只写一个，另一个由它算出。"
        reading.report(WRONG_VALUE, message, hint, text)
    if profile.text_width < NARROWEST or profile.text_height < LOWEST:
        message, hint = "页边距太大，放不下正文", "版心至少宽 80 毫米、高 100 毫米。"
        reading.report(WRONG_VALUE, message, hint, margins)
    elif profile.footer < LOWEST_FOOTER:
        message, hint = "页码会落到纸外", "减小“距版心”，或加大下页边距。"
        reading.report(WRONG_VALUE, message, hint, margins)
    if profile.line < profile.size * 10:
        message = f"行距 {profile.line / 20:g} 磅放不下 {profile.size / 2:g} 磅的正文"
        reading.report(WRONG_VALUE, message, "加大行距，减少每页行数，或减小正文字号。", text)
    if profile.character < profile.size * 10 * TIGHTEST:
        message = f"每行放不下这么多 {profile.size / 2:g} 磅的字"
        hint = "减少每行字数，减小正文字号，或减小左右页边距。"
        reading.report(WRONG_VALUE, message, hint, text)
