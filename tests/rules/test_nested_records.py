"""A record in a record is checked by its own rules, in its own voice, at its own path."""

import pytest
from held_papers import found, notice, plan, told

from docgen.rules import AnyRule, TextRule, rules

TEXT_RULES = [rule for rule in rules() if isinstance(rule, TextRule)]
OLD = {"body": ["配合县安监局检查。"]}
PLAIN = {"body": ["认真组织实施。"]}


def test_a_fault_in_a_held_record_has_the_path_through_its_holder() -> None:
    assert told(notice(plan=OLD)) == [("outdated-agency", "plan.body[0].text")]
    assert told(notice(others=[PLAIN, OLD])) == [("outdated-agency", "others[1].body[0].text")]


def test_a_held_record_is_told_in_chinese_from_the_top() -> None:
    [finding] = found(notice(plan=OLD))

    assert finding.label == "方案·正文·第1项·正文"


def test_a_text_of_a_held_record_is_judged_once() -> None:
    assert len(told(notice(plan=OLD, purpose="配合县安监局检查。"))) == 2


def test_a_held_record_without_a_date_or_voice_has_its_holders() -> None:
    inner = {"body": ["我县各村要落实，配合县安监局检查。"]}

    assert {code for code, _ in told(notice(plan=inner))} == {"outdated-agency", "level-mixed"}
    assert told(notice(plan=inner, day="2016-03-01")) == [("level-mixed", "plan.body[0].text")]


def test_a_held_record_speaks_in_its_own_voice_and_time() -> None:
    county = {"issuer": "滑县人民政府", "day": "2016-03-01", "body": ["我县安监局负责。"]}

    assert told(notice(plan=county)) == []


def test_what_is_waived_for_a_paper_is_waived_for_those_it_holds() -> None:
    waiver = [{"code": "outdated-agency", "reason": "引用原文"}]

    [outer] = found(notice(plan=OLD, waivers=waiver))
    [inner] = found(notice(plan={**OLD, "waivers": waiver}))

    assert (outer.waived, inner.waived) == ("引用原文", "引用原文")


def test_a_waiver_of_a_held_record_is_its_own() -> None:
    waiver = [{"code": "outdated-agency", "reason": "引用原文"}]
    both = notice(purpose="配合县安监局检查。", plan={**OLD, "waivers": waiver})

    assert [finding.waived for finding in found(both)] == [None, "引用原文"]


def test_an_unknown_waiver_of_a_held_record_is_told_there() -> None:
    inner = {**PLAIN, "waivers": [{"code": "outdated-agenci", "reason": "无"}]}

    assert told(notice(plan=inner)) == [("unknown-waiver", "plan.waivers")]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.fault.code)
def test_every_rule_over_texts_can_be_waived(rule: TextRule) -> None:
    waiver = {"code": rule.fault.code, "reason": "引用原文"}
    day = "2026-03-02" if rule.fault.code == "law-not-yet-in-force" else "2026-06-03"

    told_waived = found(plan(day=day, body=[rule.fault.faulty], waivers=[waiver]))

    assert {f.waived for f in told_waived if f.code == rule.fault.code} == {"引用原文"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.fault.code)
def test_the_code_of_every_rule_is_known_to_waivers(rule: AnyRule) -> None:
    assert told(plan(waivers=[{"code": rule.fault.code, "reason": "无"}])) == []
