"""Layouts by name or file: those docgen knows, and an office's own in the user's folder."""

import difflib
from pathlib import Path

from docgen.errors import FileError, UsageError, system_reason
from docgen.library import user_folder
from docgen.word.profile_files import read_profile
from docgen.word.profiles import ALIASES, PROFILES, Profile

SUFFIX = ".toml"
Layout = str | Path | Profile
"""A layout by its name, its file, or itself."""


def find_layout(name: Layout) -> Profile:
    """Give the layout of that name, or in that file; one that is found already is itself.

    Raises:
        UsageError: when there is none of that name; the message names the nearest.
        FileError: when the file is missing or cannot be read.
        FindingsError: when the file is not right, with every fault of it.
    """
    if isinstance(name, Profile):
        return name
    if isinstance(name, Path) or name.endswith(SUFFIX):
        return read_file(Path(name))
    known = ALIASES.get(name, name)
    if known in PROFILES:
        return PROFILES[known]
    own = own_layouts()
    if name in own:
        return read_file(own[name])
    names = [*PROFILES, *ALIASES, *own]
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"是不是 {near[0]}？" if near else f"可用的有{'、'.join(names)}。"
    msg = (
        f"没有名为“{name}”的版式。{hint}"
        f"本单位的版式写成 {folder() / f'{name}{SUFFIX}'}，或用 --layout 指明文件。"
    )
    raise UsageError(msg)


def folder() -> Path:
    """Give the user's folder of layouts."""
    return user_folder() / "layouts"


def own_layouts() -> dict[str, Path]:
    """Give the files of the user's folder by name."""
    return {path.stem: path for path in sorted(folder().glob(f"*{SUFFIX}"))}


def read_file(path: Path) -> Profile:
    """Read a layout file.

    Raises:
        FileError: when it is missing or cannot be read.
        FindingsError: when it is not right, with every fault of it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        msg = f"版式文件 {path} 不存在。检查文件名，再运行一次。"
    except OSError as error:
        msg = f"版式文件 {path} 读不了（{system_reason(error)}）。检查路径和权限。"
    except UnicodeDecodeError:
        msg = f"版式文件 {path} 不是 UTF-8 编码。用记事本另存为 UTF-8，再运行一次。"
    else:
        return read_profile(text, str(path), path.stem)
    raise FileError(msg)
