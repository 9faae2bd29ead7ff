"""The walk over all that a record says."""

import json

import pytest
from held_papers import notice, plan

from docgen.kinds import Kind, kinds
from docgen.library import shared_folder
from docgen.records import Record, read, validate
from docgen.records.items import settled
from docgen.records.texts import content, places
from docgen.rows import Row
from docgen.vocabulary import LegalBasis, Section

KINDS = list(kinds().values())


def example(kind: Kind) -> Record:
    data = json.loads((shared_folder("examples") / f"{kind.name}.json").read_text("utf-8"))
    named = read(kind.inputs, Row(data))
    filled = settled(named.data)
    assert isinstance(filled, dict)
    record, found = validate(kind.record, kind.inputs, kind.complete(filled), named)
    assert record is not None, found
    return record


def test_texts_come_in_the_order_of_the_fields_with_their_paths() -> None:
    record = plan(title="方案", body=[{"heading": "甲", "sections": [{"points": ["乙", "丙"]}]}])

    assert content(record).texts == ["方案", "白道口镇人民政府", "甲", "乙", "丙"]
    assert [path for path, item in places(record) if item == "丙"] == [
        ("body", 0, "sections", 0, "points", 1)
    ]


def test_a_cited_law_is_one_text_at_its_name() -> None:
    record = plan(basis=[{"name": "消防法", "version": "2021年修正", "article": "第三条"}])

    assert "《消防法》（2021年修正）第三条" in content(record).texts
    assert (("basis", 0, "name"), "《消防法》（2021年修正）第三条") in list(places(record))


def test_waivers_choices_and_a_held_records_own_words_are_no_texts() -> None:
    waiver = [{"code": "law-name", "reason": "引用原文"}]
    record = notice(plan={"title": "里面的标题"}, waivers=waiver)

    assert content(record).texts == [
        "白道口镇人民政府",
        "现将活动方案印发给你们，请认真组织实施。",
    ]
    assert content(record).records == [record.plan]


def test_parts_are_kept_by_their_type() -> None:
    found = content(plan(basis=["消防法"], body=["甲。", {"sections": ["乙。"]}]))

    assert len(found.parts[LegalBasis]) == 1
    assert len(found.parts[Section]) == 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_both_walks_meet_the_same_things(kind: Kind) -> None:
    record = example(kind)
    walked, found = content(record), list(places(record))

    assert walked.texts == [item for _, item in found if isinstance(item, str)]
    assert sum(map(len, walked.parts.values())) + len(walked.records) == sum(
        not isinstance(item, str) for _, item in found
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_path_leads_to_its_text(kind: Kind) -> None:
    record = example(kind)

    for path, item in places(record):
        here: object = record
        for step in path:
            here = here[step] if isinstance(step, int) else getattr(here, step)  # type: ignore[index] # a list, by its path
        assert here == item or path[-1] == "name"
