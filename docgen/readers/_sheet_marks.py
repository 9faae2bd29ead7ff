"""What a workbook's own XML tells and no reading library does.

Formulas that were never calculated and error values come out of the libraries as empty cells;
hidden rows come out like any other. Here they are found by the names of their cells.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from docgen.errors import FileError

LAST_COLUMN = 16_384
"""A workbook has no more columns, whatever its XML says."""

_CHUNK = 2**20
_NOTABLE = (
    *(b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/", b't="e"', b"t='e'", b"mergeCell "),
    *(b'hidden="1"', b'hidden="true"', b"hidden='1'", b"hidden='true'"),
)
_FILLED = re.compile(rb'r="([A-Z]{1,3})([0-9]{1,7})"[^>/]*>')

Names = dict[str, str]


@dataclass(slots=True)
class SheetMarks:
    """The peculiar cells of a sheet by their 1-based (row, column), and what is hidden or merged.

    `ranges` are merged cells as (top, left, bottom, right). `farthest` is the last row times the
    last column that hold anything: what a dense reader would take into memory. Marks are not
    `complete` where the format keeps its secrets.
    """

    uncached: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    ranges: list[tuple[int, int, int, int]] = field(default_factory=list)
    farthest: int = 0
    complete: bool = True


def sheet_parts(archive: ZipFile, file: str) -> dict[str, str]:
    """Give the member that holds each sheet, by the sheet's name."""
    folder = "xl/"
    book, relations = f"{folder}workbook.xml", f"{folder}_rels/workbook.xml.rels"
    if not {book, relations} <= set(archive.namelist()):
        return {}
    sheets: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(name: str, names: Names) -> None:
        if name == "sheet":
            sheets[names.get("name", "")] = names.get("id", "")

    def relationship(name: str, names: Names) -> None:
        if name == "Relationship":
            target = names.get("Target", "")
            targets[names.get("Id", "")] = target[1:] if target[:1] == "/" else folder + target

    with archive.open(book) as stream:
        walk_xml(stream, file, sheet)
    with archive.open(relations) as stream:
        walk_xml(stream, file, relationship)
    members = set(archive.namelist())
    return {name: targets[id] for name, id in sheets.items() if targets.get(id) in members}


def read_marks(archive: ZipFile, member: str, file: str) -> SheetMarks:
    """Find everything peculiar in one sheet."""
    marks = SheetMarks()
    with archive.open(member) as stream:
        is_notable, marks.farthest = _survey(stream)
    if is_notable:
        with archive.open(member) as stream:
            _Scan(marks).run(stream, file)
    return marks


def walk_xml(stream: IO[bytes], file: str, start: Callable[[str, Names], None]) -> None:
    """Call `start` with the plain name and attributes of every element.

    Raises:
        FileError: when the XML is broken or declares a document type.
    """
    parser = _parser()
    parser.StartElementHandler = lambda name, names: start(_plain(name), _plain_names(names))
    _parse(parser, stream, file)


def cell_numbers(name: str) -> tuple[int, int]:
    """Give row and column of a cell's name: `B3` is (3, 2)."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :] or 0), column


def _survey(stream: IO[bytes]) -> tuple[bool, int]:
    # Most sheets have nothing peculiar; one quick look spares them the slow walk.
    is_notable = False
    row = column = 0
    rest = b""
    for chunk in iter(lambda: stream.read(_CHUNK), b""):
        text = rest + chunk
        is_notable = is_notable or any(mark in text for mark in _NOTABLE)
        cells = _FILLED.findall(text)
        if cells:
            row = max(row, int(cells[-1][1]))
            widest = {letters for letters, _ in cells}
            column = max(column, *(cell_numbers(letters.decode())[1] for letters in widest))
        rest = text[-200:]
    return is_notable, row * column


class _Scan:
    """One walk over a sheet's XML."""

    def __init__(self, marks: SheetMarks) -> None:
        self.marks = marks
        self.cell = (0, 0)
        self.kind = ""
        self.has_formula = self.in_value = False
        self.value = ""

    def run(self, stream: IO[bytes], file: str) -> None:
        """Walk the whole sheet."""
        parser = _parser()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        _parse(parser, stream, file)

    def start(self, name: str, names: Names) -> None:
        """Take note of an element."""
        match _plain(name):
            case "c":
                row, column = self.cell
                named = names.get("r")
                self.cell = cell_numbers(named) if named else (row, column + 1)
                self.kind = names.get("t", "n")
                self.has_formula, self.value = False, ""
            case "f":
                self.has_formula = True
            case "v":
                self.in_value = True
            case "row":
                number = int(names.get("r", self.cell[0] + 1))
                self.cell = (number, 0)
                if _is_true(names.get("hidden")):
                    self.marks.hidden_rows.add(number)
            case "col" if _is_true(names.get("hidden")):
                last = min(int(names["max"]), LAST_COLUMN)
                self.marks.hidden_columns.update(range(int(names["min"]), last + 1))
            case "mergeCell":
                self.merge(names.get("ref", ""))

    def end(self, name: str) -> None:
        """Judge a cell once it is whole."""
        plain = _plain(name)
        if plain == "v":
            self.in_value = False
        if plain != "c":
            return
        if self.kind == "e":
            self.marks.errors[self.cell] = self.value
        # A formula that gives an empty text says so by its type; one without type was not run.
        elif self.has_formula and not self.value and self.kind != "str":
            self.marks.uncached.add(self.cell)

    def text(self, text: str) -> None:
        """Collect a cell's value."""
        if self.in_value:
            self.value += text

    def merge(self, name: str) -> None:
        """Take note of merged cells."""
        first, _, last = name.partition(":")
        self.marks.ranges.append((*cell_numbers(first), *cell_numbers(last or first)))


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")


def _plain(name: str) -> str:
    return name.rpartition(" ")[2]


def _plain_names(names: Names) -> Names:
    return {_plain(name): value for name, value in names.items()}


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_: object) -> None:
    raise FileError(
        "工作簿的内部文件带有 DOCTYPE 声明，可能有害，不予读取。请用 WPS 或 Excel 另存后再试。"
    )


def _parse(parser: expat.XMLParserType, stream: IO[bytes], file: str) -> None:
    try:
        for chunk in _chunks(stream):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, KeyError):
        raise FileError(
            f"“{file}”的内部文件已损坏。请用 WPS 或 Excel 打开，另存为 .xlsx 后再试。"
        ) from None


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")
