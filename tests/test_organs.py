"""An organ's name tells its level, its area, its official form; an unknown name tells nothing."""

import csv
from pathlib import Path

import pytest

from docgen.organs import (
    LEVEL_RANKS,
    Level,
    area_name,
    guess_level,
    is_party_committee,
    seat,
    seat_term,
    self_term,
    township_government,
    village_committee,
)

HUAXIAN = Path(__file__).parents[1] / "examples" / "villages-huaxian.csv"


@pytest.mark.parametrize(
    ("written", "official", "area", "own"),
    [
        ("西街村", "西街村民委员会", "西街村", "本村"),
        ("西街村委会", "西街村民委员会", "西街村", "本村"),
        ("西街村民委员会", "西街村民委员会", "西街村", "本村"),
        ("西街村村委会", "西街村村民委员会", "西街村", "本村"),
        ("西街村村民委员会", "西街村村民委员会", "西街村", "本村"),
        ("李庄村村委", "李庄村村民委员会", "李庄村", "本村"),
        ("新村村委会", "新村村民委员会", "新村", "本村"),
        ("孟村", "孟村村民委员会", "孟村", "本村"),
        ("孟村委会", "孟村村民委员会", "孟村", "本村"),
        ("孟村村委会", "孟村村民委员会", "孟村", "本村"),
        ("岳南村村民委会", "岳南村村民委员会", "岳南村", "本村"),
        ("岗阿村委员会", "岗阿村民委员会", "岗阿村", "本村"),
        ("卫西社区", "卫西社区居民委员会", "卫西社区", "本社区"),
        ("卫西社区居委会", "卫西社区居民委员会", "卫西社区", "本社区"),
        ("卫西社区居民委员会", "卫西社区居民委员会", "卫西社区", "本社区"),
        ("徐家坪社区居民委会", "徐家坪社区居民委员会", "徐家坪社区", "本社区"),
        ("第一居委会", "第一居民委员会", "第一社区", "本社区"),
        ("师大一村居委会", "师大一村居民委员会", "师大一村", "本村"),
        ("多巴村牧委会", "多巴村牧民委员会", "多巴村", "本村"),
        ("洛哇牧委会", "洛哇牧民委员会", "洛哇村", "本村"),
        ("新发渔委会", "新发渔民委员会", "新发村", "本村"),
        ("格日嘎查", "格日嘎查村民委员会", "格日嘎查", "本嘎查"),
        ("格日嘎查委会", "格日嘎查村民委员会", "格日嘎查", "本嘎查"),
        ("呼伦嘎查委员会", "呼伦嘎查委员会", "呼伦嘎查", "本嘎查"),
        ("龙泉社区委员会", "龙泉社区委员会", "龙泉社区", "本社区"),
        ("大岗家委会", "大岗家委会", "大岗家委会", "本单位"),
    ],
)
def test_a_village_as_people_write_it_has_an_official_form(
    written: str, official: str, area: str, own: str
) -> None:
    assert village_committee(written) == official
    assert area_name(written) == area
    assert area_name(official) == area
    assert self_term(official, Level.VILLAGE) == own


@pytest.mark.parametrize(
    "name",
    [
        *("三十八连生活区", "前锋农场第十四管理区", "四连队", "王庄子生产队", "三分区五大队"),
        *("凌家湖农场", "吕复村委会（新）", "东街社区服务中心", "社区居", "金门县", "一连"),
    ],
)
def test_a_name_of_no_known_sort_is_no_village(name: str) -> None:
    assert village_committee(name) is None


