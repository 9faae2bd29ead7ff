"""YAML: the data of one document, or a list of rows, every value as text."""

from docgen.readers import InputFile, Reader
from docgen.readers._nested import nested_record, nested_roster
from docgen.readers._text import decode
from docgen.readers._yaml import parse
from docgen.rows import Roster, Row


def read_record(file: InputFile) -> Row:
    """Read the mapping of one document."""
    return nested_record(parse(decode(file), file.name), file.name, textual=True)


def read_roster(file: InputFile) -> Roster:
    """Read a list of mappings, each a row."""
    return nested_roster(parse(decode(file), file.name), file.name, textual=True)


reader = Reader("yaml", "YAML", (".yaml", ".yml"), read_record, read_roster)
