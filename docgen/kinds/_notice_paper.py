"""How a checked notice is laid on paper: red head, body, date and seal, issued paper, imprint."""

import datetime
import re
from typing import TYPE_CHECKING, Any

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds import activity_plan, responsibility_agreement
from docgen.kinds._agreement_paper import AgreementPaper
from docgen.kinds._notice_parts import Attachment, IssuedAs
from docgen.kinds._passages import (
    Line,
    Passage,
    bind_last,
    laid_out,
    paragraph_lines,
    plain_lines,
    printed_from,
    section_branches,
    sentence,
)
from docgen.kinds._plan_paper import PlanPaper
from docgen.kinds._titles import title_lines
from docgen.records import Record
from docgen.rows import Path
from docgen.vocabulary import Blank, Part, Text, official_date

if TYPE_CHECKING:
    from docgen.kinds.notice import Notice
