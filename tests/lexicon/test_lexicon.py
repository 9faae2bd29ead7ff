"""The lexicon: what it knows, where each entry is from, and how a user's folder corrects it."""

import datetime
import re
from pathlib import Path

import pytest

from docgen import lexicon
from docgen.errors import FileError
from docgen.lexicon import Entry, Law
from docgen.lexicon._files import FILES

TODAY = datetime.date(2026, 6, 3)


def every_entry() -> list[Entry]:
    return [
        *lexicon.laws().values(),
        *lexicon.agencies().values(),
        *lexicon.campaigns().values(),
        *lexicon.counted_phrases().values(),
        *lexicon.fixed_phrases().values(),
        *lexicon.grades(),
        *lexicon.outdated_words().values(),
        *lexicon.plans().values(),
    ]


def law(name: str) -> Law:
    found = lexicon.find_law(name)
    assert found is not None
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCGEN_HOME", str(tmp_path))
    made = tmp_path / "lexicon"
    made.mkdir()
    return made


def test_every_entry_says_where_it_is_from_and_as_of_when() -> None:
    assert [entry.key for entry in every_entry() if not (entry.source and entry.as_of)] == []


def test_every_pattern_can_be_read() -> None:
    for agency in lexicon.agencies().values():
        assert re.search(agency.old, f"县{agency.key}大队"), agency.key
    for phrase in lexicon.fixed_phrases().values():
        assert not re.search("|".join(phrase.wrong), phrase.key), phrase.key


def test_a_counted_phrase_counts_its_own_items() -> None:
    for phrase in lexicon.counted_phrases().values():
        if phrase.items:
            assert len(re.findall(phrase.counts, "、".join(phrase.items))) == phrase.number


def test_what_replaces_a_law_has_a_name_and_no_wrong_name_is_another_laws_right_one() -> None:
    right = {name for known in lexicon.laws().values() for name in known.names}

    assert [known.key for known in lexicon.laws().values() if right & set(known.wrong)] == []


def test_a_law_is_found_by_full_name_short_name_and_alias() -> None:
    assert law("中华人民共和国消防法") is law("消防法")
    assert law("关于推进安全生产领域改革发展的意见").number == "中发〔2016〕32号"
    assert lexicon.find_law("河南省安全生产条例") is None


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2002-10-31", None),
        ("2002-11-01", "2002年制定"),
        ("2014-11-30", "2009年修正"),
        ("2014-12-01", "2014年修正"),
        ("2021-08-31", "2014年修正"),
        ("2021-09-01", "2021年修正"),
    ],
)
def test_a_day_has_its_version_of_a_law(day: str, version: str | None) -> None:
    found = law("安全生产法").version_at(datetime.date.fromisoformat(day))

    assert (found.name if found else None) == version


def test_a_repealed_law_is_in_force_until_its_last_day() -> None:
    assert law("森林防火条例").in_force(datetime.date(2025, 12, 31))
    assert not law("森林防火条例").in_force(datetime.date(2026, 1, 1))
    assert law("森林草原防灭火条例").in_force(datetime.date(2026, 1, 1))
    assert not law("危险化学品安全法").in_force(datetime.date(2026, 4, 30))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("安全生产管理法", "中华人民共和国安全生产法"),
        ("石油、天然气管道保护法", "中华人民共和国石油天然气管道保护法"),
        ("中华人民共和国安生产法", "中华人民共和国安全生产法"),
        ("中华人民共和国危险化学品安全管理条例", "危险化学品安全管理条例"),
    ],
)
def test_a_wrong_name_is_led_to_the_law_it_means(name: str, meant: str) -> None:
    found = lexicon.intended_law(name)

    assert found is not None
    assert found.full == meant


@pytest.mark.parametrize(
    "name",
    [
        "中华人民共和国安全生产法",
        "消防法",
        "中华人民共和国国防法",
        "中华人民共和国海上交通安全法",
        "中华人民共和国传染病防治法",
        "中华人民共和国行政许可法",
        "河南省安全生产条例",
        "安全生产法规汇编",
    ],
)
def test_other_laws_are_not_taken_for_slips(name: str) -> None:
    assert lexicon.intended_law(name) is None


@pytest.mark.parametrize(
    ("numbers", "grade"),
    [
        ((0, 0, 0), "一般"),
        ((2, 9, 999.9), "一般"),
        ((3, 0, 0), "较大"),
        ((0, 10, 0), "较大"),
        ((0, 0, 1000), "较大"),
        ((9, 49, 4999), "较大"),
        ((10, 0, 0), "重大"),
        ((0, 50, 0), "重大"),
        ((1, 0, 5000), "重大"),
        ((29, 99, 9999), "重大"),
        ((30, 0, 0), "特别重大"),
        ((0, 100, 0), "特别重大"),
        ((0, 0, 10000), "特别重大"),
    ],
)
def test_the_grade_is_the_gravest_any_number_reaches(
    numbers: tuple[int, int, float], grade: str
) -> None:
    assert lexicon.grade(*numbers).key == grade


