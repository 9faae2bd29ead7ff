"""Rows of nested values: what JSON and YAML have in common once they are parsed."""

from docgen.readers._syntax import NOT_AN_OBJECT, Parsed, no_list, no_object
from docgen.rows import Path, PlaceTable, Roster, Row


def nested_record(parsed: Parsed, file: str, *, textual: bool = False) -> Row:
    """Make a row of a parsed text; empty when it is no object or could not be followed."""
    locate = PlaceTable(file, parsed.places)
    if not parsed.complete:
        return Row({}, locate, textual, parsed.findings)
    if isinstance(parsed.value, dict):
        return Row(parsed.value, locate, textual, parsed.findings)
    return Row({}, locate, textual, (*parsed.findings, no_object(locate(()))))


def nested_roster(parsed: Parsed, file: str, *, textual: bool = False) -> Roster:
    """Make a roster of a parsed list, each item a row with places of its own."""
    if not parsed.complete:
        return Roster(file, (), (), parsed.findings)
    if not isinstance(parsed.value, list):
        finding = no_list(PlaceTable(file, parsed.places)(()))
        return Roster(file, (), (), (*parsed.findings, finding))
    shares: list[dict[Path, tuple[int, int]]] = [{} for _ in parsed.value]
    for path, place in parsed.places.items():
        if path and isinstance(path[0], int):
            shares[path[0]][path[1:]] = place
    pairs = zip(parsed.value, shares, strict=True)
    rows = tuple(_row(value, PlaceTable(file, share), textual) for value, share in pairs)
    return Roster(file, (), rows, parsed.findings)


def _row(value: object, locate: PlaceTable, textual: bool) -> Row:
    if isinstance(value, dict):
        return Row(value, locate, textual)
    message, hint = "名册的每一行应当是一组字段", '请写成 {"名称": "值"}'
    return Row({}, locate, textual, (NOT_AN_OBJECT.finding(message, hint, source=locate(())),))
