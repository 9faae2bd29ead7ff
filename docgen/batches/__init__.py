"""Batches: a roster becomes a folder of documents, a ledger and, if need be, a list of problems.

The whole roster is checked before the first document is written; a journal remembers what was
made from what, so that a second run makes only what changed and a killed run can be run again.
"""

from docgen.batches.outcome import Progress, Report, StoppedError
from docgen.batches.run import batch

__all__ = ["Progress", "Report", "StoppedError", "batch"]
