"""A damaged record gives findings or a whole document, never anything between."""

from mutations import FULL, judge, mutations

from docgen.engine import open_press
from docgen.rows import Row


def test_the_record_that_is_damaged_is_sound() -> None:
    assert open_press("责任书").check(Row(FULL)).findings == ()


def test_three_hundred_damaged_records_keep_the_promises() -> None:
    press = open_press("责任书")

    for data in mutations(seed=0, count=300):
        judge(press, data)


def test_a_draft_can_be_made_of_any_damage() -> None:
    press = open_press("责任书")

    for data in mutations(seed=1, count=100):
        assert press.draft(Row(data)).startswith(b"PK")
