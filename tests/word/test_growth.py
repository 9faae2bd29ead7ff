"""One document has a largest size, whatever a template and its data multiply to."""

import pytest
import small_papers as d

from docgen.errors import IncompleteError
from docgen.word.passages import passages
from docgen.word.template import Template

LIST = ["项"] * 700
NESTED = Template(
    d.paper("头", "{% for 甲 in 名单 %}{% for 乙 in 名单 %}{{ 乙 }}{% endfor %}{% endfor %}")
)


def codes(error: pytest.ExceptionInfo[IncompleteError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_loops_over_one_list_multiply_and_are_stopped_at_their_place() -> None:
    with pytest.raises(IncompleteError) as caught:
        NESTED.render({"名单": LIST})

    (finding,) = caught.value.findings
    assert finding.code == "document-too-large"
    assert finding.place is not None
    assert finding.place.paragraph == 2
    assert "for 乙 in 名单" in finding.message


def test_the_same_loops_over_a_short_list_are_printed() -> None:
    made = NESTED.render({"名单": ["项"] * 30})

    assert passages(made)[1].text == "项" * 900


def test_a_draft_is_stopped_too() -> None:
    with pytest.raises(IncompleteError) as caught:
        NESTED.draft({"名单": LIST})

    assert codes(caught) == ["document-too-large"]


def test_a_roster_of_thousands_with_many_columns_is_no_attack() -> None:
    row = "".join(f"{{{{ 行[{column}] }}}}" for column in range(20))
    template = Template(d.paper(f"{{% for 行 in 名册 %}}{row}{{% endfor %}}"))

    made = template.render({"名册": [[f"格{column}" for column in range(20)]] * 3000})

    assert passages(made)[0].text.count("格19") == 3000


@pytest.mark.parametrize("sign", ["~", "+"])
def test_texts_are_joined_as_long_as_a_paper_may_be(sign: str) -> None:
    template = Template(d.paper("{% set 名 = 甲 " + sign + " 乙 %}{{ 名 }}"))

    assert passages(template.render({"甲": "大", "乙": "小"}))[0].text == "大小"


def test_a_joined_text_of_which_a_piece_is_missing_is_missing() -> None:
    with pytest.raises(IncompleteError) as caught:
        Template(d.paper("{% set 名 = 甲 ~ 乙 %}{{ 名 }}")).render({"甲": "大"})

    assert codes(caught) == ["missing-value"]


def test_a_failed_set_is_named_at_its_own_place_and_gives_no_draft() -> None:
    template = Template(d.paper("头", "{% set 和 = 甲 - 乙 %}", "{{ 和 }}"))
    values = {"甲": "大", "乙": 1}

    for make in (template.render, template.draft):
        with pytest.raises(IncompleteError) as caught:
            make(values)

        (finding,) = caught.value.findings
        assert finding.code == "failed-expression"
        assert finding.place is not None
        assert finding.place.paragraph == 2


def test_numbers_are_reckoned_up_to_a_sensible_size() -> None:
    template = Template(d.paper("{{ 甲 * 乙 }}"))

    assert passages(template.render({"甲": 10**12, "乙": 3}))[0].text == "3000000000000"
    with pytest.raises(IncompleteError) as caught:
        template.render({"甲": 10**31, "乙": 3})
    assert codes(caught) == ["failed-expression"]