def test_campaigns_know_their_count_period_day_and_theme() -> None:
    month = lexicon.campaigns()["安全生产月"]

    assert lexicon.ordinal(2025) == 24
    assert lexicon.ordinal(2026, "防灾减灾日") == 18
    assert lexicon.ordinal(2026, "消防宣传月") is None
    assert lexicon.ordinal(2001) is None
    assert month.period(2026) == (datetime.date(2026, 6, 1), datetime.date(2026, 6, 30))
    assert month.fixed_day(2026) == datetime.date(2026, 6, 16)
    assert month.fixed_day(2013) is None
    assert lexicon.theme(2022) == "遵守安全生产法 当好第一责任人"
    assert lexicon.theme(2026) is None
    assert lexicon.themes("没有的活动") == {}


def test_themes_are_compared_without_their_marks() -> None:
    assert lexicon.same_theme("防风险、除隐患、遏事故", "防风险 除隐患 遏事故")
    assert lexicon.same_theme("会应急——畅通生命通道", "会应急—畅通 生命通道")
    assert not lexicon.same_theme("安全责任 重在落实", "落实安全责任 推动安全发展")


def test_a_user_adds_a_theme_and_keeps_the_others(folder: Path) -> None:
    (folder / "campaigns.toml").write_text('["安全生产月".themes]\n2026 = "新主题"\n', "utf-8")

    assert lexicon.theme(2026) == "新主题"
    assert lexicon.theme(2025) is not None


def test_a_user_corrects_one_field_and_is_named_as_its_source(folder: Path) -> None:
    (folder / "agencies.toml").write_text('["安全生产监督管理局"]\nnow = "应急局"\n', "utf-8")

    agency = lexicon.agencies()["安全生产监督管理局"]

    assert (agency.now, agency.since) == ("应急局", datetime.date(2019, 1, 1))
    assert agency.source.endswith("agencies.toml")
    assert lexicon.agencies()["环境保护局"].source == "党和国家机构改革方案"


def test_a_user_adds_a_law_of_their_province(folder: Path) -> None:
    (folder / "laws.toml").write_text(
        'source = "省人大常委会公告"\n'
        '["某省安全生产条例"]\nfull = "某省安全生产条例"\nissuer = "省人大常委会"\n'
        'versions = [{how = "制定", adopted = 2020-05-28, effective = 2020-09-01}]\n',
        "utf-8",
    )

    assert law("某省安全生产条例").source == "省人大常委会公告"
    assert law("安全生产法").in_force(TODAY)


def test_a_user_takes_an_entry_out(folder: Path) -> None:
    (folder / "phrases.toml").write_text('["统筹发展和安全"]\noff = true\n', "utf-8")

    assert "统筹发展和安全" not in lexicon.fixed_phrases()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("laws.toml", "[[[", ("第1行", "TOML")),
        ("laws.toml", '["安全生产法"\n', ("laws.toml", "TOML")),
        ("laws.toml", '["新法"]\nissuer = "国务院"\n', ("新法", "没有写 full", "全称")),
        ("laws.toml", '["安全生产法"]\nnumbers = "1号"\n', ("没有 numbers 这一项", "number")),
        ("laws.toml", '["安全生产法"]\nrepealed = "去年"\n', ("repealed 写得不对", "2012-07-01")),
        (
            "laws.toml",
            '["消防法"]\nversions = [{how = "制定", adopted = 2009-01-01, effective = 2009-01-01},'
            '{how = "修正", adopted = 2001-01-01, effective = 2001-01-01}]\n',
            ("消防法", "versions 写得不对", "从早到晚"),
        ),
        ("plans.toml", '["“十四五”规划"]\nend = 2011\n', ("end 写得不对",)),
        ("plans.toml", '"“十四五”规划" = 2011\n', ("不是一条",)),
        ("agencies.toml", '["环境保护局"]\nold = "("\n', ("old 写得不对", "正则表达式")),
        ("phrases.toml", '["应急预案"]\nwrong = [""]\n', ("wrong.0 写得不对",)),
        ("law.toml", "", ("law.toml", "laws.toml")),
    ],
)
def test_a_broken_file_is_told_by_name_place_and_remedy(
    folder: Path, name: str, text: str, words: tuple[str, ...]
) -> None:
    (folder / name).write_text(text, "utf-8")

    with pytest.raises(FileError) as told:
        every_entry()

    assert [word for word in words if word not in str(told.value)] == []


def test_a_file_that_is_not_utf_8_is_told(folder: Path) -> None:
    (folder / "plans.toml").write_bytes('["规划"]'.encode("gbk"))

    with pytest.raises(FileError, match="UTF-8"):
        lexicon.plans()


def test_every_file_of_the_lexicon_is_known_by_name() -> None:
    stored = {path.stem for path in Path(lexicon.__file__).parent.glob("*.toml")}

    assert stored == set(FILES)
