"""JSON Lines: a roster with one JSON object a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.readers import InputFile, Reader
from docgen.readers._input import reading
from docgen.readers._json import parse
from docgen.readers._nested import nested_record
from docgen.readers._single import single_row
from docgen.readers._text import find_encoding
from docgen.rows import Roster, Row


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a JSON Lines file, read anew on each walk."""

    file: InputFile
    encoding: str

    def __iter__(self) -> Iterator[Row]:
        """Walk the lines that are not empty."""
        with reading(self.file.name), self.file.open_text(self.encoding) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    text = line.rstrip("\r\n")
                    yield nested_record(parse(text, self.file.name, number), self.file.name)


def read_roster(file: InputFile) -> Roster:
    """Read one row a line."""
    return Roster(file.name, (), Lines(file, find_encoding(file)))


def read_record(file: InputFile) -> Row:
    """Read the only line of a file."""
    return single_row(read_roster(file))


reader = Reader("jsonl", "JSON Lines", (".jsonl", ".jsonl.gz"), read_record, read_roster)
