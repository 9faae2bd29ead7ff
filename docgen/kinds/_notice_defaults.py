"""What a notice says when the clerk does not say otherwise.

Texts come from `texts/notice.toml`, by the kind of paper that is issued. The issued paper is
drawn up first: the notice quotes its title, and lends it year, issuer and date.
"""

from typing import Any

from docgen.kinds import activity_plan, responsibility_agreement
from docgen.kinds._agreement_defaults import known_scope, scope_texts
from docgen.kinds._notice_attached import quoted
from docgen.kinds._texts import boilerplate, filled
from docgen.organs import area_name

Data = dict[str, Any]
DRAWN_UP = (
    *("title", "purpose", "instruction", "imprint"),
    *("plan.year", "plan.issuer", "plan.date", "agreement.year"),
)
ISSUED = {
    "plan": (activity_plan.kind, ("year", "issuer", "date")),
    "agreement": (responsibility_agreement.kind, ("year",)),
}
"""What may be issued, and what the notice says for it too."""


def complete(data: Data) -> Data:
    """Give the clerk's data with everything added that can be known without asking."""
    names = [name for name in ISSUED if isinstance(data.get(name), dict)]
    notice = with_imprint(data)
    for name in names:
        notice = with_issued(notice, name)
    if not names:
        return notice
    section = f"{names[0]}_upward" if is_upward(notice) else names[0]
    texts = filled(dict(boilerplate("notice")[section]), tokens(notice, names[0]))
    return {**texts, **drawn_title(notice, names[0]), **notice}


def with_issued(data: Data, name: str) -> Data:
    """Draw up the issued paper; a plan that stands under a notice is not signed again."""
    kind, shared = ISSUED[name]
    lent = {key: data[key] for key in shared if key in data}
    unsigned = {"signoff": False} if name == "plan" else {}
    return {**data, name: kind.complete({**lent, **unsigned, **data[name]})}


def with_imprint(data: Data) -> Data:
    """Add who prints the notice: the office of a township, else the issuer's own office."""
    given = data.get("imprint", {})
    place = area_name(organ_name(data))
    if not isinstance(given, dict) or not place:
        return data
    is_township = place.endswith(("镇", "乡", "街道"))
    office = f"{place}党政综合办公室" if is_township else f"{organ_name(data)}办公室"
    return {**data, "imprint": {"organ": office, **given}}


def organ_name(data: Data) -> str:
    """Give the issuer's name as far as it is written."""
    issuer = data.get("issuer")
    name = issuer.get("name") if isinstance(issuer, dict) else issuer
    return name if isinstance(name, str) else ""


def drawn_title(data: Data, name: str) -> Data:
    """Give the title: the issuer, what is issued, and 通知; to the level above it is a 报告."""
    title, issuer = data[name].get("title"), organ_name(data)
    if not isinstance(title, str) or not issuer:
        return {}
    verb, sort = ("报送", "报告") if is_upward(data) else ("印发", "通知")
    return {"title": f"{issuer}关于{verb}《{quoted(title)}》的{sort}"}


def is_upward(data: Data) -> bool:
    """True when the paper goes to the level above."""
    return data.get("upward") is True


def tokens(data: Data, name: str) -> dict[str, str]:
    """Give what stands for each name in braces."""
    issued = data[name]
    return {
        "年度": str(data.get("year", "")),
        "活动": activity_plan.campaign_title(issued) if name == "plan" else "",
        "领域": scope_texts(known_scope(issued))["name"] if name == "agreement" else "",
    }
