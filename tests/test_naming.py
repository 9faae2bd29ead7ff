"""File names for any text."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.naming import folded, is_inside, safe_name


def test_an_ordinary_name_stays() -> None:
    assert safe_name("西街村2026年度安全生产责任书") == "西街村2026年度安全生产责任书"


def test_what_windows_forbids_is_replaced() -> None:
    assert safe_name('a/b\\c:d*e?f"g<h>i|j') == "a_b_c_d_e_f_g_h_i_j"
    assert safe_name("CON") == "_CON"
    assert safe_name("  名称. ") == "名称"
    assert safe_name("") == "未命名"


def test_names_that_clash_on_windows_fold_together() -> None:
    assert folded("Ab村") == folded("aB村")


def test_a_path_that_leaves_its_folder_is_known() -> None:
    assert not is_inside("../x")
    assert not is_inside("/x")
    assert not is_inside("C:\\x")
    assert is_inside("白道口镇/西街村.docx")


@given(st.text())
def test_any_text_makes_a_name_that_stays_in_its_folder(text: str) -> None:
    name = safe_name(text)

    assert name
    assert is_inside(name)
    assert "/" not in name
    assert len(name.encode()) <= 190
    assert safe_name(name) == name
