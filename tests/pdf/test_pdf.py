"""Papers printed by LibreOffice: whole, the same each time, and nothing left over."""

import io
import struct
import tempfile
import xml.etree.ElementTree as ElementTree
from importlib.resources import files
from pathlib import Path

import pytest
from measured_papers import imprint
from papers_on_paper import needs_office, running

from docgen.engine import Document
from docgen.errors import FileError, NotWordError, PdfError
from docgen.pdf import (
    Printed,
    cast,
    embedded_fonts,
    open_office,
    opened_pdf,
    page_images,
    print_both_sides,
    substitutions,
    to_pdf,
)
from docgen.pdf.reading import font_name, page_texts
from docgen.pdf.tidying import tidied
from docgen.pdf.typefaces import TYPEFACES
from docgen.word.building import heading, paragraph, table_end
from docgen.word.stationery import write_document


def paper(text: str = "各单位要把安全生产责任落实到岗到人。") -> bytes:
    return write_document(
        paragraph("关于做好安全生产工作的通知", style="Title"),
        heading(1, "一、工作目标"),
        heading(2, "（一）控制指标"),
        paragraph(text),
        properties={"title": "测试"},
    )


def pages(pdf: bytes) -> int:
    with opened_pdf(pdf) as document:
        return len(document)


@pytest.fixture(scope="module")
def printed() -> list[Printed]:
    """Print a paper, what is none, and a longer paper, in one call."""
    with open_office() as office:
        return office.print_all([paper(), b"junk", paper("安全。" * 600)])


class TestPrinting:
    pytestmark = needs_office

    def test_the_same_document_gives_the_same_pdf_without_the_hour(self) -> None:
        first = Document("通知.docx", paper()).to_pdf()

        assert first == to_pdf(paper())
        assert first.startswith(b"%PDF-")
        assert b"CreationDate" not in first

    def test_many_papers_are_printed_in_one_call_and_a_bad_one_costs_no_other(
        self, printed: list[Printed]
    ) -> None:
        assert [pages(result.pdf) if result.pdf else 0 for result in printed] == [1, 0, 4]
        assert printed[1].reason.startswith("文件不是完整的 .docx")

    def test_the_typefaces_of_the_roles_stay_apart(self, printed: list[Printed]) -> None:
        found = cast(embedded_fonts(printed[0].pdf or b""))

        played = [face.role for faces in found.values() for face in faces]
        assert {"小标宋", "黑体", "楷体", "仿宋"} <= set(played)

    def test_page_images_are_pngs_of_the_asked_size(self, printed: list[Printed]) -> None:
        images = list(page_images(printed[2].pdf or b"", dots=72))

        assert len(images) == 4
        assert all(image.startswith(b"\x89PNG\r\n\x1a\n") for image in images)
        assert struct.unpack(">II", images[0][16:24]) == (596, 842)

    def test_the_imprint_goes_to_an_even_page_and_the_paper_stays_as_it_is(self) -> None:
        short = write_document(
            paragraph("各单位要抓好落实。"), imprint(), table_end(), properties={"title": "测试"}
        )

        with open_office() as office:
            plain, both = office.print_all([short]), print_both_sides(office, [short, paper()])

        assert [pages(result.pdf or b"") for result in (*plain, *both)] == [1, 2, 1]
        assert "印发" in page_texts(both[0].pdf or b"")[1]

    def test_a_call_that_takes_too_long_is_ended_and_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

        with open_office(seconds=(0.2, 0)) as office:
            printed = office.print_all([paper()])
            assert running(str(tmp_path)) == []

        assert printed[0].pdf is None
        assert "秒还没有做完" in printed[0].reason
        assert list(tmp_path.iterdir()) == []

    def test_a_stopped_office_prints_no_more(self) -> None:
        with open_office() as office:
            office.stop()

            assert office.print_all([paper()])[0].reason == "已停下"

    def test_what_is_no_word_file_is_refused_before_it_is_printed(self) -> None:
        with pytest.raises(NotWordError):
            to_pdf(b"junk")


def test_without_libreoffice_the_install_line_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PdfError, match="sudo apt install libreoffice-writer") as caught:
        Document("通知.docx", paper()).to_pdf()
    assert caught.value.exit_code == 2


def test_without_pypdfium2_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(PdfError, match="docgen\\[pdf\\]"):
        embedded_fonts(b"%PDF-1.7")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\njunk", b"PK\x03\x04"])
def test_what_is_no_pdf_is_said_so(content: bytes) -> None:
    with pytest.raises(FileError, match="不是完整的 PDF"):
        embedded_fonts(content)


