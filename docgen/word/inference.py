"""The fields of a template that belongs to no kind, as its own placeholders tell them.

A name that is looped over is a list, one that is compared with a number a number, one that is
given to 公文日期 a date; what is only asked for is a yes or no, and what is only printed a text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from docgen.fields import TYPE_LABELS, Field, FieldType
from docgen.findings import Actor, Fault, Finding
from docgen.word.parsing import parsed
from docgen.word.sites import Placeholder, Site
from docgen.word.source import PartSource
from docgen.word.witness import ITEM, Clue, Need, Observer, Pair, Sign, Steps, bare

TWO_TYPES = Fault(
    code="used-as-two-types",
    title="同一名称当两种东西用",
    why="同一个名称既当列表又当文字，不管数据怎么填，总有一处印不出来。",
    faulty="{{ 隐患 }}……{% for 项 in 隐患 %}",
    sound="{{ 隐患数 }}……{% for 项 in 隐患 %}",
    actor=Actor.AUTHOR,
)

Signs = Mapping[Steps, Sequence[Sign]]
Types = dict[Steps, FieldType]

CLUE_TYPES = {
    Clue.LIST: FieldType.LIST,
    Clue.GROUP: FieldType.OBJECT,
    Clue.DATE: FieldType.DATE,
    Clue.INTEGER: FieldType.INTEGER,
    Clue.NUMBER: FieldType.NUMBER,
    Clue.TEXT: FieldType.TEXT,
    Clue.TRUTH: FieldType.BOOLEAN,
    Clue.PRINTED: FieldType.TEXT,
}
"""What a clue makes of a value, the strongest first."""

WEAK = {Clue.SIZED: FieldType.LIST, Clue.ASKED: FieldType.BOOLEAN}
"""What a clue makes of a value of which nothing else is known."""

AGREEING = (
    frozenset((Clue.INTEGER, Clue.NUMBER, Clue.PRINTED)),
    frozenset((Clue.DATE, Clue.PRINTED)),
    frozenset((Clue.TEXT, Clue.PRINTED)),
)
COMPARED = {FieldType.NUMBER, FieldType.INTEGER, FieldType.DATE, FieldType.TEXT}


@dataclass(frozen=True, slots=True)
class Usage:
    """Where a template uses a value: its placeholders, and the texts it is compared with."""

    placeholders: tuple[Placeholder, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inference:
    """The fields of a template: `usages` are theirs by path, lists entered by `[]`.

    `findings` are names that are used as two things at once.
    """

    root: Field
    usages: Mapping[Steps, Usage]
    findings: tuple[Finding, ...]


def infer(sources: Iterable[PartSource]) -> Inference:
    """Tell the fields of a template that compiles, from its parts."""
    sites: list[Site] = []
    signs: list[Sign] = []
    pairs: list[Pair] = []
    needs: list[Need] = []
    values: dict[Steps, dict[str, None]] = defaultdict(dict)
    for source in sources:
        observer = Observer(source, None, sites)
        observer.template(parsed(source))
        signs += observer.witness.signs
        pairs += observer.witness.pairs
        needs += observer.needs
        for steps, compared in observer.witness.values.items():
            values[steps] |= compared
    known = _by_path(signs)
    types = {steps: _type_of(found) for steps, found in known.items()}
    _agree(types, pairs, known)
    told = {steps: _condition(steps, needs, known) for steps in types}
    root = _field("", (), types, _required(needs, types), told, values)
    return Inference(root, _usages(sites, values, types), tuple(_conflicts(known)))


def _by_path(signs: Iterable[Sign]) -> Signs:
    """Gather what is known of each value, and of the groups and lists on the way to it."""
    found: dict[Steps, list[Sign]] = {}
    for sign in signs:
        for length in range(1, len(sign.steps)):
            clue = Clue.LIST if sign.steps[length] == ITEM else Clue.GROUP
            way = Sign(sign.steps[:length], clue, sign.written, sign.place)
            found.setdefault(way.steps, []).append(way)
        found.setdefault(sign.steps, []).append(sign)
    return found


def _type_of(signs: Sequence[Sign]) -> FieldType:
    clues = {sign.clue for sign in signs}
    if Clue.SORTED_OUT in clues:
        return FieldType.ANY
    for clue, type_ in (CLUE_TYPES | WEAK).items():
        if clue in clues:
            return type_
    return FieldType.ANY


def _agree(types: Types, pairs: Sequence[Pair], known: Signs) -> None:
    """Make values that are held against each other of one type; by size, both are numbers."""
    told = {
        steps
        for steps, found in known.items()
        if {sign.clue for sign in found} - {Clue.PRINTED, Clue.NAMED, Clue.ASKED}
    }
    _spread(types, pairs, told)
    for pair in pairs:
        sides = (pair.left, pair.right)
        if pair.is_order and not told.intersection(sides):
            types.update(dict.fromkeys(sides, FieldType.NUMBER))
            told.update(sides)
    _spread(types, pairs, told)


def _spread(types: Types, pairs: Sequence[Pair], told: set[Steps]) -> None:
    for _ in pairs:
        fresh = [
            (to, types[of])
            for pair in pairs
            for of, to in ((pair.left, pair.right), (pair.right, pair.left))
            if of in told and to not in told and types[of] in COMPARED
        ]
        if not fresh:
            return
        types.update(fresh)
        told.update(steps for steps, _ in fresh)


def _required(needs: Iterable[Need], types: Types) -> set[Steps]:
    """Give the values that are printed whatever the others are, and the groups that hold them."""
    always = {need.steps for need in needs if not need.conditions and not need.is_optional}
    for steps in sorted(always, key=len, reverse=True):
        while len(steps) > 1 and steps[-1] != ITEM and types[steps[:-1]] is FieldType.OBJECT:
            steps = steps[:-1]
            always.add(steps)
    return always


def _condition(steps: Steps, needs: Sequence[Need], known: Signs) -> str:
    """Tell when a value is printed; empty where it always is, or is told by what it holds."""
    own = [need for need in needs if need.steps == steps]
    if any(not need.conditions and not need.is_optional for need in own):
        return ""
    if all(sign.clue in (Clue.NAMED, Clue.ASKED, Clue.TRUTH) for sign in known[steps]):
        return "只用来判断"
    conditions = [as_words(need.conditions[-1]) for need in own if need.conditions]
    if any(words.rpartition(".")[2] == steps[-1] for words in conditions):
        return "填了才印"
    return f"当“{'”或“'.join(list(dict.fromkeys(conditions))[:2])}”时印出" if conditions else ""


def as_words(condition: str) -> str:
    """Write a condition without its tag: `if 等级` is 等级, `for 项 in 隐患` 隐患里有内容."""
    negation = "非 " * condition.startswith("非 ")
    bare_words = condition.removeprefix("非 ").removeprefix("el").removeprefix("if ").strip()
    if bare_words.startswith("for ") and " in " in bare_words:
        return f"{negation}{bare_words.partition(' in ')[2]}里有内容"
    chosen = bare_words.partition(" if ")[2].partition(" else ")[0]
    return f"{negation}{chosen or bare_words}"


def _field(
    name: str,
    steps: Steps,
    types: Types,
    required: set[Steps],
    told: Mapping[Steps, str],
    values: Mapping[Steps, Mapping[str, None]],
) -> Field:
    below = [path for path in types if len(path) == len(steps) + 1 and path[:-1] == steps]
    children = tuple(_field(path[-1], path, types, required, told, values) for path in below)
    type_ = types[steps] if steps else FieldType.OBJECT
    if type_ is FieldType.LIST and not children:
        children = (Field(ITEM, "各项", FieldType.ANY, is_open=True),)
    return Field(
        name=name,
        label="各项" if name == ITEM else name,
        type=type_,
        help=f"{name}，{told[steps]}" if steps and told[steps] else "",
        example=next(iter(values.get(steps, ())), None),
        required=steps in required,
        may_be_blank=type_ in (FieldType.TEXT, FieldType.DATE, FieldType.ANY),
        is_open=True,
        make_children=partial(_same, children),
    )


def _same(children: tuple[Field, ...]) -> tuple[Field, ...]:
    return children


def _usages(
    sites: Iterable[Site], values: Mapping[Steps, Mapping[str, None]], types: Types
) -> Mapping[Steps, Usage]:
    placed: dict[Steps, dict[int, Placeholder]] = {steps: {} for steps in types}
    for site in sites:
        for reference in () if site.is_copy else site.references:
            if reference.steps:
                placed[bare(reference)][site.placeholder.index] = site.placeholder
    return {
        steps: Usage(tuple(found.values()), tuple(values.get(steps, ())))
        for steps, found in placed.items()
    }


def _conflicts(known: Signs) -> Iterator[Finding]:
    """Report each name that is used as two things, at the place that does not go with the rest."""
    for steps, signs in known.items():
        if any(sign.clue is Clue.SORTED_OUT for sign in signs):
            continue
        strong = [sign for sign in signs if sign.clue in CLUE_TYPES]
        for sign in strong[1:]:
            if not _go_together(strong[0], sign, strong):
                yield _conflict(steps, _first_against(sign, strong), sign)
                break


def _go_together(first: Sign, sign: Sign, signs: Sequence[Sign]) -> bool:
    clues = {first.clue, sign.clue, *(one.clue for one in signs[: signs.index(sign)])}
    return len(clues) == 1 or any(clues <= group for group in AGREEING)


def _first_against(sign: Sign, signs: Sequence[Sign]) -> Sign:
    return next(
        one
        for one in signs
        if one.clue is not sign.clue
        and not any({one.clue, sign.clue} <= group for group in AGREEING)
    )


def _conflict(steps: Steps, first: Sign, second: Sign) -> Finding:
    name = dotted_steps(steps)
    types = [TYPE_LABELS[CLUE_TYPES[sign.clue]] for sign in (first, second)]
    return TWO_TYPES.finding(
        f"“{name}”在“{first.written}”里是{types[0]}，在“{second.written}”里是{types[1]}",
        "给其中一个换一个名称",
        path=name,
        label=name,
        place=second.place,
    )


def dotted_steps(steps: Steps) -> str:
    """Write a path as text: `隐患[].部位`."""
    return "".join(step if step == ITEM else f".{step}" for step in steps).removeprefix(".")
