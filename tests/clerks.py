"""A clerk at a fill-in workbook: fills in cells by what is written beside and above them."""

import functools
import io
from collections.abc import Callable, Iterator

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from docgen.form_marks import NAME_HEADING
from docgen.forms import form_bytes
from docgen.kinds import find_kind
from docgen.readers import InputFile, read_record
from docgen.rows import Row

NAME = "填写表.xlsx"


class Clerk:
    """Opens a workbook, fills it in, and hands it back."""

    def __init__(self, content: bytes | None = None) -> None:
        self.book: Workbook = openpyxl.load_workbook(io.BytesIO(content or empty_form()))

    def sheet(self, name: str) -> Worksheet:
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def headings(self, name: str) -> tuple[int, dict[str, int]]:
        """Give the row of the headings and the column of each."""
        for row in self.sheet(name).iter_rows(max_row=10):
            texts = {str(cell.value).rstrip("*"): cell.column for cell in row if cell.value}
            if NAME_HEADING in texts or any(text[0] == "【" for text in texts):
                return int(row[0].row or 0), {text: int(at or 0) for text, at in texts.items()}
        raise LookupError(name)

    def fill(self, label: str, value: object, sheet: str = "填写") -> str:
        """Fill in a single field; gives the cell's name."""
        page = self.sheet(sheet)
        for row in range(1, page.max_row + 1):
            if page.cell(row, 1).value == label:
                page.cell(row, 2).value = value  # type: ignore[assignment] # any cell value
                return f"B{row}"
        raise LookupError(label)

    def line(self, sheet: str, number: int, **cells: object) -> int:
        """Fill in the `number`-th line of a list, from 1; gives the row."""
        top, columns = self.headings(sheet)
        for label, value in cells.items():
            cell = self.sheet(sheet).cell(top + number, columns[label])
            cell.value = value  # type: ignore[assignment] # any cell value
        return top + number

    def lines(self, sheet: str, headings: str, *rows: tuple[object, ...]) -> None:
        """Fill in several lines under headings parted by spaces."""
        for number, row in enumerate(rows, 1):
            self.line(sheet, number, **dict(zip(headings.split(), row, strict=True)))

    def save(self) -> bytes:
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def read(self) -> Row:
        return read_record(InputFile(NAME, content=self.save()))

    def faults(self) -> Iterator[tuple[str, str]]:
        """Give code and place of what the reader has to say."""
        for finding in self.read().findings:
            assert finding.source
            yield finding.code, f"{finding.source.sheet}!{finding.source.cell}"


@functools.cache
def empty_form() -> bytes:
    return form_bytes(find_kind("责任书"))


def village_form(
    clerk: Clerk | None = None, change: Callable[[Clerk], object] | None = None
) -> Clerk:
    """Fill in what an agreement of a township and a village needs."""
    clerk = clerk or Clerk()
    clerk.fill("年度", 2026)
    clerk.fill("甲方·单位·第1项", "白道口镇人民政府")
    clerk.fill("甲方·代表·职务", "镇长")
    clerk.fill("乙方·单位·第1项", "西街村民委员会")
    clerk.fill("乙方·代表·职务", "村委会主任")
    clerk.line("控制指标", 1, 指标="死亡人数", 数值=0)
    clerk.line("控制指标", 2, 指标="较大及以上事故", 关系="不发生")
    if change:
        change(clerk)
    return clerk