@pytest.mark.parametrize(
    ("written", "official", "area", "own"),
    [
        ("白道口镇", "白道口镇人民政府", "白道口镇", "我镇"),
        ("白道口镇政府", "白道口镇人民政府", "白道口镇", "我镇"),
        ("白道口镇人民政府", "白道口镇人民政府", "白道口镇", "我镇"),
        ("枣村乡", "枣村乡人民政府", "枣村乡", "我乡"),
        ("彝族苗族乡", "彝族苗族乡人民政府", "彝族苗族乡", "我乡"),
        ("巴彦苏木", "巴彦苏木人民政府", "巴彦苏木", "我苏木"),
        ("城关街道", "城关街道办事处", "城关街道", "我街道"),
        ("城关街道办", "城关街道办事处", "城关街道", "我街道"),
        ("城关街道办事处", "城关街道办事处", "城关街道", "我街道"),
        ("道口镇街道", "道口镇街道办事处", "道口镇街道", "我街道"),
        ("白道口镇党委", "白道口镇党委", "白道口镇", "我镇"),
        ("中共白道口镇委员会", "中共白道口镇委员会", "白道口镇", "我镇"),
        ("城关街道党工委", "城关街道党工委", "城关街道", "我街道"),
    ],
)
def test_a_township_as_people_write_it_has_an_official_form(
    written: str, official: str, area: str, own: str
) -> None:
    assert township_government(written) == official
    assert area_name(written) == area
    assert area_name(official) == area
    assert self_term(official, Level.TOWNSHIP) == own


@pytest.mark.parametrize(
    "name",
    ["红光农场", "小红门地区", "兵团一四二团", "安阳经济开发区", "旅游度假区", "永乐", "滑县"],
)
def test_a_name_of_no_known_sort_is_no_township(name: str) -> None:
    assert township_government(name) is None


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("河南省人民政府", Level.PROVINCE),
        ("内蒙古自治区人民政府", Level.PROVINCE),
        ("安阳市人民政府", Level.CITY),
        ("凉山彝族自治州人民政府", Level.CITY),
        ("锡林郭勒盟行政公署", Level.CITY),
        ("滑县人民政府", Level.COUNTY),
        ("中共滑县委员会", Level.COUNTY),
        ("滑县县委", Level.COUNTY),
        ("三江侗族自治县人民政府", Level.COUNTY),
        ("东城区人民政府", Level.COUNTY),
        ("科尔沁右翼前旗人民政府", Level.COUNTY),
        ("滑县应急管理局", Level.COUNTY_DEPARTMENT),
        ("镇平县应急管理局", Level.COUNTY_DEPARTMENT),
        ("新乡县应急管理局", Level.COUNTY_DEPARTMENT),
        ("景德镇市教育局", Level.COUNTY_DEPARTMENT),
        ("滑县安全生产委员会", Level.COUNTY_DEPARTMENT),
        ("白道口镇市场监督管理办公室", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇社区卫生服务中心", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇派出所", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇安全生产委员会", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇安委会", Level.TOWNSHIP_DEPARTMENT),
        ("城关街道消防安全委员会", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇防汛抗旱指挥部", Level.TOWNSHIP_DEPARTMENT),
        ("滑县安委会", Level.COUNTY_DEPARTMENT),
        ("景德镇市安全生产委员会", Level.COUNTY_DEPARTMENT),
        ("白道口镇人民武装部", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇中心小学", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇幼儿园", Level.TOWNSHIP_DEPARTMENT),
        ("白道口镇副镇长", Level.LEADER),
        ("西街村村民委员会", Level.VILLAGE),
        ("西街村党支部", Level.VILLAGE),
        ("西街村第三村民小组", Level.VILLAGE_GROUP),
        ("卫西社区第一居民小组", Level.VILLAGE_GROUP),
        ("滑县鑫源燃气有限公司", Level.ENTERPRISE),
        ("白道口镇加油站", Level.ENTERPRISE),
        ("白道口村种植专业合作社", Level.ENTERPRISE),
        ("张三户", Level.HOUSEHOLD),
    ],
)
def test_an_ending_tells_the_level(name: str, level: Level) -> None:
    assert guess_level(name) is level


@pytest.mark.parametrize("name", ["张三", "红光农场", "一连", "滑县安全生产领导小组", "", "A"])
def test_a_name_of_no_known_sort_tells_no_level(name: str) -> None:
    assert guess_level(name) is None


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("滑县人民政府", "滑县"),
        ("滑县县委", "滑县"),
        ("滑县委", "滑县"),
        ("中共滑县委员会", "滑县"),
        ("中共滑县城关街道工作委员会", "滑县城关街道"),
        ("锡林郭勒盟行政公署", "锡林郭勒盟"),
    ],
)
def test_an_organ_is_called_after_the_place_it_governs(name: str, area: str) -> None:
    assert area_name(name) == area


