"""Who speaks or takes part: the line under the title of a speech, lists under labels."""

from docgen.word.body import choose
from docgen.word.building import Element, paragraph, repeat, tab, when
from docgen.word.official.pieces import show
from docgen.word.placing import LABEL_LENGTHS


def by_line(text: str) -> Element:
    """Print who speaks, or when, under the title of a speech."""
    return paragraph(text, style="ByLine")


def labelled_list(at: str) -> list[Element]:
    """Print names under labels: 组　长：, 副组长：; what wraps goes on beside its label.

    `lines` have `label`, `text` and perhaps `after`; one without a label goes on under the one
    before. All labels are `length` characters wide, spaces included.
    """
    text = show("line.text") + "{% if line.after %}　" + show("line.after") + "{% endif %}"
    return choose(
        {
            f"{at}.length == {length}": repeat(
                f"line in {at}.lines",
                when(
                    "line.label",
                    paragraph(show("line.label") + "：" + text, style=f"Labelled{length}"),
                    otherwise=paragraph(tab(), text, style=f"Labelled{length}"),
                ),
            )
            for length in LABEL_LENGTHS
        }
    )
