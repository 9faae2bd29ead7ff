"""What tests on PDFs share: the mark of those that need LibreOffice, and processes still there."""

import shutil
from pathlib import Path

import pytest

needs_office = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def running(word: str) -> list[str]:
    """Give the processes whose command line holds a word."""
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue
    return [line for line in lines if word in line]
