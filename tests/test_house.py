"""The house stands as drawn: layers, public names, faults declared once."""

import subprocess
import sys
from pathlib import Path

import pytest

import docgen
from docgen.cli._faults import declared, faults
from docgen.kinds import kinds
from docgen.rules import rules

ROOT = Path(docgen.__file__).parents[1]
HEAVY = (
    "pydantic",
    "docx",
    "docxtpl",
    "lxml",
    "openpyxl",
    "jinja2",
    "fastapi",
    "yaml",
    "rich",
    "pypdfium2",
)


def loaded_by(code: str) -> set[str]:
    script = f"import sys; {code}; print(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_a_room_imports_only_rooms_below_it() -> None:
    command = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def test_importing_docgen_loads_nothing_heavy() -> None:
    assert loaded_by("import docgen").isdisjoint(HEAVY)


@pytest.mark.parametrize("name", ["training_speech", "培训开班讲话"])
def test_asking_for_one_kind_loads_no_other(name: str) -> None:
    known = {f"docgen.kinds.{kind}" for kind in kinds()}

    loaded = loaded_by(f"import docgen; docgen.find_kind({name!r})")

    assert loaded & known == {"docgen.kinds.training_speech"}


def test_the_public_names_are_few_and_all_there() -> None:
    assert len(docgen.__all__) <= 12
    assert all(getattr(docgen, name) for name in docgen.__all__)
    assert set(docgen.__all__) <= set(dir(docgen))


def test_every_fault_explains_itself_in_chinese() -> None:
    for fault in faults():
        for name in ("title", "why"):
            assert any("\u4e00" <= char <= "\u9fff" for char in fault[name]), (fault["code"], name)
        assert fault["faulty"], fault["code"]
        assert fault["sound"], fault["code"]


def test_every_fault_is_declared_once() -> None:
    codes = [fault.code for fault in {id(fault): fault for _, fault in declared()}.values()]

    assert sorted(set(codes)) == sorted(codes)


def test_every_rule_is_named_after_its_file() -> None:
    from docgen import discovery
    from docgen.rules import PaperRule, Rule, TextRule

    for name, rule in discovery.collect("docgen.rules", "rule").items():
        assert isinstance(rule, Rule | TextRule | PaperRule)
        assert rule.fault.code == name.replace("_", "-")
    assert len(rules()) == len(discovery.names("docgen.rules"))


def test_every_field_has_a_label_help_and_an_example() -> None:
    for kind in kinds().values():
        for path, field in kind.inputs.walk():
            if field.computed or path.endswith("[]"):
                continue
            assert field.label != field.name, path
            assert field.help, path
            assert field.example is not None, path
