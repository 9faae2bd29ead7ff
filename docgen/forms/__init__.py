"""Fill-in workbooks: the form a clerk fills in instead of writing JSON.

Made from a kind's fields alone, empty or filled in from data; `readers` reads it back by its
labels. Whatever JSON can say of a record, the workbook can say.
"""

from docgen.forms.filled import form_bytes
from docgen.forms.roster import roster_bytes

__all__ = ["form_bytes", "roster_bytes"]
