"""The domain's field types: who signs, when, under which law, and what is aimed at.

Each type is a small frozen model whose fields carry a Chinese label (`title`), help and an
example, and whose computed fields are the forms in which a paper prints them.
"""

from docgen.vocabulary.announcements import announced_number, announces, counted_lines
from docgen.vocabulary.base import Blank, Number, Part, Text, Whole, YesNo
from docgen.vocabulary.changes import Change, change_text, percent_text, share
from docgen.vocabulary.citations import DocumentNumber, LegalBasis
from docgen.vocabulary.dates import OfficialDate, Term, chinese_date, official_date
from docgen.vocabulary.deadlines import Deadline, day_text, deadline_text, named_days
from docgen.vocabulary.numbers import chinese_number, counting_number, number_of, plain_number
from docgen.vocabulary.parties import Organ, Party, Person
from docgen.vocabulary.quantities import Exactness, Quantity
from docgen.vocabulary.sections import (
    Numbering,
    Paragraph,
    PointMarker,
    Section,
    lines_of,
    points_text,
    section_number,
)
from docgen.vocabulary.tables import Table
from docgen.vocabulary.targets import Operator, Target

__all__ = [
    "Blank",
    "Change",
    "Deadline",
    "DocumentNumber",
    "Exactness",
    "LegalBasis",
    "Number",
    "Numbering",
    "OfficialDate",
    "Operator",
    "Organ",
    "Paragraph",
    "Part",
    "Party",
    "Person",
    "PointMarker",
    "Quantity",
    "Section",
    "Table",
    "Target",
    "Term",
    "Text",
    "Whole",
    "YesNo",
    "announced_number",
    "announces",
    "change_text",
    "chinese_date",
    "chinese_number",
    "counted_lines",
    "counting_number",
    "day_text",
    "deadline_text",
    "lines_of",
    "named_days",
    "number_of",
    "official_date",
    "percent_text",
    "plain_number",
    "points_text",
    "section_number",
    "share",
]
