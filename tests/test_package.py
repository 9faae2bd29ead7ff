"""The wheel: it holds all that docgen needs, and works where there is no checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KIND = "responsibility_agreement"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder)
    return folder


def run(installed: Path, folder: Path, *arguments: str) -> str:
    """Run Python where docgen can only come from the wheel."""
    libraries = (sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(installed), *dict.fromkeys(libraries)]),
        "DOCGEN_HOME": str(folder / "home"),
        "PYTHONUTF8": "1",
    }
    # Without site no .pth file is followed: an editable install of the checkout is out of reach.
    done = subprocess.run(
        [sys.executable, "-S", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "member",
    [
        f"docgen/_shared/templates/docx/{KIND}.docx",
        f"docgen/_shared/schemas/{KIND}.json",
        f"docgen/_shared/examples/{KIND}.json",
        f"docgen/_shared/examples/{KIND}.common.json",
        f"docgen/_shared/examples/{KIND}.roster.csv",
        f"docgen/kinds/texts/{KIND}.toml",
        "docgen/pdf/fonts.conf",
        "docgen/py.typed",
    ],
)
def test_the_wheel_holds_what_docgen_reads(wheel: Path, member: str) -> None:
    with zipfile.ZipFile(wheel) as package:
        assert member in package.namelist()


def test_the_wheel_holds_every_module_and_no_test(wheel: Path) -> None:
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "docgen").rglob("*.py")}

    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())

    assert modules <= names
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"docgen"}


def test_the_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    shown = run(installed, tmp_path, "-c", "import docgen; print(docgen.__file__)")

    assert Path(shown.strip()).is_relative_to(installed)


def test_the_installed_package_makes_its_own_example(installed: Path, tmp_path: Path) -> None:
    example = installed / "docgen" / "_shared" / "examples" / f"{KIND}.json"

    run(installed, tmp_path, "-m", "docgen", "render", str(example), "-o", "责任书.docx")

    assert (tmp_path / "责任书.docx").read_bytes().startswith(b"PK")


def test_the_installed_package_makes_its_own_batch(installed: Path, tmp_path: Path) -> None:
    examples = installed / "docgen" / "_shared" / "examples"
    arguments = [KIND, str(examples / f"{KIND}.roster.csv"), "-o", "out"]

    run(
        installed,
        tmp_path,
        *("-m", "docgen", "batch", *arguments),
        *("--common", str(examples / f"{KIND}.common.json")),
    )

    assert len(list((tmp_path / "out").rglob("*.docx"))) == 37
