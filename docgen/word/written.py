"""Tags as their author wrote them, in reading order, before anything is made of them.

The compiled template knows a tag only after the paragraph or row it stands for is gone; whoever
tells an author what is wrong needs the tag as he sees it in Word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.findings import Place
from docgen.word.passages import Passage
from docgen.word.tags import tag_spans

_TAG = re.compile(
    r"\{(?P<sign>[{%#])[-+]?(?:(?P<level>tr|tc|p|r)(?=[ \t\n]))?(?P<inside>.*)..", re.DOTALL
)
_SHOWN = 80
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class WrittenTag:
    """One tag: `text` as written, `inside` what stands between its signs.

    `sign` is `{`, `%` or `#`; `level` names what the tag takes the place of: `p` its paragraph,
    `tr` its row, `tc` its cell, `r` its run, empty for the tag alone. `number` is that of
    its passage.
    """

    text: str
    sign: str
    level: str
    inside: str
    place: Place
    passage: Passage
    number: int

    @property
    def words(self) -> str:
        """The tag on one line, with its place: `{% endif %}（正文第3段）`."""
        return f"{self.shown}（{self.place.words}）"

    @property
    def shown(self) -> str:
        """The tag on one line, its middle left out where it is long."""
        text = " ".join(self.text.split())
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 10]}…{text[-8:]}"

    @property
    def island(self) -> tuple[str, int | None, int | None]:
        """What a block that begins here cannot leave: a text box, a note, or the part."""
        return self.place.part, self.place.note, self.place.box


def written_tags(passages: Sequence[Passage]) -> Iterator[WrittenTag]:
    """Give the tags of a part, text boxes once."""
    for number, passage in enumerate(passages):
        if passage.is_copy or "{" not in passage.text:
            continue
        for start, end in tag_spans(passage.text):
            text = passage.text[start:end]
            place = replace(passage.place, start=start, end=end)
            found = _TAG.fullmatch(text)
            if found is not None:
                inside = found["inside"].removesuffix("-").strip().translate(_QUOTES)
                level = found["level"] or ""
                yield WrittenTag(text, found["sign"], level, inside, place, passage, number)
