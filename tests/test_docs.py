"""What is documented is true: commands and Python are run, outputs and generated pages compared."""

import doctest
import importlib.util
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import docx
import pytest

import docgen
from docgen.cli import cli
from docgen.word.passages import passages

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES += sorted((ROOT / "docs").rglob("*.md"))
IMAGES = sorted((ROOT / "docs" / "images").glob("*.png"))
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`(docgen [^`]+)`(?!`)")
BREAK = " ⏎ "
SENTENCE_END = re.compile(r"[。？！](?=[^）”\n])")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands() -> dict[str, click.Command]:
    found: dict[str, click.Command] = {"docgen": cli}
    waiting = ["docgen"]
    while waiting:
        words = waiting.pop()
        group = found[words]
        if isinstance(group, click.Group):
            context = click.Context(group)
            for name in group.list_commands(context):
                below = group.get_command(context, name)
                assert below is not None
                found[f"{words} {name}"] = below
                waiting.append(f"{words} {name}")
    return found


def paper(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def cells(row: str) -> list[str]:
    """Give the cells of a table's row; where a cell holds several code spans, all of them."""
    parts = re.split(r"(?<!\\)\|", row)[1:-1]
    return [part.replace("\\|", "|").strip() for part in parts]


def code(cell: str) -> list[str]:
    return [span.strip("`") for span in cell.split(BREAK)]


def table_rows(heading: str) -> list[list[str]]:
    """Give the rows of every table in the page on templates that has this heading."""
    rows: list[list[str]] = []
    inside = False
    for line in text_of(ROOT / "docs" / "templates.md").splitlines():
        inside = line.startswith("|") and (inside or line == heading)
        if inside and line != heading and not line.startswith("|---"):
            rows.append(cells(line))
    return rows


FILLED = table_rows("| 模板里写 | 数据 | 印出 |")
REFUSED = table_rows("| 模板里写 | 提示 |")


@every_page
def test_a_page_and_every_output_it_shows_is_as_the_commands_give_it(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    made = script("generate").pages()

    assert page not in made or made[page]() == text_of(page), "运行 make docs"


def test_every_page_that_is_made_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")

    assert set(script("generate").pages()) <= set(PAGES)


def test_an_output_that_is_no_longer_true_is_found() -> None:
    rerun = script("running").rerun
    page = "```console\n$ docgen --version\ndocgen 0.0.0\n```\n"

    assert rerun(page) == f"```console\n$ docgen --version\ndocgen {docgen.__version__}\n```\n"


def test_a_file_shown_is_the_file_its_commands_read() -> None:
    rerun = script("running").rerun
    page = "存为 `数据.yaml`：\n\n```yaml\n年度: 2026\n```\n\n```console\n$ cat 数据.yaml\n```\n"

    assert rerun(page).endswith("$ cat 数据.yaml\n年度: 2026\n```\n")


def test_the_python_of_the_readme_does_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "我的模板.docx").write_bytes(paper("{{ 姓名 }}", "{{ 金额|大写金额 }}"))
    monkeypatch.chdir(tmp_path)
    blocks = "\n".join(PYTHON.findall(text_of(ROOT / "README.md")))
    example = doctest.DocTestParser().get_doctest(blocks, {}, "README.md", "README.md", 0)

    shown = io.StringIO()
    result = doctest.DocTestRunner().run(example, out=shown.write)

    assert result.attempted > 10
    assert result.failed == 0, shown.getvalue()


@pytest.mark.parametrize("row", FILLED, ids=lambda row: str(row[0]))
def test_a_placeholder_prints_what_its_page_says(row: list[str]) -> None:
    template, data, printed = (code(cell) for cell in row)

    content = docgen.Template(paper(*template)).render(json.loads(data[0]))

    body = [found.text for found in passages(content) if found.place.part == "body"]
    assert [text for text in body if text] == printed


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: str(row[0]))
def test_what_templates_may_not_say_is_refused_in_the_words_of_the_page(row: list[str]) -> None:
    template, message = code(row[0]), row[1]

    with pytest.raises(docgen.DocgenError, match=re.escape(message)):
        docgen.Template(paper(*template))


def test_the_page_on_templates_has_its_tables() -> None:
    assert len(FILLED) > 12
    assert len(REFUSED) > 4


def test_the_page_on_templates_names_every_filter() -> None:
    from docgen.word.filters import FILTERS

    page = text_of(ROOT / "docs" / "templates.md")

    assert [name for name in FILTERS if f"`{name}`" not in page] == []


def test_every_command_has_its_help_and_its_place_in_the_docs() -> None:
    page = text_of(ROOT / "docs" / "cli.md")

    assert [words for words, command in commands().items() if not command.help] == []
    assert [words for words in commands() if f"\n## {words}\n" not in page] == []


def test_every_option_has_its_help() -> None:
    unexplained = [
        f"{words} {option.name}"
        for words, command in commands().items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]

    assert unexplained == []


@every_page
def test_commands_named_in_passing_exist_with_their_options(page: Path) -> None:
    known = commands()
    for shown in INLINE.findall(text_of(page)):
        words = shlex.split(shown)
        name = next(
            joined
            for count in range(len(words), 0, -1)
            if (joined := " ".join(words[:count])) in known
        )
        allowed = {flag for option in known[name].params for flag in option.opts} | {"--help"}
        used = {word for word in words if word.startswith("-") and len(word) > 1}

        assert used <= allowed | {"--version"}, shown
        assert name != "docgen" or words[1].startswith("-"), shown


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text_of(page))

    lost = [
        link for link in links if not link.startswith("http") and not (page.parent / link).is_file()
    ]

    assert lost == []


@every_page
def test_make_targets_named_in_the_docs_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text_of(page), re.MULTILINE))

    assert named <= targets


@every_page
def test_a_line_of_prose_holds_one_sentence(page: Path) -> None:
    prose = re.sub(r"```.*?```", "", text_of(page), flags=re.DOTALL)
    generated = "由 docs/generate.py 写成" in prose

    paragraphs = [line for line in prose.splitlines() if line and line[0] not in "|-0123456789"]

    assert generated or [line for line in paragraphs if SENTENCE_END.search(line)] == []


def test_the_readme_names_the_two_commands() -> None:
    readme = text_of(ROOT / "README.md")

    assert "\nmake demo " in readme
    assert "\nmake test " in readme


@pytest.mark.parametrize("image", IMAGES, ids=lambda image: image.name)
def test_images_are_small_and_shown(image: Path) -> None:
    assert image.read_bytes().startswith(b"\x89PNG")
    assert image.stat().st_size < 200_000
    assert any(image.name in text_of(page) for page in PAGES)


def test_the_demo_shows_one_paper_with_its_signatures(tmp_path: Path) -> None:
    examples = ROOT / "examples"
    kind = "responsibility_agreement"
    docgen.batch(
        kind,
        examples / f"{kind}.roster.csv",
        common=examples / f"{kind}.common.json",
        output=tmp_path,
    )

    shown = subprocess.run(
        [sys.executable, "docs/show_document.py", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    assert "做好的责任书共37份" in shown
    assert "一、责任目标\n" in shown
    assert "  甲方（盖章）：                  乙方（盖章）：\n" in shown
