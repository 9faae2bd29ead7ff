"""Data laid over data: a row over common data, `控制指标[0].数值` over a list's item."""

import itertools
from collections.abc import Iterator

from docgen.rows import Path

Step = str | int


class Items(dict[int, object]):
    """List items known by position alone, as a heading like `控制指标[0].数值` gives them."""

    def laid_over(self, items: list[object]) -> list[object]:
        """Give `items` with these laid over them."""
        laid = list(items)
        for position, value in sorted(self.items()):
            if position < len(laid):
                laid[position] = _over(laid[position], value)
            else:
                laid.append(value)
        return laid


def laid_over(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    """Lay one mapping over another: what stands above wins, a list as a whole."""
    merged = dict(below)
    for name, value in above.items():
        merged[name] = _over(merged[name], value) if name in merged else value
    return merged


def _over(below: object, above: object) -> object:
    if isinstance(above, Items):
        if isinstance(below, list):
            return above.laid_over(below)
        if isinstance(below, Items):
            both = below.keys() & above.keys()
            return Items({**below, **above, **{at: _over(below[at], above[at]) for at in both}})
        return above
    if isinstance(below, dict) and isinstance(above, dict) and not isinstance(below, Items):
        return laid_over(below, above)
    return above


def settled(data: object) -> object:
    """Turn items known by position into plain lists, once nothing more is laid over them."""
    if isinstance(data, Items):
        return [settled(value) for _, value in sorted(data.items())]
    if isinstance(data, dict):
        return {name: settled(value) for name, value in data.items()}
    return data


def holds(data: object, path: list[Step]) -> bool:
    """True when `data` has a value at `path`."""
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True


def put(data: dict[str, object], path: list[Step], value: object) -> bool:
    """Put a value at `path`; False when something else than a group stands on the way."""
    here: dict[Step, object] = data  # type: ignore[assignment] # Items has int keys
    for step, following in itertools.pairwise(path):
        fresh: object = Items() if isinstance(following, int) else {}
        inner = here.setdefault(step, fresh)
        if not isinstance(inner, dict) or isinstance(inner, Items) != isinstance(following, int):
            return False
        here = inner
    here[path[-1]] = value
    return True


def paths(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Walk every scalar below `value` with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))
    else:
        yield path, value
