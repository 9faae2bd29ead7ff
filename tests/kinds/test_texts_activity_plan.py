"""The standard texts of plans are whole, of one shape, and fit to be signed."""

import re
from typing import Any

import pytest
from boilerplate import slips, strings
from plans import ACTIVITIES, AUTUMN, Data, plan

import docgen
from docgen.kinds._plan_parts import USUAL_ORDER, Campaign
from docgen.kinds._texts import boilerplate
from docgen.word.passages import passages

TEXTS = boilerplate("activity_plan")
CAMPAIGNS: dict[str, dict[str, Any]] = TEXTS["campaigns"]
TOKENS = {
    *("年度", "届次", "主题", "围绕主题", "区域", "字", "自称", "全域", "下级", "单位", "各单位"),
    *("安委办", "活动", "机构名称", "开始", "结束", "目的", "依据"),
    *("咨询日", "咨询时间", "咨询地点", "咨询主办"),
}
POWERS = re.compile("责令|处罚|挂牌|没收|取缔")
"""What a township or a village may not do."""
every_campaign = pytest.mark.parametrize("name", CAMPAIGNS)


def faults(text: str) -> list[str]:
    """What a text shows that no plan may show; a plan may name the days of its campaign."""
    found = [slip for slip in slips(text, TOKENS) if not slip.startswith("日期")]
    return found + [f"本级没有的权力 {match}" for match in POWERS.findall(text)]


def test_every_campaign_has_its_texts() -> None:
    assert list(CAMPAIGNS) == [campaign.value for campaign in Campaign]


@pytest.mark.parametrize("text", list(strings(TEXTS)))
def test_no_text_shows_what_no_paper_may_show(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "text", ["全镇各村，20__年", "县安监局组织", "按照{乡镇}安排", "排查隐患,立即整改", "责令整改"]
)
def test_a_slip_is_caught(text: str) -> None:
    assert faults(text)


@every_campaign
def test_a_campaign_prints_usual_chapters_in_their_usual_order(name: str) -> None:
    order = CAMPAIGNS[name]["order"]

    assert order == [chapter.value for chapter in USUAL_ORDER if chapter.value in order]


@every_campaign
def test_activities_have_whole_sentences_and_somebody_to_lead_them(name: str) -> None:
    own = CAMPAIGNS[name]
    for part in ("activities", "unit_activities"):
        activities = own.get(part, [])
        names = [activity["name"] for activity in activities]
        assert len(set(names)) == len(names)
        assert len(activities) >= 3 or not activities
        for activity in activities:
            assert activity["text"].endswith("。")
            assert not activity["name"].endswith("。")
            assert not activity["summary"].endswith("。")
            assert activity["lead"]
            assert activity["partners"]
            assert "deadline" in activity or "time" in activity


@every_campaign
def test_phases_goals_and_slogans_are_whole(name: str) -> None:
    own = CAMPAIGNS[name]

    for phase in own.get("phases", []):
        assert phase["share"] > 0
        assert all(task.endswith("。") for task in phase["tasks"])
    for goal in own["goals"]:
        assert goal["text"].endswith("。")
    for slogan in own.get("slogans", []):
        assert not slogan.endswith("。")
    assert not own.get("purpose", "").startswith("为")


@every_campaign
def test_nothing_stays_in_braces_on_paper(name: str) -> None:
    [label] = [campaign.label for campaign in Campaign if campaign.value == name]
    given: Data = {"活动时间": AUTUMN} if is_open(name) else {}
    if name == "other":
        given = {"活动时间": AUTUMN, "活动名称": "农机安全宣传活动", "活动内容": ACTIVITIES}

    document = docgen.generate("活动方案", plan(活动=label, 附宣传标语=True, **given))

    text = "\n".join(found.text for found in passages(document.content))
    assert "{" not in text
    assert "，，" not in text
    assert "。。" not in text


def is_open(name: str) -> bool:
    """True of a campaign whose time each place sets for itself."""
    return name in ("safety_tour", "hundred_days", "inspection")
