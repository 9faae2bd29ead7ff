"""The notice on paper: its first page shows text, and its seal stands under text."""

import itertools
from typing import Any

import pytest
from notices import own_pages, plan_notice
from on_paper import Page, needs_office, printed

import docgen
from docgen.kinds import find_kind

pytestmark = [pytest.mark.office, needs_office]

KIND = find_kind("印发通知")
JOINT = ["人民武装部", "卫生院", "派出所", "中心学校", "财政所"]
WORK = "为" + "做好安全生产月的各项工作" * 40
Case = tuple[int, str, int, int, bool]

CASES: list[Case] = [
    (length, seal, organs, (length + organs) % 3, bool(length % 2))
    for length, seal, organs in itertools.product(
        (4, 31, 60, 115, 230), ("加盖印章", "不加盖印章", "加盖签名章"), (1, 2, 4, 6)
    )
]


def notice(length: int, seal: str, organs: int, attached: int, has_note: bool) -> dict[str, Any]:
    """Give a notice whose purpose is so many characters long."""
    more: dict[str, Any] = {"签名章职务": "镇长"} if seal == "加盖签名章" else {}
    if organs > 1:
        names = [{"名称": f"白道口镇{name}", "层级": "乡镇"} for name in JOINT[: organs - 1]]
        more["联合发文机关"] = names
    if attached:
        more["附件"] = [{"标题": f"活动统计表之{number}"} for number in range(attached)]
    if has_note:
        more["附注"] = "此件公开发布"
    return plan_notice(发文目的=WORK[:length], 用印=seal, **more)


def made(data: dict[str, Any]) -> bytes:
    return own_pages(docgen.generate(KIND, data).content)


@pytest.fixture(scope="module")
def on_paper() -> dict[str, list[Page]]:
    return printed({str(case): made(notice(*case)) for case in CASES})


def words(page: Page) -> list[str]:
    return [line.text for line in page.lines if not line.text.startswith("—")]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_first_page_shows_text(on_paper: dict[str, list[Page]], case: Case) -> None:
    first = words(on_paper[str(case)][0])
    addressee = next(at for at, line in enumerate(first) if line.endswith("镇直各单位："))

    assert len(first) > addressee + 1
    assert first[addressee + 1].startswith("为做好")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_name_date_and_remark_stand_on_one_page_under_text(
    on_paper: dict[str, list[Page]], case: Case
) -> None:
    last = words(on_paper[str(case)][-1])
    date = next(at for at, line in enumerate(last) if line == "2025年5月26日")
    asked = next(at for at, line in enumerate(last) if "组织实施。" in line)

    assert asked < date
    assert last[date + 1 :] == ["（此件公开发布）"] * case[4]
    assert any("镇长" in line or "镇人民政府" in line for line in last[asked + 1 : date])
