"""docgen fills official safety paperwork, and proves that nothing is missing before it does.

>>> import docgen
>>> kind = docgen.find_kind("责任书")
>>> [finding.message for finding in docgen.check(kind, {"年度": 2026})][:1]
['甲方没有填写']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docgen.version import __version__ as __version__

if TYPE_CHECKING:
    from docgen.batches import batch
    from docgen.engine import Document, check, generate
    from docgen.errors import DocgenError, IncompleteError
    from docgen.findings import Finding
    from docgen.kinds import find_kind, kinds
    from docgen.word.template import Template

__all__ = [
    "DocgenError",
    "Document",
    "Finding",
    "IncompleteError",
    "Template",
    "batch",
    "check",
    "find_kind",
    "generate",
    "kinds",
]
HOMES = {
    "DocgenError": "errors",
    "Document": "engine",
    "Finding": "findings",
    "IncompleteError": "errors",
    "Template": "word.template",
    "batch": "batches",
    "check": "engine",
    "find_kind": "kinds",
    "generate": "engine",
    "kinds": "kinds",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that `import docgen` costs nothing."""
    if name not in HOMES:
        msg = f"module 'docgen' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"docgen.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
