"""The numbered body of a paper as template blocks: one loop over passages laid out flat.

A passage has `level`, `number`, `heading`, `text`, `table` and `bound`, as `kinds/_passages.py`
gives them.
"""

from collections.abc import Mapping, Sequence

from docgen.vocabulary.tables import MOST_COLUMNS
from docgen.word import layout
from docgen.word.building import (
    Block,
    Element,
    flatten,
    heading,
    paragraph,
    repeat,
    run_in_heading,
    table,
    table_gap,
    tag,
    when,
)

LEVELS = (1, 2, 3, 4)
NUMBER = "{% if passage.number %}{{ passage.number }}{% endif %}"
HEADING = NUMBER + "{{ passage.heading }}"
TEXT = "{{ passage.text }}"


def passages(body: str = "body", tables: Mapping[str, Block] | None = None) -> list[Element]:
    """Print the passages of the list `body`; `tables` are the blocks of tables by name.

    A passage that is bound stays on the page of what follows.
    """
    known = {f"passage.table == '{name}'": block for name, block in (tables or {}).items()}
    return repeat(
        f"passage in {body}",
        *choose(
            {
                "passage.heading and passage.text": by_level(
                    [run_in_heading(level, HEADING, TEXT) for level in LEVELS]
                ),
                "passage.heading": by_level([heading(level, HEADING) for level in LEVELS]),
                **known,
                "passage.grid": grids(),
            },
            otherwise=when(
                "passage.bound",
                paragraph(NUMBER + TEXT, keep_next=True),
                otherwise=paragraph(NUMBER + TEXT),
            ),
        ),
    )


def grids() -> list[Element]:
    """Print a table of the clerk's own, by the number of its columns."""
    caption = paragraph("{{ passage.grid.caption }}", style="TableHeading")
    return [
        *when("passage.grid.caption", caption, otherwise=table_gap(keep_next=True)),
        *choose(
            {f"passage.grid.width == {wide}": grid(wide) for wide in range(2, MOST_COLUMNS)},
            otherwise=grid(MOST_COLUMNS),
        ),
        table_gap(),
    ]


def grid(wide: int) -> Element:
    """Give a table of `wide` equal columns."""
    width = layout.TEXT_WIDTH // wide
    return table(
        "line in passage.grid.rows",
        [
            (f"{{{{ passage.grid.headings[{at}] }}}}", width, f"{{{{ line.cells[{at}] }}}}")
            for at in range(wide)
        ],
    )


def by_level(blocks: Sequence[Block]) -> list[Element]:
    """Print the block of the passage's level."""
    *named, last = blocks
    conditions = {f"passage.level == {level}": block for level, block in enumerate(named, 1)}
    return choose(conditions, otherwise=last)


def choose(blocks: Mapping[str, Block], *, otherwise: Block = ()) -> list[Element]:
    """Print the block of the first condition that holds, and `otherwise` where none does."""
    made: list[Element] = []
    for condition, block in blocks.items():
        made += [tag(f"{'elif' if made else 'if'} {condition}"), *flatten(block)]
    other = flatten(otherwise)
    return [*made, *([tag("else"), *other] if other else []), tag("endif")]
