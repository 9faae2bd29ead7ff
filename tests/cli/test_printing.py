"""PDF, page images and measuring on the command line."""

import io
import re
import sys

import docx
import pypdfium2
import pytest
from commands import Shell
from docx.shared import Mm
from papers_on_paper import needs_office

from docgen.word.building import paragraph
from docgen.word.stationery import write_document

PNG = b"\x89PNG\r\n\x1a\n"


def paper() -> bytes:
    return write_document(paragraph("安" * 28 * 30), properties={"title": "测试"})


def scan() -> bytes:
    """A PDF without any text."""
    stream = io.BytesIO()
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(stream)
    document.close()
    return stream.getvalue()


class Stream(io.StringIO):
    """A standard stream with bytes below it."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__()
        self._bytes = io.BytesIO(content)

    @property
    def buffer(self) -> io.BytesIO:
        return self._bytes


class TestPrinting:
    pytestmark = needs_office

    def test_a_document_its_pdf_and_its_pages_are_written_side_by_side(self, shell: Shell) -> None:
        shell.agreement()

        ran = shell("render", "责任书.json", "-o", "书.docx", "--pdf", "--png")

        pages = [name for name in shell.files() if name.endswith(".png")]
        assert ran.code == 0
        assert ran.out.splitlines()[-1].endswith(
            f"已生成 书.docx、书.pdf，页面图片 {len(pages)} 张（书-1.png 起）"
        )
        assert (shell.folder / "书.pdf").read_bytes().startswith(b"%PDF-")
        assert (shell.folder / "书-1.png").read_bytes().startswith(PNG)
        assert sorted(pages) == sorted(f"书-{at}.png" for at in range(1, len(pages) + 1))

        measured = shell("layout", "书.pdf")

        assert measured.code == 0
        assert "符合  5.2.3  每行字数：28 字，应为 28 字" in measured.out
        assert f"没有问题。共量了 {len(pages)} 页" in measured.out

    def test_a_pdf_alone_is_written_where_it_is_named(self, shell: Shell) -> None:
        shell.agreement()

        ran = shell("render", "责任书.json", "-o", "书.pdf", "--json")

        assert shell.files() == ["书.pdf", "责任书.json"]
        assert ran.json["outputs"] == [ran.json["output"]] == ["书.pdf"]
        assert set(ran.codes) <= {"font-substituted"}

    def test_a_pdf_goes_to_standard_output(
        self, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shell.agreement()
        stream = Stream()
        monkeypatch.setattr(sys, "stdout", stream)

        shell("render", "责任书.json", "-o", "-", "--pdf")

        assert stream.buffer.getvalue().startswith(b"%PDF-")

    def test_a_document_is_measured_from_standard_input(
        self, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", Stream(paper()))

        found = shell("layout", "-", "--json").json

        assert found["ok"]
        assert found["pages"] == 2
        assert {"name", "clause", "wanted", "found", "page", "line", "ok"} == set(
            found["readings"][0]
        )

    def test_a_document_is_measured_against_the_layout_it_is_made_in(self, shell: Shell) -> None:
        shell.agreement()
        shell("render", "责任书.json", "-o", "书.docx", "--layout", "电子公文", "--pdf")

        own = shell("layout", "书.pdf", "--layout", "电子公文")
        standard = shell("layout", "书.pdf", "--json")

        assert own.code == 0
        assert re.search(r"符合  5.2.1  上边距（天头）：\S+ 毫米，应为 34.6 毫米", own.out)
        assert standard.code == 1
        assert "margin-differs" in standard.codes

    def test_what_an_own_layout_wants_is_told_by_its_name(self, shell: Shell) -> None:
        shell.write("本镇.toml", '[字号]\n正文 = "小三"\n')
        (shell.folder / "页.docx").write_bytes(paper())

        ran = shell("layout", "页.docx", "--layout", "本镇.toml")

        assert ran.code == 1
        assert "不符  5.2.2  正文的字号：三号（16 磅），应为小三（15 磅）" in ran.out
        assert "（版式“本镇”）" in ran.out

    def test_what_is_amiss_ends_in_one(self, shell: Shell) -> None:
        document = docx.Document(io.BytesIO(paper()))
        document.sections[0].left_margin = Mm(32)
        document.save(str(shell.folder / "宽.docx"))

        ran = shell("layout", "宽.docx")

        assert ran.code == 1
        assert "不符  5.2.1  左边距（订口）：32" in ran.out
        assert "GB/T 9704—2012 第 5.2.1 条" in ran.out


@pytest.mark.parametrize("words", [("--pdf",), ("--png",), ("-o", "书.pdf")])
def test_without_libreoffice_no_file_is_written(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    shell.agreement()
    monkeypatch.setenv("PATH", str(shell.folder))

    ran = shell("render", "责任书.json", *words)

    assert ran.code == 2
    assert "没有找到 LibreOffice" in ran.err
    assert "sudo apt install libreoffice-writer" in ran.err
    assert shell.files() == ["责任书.json"]


def test_without_libreoffice_a_word_file_is_not_measured(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shell.folder / "页.docx").write_bytes(paper())
    monkeypatch.setenv("PATH", str(shell.folder))

    ran = shell("layout", "页.docx")

    assert ran.code == 2
    assert "没有找到 LibreOffice" in ran.err


def test_an_incomplete_record_is_not_printed(shell: Shell) -> None:
    shell.write("缺.json", {"文种": "责任书", "年度": 2026})

    ran = shell("render", "缺.json", "--pdf")

    assert ran.code == 1
    assert shell.files() == ["缺.json"]


def test_page_images_do_not_go_to_standard_output(shell: Shell) -> None:
    shell.agreement()

    ran = shell("render", "责任书.json", "-o", "-", "--png")

    assert ran.code == 2
    assert "不能写到标准输出" in ran.err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (scan(), "没有文字（多半是扫描件）"),
        (b"%PDF-1.7\njunk", "不是完整的 PDF"),
        (b"junk", "文件不是完整的 .docx"),
        (b"", "不是完整的 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧的 .doc 格式"),
    ],
)
def test_what_cannot_be_measured_is_said_so(shell: Shell, content: bytes, message: str) -> None:
    (shell.folder / "件").write_bytes(content)

    ran = shell("layout", "件")

    assert ran.code == 2
    assert message in ran.err


@pytest.mark.parametrize("content", [b"junk", b"", b"PDF", b"\x00" * 2000])
def test_a_broken_pdf_is_said_to_be_no_pdf(shell: Shell, content: bytes) -> None:
    (shell.folder / "坏.PDF").write_bytes(content)

    ran = shell("layout", "坏.PDF")

    assert ran.code == 2
    assert "不是完整的 PDF" in ran.err
    assert ".docx" not in ran.err


@pytest.mark.parametrize("name", ["没有", "没有.toml"])
def test_a_layout_to_measure_against_that_is_not_there_is_wrong_use(
    shell: Shell, name: str
) -> None:
    (shell.folder / "页.docx").write_bytes(paper())

    ran = shell("layout", "页.docx", "--layout", name)

    assert ran.code == 2
    assert name in ran.err


def test_a_missing_file_is_said_so(shell: Shell) -> None:
    ran = shell("layout", "没有.pdf", "--json")

    assert ran.code == 2
    assert ran.json["error"] == "没有.pdf 不存在。检查文件名，再运行一次。"
