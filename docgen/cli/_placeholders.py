"""A template's placeholders as a tree for a terminal, and as data for a program."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace

from docgen.fields import TYPE_LABELS, Field, FieldType, label_path
from docgen.report import place_text
from docgen.word.inference import as_words
from docgen.word.sites import Placeholder, Use

USES = {Use.PRINT: "印出", Use.LOOP: "循环", Use.CONDITION: "条件"}
STEP = re.compile(r"\[\d*\]|[^.\[\]]+")
ITEM = "[]"
MOST_PLACES, MOST_CONDITIONS = 3, 2


@dataclass(slots=True)
class Node:
    """One name on the way to the values of a template: its uses, and the names below it.

    `known` is the field of that name, None where a kind has no such field.
    """

    name: str
    path: str
    known: Field | None
    uses: dict[int, Placeholder] = field(default_factory=dict)
    below: dict[str, "Node"] = field(default_factory=dict)


def without_needs(fields: Field, drawn_up: Collection[str]) -> Field:
    """Give the fields of a kind, those it draws up by itself no longer wanted of a clerk."""
    wanted = [
        replace(child, required=child.required and child.name not in drawn_up)
        for child in fields.children
    ]
    return replace(fields, make_children=lambda: tuple(wanted))


def placeholder_tree(placeholders: Sequence[Placeholder], fields: Field) -> Node:
    """Gather placeholders by the path of what they use; `fields` tell names and types."""
    root = Node("", "", fields)
    for one in placeholders:
        for path in one.paths:
            here = root
            for step in STEP.findall(path):
                here = _below(here, step)
            here.uses[one.index] = one
    return root


def _below(here: Node, step: str) -> Node:
    if step not in here.below:
        joint = "" if step.startswith("[") or not here.path else "."
        here.below[step] = Node(step, f"{here.path}{joint}{step}", _known(here.known, step))
    return here.below[step]


def _known(above: Field | None, step: str) -> Field | None:
    if above is None or not step.startswith("["):
        return above.child(step) if above else None
    return above.item if above.type is FieldType.LIST else None


def tree_lines(root: Node) -> Iterator[str]:
    """Write a line for each name: what it is, how it is used, where, and when it is printed."""
    for node in root.below.values():
        yield from _lines(node, "")


def _lines(node: Node, indent: str) -> Iterator[str]:
    inner = node.below.get(ITEM)
    # The items of a list have no line of their own where only their fields are used.
    is_plain = inner is not None and not inner.uses
    known = [_name(node), _type(node), _need(node), _uses(node), _places(node)]
    told = [f"过滤器：{'、'.join(filters)}" if (filters := _filters(node)) else "", _when(node)]
    yield indent + "  ".join(filter(None, (*known, *told)))
    for child in node.below.values():
        if child is inner and is_plain:
            for grandchild in child.below.values():
                yield from _lines(grandchild, f"{indent}    ")
        else:
            yield from _lines(child, f"{indent}    ")


def _name(node: Node) -> str:
    """Name a field in Chinese, its identifier behind it where that is another word."""
    if node.known is None or node.name.startswith("["):
        return f"第{int(node.name[1:-1]) + 1}项" if node.name[1:-1].isdecimal() else _each(node)
    label = node.known.label
    return label if label == node.name else f"{label}（{node.name}）"


def _each(node: Node) -> str:
    return "各项" if node.name == ITEM else node.name


def _type(node: Node) -> str:
    return TYPE_LABELS[node.known.type] if node.known else "没有这个字段"


def _need(node: Node) -> str:
    return "必填" if _is_required(node.known) and not node.name.startswith("[") else ""


def _is_required(known: Field | None) -> bool:
    """True of what a clerk has to write; docgen itself makes and draws up the rest."""
    is_wanted = known is not None and known.required
    return is_wanted and known is not None and not (known.computed or known.is_drawn_up)


def _uses(node: Node) -> str:
    counted = Counter(one.use for one in node.uses.values())
    return "、".join(f"{USES[use]}{counted[use]}处" for use in USES if counted[use])


def _places(node: Node) -> str:
    places = list(dict.fromkeys(place_text(one.place) for one in node.uses.values()))
    more = f"等{len(places)}处" if len(places) > MOST_PLACES else ""
    return "、".join(places[:MOST_PLACES]) + more


def _filters(node: Node) -> list[str]:
    return list(dict.fromkeys(name for one in node.uses.values() for name in one.filters))


def _when(node: Node) -> str:
    """Tell the last condition of each use, a few of them; data tell them all."""
    last = list(dict.fromkeys(conditions[-1] for conditions in node_conditions(node)))
    more = f"等{len(last)}种情形" if len(last) > MOST_CONDITIONS else ""
    return f"当“{'”或“'.join(last[:MOST_CONDITIONS])}”{more}" if last else ""


def node_conditions(node: Node) -> list[list[str]]:
    """Tell when a value is printed, use by use; empty where it always is, or never."""
    prints = [one for one in node.uses.values() if one.use is not Use.CONDITION]
    own = [[c for c in map(as_words, one.conditions) if not _is_own(node, c)] for one in prints]
    return own if all(own) else []


def _is_own(node: Node, condition: str) -> bool:
    """True of the loop that goes through the very list an item is in."""
    return ITEM in node.path and condition.endswith("里有内容")


def tree_json(root: Node) -> list[dict[str, object]]:
    """Give the tree as data: `type` is null for a name that the kind does not have."""
    return [_json(node) for node in root.below.values()]


def _json(node: Node) -> dict[str, object]:
    uses = list(node.uses.values())
    counted = Counter(one.use for one in uses)
    return {
        "name": node.name,
        "label": node.known.label if node.known else None,
        "path": node.path,
        "type": node.known.type.value if node.known else None,
        "required": _is_required(node.known),
        "uses": {use.value: counted[use] for use in USES},
        "filters": _filters(node),
        "conditions": [" 且 ".join(conditions) for conditions in node_conditions(node)],
        "places": [asdict(one.place) for one in uses],
        "fields": tree_json(node),
    }


def placeholder_json(one: Placeholder, fields: Field) -> dict[str, object]:
    """Give a placeholder as data; label and type are null where there is no such field."""
    known = fields.find(one.path) if one.path else None
    return {
        **asdict(one),
        "label": _label(one.path, fields) if known else None,
        "type": known.type.value if known else None,
    }


def _label(path: str, fields: Field) -> str:
    """Name a field in Chinese, its identifier behind it where that is another word."""
    steps = tuple(_step(step) for step in STEP.findall(path))
    label = label_path(fields, steps)
    return label if label.replace("·", ".") == path else f"{label}（{path}）"


def _step(step: str) -> str | int:
    number = step.strip("[]")
    return int(number) if step.startswith("[") and number else step
