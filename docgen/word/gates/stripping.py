"""Taking out of a package what a template does not need: the ties, and all they alone led to."""

from collections.abc import Callable, Iterable, Mapping

from docgen.findings import Finding
from docgen.word.gates.content_types import CONTENT_TYPES
from docgen.word.gates.markup import parsed
from docgen.word.gates.refusals import STRIPPED
from docgen.word.gates.relations import Relation, needless

_ELEMENTS = {
    "attachedtemplate": ("{*}attachedTemplate",),
    "mailmergesource": ("{*}mailMerge",),
    "mailmergeheadersource": ("{*}mailMerge",),
    "recipientdata": ("{*}mailMerge",),
    "package": ("{*}externalData",),
    "oleobject": ("{*}externalData",),
}
"""What refers to a tie in the part that it starts from, and would be left dangling."""

SETTINGS = "word/settings.xml"
Relations = Mapping[str, list[Relation]]


def stripped(
    members: Mapping[str, bytes], relations: Relations
) -> tuple[dict[str, bytes], list[Finding]]:
    """Give the members without what is needless, and what was taken out."""
    gone = [one for ties in relations.values() for one in ties if needless(one)]
    names = dict.fromkeys(needless(one) for one in gone)
    kept = dict(members)
    if gone:
        _take_out(kept, relations, gone)
    if b"mailMerge" in kept.get(SETTINGS, b""):
        before = kept[SETTINGS]
        kept[SETTINGS] = _without(SETTINGS, before, ("{*}mailMerge",))
        if kept[SETTINGS] != before:
            names["邮件合并的数据源"] = None
    return kept, [
        STRIPPED.finding(f"模板里有{name}，已去掉", "不用改；不想再看到这一条，就在模板里删去它")
        for name in names
    ]


def _take_out(members: dict[str, bytes], relations: Relations, gone: list[Relation]) -> None:
    """Remove ties, what refers to them, and the parts that nothing else leads to."""
    lost = _reachable(relations) - _reachable(relations, {id(one) for one in gone})
    lost |= {_rels_of(name) for name in lost}
    for rels in {_rels_of(one.source) for one in gone} & members.keys():
        members[rels] = _without_ties(rels, members[rels], gone)
    for one in gone:
        if one.source in members and one.kind in _ELEMENTS:
            tags = _ELEMENTS[one.kind]
            members[one.source] = _without(one.source, members[one.source], tags)
    for name in lost & members.keys():
        del members[name]
    members[CONTENT_TYPES] = _without_types(members[CONTENT_TYPES], lost)


def _reachable(relations: Relations, gone: Iterable[int] = ()) -> set[str]:
    """Find the parts that the package leads to, by all ties but those gone."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        for one in relations.get(waiting.pop(), ()):
            if id(one) not in gone and one.member and one.member not in found:
                found.add(one.member)
                waiting.append(one.member)
    return found


def _rels_of(part: str) -> str:
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def _without_ties(rels: str, xml: bytes, gone: list[Relation]) -> bytes:
    lost = {(one.identifier, one.target) for one in gone if _rels_of(one.source) == rels}
    return _rewritten(
        rels,
        xml,
        ("{*}Relationship",),
        lambda get: (get("Id", ""), get("Target", "").strip()) in lost,
    )


def _without_types(xml: bytes, lost: set[str]) -> bytes:
    names = {name.casefold() for name in lost}
    return _rewritten(
        CONTENT_TYPES,
        xml,
        ("{*}Override",),
        lambda get: get("PartName", "").lstrip("/").casefold() in names,
    )


def _without(name: str, xml: bytes, tags: tuple[str, ...]) -> bytes:
    return _rewritten(name, xml, tags, lambda get: True)


def _rewritten(
    name: str, xml: bytes, tags: tuple[str, ...], is_lost: Callable[[Callable[..., str]], bool]
) -> bytes:
    """Give a part without those of its elements that are lost."""
    from lxml import etree

    root = parsed(name, xml)
    lost = [element for element in root.iter(*tags) if is_lost(element.get)]
    if not lost:
        return xml
    for element in lost:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
