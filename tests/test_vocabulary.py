"""The domain's types as a paper prints them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.vocabulary import (
    Blank,
    DocumentNumber,
    LegalBasis,
    Organ,
    Party,
    Section,
    Target,
    Term,
    chinese_date,
    chinese_number,
    counting_number,
    number_of,
    official_date,
    points_text,
    section_number,
)


def test_dates_are_written_without_zeros_and_in_numerals() -> None:
    day = datetime.date(2026, 6, 3)

    assert official_date(day) == "2026年6月3日"
    assert chinese_date(day) == "二〇二六年六月三日"
    assert chinese_date(datetime.date(2010, 12, 31)) == "二〇一〇年十二月三十一日"


@pytest.mark.parametrize(
    "written",
    ["2026-6-3", "2026/6/3", "2026/06/03", "2026.6.3", "2026 年 6 月 3 日", "２０２６年６月３日"],
)
def test_a_day_as_people_type_it_is_read(written: str) -> None:
    assert Term.model_validate({"start": written, "end": "2026-12-31"}).start == datetime.date(
        2026, 6, 3
    )


@pytest.mark.parametrize("written", ["6/3/2026", "2026-6/3", "2026.6", "26.6.3", "2026年06月3日"])
def test_a_day_in_doubt_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate({"start": written, "end": "2026-12-31"})


@given(st.dates(datetime.date(1000, 1, 1)))
def test_every_date_reads_back(day: datetime.date) -> None:
    assert Term.model_validate({"start": official_date(day), "end": day.isoformat()}).start == day


def test_a_term_in_one_year_names_it_once() -> None:
    assert Term.model_validate({"start": "2026-01-01", "end": "2026-12-31"}).text == (
        "2026年1月1日至12月31日"
    )
    assert Term.model_validate({"start": "2026-10-01", "end": "2027-05-31"}).text == (
        "2026年10月1日至2027年5月31日"
    )


def test_a_term_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError, match="早于"):
        Term.model_validate({"start": "2026-12-31", "end": "2026-01-01"})


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一")],
)
def test_numbers_are_written_in_chinese(number: int, text: str) -> None:
    assert chinese_number(number) == text


@pytest.mark.parametrize(
    ("index", "depth", "number"),
    [
        (1, 1, "一、"),
        (11, 1, "十一、"),
        (2, 2, "（二）"),
        (21, 2, "（二十一）"),
        (3, 3, "3."),
        (4, 4, "（4）"),
    ],
)
def test_each_level_has_its_numbering(index: int, depth: int, number: str) -> None:
    assert section_number(index, depth) == number


@pytest.mark.parametrize(
    ("text", "number"), [("三", 3), ("两", 2), ("十二", 12), ("7", 7), ("一百零五", 105)]
)
def test_numbers_are_read_in_chinese_and_in_digits(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["", "几", "三四", "３", "-1", "1000"])
def test_what_is_no_number_reads_as_none(text: str) -> None:
    assert number_of(text) is None


def test_two_of_something_is_written_as_people_count() -> None:
    assert [counting_number(number) for number in (1, 2, 12)] == ["一", "两", "十二"]


def test_points_become_one_paragraph() -> None:
    assert points_text(["健全组织；", "落实经费。"]) == "一是健全组织；二是落实经费。"


def test_a_section_may_be_a_text_and_must_say_something() -> None:
    assert Section.model_validate("落实责任。").text == "落实责任。"
    with pytest.raises(ValidationError, match="没有内容"):
        Section.model_validate({})


@pytest.mark.parametrize(
    "written", ["手签", "留白", {"留白": "签字"}, {"blank": "signature"}, Blank("签字")]
)
def test_a_blank_may_be_declared_in_many_ways(written: object) -> None:
    assert Blank.declared(written) == Blank("签字")


@pytest.mark.parametrize("written", ["", None, "张某", {"留白": 1}, {"留白": "a", "x": "b"}, 0])
def test_nothing_else_is_a_blank(written: object) -> None:
    assert Blank.declared(written) is None


def test_a_date_blank_is_printed_to_be_filled_in() -> None:
    assert Blank("日期").line.replace("　", "") == "年月日"


def test_a_document_number_has_six_cornered_brackets() -> None:
    assert DocumentNumber.model_validate("滑政安〔2026〕8号").text == "滑政安〔2026〕8号"


@pytest.mark.parametrize(
    "wrong",
    ["滑政安[2026]8号", "滑政安〔26〕8号", "滑政安〔2026〕第8号", "滑政安〔2026〕8", "〔2026〕8号"],
)
def test_a_document_number_of_another_form_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError, match="number_form"):
        DocumentNumber.model_validate(wrong)


def test_a_law_is_cited_in_book_title_marks() -> None:
    cited = {
        "name": "《消防安全责任制实施办法》",
        "number": "国办发〔2017〕87号",
        "article": "第九条",
    }

    assert (
        LegalBasis.model_validate(cited).text
        == "《消防安全责任制实施办法》（国办发〔2017〕87号）第九条"
    )
    assert LegalBasis.model_validate("关于印发《办法》的通知").text == "《关于印发〈办法〉的通知》"


def test_an_organ_knows_its_level_its_place_and_its_self_term() -> None:
    organ = Organ.model_validate("白道口镇人民政府")

    assert (organ.level.label, organ.area, organ.self_term) == ("乡镇", "白道口镇", "我镇")


def test_an_organ_of_no_known_sort_needs_its_level() -> None:
    with pytest.raises(ValidationError):
        Organ.model_validate("某某联合体")
    assert Organ.model_validate({"name": "某某联合体", "level": "enterprise"}).area == "某某联合体"


def test_a_party_is_named_by_all_its_organs() -> None:
    party = Party.model_validate({"organs": ["中共滑县委员会", "滑县人民政府"]})

    assert (party.name, party.area) == ("中共滑县委员会、滑县人民政府", "滑县")


@pytest.mark.parametrize(
    ("target", "value", "sentence"),
    [
        ({"metric": "死亡人数", "value": 3}, "不超过3人", "死亡人数不超过3人"),
        ({"metric": "死亡人数", "value": 0}, "0人", "死亡人数为0人"),
        ({"metric": "整改率", "operator": "exactly", "value": 100}, "100%", "整改率达到100%"),
        (
            {"metric": "培训率", "operator": "at_least", "value": 95.5},
            "不低于95.5%",
            "培训率不低于95.5%",
        ),
        ({"metric": "较大以上事故", "operator": "none"}, "不发生", "不发生较大以上事故"),
        (
            {"metric": "死亡人数", "operator": "fall_by", "value": 3},
            "比上年下降3%以上",
            "死亡人数比上年下降3%以上",
        ),
        (
            {
                "metric": "巡查",
                "operator": "at_least",
                "value": 2,
                "unit": "次",
                "frequency": "每月",
            },
            "每月不低于2次",
            "巡查每月不低于2次",
        ),
        ({"metric": "形势", "text": "总体平稳"}, "总体平稳", "形势总体平稳"),
    ],
)
def test_a_target_is_printed_in_a_cell_and_in_a_sentence(
    target: dict[str, object], value: str, sentence: str
) -> None:
    made = Target.model_validate(target)

    assert (made.value_text, made.sentence) == (value, sentence)


@pytest.mark.parametrize(
    "target",
    [
        {"metric": "死亡人数"},
        {"metric": "巡查", "value": 2},
        {"metric": "整改率", "value": 120},
        {"metric": "死亡人数", "value": -1},
    ],
)
def test_a_target_without_value_unit_or_sense_is_refused(target: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Target.model_validate(target)
