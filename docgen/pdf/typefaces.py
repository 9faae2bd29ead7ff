"""The typefaces of official papers by role: their own names, and the free fonts that stand in.

A PDF names fonts as their makers do (`FZXBSJW--GB1-0`, `NotoSerifCJKjp-Bold`), spelt in many ways:
names are compared without case, spaces and signs. `fonts.conf` gives LibreOffice the same fonts.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_SIGNS = re.compile(r"[\s_\-,.]+")


@dataclass(frozen=True, slots=True)
class Typeface:
    """A role, and the patterns its fonts' names match.

    `own` are the office's fonts, `instead` the free ones made for the role, `shared` those that
    play it where nothing better is there, though they play another as well.
    """

    role: str
    own: str
    instead: str
    shared: str = "$."

    def is_named(self, name: str) -> bool:
        """True when a font of this name is one of the office's own."""
        return self.rank(name) == 0

    def rank(self, name: str) -> int | None:
        """Tell how well a font plays the role, 0 best; None when it does not."""
        spelt = plain(name)
        patterns = (self.own, self.instead, self.shared)
        return next((at for at, text in enumerate(patterns) if re.match(text, spelt)), None)


SERIF = r"(?:noto|sourcehan)serif(?:cjk|sc|cn|hans)|fandolsong"
HEAVY = rf"(?:{SERIF}).*(?:bold|black|heavy)"
REGULAR = rf"(?!{HEAVY})(?:{SERIF})"

XIAOBIAOSONG = Typeface(
    "小标宋", r"(?:方正|fz|华康)?(?:小标宋|xiaobiaosong)|fzxbs|华文中宋|stzhongsong", HEAVY
)
FANGSONG = Typeface(
    "仿宋",
    r"(?:方正|华文)?仿宋|(?:st|fz)?fangsong|fzfs",
    r"fandolfang|zhuquefangsong|朱雀仿宋|bousungeglight|arplsungtil",
    rf"{REGULAR}|arpluming",
)
KAITI = Typeface(
    "楷体",
    r"(?:方正|华文)?楷体|(?:st|fz)?kaiti|fzkt|stkai",
    r"gbzenkai|arplkaitim|arplukai|fandolkai|lxgwwenkai",
)
HEITI = Typeface(
    "黑体",
    r"(?:方正|华文)?黑体|simhei|stheiti|(?:fz)?heiti|fzht",
    r"(?:noto|sourcehan)sans(?:cjk|sc|cn|hans)|fandolhei|wenquanyizenhei|wqyzenhei",
)
SONGTI = Typeface(
    "宋体",
    r"(?:方正|华文)?(?:新?宋体|书宋)|n?simsun|stsong|fzss|fzshusong",
    rf"{REGULAR}|arpluming",
    HEAVY,
)
LATIN = Typeface(
    "西文",
    r"timesnewroman",
    r"liberationserif|tinos|texgyretermes|nimbusroman|freeserif|dejavuserif",
    SERIF,
)
BOLD = re.compile(r"[\s_\-,](?:semi|extra|demi)?bold", re.IGNORECASE)
TYPEFACES = (XIAOBIAOSONG, FANGSONG, KAITI, HEITI, SONGTI, LATIN)


def face_of(name: str) -> Typeface | None:
    """Give the typeface whose own fonts a name is of; None for a name nobody foresaw."""
    return next((face for face in TYPEFACES if face.is_named(name)), None)


def is_bold_cut(name: str) -> bool:
    """True for a font that is another's bold cut; one that plays 小标宋 is as heavy as that is."""
    return BOLD.search(name) is not None and XIAOBIAOSONG.rank(name) is None


def plain(name: str) -> str:
    """Give a font's name as names are compared."""
    return _SIGNS.sub("", name).casefold()


def cast(embedded: Collection[str], named: Collection[str] = ()) -> dict[str, tuple[Typeface, ...]]:
    """Give the roles each font of a PDF plays; a font nobody foresaw plays none.

    `named` are the fonts the paper asks for, where they are known: a role that it asks no font for
    is not played, unless by the office's own font.
    """
    roles: dict[str, list[Typeface]] = {font: [] for font in embedded}
    for face in TYPEFACES:
        ranks = {font: rank for font in embedded if (rank := face.rank(font)) is not None}
        is_asked = not named or any(map(face.is_named, named))
        best = min(ranks.values(), default=0)
        for font, rank in ranks.items():
            if rank == best and (rank == 0 or is_asked):
                roles[font].append(face)
    return {font: tuple(found) for font, found in roles.items()}
