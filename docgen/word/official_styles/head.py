"""Styles of the red head (7.2), from its topmost line to the rule under it."""

from docgen.word import layout
from docgen.word.paragraph_styles import ParagraphStyle
from docgen.word.placing import MARK_SIZES, MarkSize
from docgen.word.profiles import Profile

MARK_PITCH = 10.7  # Twips a half point of size: a little more than the characters are high.
MARK_INSET = 20  # What a line leaves free over the ink of a mark.
TOP_LINES = 3  # 份号, 密级和保密期限, 紧急程度
RULE_GAP = 88  # With what a line leaves free under its ink, 4 mm.


def head_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of the red head."""
    return (
        *top_styles(profile),
        mark_style(profile),
        *(sized_mark_style(size) for size in MARK_SIZES),
        *number_styles(profile),
        *rule_styles(),
    )


def mark_gap(profile: Profile) -> int:
    """Give what is left of 35 mm over the mark, under the three lines that may be taken."""
    over = round(layout.MARK_MM * layout.TWIPS_PER_MM)
    return over - TOP_LINES * profile.line - MARK_INSET


def top_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of what stands over the mark, and of the gap to it (7.2.1 to 7.2.3)."""
    return (
        ParagraphStyle("TopLine", "Top Line", "份号", align="left", keep_next=True),
        ParagraphStyle(
            "TopLabel", "Top Label", "密级", based_on="TopLine", font=profile.label_font
        ),
        thin_style("MarkGap", "Mark Gap", "标志之前", mark_gap(profile)),
    )


def thin_style(
    key: str, name: str, alias: str, line: int, *, rule: int = 0, colour: str = ""
) -> ParagraphStyle:
    """Give the style of a paragraph without text, which is only so high."""
    return ParagraphStyle(
        key,
        name,
        alias,
        size=2,
        line=line,
        on_grid=False,
        keep_next=True,
        rule=rule,
        colour=colour,
    )


def mark_style(profile: Profile) -> ParagraphStyle:
    """Give what marks of every size have in common (7.2.4)."""
    return ParagraphStyle(
        "Mark",
        "Mark",
        "发文机关标志",
        font=profile.title_font,
        colour=layout.RED,
        spacing=0,
        align="center",
        on_grid=False,
        keep_next=True,
    )


def sized_mark_style(size: MarkSize) -> ParagraphStyle:
    """Give the style of a mark in one size."""
    return ParagraphStyle(
        f"Mark{size.room}",
        f"Mark {size.room}",
        f"发文机关标志（{size.room}字以内）",
        based_on="Mark",
        size=size.size,
        scale=size.scale,
        line=round(size.size * MARK_PITCH),
    )


def number_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of the number and the 签发人 of a paper to an upper organ (7.2.5, 7.2.6)."""
    character = profile.character
    four = 4 * character
    return (
        ParagraphStyle(
            "NumberLeft",
            "Number Left",
            "上行文编号",
            align="left",
            indent=character,
            keep_next=True,
        ),
        ParagraphStyle(
            "Signer", "Signer", "签发人", align="right", right=character, keep_next=True
        ),
        ParagraphStyle(
            "Signers",
            "Signers",
            "多个签发人",
            align="left",
            indent=four,
            hanging=four,
            keep_next=True,
        ),
    )


def rule_styles() -> tuple[ParagraphStyle, ...]:
    """Give the styles of the red rule, and of its place where it is printed already (7.2.7)."""
    rule, red = layout.RED_RULE, layout.RED
    return (
        thin_style("RedRule", "Red Rule", "版头分隔线", RULE_GAP, rule=rule, colour=red),
        thin_style("RuleGap", "Rule Gap", "印好的分隔线处", RULE_GAP),
    )
