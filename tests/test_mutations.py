"""A damaged record gives findings or a whole document, never anything between."""

import pytest
from mutations import full, judge, mutations

from docgen.engine import open_press
from docgen.kinds import own_kinds
from docgen.rows import Row

every_kind = pytest.mark.parametrize("kind", sorted(own_kinds()))


@every_kind
def test_the_record_that_is_damaged_is_sound(kind: str) -> None:
    assert open_press(kind).check(Row(full(kind))).findings == ()


@every_kind
def test_three_hundred_damaged_records_keep_the_promises(kind: str) -> None:
    press = open_press(kind)

    for data in mutations(kind, seed=0, count=300):
        judge(press, data)


@every_kind
def test_a_draft_can_be_made_of_any_damage(kind: str) -> None:
    press = open_press(kind)

    for data in mutations(kind, seed=1, count=100):
        assert press.draft(Row(data)).startswith(b"PK")
