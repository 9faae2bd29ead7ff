"""Papers inside papers: what a held record prints, led back to the record that holds it."""

from typing import cast

from docgen.kinds import ORIGIN, ORIGINS
from docgen.rows import Path


def rebased(printed: dict[str, object], name: str) -> dict[str, object]:
    """Give a printed paper whose passages lead back to the record that holds it as `name`."""
    return {key: _rebased(key, value, name) for key, value in printed.items()}


def _rebased(key: str, value: object, name: str) -> object:
    if key == ORIGIN:
        return (name, *cast("Path", value))
    if key == ORIGINS:
        origins = cast("dict[str, Path]", value)
        return {part: (name, *path) for part, path in origins.items()}
    if isinstance(value, dict):
        return rebased(value, name)
    if isinstance(value, list):
        return [_rebased("", item, name) for item in value]
    return value
