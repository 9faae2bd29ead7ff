"""The speaker's post is one that the speaker's organ has."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="speaker-post-unfit",
    title="讲话人的职务与单位不合",
    why="县里的局没有镇长，镇政府没有局长；单位或职务有一个是别的稿子里的。",
    faulty="单位：滑县应急管理局　职务：镇长",
    sound="单位：滑县应急管理局　职务：局长",
)
POST = re.compile(
    r"(?:党组书记|党委书记|党工委书记|[一二三四]级调研员)?(?:常务)?(?:第一)?副?"
    r"(省长|市长|县长|区长|旗长|镇长|乡长|苏木达|局长|大队长|支队长|所长|站长|总经理|董事长|校长)"
)
HOMES = {
    "省长": "省(?:人民)?政府$",
    "市长": "市(?:人民)?政府$",
    "县长": "县(?:人民)?政府$",
    "区长": "区(?:人民)?政府$",
    "旗长": "旗(?:人民)?政府$",
    "镇长": "镇(?:人民)?政府$",
    "乡长": "乡(?:人民)?政府$",
    "苏木达": "苏木(?:人民)?政府$",
    "局长": "[局会]$",  # a 委员会 may have 局长 below it
    "大队长": "大队$",
    "支队长": "支队$",
    "所长": "所$",
    "站长": "站$",
    "总经理": "(?:公司|集团|厂)$",
    "董事长": "(?:公司|集团)$",
    "校长": "[校学院]$",
}


def check(record: Any) -> Iterator[Breach]:
    """Look up the organs that have the post; posts of no known sort are passed over."""
    organ, post = record.speaker.organ.name, record.speaker.post or ""
    for part in re.split("[、，兼 ]", post):
        found = POST.fullmatch(part)
        if found and not re.search(HOMES[found[1]], organ):
            yield Breach(
                ("speaker", "post"),
                f"职务是“{part}”，单位是“{organ}”",
                "核对单位和职务；兼任别处职务的，写明那个单位。",
            )
            return


rule = Rule(FAULT, ("speaker",), check)
