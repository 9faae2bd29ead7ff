"""What an agreement says when the clerk does not say otherwise.

Texts come from `texts/responsibility_agreement.toml`, by signing level and field of safety; names
in braces (`{乙方简称}`) are put in from the record. Anything the clerk wrote is left alone.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from docgen.kinds._agreement_parts import FIRST_YEAR, LAST_YEAR, Duty, Pair
from docgen.kinds._scopes import Scope
from docgen.kinds._texts import TOKEN, boilerplate, filled
from docgen.organs import Level, area_name, guess_level, self_term
from docgen.vocabulary import LegalBasis, Section, Target

Data = dict[str, Any]
PAIRS = {
    # A 市 that signs with a township is one of county rank, such as 林州市.
    (Level.CITY, Level.TOWNSHIP): Pair.COUNTY_TOWNSHIP,
    (Level.CITY, Level.COUNTY_DEPARTMENT): Pair.COUNTY_DEPARTMENT,
    (Level.COUNTY, Level.TOWNSHIP): Pair.COUNTY_TOWNSHIP,
    (Level.COUNTY, Level.COUNTY_DEPARTMENT): Pair.COUNTY_DEPARTMENT,
    (Level.TOWNSHIP, Level.VILLAGE): Pair.TOWNSHIP_VILLAGE,
    (Level.TOWNSHIP, Level.TOWNSHIP_DEPARTMENT): Pair.TOWNSHIP_DEPARTMENT,
    (Level.TOWNSHIP, Level.ENTERPRISE): Pair.TOWNSHIP_ENTERPRISE,
    (Level.TOWNSHIP, Level.LEADER): Pair.TOWNSHIP_LEADER,
    (Level.VILLAGE, Level.VILLAGE_GROUP): Pair.VILLAGE_GROUP,
    (Level.VILLAGE, Level.HOUSEHOLD): Pair.VILLAGE_HOUSEHOLD,
}
LEVEL_NAMES = {Level.TOWNSHIP: "乡镇（街道）", Level.VILLAGE: "村（社区）"}
DUTY_LEVELS = {
    Level.TOWNSHIP: "township",
    Level.VILLAGE: "village",
    Level.VILLAGE_GROUP: "village_group",
    Level.LEADER: "leader",
    Level.ENTERPRISE: "enterprise",
    Level.HOUSEHOLD: "household",
}


def complete(data: Data) -> Data:
    """Give the clerk's data with everything added that can be known without asking."""
    pair = known_pair(data)
    if pair is None:
        return data
    words = tokens(data)
    filled = {**defaults(pair, known_scope(data), words), **data, "pair": pair.value}
    for name in ("assessment", "copies", "signature"):
        if isinstance(data.get(name), dict):
            filled[name] = {**filled_group(pair, name, words), **data[name]}
    return with_total(with_term(filled))


def known_pair(data: Data) -> Pair | None:
    """Tell the signing level: as written, or from the levels of the parties."""
    if data.get("pair"):
        return Pair.known(data["pair"])
    if data.get("party_c"):
        return Pair.THREE_PARTY
    return PAIRS.get((side_level(data, "party_a"), side_level(data, "party_b")))  # type: ignore[arg-type] # None is no key


def known_scope(data: Data) -> Scope:
    """Tell the field of safety; a wrong one is the record model's to report."""
    return Scope.known(data.get("scope")) or Scope.COMPREHENSIVE


def organ_names(data: Data, side: str) -> list[str]:
    """Give the names of a side's organs, as far as they are written."""
    party = data.get(side)
    organs = party.get("organs") if isinstance(party, dict) else None
    entries = organs if isinstance(organs, list) else []
    named = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
    return [name for name in named if isinstance(name, str)]


def side_level(data: Data, side: str) -> Level | None:
    """Tell the level of a side, by its last organ."""
    party = data.get(side)
    organs = party.get("organs") if isinstance(party, dict) else None
    last = organs[-1] if isinstance(organs, list) and organs else None
    written = Level.known(last.get("level")) if isinstance(last, dict) else None
    names = organ_names(data, side)
    return written or (guess_level(names[-1]) if names else None)


def tokens(data: Data) -> dict[str, str]:
    """Give what stands for each name in braces."""
    words = {"年度": str(data.get("year", "")), "领域": scope_texts(known_scope(data))["name"]}
    for side, word in (("party_a", "甲方"), ("party_b", "乙方"), ("party_c", "丙方")):
        names, level = organ_names(data, side), side_level(data, side)
        words[word] = "、".join(names)
        words[f"{word}简称"] = area_name(names[-1]) if names else ""
        words[f"{word}自称"] = self_term(names[-1], level) if names and level else ""
        words[f"{word}层级"] = LEVEL_NAMES.get(level, level.label) if level else ""
    return words


