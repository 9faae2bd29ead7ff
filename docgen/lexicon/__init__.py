"""The lexicon: what safety papers cite and say, as data with its source and date.

Laws and their versions, renamed agencies, official themes, fixed phrases, plans and their years,
accident grades. Each is a TOML file beside this one; a user's folder `lexicon/` may correct and
extend them entry by entry. Files are read when first asked for.
"""

from collections.abc import Callable
from pathlib import Path

from docgen.lexicon._files import Entry, home
from docgen.lexicon.agencies import Agency, agencies
from docgen.lexicon.campaigns import (
    Campaign,
    campaigns,
    how_to_add_theme,
    ordinal,
    same_theme,
    theme,
    themes,
    unknown_theme,
)
from docgen.lexicon.grades import Grade, grade, grades
from docgen.lexicon.laws import Law, Version, find_law, intended_law, laws
from docgen.lexicon.phrases import CountedPhrase, FixedPhrase, counted_phrases, fixed_phrases
from docgen.lexicon.plans import Plan, plans
from docgen.lexicon.titles import Titles, known_title, nearest_title, titles
from docgen.lexicon.words import OutdatedWord, outdated_words

__all__ = [
    "Agency",
    "Campaign",
    "CountedPhrase",
    "Entry",
    "FixedPhrase",
    "Grade",
    "Law",
    "OutdatedWord",
    "Plan",
    "Titles",
    "Version",
    "agencies",
    "campaigns",
    "counted_phrases",
    "demand_sound_files",
    "find_law",
    "fixed_phrases",
    "grade",
    "grades",
    "home",
    "how_to_add_theme",
    "intended_law",
    "known_title",
    "laws",
    "nearest_title",
    "ordinal",
    "outdated_words",
    "plans",
    "same_theme",
    "theme",
    "themes",
    "titles",
    "unknown_theme",
]


def demand_sound_files(folder: Path) -> None:
    """Read the user's files whole, so that a broken one is told whatever a paper says.

    Raises:
        FileError: when one cannot be read or says what cannot be.
    """
    if folder.is_dir():
        for read in READ:
            read()


READ: tuple[Callable[[], object], ...] = (
    agencies, campaigns, counted_phrases, fixed_phrases, grades, laws, outdated_words, plans,
    titles,
)  # fmt: skip
