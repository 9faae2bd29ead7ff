"""What a notice says when the clerk does not say otherwise.

Texts come from `texts/notice.toml`, by the kind of paper that is issued. The issued paper is
drawn up first: the notice quotes its title, and lends it year, issuer and date.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from docgen.kinds import activity_plan, responsibility_agreement
from docgen.kinds._agreement_defaults import known_scope
from docgen.organs import area_name

Data = dict[str, Any]
DRAWN_UP = ("title", "purpose", "instruction", "imprint")
TOKEN = re.compile(r"\{(\w+)\}")
LENT = {"plan": ("year", "issuer", "date"), "agreement": ("year",)}


def complete(data: Data) -> Data:
    """Give the clerk's data with everything added that can be known without asking."""
    filled = with_imprint(with_issued(data))
    name = issued_name(filled)
    if name is None:
        return filled
    words = tokens(filled, name)
    texts_ = {key: put_in(text, words) for key, text in texts()[name].items()}
    drawn = {**texts_, **drawn_title(filled, name)}
    return {**drawn, **filled}


def issued_name(data: Data) -> str | None:
    """Tell which paper is issued; None when none is written, or both are."""
    written = [name for name in LENT if isinstance(data.get(name), dict)]
    return written[0] if len(written) == 1 else None


def with_issued(data: Data) -> Data:
    """Draw up the issued paper, lending it what the notice says of both."""
    name = issued_name(data)
    if name is None:
        return data
    lent = {key: data[key] for key in LENT[name] if key in data}
    complete_issued = {
        "plan": activity_plan.kind.complete,
        "agreement": responsibility_agreement.kind.complete,
    }[name]
    return {**data, name: complete_issued({**lent, **data[name]})}


def with_imprint(data: Data) -> Data:
    """Add who prints the notice, and the day: the notice's own."""
    imprint = data.get("imprint", {})
    if not isinstance(imprint, dict):
        return data
    area = area_name(organ_name(data))
    organ = {"organ": f"{area}党政综合办公室"} if area else {}
    date = {"date": data["date"]} if isinstance(data.get("date"), str) else {}
    return {**data, "imprint": {**organ, **date, **imprint}}


def organ_name(data: Data) -> str:
    """Give the issuer's name as far as it is written."""
    issuer = data.get("issuer")
    name = issuer.get("name") if isinstance(issuer, dict) else issuer
    return name if isinstance(name, str) else ""


def drawn_title(data: Data, name: str) -> Data:
    """Give the title: the issuer, what is issued, and 通知."""
    title, issuer = data[name].get("title"), organ_name(data)
    if not isinstance(title, str) or not issuer:
        return {}
    bare = "".join(title.split()).replace("《", "〈").replace("》", "〉")
    return {"title": f"{issuer}关于印发《{bare}》的通知"}


def tokens(data: Data, name: str) -> dict[str, str]:
    """Give what stands for each name in braces."""
    issued = data[name]
    scope = known_scope(issued) if name == "agreement" else None
    return {
        "年度": str(data.get("year", "")),
        "活动": activity_plan.campaign_title(issued) if name == "plan" else "",
        "领域": scope_name(scope.value) if scope else "",
    }


def scope_name(scope: str) -> str:
    """Give the words for a field of safety, as agreements use them."""
    from docgen.kinds._agreement_defaults import texts as agreement_texts

    name: str = agreement_texts()["scopes"][scope]["name"]
    return name


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Read the boilerplate once."""
    file = files("docgen.kinds") / "texts" / "notice.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def put_in(text: str, words: Mapping[str, str]) -> str:
    """Put names into a text."""
    return TOKEN.sub(lambda match: words[match[1]], text)
