"""Sections: every shape of passage that papers of the field are made of."""

import pytest
from pydantic import ValidationError

from docgen.kinds._passages import laid_out, section_branches
from docgen.vocabulary import Blank, Numbering, Paragraph, Section


def printed(*sections: object) -> list[str]:
    branches = section_branches([Section.model_validate(s) for s in sections], ("sections",))
    return [
        "".join(str(line[part] or "") for part in ("number", "heading", "text"))
        for line in laid_out(branches)
    ]


def test_a_paragraph_is_a_text_or_a_text_with_points() -> None:
    assert Paragraph.model_validate("一段。").lines == ["一段。"]
    assert Paragraph.model_validate({"text": "提三点要求：", "points": ["甲", "乙"]}).lines == [
        "提三点要求：一是甲；二是乙。"
    ]


def test_points_of_several_sentences_are_kept_apart_by_full_stops() -> None:
    paragraph = Paragraph.model_validate({"points": ["甲。再说。", "乙"]})

    assert paragraph.lines == ["一是甲。再说。二是乙。"]


def test_points_may_each_have_a_paragraph_and_other_words_to_count_them() -> None:
    apart = {"text": "要求如下：", "points": ["甲", "乙；"], "apart": True, "marker": "ordinal"}

    assert Paragraph.model_validate(apart).lines == ["要求如下：", "第一，甲。", "第二，乙。"]


def test_a_section_is_printed_in_the_order_of_its_fields() -> None:
    lines = printed(
        {
            "heading": "抓好培训",
            "text": "正文。",
            "paragraphs": ["段落。", {"text": "其中：", "points": ["甲", "乙"]}],
            "points": ["丙"],
            "sections": [{"heading": "下级"}],
            "closing": ["结尾。"],
        }
    )

    assert lines == [
        "一、抓好培训", "正文。", "段落。", "其中：一是甲；二是乙。", "一是丙。", "（一）下级",
        "结尾。",
    ]  # fmt: skip


def test_each_level_starts_at_one_and_four_levels_are_numbered() -> None:
    deep = {"heading": "甲", "sections": [{"heading": "乙", "sections": [
        {"heading": "丙", "sections": [{"text": "丁。"}, {"text": "戊。"}]}]}]}  # fmt: skip

    assert printed(deep, {"heading": "己", "sections": ["庚。"]}) == [
        "一、甲", "（一）乙", "1.丙", "（1）丁。", "（2）戊。", "二、己", "（一）庚。",
    ]  # fmt: skip


def test_a_caption_without_number_does_not_disturb_the_count() -> None:
    assert printed("甲。", {"heading": "小标题", "numbered": False}, "乙。") == [
        "一、甲。", "小标题", "二、乙。",
    ]  # fmt: skip


def test_what_stands_below_may_be_numbered_another_way() -> None:
    lines = laid_out(
        section_branches(
            [Section.model_validate({"heading": "甲", "numbering": "third", "sections": ["乙。"]})],
            ("sections",),
        )
    )

    assert [(line["level"], line["number"]) for line in lines] == [(1, "一、"), (3, "1.")]
    assert [numbering.level for numbering in Numbering] == [2, 3, 4]


def test_a_heading_runs_into_its_text_where_asked() -> None:
    assert printed({"heading": "落实责任", "text": "按月检查。", "run_in": True}) == [
        "一、落实责任。按月检查。"
    ]


def test_a_number_stands_at_the_first_line_where_there_is_no_heading() -> None:
    assert printed({"paragraphs": ["甲。", "乙。"]}, {"points": ["丙", "丁"], "apart": True}) == [
        "一、甲。", "乙。", "二、一是丙。", "二是丁。",
    ]  # fmt: skip


def test_every_line_knows_the_field_it_was_made_from() -> None:
    section = Section.model_validate({"heading": "甲", "closing": ["乙。"]})
    heading, closing = laid_out(section_branches([section], ("work",)))

    assert heading["_path"] == ("work", 0)
    assert closing["_paths"] == {"text": ("work", 0, "closing", 0, "text")}


@pytest.mark.parametrize("empty", [{}, {"heading": ""}, {"paragraphs": [{}]}])
def test_a_section_that_says_nothing_is_refused(empty: object) -> None:
    with pytest.raises(ValidationError):
        Section.model_validate(empty)


def test_a_table_stands_between_the_points_and_what_is_below() -> None:
    section = Section.model_validate(
        {
            "heading": "甲",
            "points": ["乙"],
            "table": {"headings": ["序号", "任务"], "rows": ["1|宣讲", "2|"]},
            "sections": ["丙。"],
        }
    )
    lines = laid_out(section_branches([section], ("work",)))

    assert [bool(line["grid"]) for line in lines] == [False, False, True, False]
    assert section.table
    assert section.table.rows[1].cells == ["2", Blank("填表")]


@pytest.mark.parametrize("rows", [["1"], ["1|2|3"], []])
def test_a_row_has_as_many_cells_as_there_are_headings(rows: list[str]) -> None:
    with pytest.raises(ValidationError):
        Section.model_validate({"table": {"headings": ["序号", "任务"], "rows": rows}})
