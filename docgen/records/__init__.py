"""Records: the checked data of one document.

A row's raw names become identifiers and its texts become values (`names`), then the record model
checks them (`validate`); what is wrong becomes findings at the row's lines and cells (`messages`).
"""

from docgen.records.model import Loose, Record, Waiver
from docgen.records.named import Named, merge
from docgen.records.names import read
from docgen.records.tree import tree
from docgen.records.validation import validate

__all__ = ["Loose", "Named", "Record", "Waiver", "merge", "read", "tree", "validate"]
