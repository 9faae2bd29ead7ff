"""Boilerplate: texts that stand in `texts/<kind>.toml`, with names in braces put in."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

TOKEN = re.compile(r"\{(\w+)\}")


@cache
def boilerplate(kind: str) -> Mapping[str, Any]:
    """Read the boilerplate of a kind once."""
    file = files("docgen.kinds") / "texts" / f"{kind}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def filled(value: Any, words: Mapping[str, str]) -> Any:
    """Put names into every text below `value`."""
    if isinstance(value, str):
        return TOKEN.sub(lambda match: words[match[1]], value) if "{" in value else value
    if isinstance(value, list):
        return [filled(item, words) for item in value]
    if isinstance(value, dict):
        return {name: filled(item, words) for name, item in value.items()}
    return value
