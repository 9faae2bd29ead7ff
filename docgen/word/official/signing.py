"""署名 and 成文日期, by the rule of the seal (7.3.5)."""

from docgen.word.body import choose
from docgen.word.building import Block, Element, blank_line, paragraph, repeat
from docgen.word.official.dates import date, dated
from docgen.word.official.joint import joint
from docgen.word.official.pieces import blank_lines, show
from docgen.word.official.stamp import stamp
from docgen.word.placing import DATE_PLACES


def sign_off(at: str = "sign_off", *, remark: str = "") -> list[Element]:
    """Print who issues the paper and when, by the rule of its seal (7.3.5).

    The paragraph before it is bound to it by `bound`; the block keeps together. `remark` is the
    path of the 附注, which stands under the date (7.3.6).
    """
    return choose(
        {
            f"{at}.way == 'joint'": joint(at, remark),
            f"{at}.way == 'stamp'": stamp(at, remark),
            f"{at}.way == 'unsealed'": unsealed(at, remark),
        },
        otherwise=sealed(at, remark),
    )


def sealed(at: str, remark: str = "") -> list[Element]:
    """Print organ and date with room for a seal (7.3.5.1)."""
    places: dict[str, Block] = {
        f"{at}.place == '{place.name}'": organs(at, f"Sealed{place.style}") for place in DATE_PLACES
    }
    return [
        *repeat(f"line in {at}.room", blank_line(keep_next=True)),
        *choose(places, otherwise=organs(at, "SealedEdge")),
        *dated(date(at), "SealedDate", remark),
    ]


def unsealed(at: str, remark: str = "") -> list[Element]:
    """Print organ and date without a seal (7.3.5.2)."""
    line = paragraph("{{ line }}", style="SignOffLine", keep_next=True)
    lines: Block = [
        repeat(f"line in {at}.organ_lines", line),
        dated(show(f"{at}.date_line"), "SignOffLine", remark),
    ]
    places: dict[str, Block] = {
        f"{at}.place == '{place.name}'": organs(at, f"Unsealed{place.style}")
        for place in DATE_PLACES
    }
    edge = organs(at, "UnsealedRight")
    return [
        *blank_lines(1),
        *choose(
            {f"{at}.place == 'lines'": lines},
            otherwise=[
                choose(places, otherwise=edge),
                dated(date(at), "UnsealedRight", remark),
            ],
        ),
    ]


def organs(at: str, style: str) -> list[Element]:
    """Print the organs of a paper, one below another."""
    return repeat(f"organ in {at}.organs", paragraph("{{ organ }}", style=style, keep_next=True))
