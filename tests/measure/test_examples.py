"""Every kind's example, printed and measured: what docgen makes is as the standard says."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from papers_on_paper import needs_office

from docgen.engine import make_document, open_press
from docgen.findings import Severity
from docgen.kinds import kinds
from docgen.measure import Measured, measure_pdf
from docgen.pdf import open_office, print_both_sides
from docgen.readers import read_record
from docgen.word.profiles import PROFILES

pytestmark = needs_office

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(name for name in kinds() if (EXAMPLES / f"{name}.json").is_file())


SHEETS, COPIES = ("gbt9704", "gbt33476"), ("reading", "reading_large")
# Nobody reads out a paper with a red head.
CASES = [
    (name, layout)
    for name in NAMES
    for layout in (SHEETS if name == "notice" else (*SHEETS, *COPIES))
]


def paper(name: str, layout: str) -> bytes:
    press = open_press(name, layout=layout)
    return make_document(press, read_record(EXAMPLES / f"{name}.json")).content


@pytest.fixture(scope="module")
def measured() -> Mapping[tuple[str, str], Measured]:
    papers = {(name, layout): paper(name, layout) for name, layout in CASES}
    with open_office() as office:
        printed = print_both_sides(office, list(papers.values()))
    return {
        key: measure_pdf(result.pdf or b"", papers[key], PROFILES[key[1]])
        for key, result in zip(papers, printed, strict=True)
    }


@pytest.mark.parametrize(("name", "layout"), CASES)
def test_an_example_is_printed_as_its_layout_says(
    measured: Mapping[tuple[str, str], Measured], name: str, layout: str
) -> None:
    found = measured[name, layout].findings

    assert [f.message for f in found if f.severity is not Severity.INFO] == []
    assert len(measured[name, layout].readings) > 20
