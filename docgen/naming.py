"""File names that are safe on Windows and Linux, whatever they are made from."""

import re
import unicodedata
from pathlib import PurePosixPath

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff\u200b-\u200f\u202a-\u202e\ufeff]')
DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$")
LONGEST = 180  # bytes; file systems allow 255, and a number and an ending must still fit


def safe_name(text: str) -> str:
    """Make a file name of `text`, without ending; never empty, never a path, never a device.

    Characters Windows forbids become full-width or vanish; the result is at most 180 bytes long.
    """
    name = unicodedata.normalize("NFC", text)
    name = FORBIDDEN.sub("_", name)
    name = re.sub(r"\s+", " ", name).strip(" .")
    if DEVICES.match(name):
        name = f"_{name}"
    name = name.encode("utf-8")[:LONGEST].decode("utf-8", "ignore").rstrip(" .")
    return name or "未命名"


def folded(name: str) -> str:
    """Fold a name as Windows compares names, so that two that clash are found."""
    return unicodedata.normalize("NFC", name).casefold()


def is_inside(name: str) -> bool:
    """True when a relative path stays below the folder it is joined to."""
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in name
