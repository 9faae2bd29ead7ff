"""JSON: the data of one document, or a list of rows."""

from docgen.readers import InputFile, Reader
from docgen.readers._json import parse
from docgen.readers._nested import nested_record, nested_roster
from docgen.readers._text import decode
from docgen.rows import Roster, Row


def read_record(file: InputFile) -> Row:
    """Read the object of one document."""
    return nested_record(parse(decode(file), file.name), file.name)


def read_roster(file: InputFile) -> Roster:
    """Read a list of objects, each a row."""
    return nested_roster(parse(decode(file), file.name), file.name)


reader = Reader("json", "JSON", (".json",), read_record, read_roster)
