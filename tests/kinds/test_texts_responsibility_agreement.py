"""The standard texts of the agreement are whole, of one shape, and fit to be signed."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from boilerplate import slips, strings

from docgen.vocabulary import LegalBasis, Section, Target

PAIRS = (
    "county_township",
    "county_department",
    "township_village",
    "township_department",
    "township_enterprise",
    "township_leader",
    "village_household",
    "village_group",
    "three_party",
)
SCOPES = {
    "comprehensive": "安全生产",
    "fire": "消防安全",
    "road": "道路交通安全",
    "forest_fire": "森林防火",
    "pipeline": "油气输送管道保护",
    "gas": "燃气安全",
    "self_built_house": "自建房安全",
}
LEVELS = {
    "county_township": "township",
    "county_department": "department",
    "township_village": "village",
    "township_department": "department",
    "township_enterprise": "enterprise",
    "township_leader": "leader",
    "village_household": "household",
    "village_group": "village_group",
    "three_party": "household",
}
PAIR_KEYS = {
    "title",
    "purpose",
    "basis",
    "agree",
    "layout",
    "party_labels",
    "sign_labels",
    "agency",
    "work_targets",
    "duties",
    "rewards",
    "penalties",
    "veto",
    "scheme",
    "bands",
    "times",
    "copies",
    "succession",
    "effect",
}
OPTIONAL_KEYS = {"report", "duties_a", "duties_c"}
LAYOUTS = {
    "two_col_multi_org",
    "two_col_party_ab",
    "two_col_short",
    "single",
    "three_party",
    "stacked",
}
TOKENS = {f"{side}{form}" for side in ("甲方", "乙方") for form in ("", "简称", "自称")}
TOKENS |= {"丙方", "年度", "领域", "乙方层级"}
LAWS = {
    "中华人民共和国安全生产法",
    "中华人民共和国消防法",
    "中华人民共和国突发事件应对法",
    "中华人民共和国道路交通安全法",
    "中华人民共和国道路交通安全法实施条例",
    "中华人民共和国森林法",
    "中华人民共和国石油天然气管道保护法",
    "中华人民共和国城乡规划法",
    "村庄和集镇规划建设管理条例",
    "城镇燃气管理条例",
    "森林草原防灭火条例",
    "生产安全事故应急条例",
    "消防安全责任制实施办法",
    "地方党政领导干部安全生产责任制规定",
}


@cache
def texts() -> dict[str, Any]:
    file = files("docgen.kinds") / "texts" / "responsibility_agreement.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def pair(name: str) -> dict[str, Any]:
    found: dict[str, Any] = texts()["pairs"][name]
    return found


def scope(name: str) -> dict[str, Any]:
    found: dict[str, Any] = texts()["scopes"][name]
    return found


def printed(part: dict[str, Any]) -> Iterator[str]:
    """Every text of a part that a paper prints."""
    targets = [{**one, "operator": None} for one in part.get("work_targets", [])]
    yield from strings({**part, "layout": None, "work_targets": targets})


def duties_of(part: dict[str, Any]) -> Iterator[dict[str, str]]:
    for name in ("duties", "duties_a", "duties_c"):
        found = part.get(name, [])
        lists = found.values() if isinstance(found, dict) else [found]
        for duties in lists:
            yield from duties


ALL_PARTS = [("pairs", name) for name in PAIRS] + [("scopes", name) for name in SCOPES]


def faults(text: str) -> list[str]:
    return slips(text, TOKENS)


def test_every_pair_and_scope_is_there() -> None:
    assert tuple(texts()) == ("pairs", "scopes")
    assert set(texts()["pairs"]) == set(PAIRS)
    assert {name: part["name"] for name, part in texts()["scopes"].items()} == SCOPES


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_has_every_key_and_no_other(name: str) -> None:
    keys = set(pair(name))

    assert keys >= PAIR_KEYS
    assert keys <= PAIR_KEYS | OPTIONAL_KEYS


@pytest.mark.parametrize("name", SCOPES)
def test_a_scope_has_every_key_and_no_other(name: str) -> None:
    assert set(scope(name)) == {"name", "basis", "keep_general", "duties"}


@pytest.mark.parametrize(("section", "name"), ALL_PARTS)
def test_no_text_shows_what_no_paper_may_show(section: str, name: str) -> None:
    found = [fault for text in printed(texts()[section][name]) for fault in faults(text)]

    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "全镇各村，20__年",
        "由××镇组织实施",
        "县安监局组织考核",
        "按照{乡镇}安排",
        "排查隐患,立即整改",
        "落实党政同责、一岗双责要求",
        "坚持安全第一、预防为主的方针",
    ],
)
def test_a_slip_is_caught(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "{甲方}与{乙方}签订本责任书",
        "县级应急管理部门、消防救援机构",
        "管道线路中心线两侧各五米",
        "推动班子成员履行一岗双责。",
    ],
)
def test_sound_wording_is_left_alone(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("section", "name"), ALL_PARTS)
def test_duties_are_headings_with_whole_sentences(section: str, name: str) -> None:
    for duty in duties_of(texts()[section][name]):
        assert set(duty) == {"heading", "text"}
        assert re.fullmatch(r"[\u4e00-\u9fff]{6,14}", duty["heading"]), duty["heading"]
        assert 60 <= len(duty["text"]) <= 160, duty["heading"]
        assert duty["text"].endswith("。"), duty["heading"]
        assert Section.model_validate(duty).heading == duty["heading"]


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_names_eight_to_ten_different_duties(name: str) -> None:
    own = list(duties_of(pair(name)))

    assert 8 <= len(pair(name)["duties"]) <= 10
    assert len({duty["heading"] for duty in own}) == len(own)
    assert len({duty["text"] for duty in own}) == len(own)


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("field", SCOPES)
def test_a_special_agreement_has_enough_duties_and_none_twice(name: str, field: str) -> None:
    special = scope(field)
    extra = special["duties"].get(LEVELS[name], [])
    kept = pair(name)["duties"][: special["keep_general"]]

    headings = [duty["heading"] for duty in [*extra, *kept]]

    assert 7 <= len(headings) <= 10
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("field", [name for name in SCOPES if name != "comprehensive"])
def test_a_scope_adds_two_to_four_duties_at_every_level(field: str) -> None:
    added = {level: len(duties) for level, duties in scope(field)["duties"].items()}

    assert set(added) == set(LEVELS.values())
    assert all(2 <= count <= 4 for count in added.values())


@pytest.mark.parametrize("name", PAIRS)
def test_the_duties_a_special_agreement_keeps_speak_of_its_field(name: str) -> None:
    kept = pair(name)["duties"][:5]

    assert sum("{领域}" in duty["text"] for duty in kept) >= 3


@pytest.mark.parametrize("name", PAIRS)
def test_the_preamble_is_made_of_clauses_that_join(name: str) -> None:
    own = pair(name)

    assert own["purpose"].startswith("为")
    assert "根据" not in own["purpose"] + own["agree"]
    assert own["agree"].endswith("签订本责任书")
    assert not own["purpose"].endswith(("。", "，"))


@pytest.mark.parametrize("name", PAIRS)
def test_the_title_names_year_field_and_kind(name: str) -> None:
    title = pair(name)["title"]
    filled = re.sub(r"\{.*?\}", "油气输送管道保护", title)

    assert "{年度}年度" in title
    assert "{领域}" in title
    assert title.endswith("责任书")
    assert len(filled) <= 50


@pytest.mark.parametrize(("section", "name"), ALL_PARTS)
def test_laws_are_cited_by_their_full_names_in_force(section: str, name: str) -> None:
    laws = [LegalBasis.model_validate(law).name for law in texts()[section][name]["basis"]]

    assert set(laws) <= LAWS
    assert len(set(laws)) == len(laws)


@pytest.mark.parametrize("name", PAIRS)
def test_every_party_has_its_labels_and_its_copy(name: str) -> None:
    own = pair(name)
    parties = ["甲方", "乙方", "丙方"][: 3 if name == "three_party" else 2]
    holders = {holder["holder"]: holder["count"] for holder in own["copies"]["holders"]}

    assert own["layout"] in LAYOUTS
    assert [label[:2] for label in own["party_labels"]] == parties
    assert len(own["sign_labels"]) == len(parties)
    assert all(label.endswith("（签字）") for label in own["sign_labels"])
    assert set(parties) <= set(holders)
    assert all(count >= 1 for count in holders.values())


@pytest.mark.parametrize("name", PAIRS)
def test_targets_are_sound_and_few(name: str) -> None:
    targets = [Target.model_validate(target) for target in pair(name)["work_targets"]]

    assert 4 <= len(targets) <= 6
    assert len({target.metric for target in targets}) == len(targets)
    assert all(target.sentence for target in targets)


@pytest.mark.parametrize("name", PAIRS)
def test_bands_fall_from_the_best_to_nought(name: str) -> None:
    marks = [band["at_least"] for band in pair(name)["bands"]]

    assert marks == sorted(set(marks), reverse=True)
    assert marks[-1] == 0
    assert marks[0] < 100


@pytest.mark.parametrize("name", PAIRS)
def test_sentences_end_and_conditions_do_not(name: str) -> None:
    own = pair(name)
    clauses = [own["scheme"], own["succession"], own["effect"], own.get("report", "。")]

    assert (len(own["rewards"]), len(own["penalties"]), len(own["veto"])) == (2, 3, 3)
    for text in [*clauses, *own["rewards"], *own["penalties"]]:
        assert text.endswith("。"), text
        assert text.count("。") == 1, text
    assert all(condition.endswith("的") for condition in own["veto"])


def test_a_village_or_a_household_is_given_no_power_to_enforce() -> None:
    powers = re.compile("查处|处罚|责令|没收|取缔|立案|执法")
    levels = ("village", "village_group", "household")
    own = [name for name, level in LEVELS.items() if level in levels]
    duties = [duty for name in own for duty in pair(name)["duties"]]
    duties += [
        d for name in SCOPES for level in levels for d in scope(name)["duties"].get(level, [])
    ]

    found = [duty["heading"] for duty in duties if powers.search(duty["text"])]

    assert found == []
