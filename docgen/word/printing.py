"""Printing a value: the one judgement of what may stand in a paper, and how it is written.

Whatever is admitted is escaped; what is not is said to be missing or faulty, and why.
"""

import datetime
import math
import re
from decimal import Decimal
from enum import StrEnum

import markupsafe
from jinja2.runtime import Undefined

from docgen.blanks import leftover_mark
from docgen.vocabulary import Blank
from docgen.word.breaks import bound, masked
from docgen.word.filters import official_date

_CACHED = 8192
_CACHED_LENGTH = 256
UNPRINTABLE = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Reason(StrEnum):
    """Why a value cannot be printed."""

    MISSING = "missing"
    MARK = "mark"
    CHARACTER = "character"
    TRUTH = "truth"
    SHAPE = "shape"
    OBJECT = "object"
    FAILED = "failed"
    LARGE = "large"


class UnprintableError(Exception):
    """Raised for the first value that may not be printed."""

    def __init__(self, reason: Reason, value: object = None) -> None:
        """Keep why, and the value."""
        super().__init__(reason)
        self.reason = reason
        self.value = value


def plain_text(value: object) -> str:
    """Write a value as it will be read in the paper.

    Raises:
        UnprintableError: when it is missing, or nothing that can be printed.
    """
    if isinstance(value, str):
        return _admitted(str.__str__(value))
    if value is None or isinstance(value, Undefined):
        raise UnprintableError(Reason.MISSING, value)
    if isinstance(value, bool):
        raise UnprintableError(Reason.TRUTH, value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float | Decimal):
        return _number(value)
    if isinstance(value, datetime.date):
        return official_date(value)
    if isinstance(value, Blank):
        return value.line
    shaped = isinstance(value, dict | list | tuple)
    raise UnprintableError(Reason.SHAPE if shaped else Reason.OBJECT, value)


def is_printable(value: object) -> bool:
    """True of a value that may be printed as it is."""
    try:
        plain_text(value)
    except UnprintableError:
        return False
    return True


def _admitted(text: str) -> str:
    if not text.strip():
        raise UnprintableError(Reason.MISSING, text)
    if not text.isprintable() and UNPRINTABLE.search(text):
        raise UnprintableError(Reason.CHARACTER, text)
    if leftover_mark(text):
        raise UnprintableError(Reason.MARK, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _number(value: float | Decimal) -> str:
    if not math.isfinite(value):
        raise UnprintableError(Reason.MISSING, value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(int(value)) if value.is_integer() else repr(value)


def escaped(text: str) -> str:
    """Write text as XML; line breaks, tabs and hyphens of numbers are masked for `laid_out`."""
    return bound(masked(str(markupsafe.escape(text))))


class Printer:
    """Prints values as XML, remembering those it has admitted before."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._known: dict[str, str] = {}

    @property
    def known(self) -> dict[str, str]:
        """Texts already admitted, as they are written in XML."""
        return self._known

    def xml(self, value: object) -> tuple[str, str]:
        """Give a value as plain text and as XML.

        Raises:
            UnprintableError: when the value may not be printed.
        """
        text = plain_text(value)
        written = escaped(text)
        if value.__class__ is str and len(text) <= _CACHED_LENGTH and text == value:
            if len(self._known) >= _CACHED:
                # A new dictionary: other threads may still read the old one.
                self._known = {}
            self._known[text] = written
        return text, written