@pytest.mark.parametrize(
    "name", ["滑县应急管理局", "白道口镇派出所", "鑫源有限公司", "红光农场", "张三户"]
)
def test_an_organ_that_governs_no_place_keeps_its_name(name: str) -> None:
    assert area_name(name) == name


@pytest.mark.parametrize(
    ("name", "level", "own"),
    [
        ("滑县人民政府", Level.COUNTY, "我县"),
        ("东城区人民政府", Level.COUNTY, "我区"),
        ("林州市人民政府", Level.COUNTY, "我市"),
        ("内蒙古自治区人民政府", Level.PROVINCE, "我区"),
        ("河南省人民政府", Level.PROVINCE, "我省"),
        ("凉山彝族自治州人民政府", Level.CITY, "我州"),
        ("滑县应急管理局", Level.COUNTY_DEPARTMENT, "本部门"),
        ("红光农场", Level.TOWNSHIP, "本单位"),
        ("三十八连生活区", Level.VILLAGE, "本单位"),
    ],
)
def test_an_organ_says_we_by_its_level_and_place(name: str, level: Level, own: str) -> None:
    assert self_term(name, level) == own


@pytest.mark.parametrize(
    "name",
    ["中共滑县委员会", "中国共产党滑县委员会", "白道口镇党委", "城关街道党工委", "西街村党支部"],
)
def test_a_committee_of_the_party_is_known(name: str) -> None:
    assert is_party_committee(name)


@pytest.mark.parametrize("name", ["滑县人民政府", "西街村村民委员会", "滑县安全生产委员会"])
def test_other_committees_are_not_the_partys(name: str) -> None:
    assert not is_party_committee(name)


def test_every_level_has_a_rank_and_a_word_for_itself() -> None:
    for level in Level:
        assert level in LEVEL_RANKS
        assert self_term("某单位", level)


def test_every_village_of_a_real_county_has_an_official_form() -> None:
    with HUAXIAN.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))

    committees = {row["村（居）名称"]: village_committee(row["村（居）名称"]) for row in rows}
    governments = {row["乡镇"]: township_government(row["乡镇"]) for row in rows}

    assert len(rows) == 744
    assert all(name and name.endswith("民委员会") for name in committees.values())
    assert [name for name, official in governments.items() if official is None] == [
        name for name in governments if name.endswith(("区", "园"))
    ]


@pytest.mark.parametrize(
    ("name", "place", "own"),
    [
        ("滑县人民政府", "滑县", "我县"),
        ("中共滑县委员会", "滑县", "我县"),
        ("滑县应急管理局", "滑县", "我县"),
        ("卫西社区居民委员会", "卫西社区", "本社区"),
        ("滑县市场监督管理局", "滑县", "我县"),
        ("滑县住房和城乡建设局", "滑县", "我县"),
        ("滑县乡村振兴局", "滑县", "我县"),
        ("滑县安全生产委员会办公室", "滑县", "我县"),
        ("镇平县应急管理局", "镇平县", "我县"),
        ("乡宁县应急管理局", "乡宁县", "我县"),
        ("新乡市应急管理局", "新乡市", "我市"),
        ("安阳市殷都区应急管理局", "安阳市殷都区", "我区"),
        ("县应急管理局", "县", "我县"),
        ("白道口镇派出所", "白道口镇", "我镇"),
        ("城关街道应急管理办公室", "城关街道", "我街道"),
    ],
)
def test_an_office_belongs_to_a_place_and_speaks_of_it(name: str, place: str, own: str) -> None:
    level = guess_level(name)
    assert level is not None

    assert seat(name) == place
    assert seat_term(name, level) == own


@pytest.mark.parametrize("name", ["城市管理局", "市政管理局", "中原油田分公司"])
def test_an_office_that_names_no_place_speaks_of_itself(name: str) -> None:
    level = guess_level(name)
    assert level is not None

    assert seat(name) == name
    assert seat_term(name, level).startswith("本")
