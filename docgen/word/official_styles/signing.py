"""Styles of 署名 and 成文日期 (7.3.5), a place for every width of a date."""

import re
from collections.abc import Iterator

from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.placing import DATE_PLACES, DATE_RIGHT, GAP, ORGAN_RIGHT, STEP, DatePlace
from docgen.word.profiles import Profile

STAMP_GAP = 2  # Characters from a signer's post to the 签名章 (7.3.5.3).


def sign_off_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of 署名 and 成文日期."""
    character = profile.character
    return (
        *sealed_styles(profile),
        style("UnsealedRight", "署名或日期（右空二字）", "right", right=ORGAN_RIGHT * character),
        *unsealed_styles(profile),
        style("SignOffLine", "署名和日期（空格定位）", "left"),
        style("StampPost", "签名章职务", "right", right=STAMP_GAP * character),
    )


def sealed_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of a sealed paper: organ centred on the date (7.3.5.1)."""
    right = DATE_RIGHT * profile.character
    free = profile.text_width - 2 * right
    return (
        style("SealedDate", "成文日期（盖章）", "right", right=right),
        *(
            style(f"Sealed{place.style}", f"署名（盖章，{place.label}）", "center", free - wide)
            for place, wide in date_widths(profile).items()
        ),
        style("SealedEdge", "署名（盖章，名称长）", "right"),
        style("SealedCentre", "联合署名", "center"),
    )


def unsealed_styles(profile: Profile) -> Iterator[ParagraphStyle]:
    """Give the styles of an organ that does not seal, shorter than the date (7.3.5.2)."""
    free = profile.text_width - (ORGAN_RIGHT + STEP) * profile.character
    for place, wide in date_widths(profile).items():
        yield style(f"Unsealed{place.style}", f"署名（不盖章，{place.label}）", "left", free - wide)


def style(name: str, alias: str, align: str, indent: int = 0, right: int = 0) -> ParagraphStyle:
    """Give one style; Word shows its name as words: Sealed Date."""
    return ParagraphStyle(
        name,
        re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name),
        alias,
        align=align,
        indent=max(indent, 0) or None,
        right=right or None,
        keep_lines=True,
        spaced=True,
    )


def date_widths(profile: Profile) -> dict[DatePlace, int]:
    """Give the printed width of a date by its place."""
    return {
        place: place.characters * profile.character
        + place.digits * profile.digit
        + round(place.gaps * GAP * profile.size * 10)
        for place in DATE_PLACES
    }
