"""A text names only organs there are: a town has no bureau, a 街道 no government."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import without_titles

# 景德镇, 新乡 and their like are cities; 城镇 and 乡村 are no towns.
TOWN = "(?:(?<!景德)(?<!城)镇|(?<![新萍桐湘宁内西金武安城])乡)"
BUREAUS = (
    "安监|应急管理|应急|公安|财政|教育|卫生|卫健|卫生健康|市场监管|市场监督管理|自然资源|国土资源|"
    "环保|生态环境|住建|住房和城乡建设|交通|交通运输|水利|农业农村|农业|林业|民政|司法|"
    "人社|人力资源和社会保障|审计|统计|文化|工商|城管|城市管理"
)
FORMS = (
    (
        re.compile(f"{TOWN}(?:人民政府|政府)?(?:{BUREAUS})局(?!部)"),
        "乡镇没有局",
        "站、所、办、中心，或写明是县里的局",
    ),
    (
        re.compile(f"{TOWN}人民(?:法院|检察院)"),
        "乡镇不设法院、检察院",
        "人民法庭，或写明是县里的法院",
    ),
    (
        re.compile("(?<![乡镇][、和及])(?<!乡镇)街道(?:办事处)?人民政府"),
        "街道办事处是派出机关，不是一级政府",
        "街道办事处",
    ),
    (
        re.compile("(?<![农乡镇])村人民政府|[各我本该]村政府"),
        "村是自治组织，没有政府",
        "村民委员会",
    ),
)
FAULT = Fault(
    code="organ-not-at-level",
    title="这一级没有这个机关",
    why="镇没有局，街道不是政府，写错了机关，责任就落空。",
    faulty="由镇应急管理局负责日常检查。",
    sound="由镇应急管理办公室负责日常检查。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for organs no town, 街道 or village has."""
    bare = without_titles(text)
    for pattern, why, instead in FORMS:
        found = pattern.search(bare)
        if found:
            yield Remark(f"写着“{found[0]}”，{why}", f"改成{instead}；确有设置的，写明理由豁免。")


rule = TextRule(FAULT, ("局", "人民法院", "人民检察院", "街道", "政府"), check)
