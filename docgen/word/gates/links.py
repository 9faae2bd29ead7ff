"""Where a link may lead: to a page of the web or a mail address, and nowhere else."""

import re

_WEB = re.compile(r"https?://[^\s\\/]|mailto:|#", re.IGNORECASE)
_REMOTE = re.compile(
    r"(?!file:)\w{2,}:|\\\\|//|file:(?://)?[^/\\]|file:/{4,}|file:/*\\\\", re.IGNORECASE
)


def is_web_link(target: str) -> bool:
    """True of a link that opens a page or a letter, never a file or a program."""
    return not target or bool(_WEB.match(target))


def is_remote(target: str) -> bool:
    """True of an address on another machine; of a file on this one it is false."""
    return bool(_REMOTE.match(target.strip()))
