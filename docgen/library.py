"""Where templates, schemas and examples are.

The user's own folder comes first, then the checkout docgen runs from, then the installed wheel.
"""

import os
from pathlib import Path

from docgen.errors import FileError

PACKAGE = Path(__file__).parent
SCHEMA_HEAD = 200
"""Characters in which a schema has told its title."""


def user_folder() -> Path:
    """Give the user's folder: `$DOCGEN_HOME`, else the system's place for a program's data."""
    own = os.environ.get("DOCGEN_HOME")
    if own:
        return Path(own)
    import platformdirs

    return platformdirs.user_data_path("docgen", appauthor=False)


def kinds_folder() -> Path | None:
    """Give the folder of the user's own kinds, `$DOCGEN_KINDS`; None where none is named.

    Its files are programs. So it is never looked for: naming it is how a user says he trusts it.
    """
    own = os.environ.get("DOCGEN_KINDS")
    return Path(own) if own else None


def shared_folder(name: str) -> Path:
    """Give docgen's own `templates`, `schemas` or `examples` folder."""
    installed = PACKAGE / "_shared" / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def schema_titled(title: str) -> str:
    """Give the name of the schema that has that title; nothing where none has."""
    mark = f'"title": "{title}"'
    files = shared_folder("schemas").glob("*.json")
    return next((file.stem for file in files if mark in _beginning(file)), "")


def _beginning(file: Path) -> str:
    with file.open(encoding="utf-8") as opened:
        return opened.read(SCHEMA_HEAD)


def template_file(kind: str, home: Path | None = None) -> Path:
    """Find the template of a kind: the user's own when there is one.

    `home` is the folder of a kind that does not come with docgen.

    Raises:
        FileError: when there is none; the message says where to put it.
    """
    own = user_folder() / "templates" / f"{kind}.docx"
    if own.is_file():
        return own
    folder = home / "templates" if home else shared_folder("templates") / "docx"
    path = folder / f"{kind}.docx"
    if not path.is_file():
        msg = f"文种 {kind} 的模板不存在。把模板存到 {own}，再运行一次。"
        raise FileError(msg)
    return path


def is_foreign(template: Path) -> bool:
    """True of a template that neither came with docgen nor stands in the user's own folder.

    The folder of the user's kinds is his own too.
    """
    homes = (shared_folder("templates"), user_folder() / "templates", kinds_folder())
    path = template.resolve()
    return not any(home and path.is_relative_to(home.resolve()) for home in homes)