def test_dates_and_identities_go_and_every_offset_stays() -> None:
    printed = (
        b"<</CreationDate(D:20260603101112+08'00')>>\n"
        b"/ID [ <00112233445566778899AABBCCDDEEFF>\n<00112233445566778899AABBCCDDEEFF> ]\n"
        b"/DocChecksum /00112233445566778899AABBCCDDEEFF"
    )
    later = printed.replace(b"20260603101112", b"20260604111213").replace(b"0011", b"FFEE")

    assert tidied(printed) == tidied(later)
    assert len(tidied(printed)) == len(printed)
    assert b"2026" not in tidied(printed)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("FZXBSJW--GB1-0", "小标宋"),
        ("方正小标宋简体", "小标宋"),
        ("FZXiaoBiaoSong-B05S", "小标宋"),
        ("NotoSerifCJKjp-Bold-VKana", "小标宋"),
        ("FangSong_GB2312", "仿宋"),
        ("仿宋", "仿宋"),
        ("FandolFang-Regular", "仿宋"),
        ("BousungEG-Light-GB", "仿宋"),
        ("KaiTi_GB2312", "楷体"),
        ("GBZenKai-Medium", "楷体"),
        ("SimHei", "黑体"),
        ("NotoSansCJKjp-Regular", "黑体"),
        ("SimSun", "宋体"),
        ("NSimSun", "宋体"),
        ("TimesNewRomanPSMT", "西文"),
        ("LiberationSerif", "西文"),
    ],
)
def test_a_font_is_known_by_what_its_maker_calls_it(name: str, role: str) -> None:
    assert role in [face.role for face in cast([name])[name]]


@pytest.mark.parametrize("name", ["MicrosoftYaHei", "Calibri", "DejaVuSans", "AdobeKaitiStd"])
def test_a_font_nobody_foresaw_plays_no_role(name: str) -> None:
    assert cast([name])[name] == ()


def test_a_stand_in_of_two_roles_plays_the_one_the_paper_asks_for() -> None:
    serif = "NotoSerifCJKjp-Regular"

    assert [face.role for face in cast([serif], ["宋体"])[serif]] == ["宋体"]
    assert [face.role for face in cast([serif], ["仿宋_GB2312"])[serif]] == ["仿宋"]


def test_a_stand_in_of_two_roles_leaves_one_to_a_font_made_for_it() -> None:
    found = cast(["NotoSerifCJKjp-Regular", "BousungEG-Light-GB"], ["宋体", "仿宋"])

    assert [face.role for face in found["NotoSerifCJKjp-Regular"]] == ["宋体"]
    assert [face.role for face in found["BousungEG-Light-GB"]] == ["仿宋"]


def test_a_bold_song_is_no_xiaobiaosong_where_the_paper_asks_for_none() -> None:
    bold = "NotoSerifCJKjp-Bold"

    assert [face.role for face in cast([bold], ["宋体", "黑体"])[bold]] == ["宋体"]


def test_every_replaced_font_is_told_with_what_stands_in() -> None:
    found = list(substitutions({"仿宋_GB2312", "黑体"}, {"BousungEG-Light-GB", "SimHei"}))

    assert [finding.code for finding in found] == ["font-substituted"]
    assert found[0].message == "没有字体“仿宋_GB2312”，PDF 里用“文鼎简报宋”代替"


def test_a_font_that_no_text_is_set_in_is_not_told() -> None:
    assert list(substitutions({"楷体"}, {"FangSong", "SimHei"})) == []


def test_a_font_of_no_role_is_told_with_the_stranger_that_stands_in() -> None:
    found = list(substitutions({"微软雅黑", "仿宋"}, {"DejaVuSans", "FangSong"}))

    assert [finding.message for finding in found] == [
        "没有字体“微软雅黑”，PDF 里用“DejaVuSans”代替"
    ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"BAAAAA+SimHei", "SimHei"),
        (b"SimHei", "SimHei"),
        ("仿宋_GB2312".encode("gbk"), "仿宋_GB2312"),
        ("仿宋_GB2312".encode(), "仿宋_GB2312"),
        (b"C+Font", "C+Font"),
    ],
)
def test_the_name_of_an_embedded_font_is_read_without_its_tag(raw: bytes, name: str) -> None:
    assert font_name(raw) == name


def aliases() -> dict[str, list[str]]:
    text = (files("docgen.pdf") / "fonts.conf").read_text(encoding="utf-8")
    root = ElementTree.parse(io.StringIO(text)).getroot()
    return {
        alias.findtext("family", ""): [
            found.text or "" for found in alias.iterfind("accept/family")
        ]
        for alias in root.iterfind("alias")
    }


def test_every_font_of_the_font_file_is_known_to_measuring() -> None:
    for family, others in aliases().items():
        face = next(face for face in TYPEFACES if face.is_named(family))
        # In place of 小标宋 a bold font is taken.
        bold = " Bold" if face.role == "小标宋" else ""
        assert [other for other in others if face.rank(other + bold) is None] == [], family


def test_an_installed_font_of_the_office_is_never_replaced() -> None:
    text = (files("docgen.pdf") / "fonts.conf").read_text(encoding="utf-8")

    assert "<prefer>" not in text
    assert all(others for others in aliases().values())


def test_every_font_a_template_names_has_its_stand_ins() -> None:
    from docgen.word import layout

    assert {font.name for font in layout.FONTS} <= set(aliases())
