"""What a new version of a template needs and prints, set against an older one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass

from docgen.fields import Field
from docgen.findings import Place
from docgen.word.sites import Placeholder, Use


@dataclass(frozen=True, slots=True)
class Change:
    """One value that the two templates use differently.

    `before` and `after` are what it stood under, or the filters it went through; of a value that
    only one of them uses, `place` is where.
    """

    path: str
    label: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def name(self) -> str:
        """The value in words, its identifier behind it."""
        return f"{self.label}（{self.path}）" if self.label != self.path else self.path


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every difference: what is newly needed, what is no longer printed, what is asked anew."""

    needed: tuple[Change, ...]
    asked: tuple[Change, ...]
    dropped: tuple[Change, ...]
    conditions: tuple[Change, ...]
    filters: tuple[Change, ...]

    @property
    def lines(self) -> Iterator[str]:
        """The differences in words, a line each."""
        for change in self.needed:
            yield f"新增　{change.name}：{_where(change)}要印出它，旧模板不印"
        for change in self.asked:
            yield f"新增　{change.name}：{_where(change)}的条件或循环要用它，旧模板不用"
        for change in self.dropped:
            yield f"减少　{change.name}：旧模板在{_where(change)}印出它，现在不印了"
        for change in self.conditions:
            yield f"条件　{change.name}：{_moved(change)}"
        for change in self.filters:
            before, after = _listed(change.before), _listed(change.after)
            yield f"写法　{change.name}：过滤器由{before}改为{after}"

    def to_json(self) -> dict[str, object]:
        """Give the differences as data."""
        return asdict(self)


def compared(
    new: Sequence[Placeholder], old: Sequence[Placeholder], fields: Field | None
) -> Comparison:
    """Set the values that a template uses against those of an older version."""
    printed, asked = _used(new, {Use.PRINT}), _used(new, {Use.LOOP, Use.CONDITION})
    before, known = _used(old, {Use.PRINT}), _used(old, set(Use))
    both = [path for path in printed if path in before]
    return Comparison(
        needed=tuple(_only(path, printed[path], fields) for path in printed if path not in before),
        asked=tuple(
            _only(path, asked[path], fields)
            for path in asked
            if path not in known and path not in printed
        ),
        dropped=tuple(_only(path, before[path], fields) for path in before if path not in printed),
        conditions=_differing(both, before, printed, _conditions, fields),
        filters=_differing(both, before, printed, _filters, fields),
    )


Uses = dict[str, list[Placeholder]]
Look = Callable[[list[Placeholder]], tuple[str, ...]]


def _used(placeholders: Sequence[Placeholder], uses: set[Use]) -> Uses:
    """Group the uses of each value by its path."""
    found: Uses = {}
    for one in placeholders:
        if one.use in uses:
            for path in one.paths:
                found.setdefault(path, []).append(one)
    return found


def _only(path: str, uses: list[Placeholder], fields: Field | None) -> Change:
    return Change(path, _label(path, fields), place=uses[0].place)


def _differing(
    paths: Sequence[str],
    before: Uses,
    after: Uses,
    look: Callable[[list[Placeholder]], tuple[str, ...]],
    fields: Field | None,
) -> tuple[Change, ...]:
    pairs = ((path, look(before[path]), look(after[path])) for path in paths)
    return tuple(
        Change(path, _label(path, fields), old, new, after[path][0].place)
        for path, old, new in pairs
        if old != new
    )


def _conditions(uses: list[Placeholder]) -> tuple[str, ...]:
    """Give what a value stands under wherever it is printed; nothing once it stands free.

    Loops are no conditions: the path tells of them.
    """
    found = [
        " 且 ".join(written for written in one.conditions if not written.startswith("for "))
        for one in uses
    ]
    return () if "" in found else tuple(sorted(set(found)))


def _filters(uses: list[Placeholder]) -> tuple[str, ...]:
    return tuple(sorted({"|".join(one.filters) for one in uses if one.filters}))


def _label(path: str, fields: Field | None) -> str:
    """Name a path in Chinese, list items without a number."""
    if fields is None:
        return path
    steps = [step for step in path.replace("[", ".[").split(".") if not step.startswith("[")]
    here: Field | None = fields
    labels = []
    for step in steps:
        while here is not None and here.type.value == "list":
            here = here.item
        here = here.child(step) if here is not None else None
        labels.append(here.label if here is not None else step)
    return "·".join(labels)


def _where(change: Change) -> str:
    return change.place.words if change.place else ""


def _moved(change: Change) -> str:
    if not change.before:
        return f"原来总是印，现在只在{_listed(change.after)}时印"
    if not change.after:
        return f"原来只在{_listed(change.before)}时印，现在总是印"
    return f"原来在{_listed(change.before)}时印，现在在{_listed(change.after)}时印"


def _listed(texts: Sequence[str]) -> str:
    return "、".join(f"“{text}”" for text in texts) if texts else "“无”"
