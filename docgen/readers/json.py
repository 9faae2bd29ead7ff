"""JSON: the data of one document, or a list of rows."""

from collections.abc import Mapping

from docgen.findings import Source
from docgen.readers import InputFile, Reader
from docgen.readers._json import Parsed, parse
from docgen.readers._syntax import NOT_AN_OBJECT
from docgen.readers._text import decode
from docgen.rows import Path, PlaceTable, Roster, Row


def row_of(parsed: Parsed, file: str) -> Row:
    """Make a row of a parsed text; empty when it is no object or could not be followed."""
    findings = parsed.findings
    value = parsed.value if parsed.complete else {}
    if not isinstance(value, dict):
        line, column = parsed.places[()]
        message = "最外层应当是一组字段，用“{ }”括起来"
        hint = "一份公文写一个 { }；名册是列表，请用 docgen batch"
        source = Source(file=file, line=line, column=column)
        findings = (*findings, NOT_AN_OBJECT.finding(message, hint, source=source))
        value = {}
    return Row(value, PlaceTable(file, parsed.places), findings=findings)


def read_record(file: InputFile) -> Row:
    """Read the object of one document."""
    return row_of(parse(decode(file), file.name), file.name)


def read_roster(file: InputFile) -> Roster:
    """Read a list of objects, each a row with places of its own."""
    parsed = parse(decode(file), file.name)
    if not parsed.complete:
        return Roster(file.name, (), (), parsed.findings)
    if not isinstance(parsed.value, list):
        message, hint = "名册的最外层应当是列表，用“[ ]”括起来", "每行写一个 { }，行间用逗号隔开"
        line, column = parsed.places[()]
        finding = NOT_AN_OBJECT.finding(
            message, hint, source=Source(file=file.name, line=line, column=column)
        )
        return Roster(file.name, (), (), (*parsed.findings, finding))
    return Roster(
        file.name, (), split_rows(parsed.value, parsed.places, file.name), parsed.findings
    )


def split_rows(
    values: list[object],
    places: Mapping[Path, tuple[int, int]],
    file: str,
    *,
    textual: bool = False,
) -> tuple[Row, ...]:
    """Make a row of every item of a list, each with its share of the places."""
    shares: list[dict[Path, tuple[int, int]]] = [{} for _ in values]
    for path, place in places.items():
        if path and isinstance(path[0], int):
            shares[path[0]][path[1:]] = place
    return tuple(
        _row(value, share, file, textual=textual)
        for value, share in zip(values, shares, strict=True)
    )


def _row(value: object, places: dict[Path, tuple[int, int]], file: str, *, textual: bool) -> Row:
    locate = PlaceTable(file, places)
    if isinstance(value, dict):
        return Row(value, locate, textual)
    message, hint = "名册的每一行应当是一组字段", '请写成 {"名称": "值"}'
    finding = NOT_AN_OBJECT.finding(message, hint, source=locate(()))
    return Row({}, locate, textual, (finding,))


reader = Reader("json", "JSON", (".json",), read_record, read_roster)
