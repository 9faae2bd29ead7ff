"""The long runs: mutations by the hundred thousand, and a whole county opened file by file."""

import zipfile
from pathlib import Path

import pytest
from lxml import etree
from mutations import judge, mutations

import docgen
from docgen.engine import open_press
from docgen.kinds import own_kinds
from docgen.library import shared_folder
from docgen.rows import Row

pytestmark = pytest.mark.soak
ROUNDS = 50
EACH = 1_000

every_kind = pytest.mark.parametrize("kind", sorted(own_kinds()))


@every_kind
@pytest.mark.parametrize("seed", range(1, ROUNDS + 1))
def test_damaged_records_keep_the_promises(kind: str, seed: int) -> None:
    press = open_press(kind)

    for data in mutations(kind, seed, EACH):
        judge(press, data)


@every_kind
@pytest.mark.parametrize("seed", range(1, 11))
def test_a_draft_can_be_made_of_any_damage(kind: str, seed: int) -> None:
    press = open_press(kind)

    for data in mutations(kind, seed + 1_000, EACH):
        assert press.draft(Row(data)).startswith(b"PK")


def test_a_countys_documents_are_whole_and_the_same_for_any_jobs(tmp_path: Path) -> None:
    examples = shared_folder("examples")
    roster = examples / "villages-huaxian.csv"
    common = examples / "responsibility_agreement.common.json"
    one, two = tmp_path / "one", tmp_path / "two"

    made = docgen.batch("责任书", roster, common=common, output=one)
    docgen.batch("责任书", roster, common=common, output=two, jobs=2)
    again = docgen.batch("责任书", roster, common=common, output=one)

    assert (made.ok, made.made) == (True, 744)
    assert (again.made, again.unchanged) == (0, 744)
    documents = sorted(path.relative_to(one) for path in one.rglob("*.docx"))
    assert len(documents) == 744
    for path in documents:
        assert (one / path).read_bytes() == (two / path).read_bytes()
        with zipfile.ZipFile(one / path) as package:
            assert package.testzip() is None
            etree.fromstring(package.read("word/document.xml"))
