"""What must be true of a finished file."""

import pickle
import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from docgen.proof import NameIndex, foreign_names, losses, package_faults, traces
from docgen.word.template import Composition

XML = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def composed(*texts: str, printed: tuple[str, ...] = ()) -> Composition:
    parts = [XML.format(text) for text in texts]
    return Composition(parts, [(0, text) for text in printed], list(printed))


def package(xml: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("word/document.xml", xml)
    return file.getvalue()


def test_an_untouched_tag_is_found() -> None:
    assert [f.code for f in traces(composed("由{{ 甲方 }}考核"))] == ["leftover-tag"] * 2


def test_an_empty_value_of_the_program_is_found() -> None:
    assert [f.code for f in traces(composed("负责人：None"))] == ["leftover-tag"]


def test_the_same_words_in_a_value_are_left_alone() -> None:
    assert list(traces(composed("None of {{ it }}", printed=("None of {{ it }}",)))) == []


def test_words_in_markup_are_left_alone() -> None:
    part = '<w:shd w:fill="None"/>' + XML.format("正文")

    assert list(traces(Composition([part], [], []))) == []


def test_a_value_that_is_not_in_the_file_is_found() -> None:
    assert [f.code for f in losses(composed("甲", printed=("甲", "乙")))] == ["lost-value"]


def test_values_are_found_in_order_over_several_parts() -> None:
    assert list(losses(composed("甲乙", "丙", printed=("甲", "乙", "丙")))) == []


def test_an_escaped_value_and_a_broken_line_are_found() -> None:
    composition = Composition(["R&amp;D<w:br/>部"], [(0, "R&D\n部")], ["R&amp;D\x01部"])

    assert list(losses(composition)) == []


def test_a_whole_package_has_no_fault() -> None:
    assert list(package_faults(package("<a/>"))) == []


def test_a_torn_package_and_broken_markup_are_found() -> None:
    assert [f.code for f in package_faults(b"PK\3\4")] == ["broken-package"]
    assert [f.code for f in package_faults(package("<a>"))] == ["broken-package"]


def test_a_name_inside_ones_own_name_is_part_of_it() -> None:
    index = NameIndex(["安村", "西安村", "东安村"])

    assert index.foreign("西安村与东安村", {"西安村"}) == ["东安村"]
    assert index.foreign("西安村", {"西安村"}) == []


def test_the_longest_name_counts() -> None:
    index = NameIndex(["白道口", "白道口村", "白道口村民委员会"])

    assert index.foreign("白道口村民委员会", ()) == ["白道口村民委员会"]


def test_everyday_words_name_nobody() -> None:
    assert NameIndex(["新村", "农村", "村"]).foreign("农村建设新村", ()) == []


def test_an_index_travels_to_another_process() -> None:
    index = pickle.loads(pickle.dumps(NameIndex(["东街村"])))

    assert index.foreign("东街村", ()) == ["东街村"]


def test_the_position_of_the_text_is_told() -> None:
    found = list(foreign_names(["甲", "东街村"], (), NameIndex(["东街村"])))

    assert found == [(1, "东街村")]


@given(
    st.sets(st.text("村镇东西街口", min_size=2, max_size=4)), st.text("村镇东西街口", max_size=30)
)
def test_a_name_is_found_wherever_it_stands(names: set[str], text: str) -> None:
    index = NameIndex(names)

    found = index.foreign(text, ())

    assert bool(found) == any(name in text for name in index.names)
    assert all(name in text for name in found)