def texts() -> Mapping[str, Any]:
    """Give the boilerplate of agreements."""
    return boilerplate("responsibility_agreement")


def scope_texts(scope: Scope) -> Mapping[str, Any]:
    """Give the boilerplate of a field of safety."""
    found: Mapping[str, Any] = texts()["scopes"][scope.value]
    return found


def defaults(pair: Pair, scope: Scope, words: Mapping[str, str]) -> Data:
    """Give every field that boilerplate can fill for a signing level."""
    fixed, named = plain(pair, scope)
    own = {**fixed, **{name: filled(value, words) for name, value in named.items()}}
    groups = {
        name: filled_group(pair, name, words) for name in ("assessment", "copies", "signature")
    }
    return {**own, **groups}


PLAIN_FIELDS = (
    "title", "purpose", "agree", "work_targets", "rewards", "penalties", "veto",
    "report", "succession", "effect",
)  # fmt: skip
DRAWN_UP = (
    "pair", "term", *PLAIN_FIELDS, "basis", "duties", "assessment", "copies", "signature",
)  # fmt: skip


@cache
def plain(pair: Pair, scope: Scope) -> tuple[Data, Data]:
    """Give the boilerplate fields of a signing level: those without names in them, and the others.

    What holds no name is checked only once, however many papers are made.
    """
    own, special = texts()["pairs"][pair.value], scope_texts(scope)
    found: Data = {name: own[name] for name in PLAIN_FIELDS if name in own}
    found["basis"] = [LegalBasis.model_validate(law) for law in laws(own, special)]
    found["work_targets"] = [Target.model_validate(target) for target in own["work_targets"]]
    found["duties"] = [ready(duty, Duty) for duty in duties(own, special, pair)]
    for name in ("duties_a", "duties_c"):
        if own.get(name):
            found[name] = [ready(duty, Section) for duty in own[name]]
    named = {name: value for name, value in found.items() if TOKEN.search(str(value))}
    return {name: value for name, value in found.items() if name not in named}, named


def ready(duty: Data, model: type[Section]) -> Section | Data:
    """Check a duty once and for all, unless names have to be put into it."""
    return duty if TOKEN.search(str(duty)) else model.model_validate(duty)


def laws(own: Mapping[str, Any], special: Mapping[str, Any]) -> list[Any]:
    """Give the laws of the field, then those of the signing level, each once."""
    found = [*special.get("basis", []), *own["basis"]]
    names = [law["name"] if isinstance(law, dict) else law for law in found]
    return [law for position, law in enumerate(found) if names[position] not in names[:position]]


def duties(own: Mapping[str, Any], special: Mapping[str, Any], pair: Pair) -> list[Data]:
    """Give the duties of the field for this level, then the general ones that are kept."""
    extra = special.get("duties", {}).get(duty_level(pair), [])
    kept = own["duties"][: special["keep_general"]] if extra else own["duties"]
    return [*extra, *kept]


def duty_level(pair: Pair) -> str:
    """Name the level whose duties of the field of safety apply to party B."""
    level = next((b for (_, b), known in PAIRS.items() if known is pair), Level.HOUSEHOLD)
    return DUTY_LEVELS.get(level, "department")


def filled_group(pair: Pair, name: str, words: Mapping[str, str]) -> Data:
    """Give the default of one group of fields."""
    own = texts()["pairs"][pair.value]
    groups = {
        "assessment": {key: own[key] for key in ("agency", "scheme", "bands", "times")},
        "copies": own["copies"],
        "signature": {key: own[key] for key in ("layout", "party_labels", "sign_labels")},
    }
    found: Data = filled(groups[name], words)
    return found


def with_term(data: Data) -> Data:
    """Add the calendar year as the term, when none is written."""
    year = data.get("year")
    if "term" in data or isinstance(year, bool) or not isinstance(year, int):
        return data
    if not FIRST_YEAR <= year <= LAST_YEAR:  # the year's own finding is enough
        return data
    return {**data, "term": {"start": f"{year}年1月1日", "end": f"{year}年12月31日"}}


def with_total(data: Data) -> Data:
    """Add the number of copies, when only the holders are written."""
    copies = data["copies"]
    holders = copies.get("holders") if isinstance(copies, dict) else None
    if not isinstance(holders, list) or "total" in copies:
        return data
    counts = [holder.get("count", 1) if isinstance(holder, dict) else 1 for holder in holders]
    if not all(isinstance(count, int) for count in counts):
        return data
    return {**data, "copies": {**copies, "total": sum(counts)}}
