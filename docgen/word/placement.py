"""Where tags stand in the file around them, and what goes with the paragraph or row they take.

`{%p … %}` takes the place of its paragraph, `{%tr … %}` of its row, `{%tc … %}` of its cell:
whatever else stands there is gone from every paper, without a word.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from docgen.findings import Actor, Fault, Finding, Severity
from docgen.word.blocks import Pair
from docgen.word.passages import Passage
from docgen.word.slips import CELL_WORDS
from docgen.word.written import WrittenTag

MISPLACED_TAG = Fault(
    code="misplaced-tag",
    title="标签放错了地方",
    why="{%tr … %} 要独占一行，{%p … %} 要独占一段；放错了，行和段会多、会少、会错位。",
    faulty="同一行里写 {%tr for 项 in 任务 %} 和 {%tr endfor %}",
    sound="两个标签各占一行，要重复的行放在中间",
    actor=Actor.AUTHOR,
)
LOST_TAG = Fault(
    code="lost-placeholder",
    title="占位符会随标签所在的段落或行一起消失",
    why="{%p … %} 独占的一段、{%tr … %} 独占的一行印出时整个消失，写在里面的占位符也不见了。",
    faulty="{%p if 电话 %}电话：{{ 电话 }}",
    sound="{%p if 电话 %} 独占一段，“电话：{{ 电话 }}”另起一段",
    actor=Actor.AUTHOR,
)
LOST_CONTENT = Fault(
    code="lost-content",
    title="标签旁边的内容会一起消失",
    why="{%p … %} 独占的一段、{%tr … %} 独占的一行印出时整个消失，写在里面的字也不见了。",
    faulty="{%p if 电话 %}（有电话的写）",
    sound="{%p if 电话 %} 独占一段，不写别的字",
    severity=Severity.WARNING,
    actor=Actor.AUTHOR,
)
TORN_BLOCK = Fault(
    code="block-across-cells",
    title="条件从一个单元格开始，到另一个单元格结束",
    why="条件不成立时，中间的单元格边界也跟着消失，这一行就少了一格，表格会错位。",
    faulty="第1格写 {% if 电话 %}，第2格写 {% endif %}",
    sound="两个标签写在同一格；整格取舍用 {%tc … %}，整行取舍用 {%tr … %}",
    severity=Severity.WARNING,
    actor=Actor.AUTHOR,
)
EMPTY_BLOCK = Fault(
    code="empty-block",
    title="循环或条件里没有内容",
    why="头尾两个标签之间什么也没有，印出来也什么都没有，多半是要重复的内容放错了地方。",
    faulty="{%tr for 项 in 任务 %} 一行，下一行就是 {%tr endfor %}",
    sound="两行之间放要重复的那一行",
    severity=Severity.WARNING,
    actor=Actor.AUTHOR,
)
CUT_BY_BREAK = Fault(
    code="page-break-in-tag",
    title="标签里夹着分页符",
    why="分页符在标签里面，读标签时会被去掉，印出来就不分页了。",
    faulty="{{ 乙方（分页符）.名称 }}",
    sound="{{ 乙方.名称 }}，分页符放在标签前面或后面",
    severity=Severity.WARNING,
    actor=Actor.AUTHOR,
)
WHOLES = {"p": "段", "tr": "行", "tc": "格"}
_SHOWN = 40
Key = tuple[str, tuple[int, ...]]


def misplaced(tags: Sequence[WrittenTag], passages: Sequence[Passage]) -> Iterator[Finding]:
    """Report tags that stand where they do not belong, and what is lost with them."""
    groups: dict[Key, list[WrittenTag]] = defaultdict(list)
    for tag in tags:
        if tag.sign == "%" and tag.inside.split(" ", 1)[0] in CELL_WORDS and not tag.place.table:
            message = f"{tag.shown} 不在表格里"
            yield MISPLACED_TAG.finding(message, "它只能写在表格的单元格里", place=tag.place)
        elif tag.level in ("tr", "tc") and tag.sign != "{" and not tag.place.table:
            yield _outside(tag)
        elif tag.level in WHOLES and tag.sign != "{":
            groups[_key(tag)].append(tag)
        yield from _cut(tag)
    members = _members(passages, groups)
    others: dict[int, list[WrittenTag]] = defaultdict(list)
    for tag in tags:
        others[tag.number].append(tag)
    for key, taken in groups.items():
        if len(taken) > 1:
            yield from _doubled(taken)
            continue
        yield from _lost(taken, [(passages[n], others[n]) for n in members[key]])


def _outside(tag: WrittenTag) -> Finding:
    hint = f"改成 {tag.shown.replace(f'%{tag.level} ', '%p ', 1)}，独占一段"
    message = f"{tag.shown} 不在表格里：{{%{tag.level} %}} 只能写在表格里"
    return MISPLACED_TAG.finding(message, hint, place=tag.place)


def _cut(tag: WrittenTag) -> Iterator[Finding]:
    start, end = tag.place.start or 0, tag.place.end or 0
    if any(start < offset < end for offset in tag.passage.page_breaks):
        message = f"{tag.shown} 里夹着分页符"
        yield CUT_BY_BREAK.finding(message, "把分页符移到标签前面或后面", place=tag.place)


def _key(tag: WrittenTag) -> Key:
    """Name what a tag takes the place of."""
    around, place = tag.passage.around, tag.place
    if tag.level == "p":
        return "p", (*around, place.paragraph or 0)
    return tag.level, around[:-1] if tag.level == "tr" else around


def _members(
    passages: Sequence[Passage], keys: dict[Key, list[WrittenTag]]
) -> dict[Key, list[int]]:
    """Give the passages that go with each paragraph, row or cell."""
    members: dict[Key, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        if passage.is_copy:
            continue
        around = passage.around
        own = ("p", (*around, passage.place.paragraph or 0))
        if own in keys:
            members[own].append(number)
        for end in range(1, len(around) + 1):
            for level in ("tr", "tc"):
                if (level, around[:end]) in keys:
                    members[level, around[:end]].append(number)
    return members


def _doubled(taken: list[WrittenTag]) -> Iterator[Finding]:
    for before, tag in itertools.pairwise(taken):
        whole = WHOLES[tag.level]
        message = f"同一{whole}里有两个标签：{before.shown} 和 {tag.shown}，前一个不起作用"
        hint = f"两个标签各占一{whole}，要印的内容放在中间的{whole}里"
        yield MISPLACED_TAG.finding(message, hint, place=before.place)


def _lost(
    taken: list[WrittenTag], members: list[tuple[Passage, list[WrittenTag]]]
) -> Iterator[Finding]:
    """Report what goes with the paragraph, row or cell that a tag takes the place of."""
    tag = taken[-1]
    whole = WHOLES[tag.level]
    hint = f"让 {tag.shown} 独占一{whole}，别的内容放到另一{whole}"
    places = {one.place for one in taken}
    for one in (one for _, tags in members for one in tags):
        if one.sign == "#" or one.place in places:
            continue
        message = f"{one.shown} 和 {tag.shown} 在同一{whole}，会随这一{whole}一起消失"
        yield LOST_TAG.finding(message, hint, place=one.place)
    rest = " ".join(filter(None, (_rest(*member) for member in members)))
    things = [f"“{rest[:_SHOWN]}”"] if rest else []
    things += dict.fromkeys(thing for passage, _ in members for thing in passage.things)
    if things:
        message = f"{'、'.join(things)}和 {tag.shown} 在同一{whole}，会随这一{whole}一起消失"
        yield LOST_CONTENT.finding(message, hint, place=tag.place)


def _rest(passage: Passage, tags: Sequence[WrittenTag]) -> str:
    """Give the words of a passage round its tags."""
    text = passage.text
    for tag in reversed(tags):
        text = text[: tag.place.start] + text[tag.place.end :]
    return " ".join(text.split())


def loose(pairs: Sequence[Pair], passages: Sequence[Passage]) -> Iterator[Finding]:
    """Report blocks that go from one cell to another, and blocks round nothing."""
    for pair in pairs:
        strays = [tag for tag in pair.tags if not side_by_side(pair.opener, tag)]
        if strays:
            yield _across(pair, strays[0])
        elif pair.opener.level != pair.closer.level or pair.opener.level == "r":
            continue
        elif _is_empty(pair, passages[pair.opener.number : pair.closer.number + 1]):
            message = f"{pair.opener.shown} 与{pair.closer.words}之间没有内容"
            hint = f"把要印的内容放在两个标签之间{_between(pair.opener.level)}"
            yield EMPTY_BLOCK.finding(message, hint, place=pair.opener.place)


def _between(level: str) -> str:
    return f"，另占一{WHOLES[level]}" if level else ""


def _across(pair: Pair, stray: WrittenTag) -> Finding:
    fault = (
        MISPLACED_TAG if pair.keyword == "for" or stray.level != pair.opener.level else TORN_BLOCK
    )
    message = f"{pair.opener.words}与{stray.words}不在同一处"
    return fault.finding(message, cure(pair.opener, stray), place=pair.opener.place)


def cure(opener: WrittenTag, closer: WrittenTag) -> str:
    """Say how two tags of a block come to stand side by side."""
    first, last = opener.passage.around, closer.passage.around
    if (
        opener.level in ("tr", "tc", "p")
        and closer.level != opener.level
        and first[:-2] == last[:-2]
    ):
        return f"两个标签写成同一种：都写 {{%{opener.level} … %}}，各占一{WHOLES[opener.level]}"
    if first == last:
        return "两个标签写在同一段里；要取舍、重复整段的，各占一段，写成 {%p … %}"
    if opener.place.table and first[:-1] == last[:-1]:
        return (
            "两个标签写在同一格里；取舍、重复整格的写成 {%tc … %}，整行的写成 {%tr … %}，各占一行"
        )
    if opener.place.table and first[:-2] == last[:-2]:
        return "要取舍、重复整行的，两个标签各占一行，写成 {%tr … %}"
    return "把两个标签移到同一处：都在表格外，或都在同一个表格里"


def side_by_side(first: WrittenTag, other: WrittenTag) -> bool:
    """True when two tags of a block take the place of the same sort of thing, next to another."""
    level, its = _level(first), _level(other)
    end = {"tr": -2, "tc": -1}.get(level)
    return level == its and first.passage.around[:end] == other.passage.around[:end]


def _level(tag: WrittenTag) -> str:
    """Give what a tag takes the place of; outside a table `tr` can only have meant `p`."""
    if tag.level in ("tr", "tc"):
        return tag.level if tag.place.table else "p"
    return tag.level.replace("r", "")


def _is_empty(pair: Pair, between: Sequence[Passage]) -> bool:
    """True when nothing at all stands between the tags of a block."""
    first, last = pair.opener, pair.closer
    if len(pair.tags) > 2:
        return False
    if first.level in ("tr", "tc"):
        end = -1 if first.level == "tr" else None
        taken = {first.passage.around[:end], last.passage.around[:end]}
        return len(taken) == 2 and all(
            one.around[: len(first.passage.around[:end])] in taken for one in between
        )
    if first.level == "p":
        return len(between) == 2
    same = len(between) == 1
    return same and not first.passage.text[first.place.end : last.place.start].strip()
