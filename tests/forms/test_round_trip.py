"""Whatever JSON can say of a record, the fill-in workbook can say: data goes in and comes back."""

from pathlib import Path
from typing import Any

import pytest
from forms.hard_kinds import HARD, object_for
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.engine import make_document, open_press
from docgen.forms import form_bytes
from docgen.kinds import Kind, kinds
from docgen.library import shared_folder
from docgen.readers import InputFile, read_record
from docgen.records import read
from docgen.records.items import settled
from docgen.rows import Row

EVERY = [*kinds().values(), HARD]
EXAMPLES = sorted(
    path
    for path in shared_folder("examples").glob("*.*")
    if path.stem in kinds() and path.suffix in (".json", ".yaml")
)


def said(kind: Kind, row: Row) -> object:
    """Give what a row says, under identifiers; the kind is always said in a form."""
    named = read(kind.inputs, row)
    assert not [f for f in (*row.findings, *named.findings) if f.is_error], named.findings
    data = settled(named.data)
    assert isinstance(data, dict)
    return {"kind": kind.label, **data}


def read_back(kind: Kind, row: Row) -> Row:
    return read_record(InputFile("表.xlsx", content=form_bytes(kind, row)))


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(drawn=st.data())
def test_random_data_comes_back_as_it_was(kind: Kind, drawn: st.DataObject) -> None:
    data = drawn.draw(object_for(kind.inputs))
    row = Row(data)
    if read(kind.inputs, row).findings:
        return

    back = read_back(kind, row)

    assert said(kind, back) == said(kind, row)
