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

pytestmark = needs_office

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(name for name in kinds() if (EXAMPLES / f"{name}.json").is_file())


def paper(name: str) -> bytes:
    return make_document(open_press(name), read_record(EXAMPLES / f"{name}.json")).content


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Measured]:
    papers = {name: paper(name) for name in NAMES}
    with open_office() as office:
        printed = print_both_sides(office, list(papers.values()))
    return {
        name: measure_pdf(result.pdf or b"", papers[name])
        for name, result in zip(NAMES, printed, strict=True)
    }


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_printed_as_the_standard_says(
    measured: Mapping[str, Measured], name: str
) -> None:
    found = measured[name].findings

    assert [f.message for f in found if f.severity is not Severity.INFO] == []
    assert len(measured[name].readings) > 20
