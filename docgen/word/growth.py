"""How large one document may become: more than any paper, and less than harms the machine."""

from collections.abc import Sequence

from docgen.word.breaks import count_masks
from docgen.word.environment import MOST_ITEMS, MOST_SIGNS, OversizeError

MOST_PIECES = 1_000_000
"""How many texts and values one part may be put together from."""

__all__ = ["MOST_ITEMS", "MOST_PIECES", "MOST_SIGNS", "Growth", "OversizeError"]


class Growth:
    """Watches one document grow, part by part."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.room = MOST_SIGNS
        self._pieces = 0
        self._items = 0

    def begin(self) -> None:
        """Begin a part."""
        self._pieces = self._items = 0

    def whole(self, pieces: Sequence[str], cost_of_a_break: int) -> str:
        """Give a part made of its pieces.

        Raises:
            OversizeError: when the document becomes too large with it.
        """
        self._take(sum(map(len, pieces)))
        if len(pieces) >= MOST_PIECES:
            raise OversizeError
        part = "".join(pieces)
        self._take(count_masks(part) * cost_of_a_break)
        return part

    def piece(self, text: str, cost_of_a_break: int) -> None:
        """Take one piece of a part, whose cost is counted at once.

        Raises:
            OversizeError: when the document becomes too large with it.
        """
        self._pieces += 1
        self._take(len(text) + count_masks(text) * cost_of_a_break)
        if self._pieces >= MOST_PIECES:
            raise OversizeError

    def loop(self, items: int) -> None:
        """Take the items of a loop that begins.

        Raises:
            OversizeError: when loops in loops walk more than any paper holds.
        """
        self._items += items
        if self._items > MOST_ITEMS:
            raise OversizeError

    def _take(self, signs: int) -> None:
        self.room -= signs
        if self.room < 0:
            raise OversizeError
