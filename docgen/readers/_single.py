"""A table of one row, read as the data of one document."""

from dataclasses import replace
from itertools import islice

from docgen.findings import Fault, Source
from docgen.rows import NO_ROWS, Roster, Row

SEVERAL_ROWS = Fault(
    "several-rows",
    "一份公文却有多行数据",
    "一行数据成一份公文；多行数据要成批生成。",
    "docgen render 责任书 名册.xlsx",
    "docgen batch 责任书 名册.xlsx -o 成品",
)


def single_row(roster: Roster) -> Row:
    """Give the only row of a roster; none or several is a finding of an empty row."""
    rows = list(islice(roster.rows, 2))
    if len(rows) == 1:
        return replace(rows[0], findings=(*roster.findings, *rows[0].findings))
    if any(finding.is_error for finding in roster.findings):
        return Row({}, textual=True, findings=roster.findings)
    if rows:
        message, hint = "文件里不止一行数据", "成批生成请用 docgen batch；只做一份请只留一行"
        finding = SEVERAL_ROWS.finding(message, hint, source=rows[1].locate(()))
    else:
        source = Source(file=roster.file, sheet=roster.sheet)
        finding = NO_ROWS.finding("文件里没有数据", "请在表头下面填写数据", source=source)
    return Row({}, textual=True, findings=(*roster.findings, finding))
