"""What the columns of an agreement's roster mean.

乡镇 names party A, 村（居）名称 party B; where there is no village column, 乡镇 is party B and the
county stands in the common data.
"""

from collections.abc import Mapping
from typing import Any

from docgen.findings import Fault, Severity
from docgen.kinds import Interpretation, Remark
from docgen.organs import (
    Level,
    area_name,
    guess_level,
    township_government,
    village_committee,
)
from docgen.rows import Path

UNKNOWN_ORGAN = Fault(
    code="unknown-organ",
    title="单位名称不属于常见的种类",
    why="农场、园区、连队等没有固定的全称，系统照原样印，请核对是否为规范全称。",
    faulty="村（居）名称：一连",
    sound="村（居）名称：一连社区居民委员会",
    severity=Severity.WARNING,
)
HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("区划代码", "行政区划代码", "统计用区划代码", "代码"), "@code"),
    **dict.fromkeys(("省", "省份", "省（自治区、直辖市）"), "@province"),
    **dict.fromkeys(("市", "地市", "市（州）"), "@city"),
    **dict.fromkeys(("县", "区县", "县区", "县（区）", "县（市、区）"), "@county"),
    **dict.fromkeys(("乡镇", "乡镇街道", "乡镇（街道）", "镇", "街道", "所属乡镇"), "@township"),
    **dict.fromkeys(
        (
            "村（居）名称",
            "村居名称",
            "村名",
            "村",
            "村居",
            "村（居）",
            "村（社区）",
            "行政村",
            "社区",
        ),
        "@village",
    ),
    **dict.fromkeys(("企业名称", "企业"), "@enterprise"),
    **dict.fromkeys(("负责人", "负责人姓名", "姓名", "村主任"), "party_b.representative.name"),
    **dict.fromkeys(("职务", "负责人职务"), "party_b.representative.post"),
    **dict.fromkeys(("电话", "联系电话", "手机", "手机号"), "party_b.representative.phone"),
}
TITLES = ("区划代码", "县", "乡镇", "村（居）名称", "负责人", "职务", "电话")


def interpret(cells: Mapping[str, str]) -> Interpretation:
    """Read the parties from one row's cells, by role."""
    township, village = cells.get("@township"), cells.get("@village")
    enterprise = cells.get("@enterprise")
    data: dict[str, Any] = {}
    roles: dict[Path, str] = {}
    remarks: list[Remark] = []
    names: list[str] = []

    def side(name: str, role: str, organ: dict[str, str]) -> None:
        data[name] = {"organs": [organ]}
        roles[(name, "organs", 0, "name")] = role
        names.extend((organ["name"], area_name(organ["name"])))

    below = enterprise or village
    if township:
        organ = township_organ(township)
        if "level" in organ:
            remarks.append(unknown_organ(township, "@township"))
        side("party_a" if below else "party_b", "@township", organ)
    if village and not enterprise:
        organ = village_organ(village)
        if organ["name"] == village and guess_level(village) is not Level.VILLAGE:
            remarks.append(unknown_organ(village, "@village"))
        side("party_b", "@village", organ)
    if enterprise:
        side("party_b", "@enterprise", {"name": enterprise, "level": Level.ENTERPRISE.value})
    return Interpretation(data, roles, tuple(dict.fromkeys(names)), tuple(remarks))


def township_organ(name: str) -> dict[str, str]:
    """Give the government of a township; a name of no known sort stands as it is."""
    official = township_government(name)
    if official is not None:
        return {"name": official}
    return {"name": name, "level": Level.TOWNSHIP.value}


def village_organ(name: str) -> dict[str, str]:
    """Give the committee of a village or community; a name of no known sort stands as it is."""
    official = village_committee(name)
    return {"name": official or name, "level": Level.VILLAGE.value}


def unknown_organ(name: str, role: str) -> Remark:
    """Say that a name of no known sort is used as it stands."""
    return Remark(
        UNKNOWN_ORGAN,
        f"“{name}”不是乡、镇、街道、村、社区这类常见单位",
        "照原样使用；如有规范全称，请改成全称。",
        role,
    )
