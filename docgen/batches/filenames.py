"""Where documents go: safe, unique within their folder, and the same from run to run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from docgen.naming import folded, safe_name

DOCUMENTS = "documents"
PDFS = "pdf"


@dataclass(frozen=True, slots=True)
class Wish:
    """The file a row would like: its folder, its stem, its number and what it was called before."""

    number: int
    group: str
    stem: str
    before: str | None

    @property
    def plain(self) -> str:
        """The file under its own stem."""
        return self._file(safe_name(self.stem))

    @property
    def numbered(self) -> str:
        """The file with its number, for a stem that is taken."""
        return self._file(f"{safe_name(self.stem)}_{self.number}")

    def choices(self) -> Iterator[str]:
        """Give the files the row would take, the dearest first; there is always another."""
        yield self.plain
        yield self.numbered
        for again in count(2):
            yield self._file(f"{safe_name(self.stem)}_{self.number}_{again}")

    def _file(self, stem: str) -> str:
        folders = (DOCUMENTS, safe_name(self.group)) if self.group else (DOCUMENTS,)
        return "/".join((*folders, f"{stem}.docx"))


def assign(wishes: Sequence[Wish], reserved: Iterable[str]) -> Mapping[int, str]:
    """Give every number its file; who has a fitting one keeps it, the others take what is free.

    `reserved` are files of rows that are no longer in the roster.
    """
    taken = {folded(file) for file in reserved}
    files: dict[int, str] = {}
    for wish in wishes:
        if wish.before in (wish.plain, wish.numbered) and wish.before is not None:
            files[wish.number] = wish.before
            taken.add(folded(wish.before))
    for wish in sorted(wishes, key=lambda wish: wish.number):
        if wish.number in files:
            continue
        file = next(file for file in wish.choices() if folded(file) not in taken)
        files[wish.number] = file
        taken.add(folded(file))
    return files
