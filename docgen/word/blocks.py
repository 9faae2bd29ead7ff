"""Blocks of a template as their author sees them: which tag ends which, and what has no partner.

Jinja stops at the first tag it does not expect. Here every tag is read by itself and paired on a
stack of its own, so that each fault is told once, with the places of both tags, and the rest can
still be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from docgen.findings import Finding
from docgen.word.parsing import SYNTAX
from docgen.word.slips import ANY_END, CELL_WORDS, OPENERS, Meant, meant
from docgen.word.written import WrittenTag

_CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
_MIDDLES = {"elif": ("if",), "else": ("if", "for")}
_LABELS = {"if": "条件", "for": "循环", "with": "with"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A block: the tag that opens it, those in its middle, and the one that closes it."""

    keyword: str
    tags: tuple[WrittenTag, ...]

    @property
    def opener(self) -> WrittenTag:
        """The tag it begins with."""
        return self.tags[0]

    @property
    def closer(self) -> WrittenTag:
        """The tag it ends with."""
        return self.tags[-1]


@dataclass(frozen=True, slots=True)
class Statement:
    """One tag of a part as it is to be read; a tag that ends several blocks is several."""

    tag: WrittenTag
    inside: str
    is_statement: bool


@dataclass(slots=True)
class _Open:
    tag: WrittenTag
    keyword: str
    tags: list[WrittenTag]
    has_else: bool = False


@dataclass(slots=True)
class Blocks:
    """The blocks of a part: pairs that match, findings about what does not, and what is left."""

    pairs: list[Pair] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    dropped: list[WrittenTag] = field(default_factory=list)


Read = Callable[[WrittenTag, str, str], str | None]
"""Reads what stands in a tag (`tag`, keyword, rest) and gives it sound, or None."""


def blocks(tags: Sequence[WrittenTag], read: Read) -> Blocks:
    """Pair the tags of a part; `read` judges what each of them says."""
    found = Blocks()
    tags = [_levelled(tag) for tag in tags]
    for island in dict.fromkeys(tag.island for tag in tags):
        _Pairing(found, [tag for tag in tags if tag.island == island], read).run()
    order = {id(tag): number for number, tag in enumerate(tags)}
    found.statements.sort(key=lambda one: order[id(one.tag)])
    return found


