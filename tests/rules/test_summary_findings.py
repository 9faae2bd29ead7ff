"""How findings about a summary are told, and what they stop."""

from summaries import found, full_summary, inspected, row, town_summary, whole

import docgen
from docgen.findings import Severity

ROAD, WORKS = row("道路交通", 2, 1), row("工矿商贸", 1, 1)


def test_a_summary_that_uses_every_field_is_sound() -> None:
    assert docgen.check("总结", full_summary()) == []


def test_a_wrong_sum_is_told_with_both_values_and_its_parts() -> None:
    [finding] = found(事故=[whole(4, 2), ROAD, WORKS])

    assert finding.message == "合计的起数是4，分类相加是3（道路交通2＋工矿商贸1）"
    assert finding.severity is Severity.ERROR


def test_a_wrong_rate_is_told_with_what_the_numbers_give() -> None:
    [finding] = found(检查=[inspected("危房", 发现隐患=60, 完成整改=48, 整改率=85)])

    assert finding.message == "危房写的整改率是85%，48除以60是80%"


def test_a_wrong_change_is_told_with_what_it_should_be() -> None:
    accidents = [row("消防", 3, 上年同期={"起数": 4}, 同比={"起数": "上升25%"})]

    [finding] = found(事故=accidents)

    assert finding.message == "消防的起数写的是上升25%，上年同期4、本期3，应为下降25%"


def test_what_is_wanting_is_a_warning_and_does_not_stop_the_paper() -> None:
    data = town_summary(存在问题=[], 下步打算=[], 事故=[])

    document = docgen.generate("总结", data)

    codes = {finding.code: finding.severity for finding in document.findings}
    assert codes == {
        "chapter-missing": Severity.WARNING,
        "accidents-missing": Severity.WARNING,
    }


def test_a_waived_sum_no_longer_stops_the_paper() -> None:
    waivers = [{"规则": "sum-differs", "理由": "一起事故两类都计"}]
    data = town_summary(事故=[whole(4, 2), ROAD, WORKS], 豁免=waivers)

    assert docgen.generate("总结", data).findings[0].waived == "一起事故两类都计"
