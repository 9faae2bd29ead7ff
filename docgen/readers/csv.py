"""Comma-separated text as WPS and Excel export it, of any size, packed or not."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from docgen.findings import Source
from docgen.readers import InputFile, Reader
from docgen.readers._headings import LOOK_AHEAD, Headings, Line, find_headings
from docgen.readers._input import reading
from docgen.readers._single import single_row
from docgen.readers._syntax import UNCLOSED
from docgen.readers._table import RowMaker
from docgen.readers._text import find_encoding
from docgen.rows import NO_ROWS, Cells, Roster, Row

_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows under the headings, read anew on each walk."""

    file: InputFile
    encoding: str
    delimiter: str
    headings: Headings

    def __iter__(self) -> Iterator[Row]:
        """Walk the rows that are not empty."""
        make = RowMaker(self.headings, self.file.name, None, ragged=True).row
        with reading(self.file.name), self.file.open_text(self.encoding) as text:
            for number, cells in split_lines(text, self.delimiter):
                if number <= self.headings.number:
                    continue
                row = self._broken(number) if cells is None else make(number, cells)
                if row:
                    yield row

    def _broken(self, number: int) -> Row:
        locate = Cells(self.file.name, None, number, self.headings.columns)
        message, hint = (
            "引号没有配对，这一行读不下去",
            "请检查这一行的英文引号；内容里的引号要写两个",
        )
        finding = UNCLOSED.finding(message, hint, source=locate(()))
        return Row({}, locate, textual=True, findings=(finding,))


def split_lines(text: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Split text into cells, each line with its number; None stands for a line with bad quotes."""
    cells = csv.reader(text, delimiter=delimiter, strict=True)
    while True:
        number = cells.line_num + 1
        try:
            yield number, next(cells)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, None
            if "limit" in str(error):
                return


def find_delimiter(file: InputFile, encoding: str) -> str:
    """Find which of comma, semicolon and tab splits the headings, or a title above, into cells."""
    splits = [_first_lines(file, encoding, delimiter) for delimiter in _DELIMITERS]
    for lines in zip(*splits, strict=False):
        widths = [len(cells) for _, cells in lines]
        if max(widths) > 1:
            return _DELIMITERS[widths.index(max(widths))]
    return ","


def _first_lines(file: InputFile, encoding: str, delimiter: str) -> list[Line]:
    with reading(file.name), file.open_text(encoding) as text:
        lines = split_lines(text, delimiter)
        filled = ((number, cells) for number, cells in lines if cells)
        return list(islice(filled, LOOK_AHEAD))


def read_roster(file: InputFile) -> Roster:
    """Read the headings; the rows follow as they are walked."""
    encoding = find_encoding(file)
    delimiter = find_delimiter(file, encoding)
    headings = find_headings(_first_lines(file, encoding, delimiter), file.name, None)
    if headings is None:
        source = Source(file=file.name, line=1)
        finding = NO_ROWS.finding("文件是空的", "请填好表头和数据", source=source)
        return Roster(file.name, (), (), (finding,))
    return Roster(
        file.name,
        tuple(headings.columns),
        Lines(file, encoding, delimiter, headings),
        headings.findings,
        heading_row=headings.number,
        columns=headings.columns,
    )


def read_record(file: InputFile) -> Row:
    """Read the only row of a table."""
    return single_row(read_roster(file))


reader = Reader("csv", "csv 表格", (".csv", ".csv.gz", ".tsv"), read_record, read_roster)