@dataclass(slots=True)
class _Pairing:
    found: Blocks
    tags: list[WrittenTag]
    read: Read
    stack: list[_Open] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    here: int = 0
    expected: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Pair every tag of one island, then tell of what is left open."""
        meanings = [_keyword(tag) for tag in self.tags]
        self.keywords = [meaning.keyword if meaning else "" for meaning in meanings]
        for number, (tag, meaning) in enumerate(zip(self.tags, meanings, strict=True)):
            self.here = number
            if tag.sign != "#":
                self._tag(tag, meaning)
        for left in reversed(self.stack):
            self._unclosed(left, None)
            end = Statement(self.tags[-1], OPENERS[left.keyword], is_statement=True)
            self.found.statements.append(end)

    def _tag(self, tag: WrittenTag, told: Meant | None) -> None:
        if told is None:
            self._plain(tag)
            return
        if told.keyword == ANY_END and self.stack:
            told = replace(told, keyword=OPENERS[self.stack[-1].keyword])
        if told.slip and told.keyword != ANY_END:
            cure = _statement(tag, told.inside)
            message = f"{tag.shown} 写错了：{told.slip}"
            self._report(tag, message, f"改成 {cure}")
        if told.keyword in OPENERS:
            self._open(tag, told)
        elif told.keyword in _MIDDLES:
            self._middle(tag, told)
        elif told.keyword == "set":
            self._keep(tag, told)
        else:
            self._close(tag, told.keyword)

    def _plain(self, tag: WrittenTag) -> None:
        """Read a printed value, or one of the words that shape a cell."""
        word, _, rest = tag.inside.partition(" ")
        if tag.sign == "%" and word in CELL_WORDS:
            if rest.strip():
                self.found.statements.append(Statement(tag, rest, is_statement=False))
            return
        inside = self.read(tag, "" if tag.sign == "{" else "?", tag.inside)
        if inside is None:
            self.found.dropped.append(tag)
        else:
            self.found.statements.append(Statement(tag, inside, is_statement=False))

    def _keep(self, tag: WrittenTag, told: Meant, *, otherwise: str = "") -> None:
        rest = self.read(tag, told.keyword, told.rest)
        if rest is None:
            self.found.dropped.append(tag)
            rest = otherwise
        if rest or told.keyword in ("else",):
            inside = f"{told.keyword} {rest}".strip()
            self.found.statements.append(Statement(tag, inside, is_statement=True))

    def _open(self, tag: WrittenTag, told: Meant) -> None:
        # A block whose head cannot be read is still a block.
        stand_in = {"if": "1", "with": "unread = 1"}.get(told.keyword, _no_items(told.rest))
        self._keep(tag, told, otherwise=stand_in)
        self.stack.append(_Open(tag, told.keyword, [tag]))

    def _middle(self, tag: WrittenTag, told: Meant) -> None:
        top = self.stack[-1] if self.stack else None
        if top is None or top.keyword not in _MIDDLES[told.keyword]:
            where = f"它在 {top.tag.words}里面" if top else "前面没有与它成对的 {% if %}"
            self._report(tag, f"多了 {tag.shown}：{where}", "删去它，或在前面补上 {% if … %}")
            self.found.dropped.append(tag)
            return
        if top.has_else:
            first = top.tags[-1].words
            self._report(tag, f"{tag.shown} 写在 {first}之后", "{% else %} 只能有一个，放在最后")
            self.found.dropped.append(tag)
            return
        top.has_else = told.keyword == "else"
        top.tags.append(tag)
        self._keep(tag, told, otherwise="1")

    def _close(self, tag: WrittenTag, keyword: str) -> None:
        opener = _CLOSERS.get(keyword, "")
        if keyword in self.expected:
            self.expected.remove(keyword)
            return
        depth = next(
            (n for n, one in enumerate(reversed(self.stack)) if one.keyword == opener), None
        )
        if depth is None:
            self._stray(tag, keyword)
            return
        for _ in range(depth):
            self._crossed(self.stack.pop(), tag)
        top = self.stack.pop()
        self.found.pairs.append(Pair(top.keyword, (*top.tags, tag)))
        self.found.statements.append(Statement(tag, keyword, is_statement=True))

    def _crossed(self, inner: _Open, tag: WrittenTag) -> None:
        """Report a block that is still open where the one around it ends."""
        closer = OPENERS[inner.keyword]
        if not self._is_surplus(inner.keyword, closer):
            self._unclosed(inner, tag)
        else:
            self.expected.append(closer)
            outer = self.stack[-1].tag if self.stack else tag
            message = f"{inner.tag.words}还没有结束，{tag.words}就结束了外面的 {outer.words}"
            advice = f"两个块交叉了：把 {{% {closer} %}} 移到 {tag.words}前面"
            self._report(inner.tag, message, advice)
        self.found.statements.append(Statement(tag, closer, is_statement=True))

    def _unclosed(self, left: _Open, before: WrittenTag | None) -> None:
        cure = _statement(left.tag, OPENERS[left.keyword])
        label = _LABELS[left.keyword]
        limit = f"到 {before.words}为止" if before else ""
        message = f"{left.tag.shown} 开始的{label}{limit}没有结束，缺 {cure}"
        self._report(left.tag, message, f"在{label}的内容之后补上 {cure}")

    def _stray(self, tag: WrittenTag, keyword: str) -> None:
        """Report an end without a beginning; it may have been meant for the block that is open."""
        opener = _CLOSERS.get(keyword, "if")
        top = self.stack[-1] if self.stack else None
        if top and keyword != ANY_END and not self._is_surplus(top.keyword, OPENERS[top.keyword]):
            right = OPENERS[top.keyword]
            message = f"{top.tag.words}开始的{_LABELS[top.keyword]}用 {tag.shown} 结束，不成对"
            cure = _statement(tag, right)
            self._report(tag, message, f"改成 {cure}")
            self.stack.pop()
            self.found.pairs.append(Pair(top.keyword, (*top.tags, tag)))
            self.found.statements.append(Statement(tag, right, is_statement=True))
            return
        begin = {"if": "{% if … %}", "for": "{% for … in … %}", "with": "{% with … %}"}[opener]
        message = f"多了 {tag.shown}：前面没有与它成对的 {begin}"
        self._report(tag, message, f"删去它，或在前面补上 {begin}")
        self.found.dropped.append(tag)

    def _is_surplus(self, opener: str, closer: str) -> bool:
        """True when more blocks of a sort are ended from here on than are begun."""
        depth = 0
        for keyword in islice(self.keywords, self.here + 1, None):
            depth += (keyword == opener) - (keyword == closer)
            if depth < 0:
                return True
        return False

    def _report(self, tag: WrittenTag, message: str, hint: str) -> None:
        self.found.findings.append(SYNTAX.finding(message, hint, place=tag.place))


def _levelled(tag: WrittenTag) -> WrittenTag:
    """Give a tag the letter that its author wrote in another place."""
    told = _keyword(tag)
    return replace(tag, level=told.level) if told and told.level and not tag.level else tag


def _keyword(tag: WrittenTag) -> Meant | None:
    """Give the statement of a tag; one written between the signs of a value is one too."""
    if tag.sign == "%":
        word = tag.inside.split(" ", 1)[0]
        return None if word in CELL_WORDS else meant(tag.inside)
    if tag.sign == "#":
        return None
    word, _, rest = tag.inside.partition(" ")
    is_block = (word in OPENERS and rest.strip()) or word in (*_CLOSERS, "else", "elif")
    if not is_block or (word == "else" and rest):
        return None
    told = meant(tag.inside)
    return Meant(told.keyword, told.rest, "条件和循环写在 {% … %} 里") if told else None


def _statement(tag: WrittenTag, inside: str) -> str:
    """Write a statement in the place of a tag, whatever signs the tag has."""
    return f"{{%{tag.level} {inside} %}}"


def _no_items(rest: str) -> str:
    """Stand in for the head of a loop that cannot be read, with its name if there is one."""
    name = rest.split(" ", 1)[0]
    return f"{name if name.isidentifier() else 'unread'} in []"
