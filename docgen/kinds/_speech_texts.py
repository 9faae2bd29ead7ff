"""The boilerplate of speeches, and how names are put into it."""

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.kinds._scopes import Scope
from docgen.kinds._texts import TOKEN, boilerplate, filled


def texts() -> Mapping[str, Any]:
    """Give the boilerplate."""
    return boilerplate("training_speech")


def subject(scope: Scope) -> Mapping[str, Any]:
    """Give the boilerplate of a field of safety."""
    found: Mapping[str, Any] = texts()["subjects"][scope.value]
    return found


def known_words(value: Any, words: Mapping[str, str]) -> Any:
    """Put names into every text below `value`; None when any of them is not known."""
    asked = {name for text in every_text(value) for name in TOKEN.findall(text)}
    return filled(value, words) if asked <= words.keys() else None


def every_text(value: Any) -> Iterator[str]:
    """Walk every text below `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from every_text(item)
