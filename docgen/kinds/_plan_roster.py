"""What the columns of a plan's roster mean: a plan for each township, village or enterprise."""

from collections.abc import Mapping
from typing import Any

from docgen.findings import Fault, Severity
from docgen.kinds import Interpretation, Remark
from docgen.organs import Level, area_name, guess_level, township_government, village_committee
from docgen.rows import Path

UNKNOWN_ISSUER = Fault(
    code="unknown-issuer",
    title="发文机关不属于常见的种类",
    why="农场、园区等没有固定的全称，系统照原样印，请核对是否为规范全称。",
    faulty="乡镇：一连",
    sound="乡镇：白道口镇",
    severity=Severity.WARNING,
)
HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("区划代码", "行政区划代码", "统计用区划代码", "代码"), "@code"),
    **dict.fromkeys(("县", "区县", "县区", "县（区）", "县（市、区）"), "@county"),
    **dict.fromkeys(("乡镇", "乡镇街道", "乡镇（街道）", "镇", "街道"), "@township"),
    **dict.fromkeys(("村（居）名称", "村居名称", "村名", "村", "村（社区）", "社区"), "@village"),
    **dict.fromkeys(("企业名称", "企业", "单位", "单位名称"), "@unit"),
    **dict.fromkeys(("联系人", "联系人姓名"), "reporting.contact"),
    **dict.fromkeys(("电话", "联系电话", "手机", "手机号"), "reporting.phone"),
    **dict.fromkeys(("邮箱", "电子邮箱"), "reporting.email"),
    **dict.fromkeys(("咨询日地点", "咨询地点"), "consult_day.place"),
}
TITLES = ("区划代码", "县", "乡镇", "联系人", "联系电话", "咨询日地点")


def interpret(cells: Mapping[str, str]) -> Interpretation:
    """Read the issuer from one row's cells: the smallest place or unit that is named."""
    role = next((role for role in ("@unit", "@village", "@township") if cells.get(role)), None)
    if role is None:
        return Interpretation({}, {})
    name = cells[role]
    issuer = {"@unit": unit, "@village": village, "@township": township}[role](name)
    remarks = (unknown(name, role),) if guess_level(issuer["name"]) is None else ()
    roles: dict[Path, str] = {("issuer", "name"): role}
    data: dict[str, Any] = {"issuer": issuer}
    names = tuple(dict.fromkeys((issuer["name"], area_name(issuer["name"]))))
    return Interpretation(data, roles, names, remarks)


def township(name: str) -> dict[str, str]:
    """Give the government of a township."""
    official = township_government(name)
    return {"name": official} if official else {"name": name, "level": Level.TOWNSHIP.value}


def village(name: str) -> dict[str, str]:
    """Give the committee of a village or community."""
    return {"name": village_committee(name) or name, "level": Level.VILLAGE.value}


def unit(name: str) -> dict[str, str]:
    """Give an enterprise or another unit; one of no known sort is an enterprise."""
    return {"name": name} if guess_level(name) else {"name": name, "level": Level.ENTERPRISE.value}


def unknown(name: str, role: str) -> Remark:
    """Say that a name of no known sort is used as it stands."""
    return Remark(
        UNKNOWN_ISSUER,
        f"“{name}”不是乡、镇、街道、村、社区、公司这类常见单位",
        "照原样使用；如有规范全称，请改成全称。",
        role,
    )
