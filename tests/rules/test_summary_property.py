"""Any figures that agree are left alone; any one total that is wrong is found."""

import copy
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from summaries import Data, found

from docgen.vocabulary import change_text

NUMBERS = ("起数", "死亡", "重伤", "轻伤", "直接经济损失")
FIELDS = ("发现隐患", "完成整改", "重大隐患", "整改通知", "行政处罚")
small = st.integers(0, 40)


def added(rows: list[Data], names: tuple[str, ...]) -> Data:
    return {name: sum(row[name] for row in rows) for name in names}


@st.composite
def tallies(draw: st.DrawFn) -> Data:
    count = draw(small)
    return {"起数": count, **{name: draw(small) if count else 0 for name in NUMBERS[1:]}}


@st.composite
def accidents(draw: st.DrawFn) -> list[Data]:
    """A whole, its categories, a part of each, and the same whole cut up by area."""
    categories = draw(st.lists(tallies(), min_size=1, max_size=4))
    before = [draw(tallies()) for _ in categories]
    rows = []
    for at, (now, then) in enumerate(zip(categories, before, strict=True)):
        rows.append({"类别": f"类{at}", **now, "上年同期": then})
        part = {name: draw(st.integers(0, now[name])) for name in NUMBERS}
        if part["起数"] == 0:
            part = dict.fromkeys(NUMBERS, 0)
        rows.append({"类别": f"其中{at}", "口径": "其中", "属于": f"类{at}", **part})
    whole, last = added(categories, NUMBERS), added(before, NUMBERS)
    changes = {
        name: change_text(Decimal(last[name]), Decimal(whole[name]), "")
        for name in ("起数", "死亡")
    }
    total = {"口径": "合计", **whole, "上年同期": last, "同比": changes}
    return [total, *rows, *areas(draw, categories)]


def areas(draw: st.DrawFn, categories: list[Data]) -> list[Data]:
    """Cut a whole up once more: each area has some of the categories' accidents."""
    cut = draw(st.integers(0, len(categories)))
    groups = [categories[:cut], categories[cut:]]
    return [
        {"类别": f"片{at}", "口径": "分地区", **added(group, NUMBERS)}
        for at, group in enumerate(groups)
    ]


@st.composite
def inspections(draw: st.DrawFn) -> list[Data]:
    """A whole and its fields; no more put right than found."""
    rows = []
    for at in range(draw(st.integers(1, 4))):
        found_ = draw(st.integers(0, 500))
        others = {name: draw(st.integers(0, found_)) for name in FIELDS[1:]}
        rows.append({"领域": f"域{at}", "发现隐患": found_, **others})
    return [{"口径": "合计", **added(rows, FIELDS)}, *rows]


@st.composite
def breakdowns(draw: st.DrawFn) -> Data:
    counts = draw(st.lists(st.integers(0, 1000), min_size=1, max_size=5))
    parts = [{"名称": f"部{at}", "数量": count} for at, count in enumerate(counts)]
    return {"总数": sum(counts), "构成": parts}


@st.composite
def statistics(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "事故": draw(accidents()),
        "检查": draw(inspections()),
        "企业构成": draw(breakdowns()),
        "签订责任书": draw(breakdowns()),
    }


def errors(data: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.path) for finding in found(**data) if finding.is_error]


@settings(max_examples=60, deadline=None)
@given(statistics())
def test_figures_that_agree_have_no_fault(data: dict[str, Any]) -> None:
    assert errors(data) == []


TOTALS = [
    *(
        ("事故", name, f"accidents[0].{field}")
        for name, field in zip(
            NUMBERS, ("count", "deaths", "serious", "minor", "loss_wan"), strict=True
        )
    ),
    *(
        ("检查", name, f"inspections[0].{field}")
        for name, field in zip(
            FIELDS, ("found", "fixed", "major", "notices", "penalised"), strict=True
        )
    ),
    ("企业构成", "总数", "enterprises.total"),
    ("签订责任书", "总数", "agreements_signed.total"),
]


@settings(max_examples=60, deadline=None)
@given(statistics(), st.sampled_from(TOTALS), st.integers(1, 9))
def test_any_wrong_total_is_found_at_its_own_field(
    data: dict[str, Any], total: tuple[str, str, str], more: int
) -> None:
    table, name, path = total
    wrong = copy.deepcopy(data)
    holder = wrong[table][0] if isinstance(wrong[table], list) else wrong[table]
    holder[name] += more

    assert ("sum-differs", path) in errors(wrong)
