"""Reading lexicon files: docgen's own entries, laid over with the user's.

A lexicon file is TOML: `source` and `as_of` on top, then a table an entry, named after what it
tells of. The user's folder may hold a file of the same name; its entries are laid over docgen's
field by field, `off = true` takes one out, and new ones are added.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from docgen.errors import FileError, system_reason
from docgen.library import user_folder

FILES = (
    "agencies",
    "campaigns",
    "counted",
    "grades",
    "laws",
    "phrases",
    "plans",
    "titles",
    "words",
)
POSITION = re.compile(r"at line (\d+), column (\d+)")
OFF = "off"
COMMON = ("source", "as_of")
Tables = dict[str, Any]


def _form(text: str) -> str:
    """Demand a pattern that can be read and does not fit everything."""
    try:
        fits_nothing = re.compile(text).fullmatch("") is None
    except re.error as error:
        raise ValueError from error
    if not fits_nothing:
        raise ValueError
    return text


Form = Annotated[str, AfterValidator(_form)]
"""A regular expression."""


class Entry(BaseModel):
    """What every entry of the lexicon carries: its name, where it is from, and as of when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    source: str = Field(description="出处，如“国务院令第493号”", min_length=1)
    as_of: str | None = Field(
        default=None, description="核实的日期，如“2026-06-26”", pattern=r"^\d{4}(-\d\d){0,2}$"
    )


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def home() -> Path:
    """Give the user's lexicon folder as it is now."""
    return _home(os.environ.get("DOCGEN_HOME"))


@cache
def _home(_: str | None) -> Path:
    # Asking the system for the folder costs more than a rule may.
    return user_folder() / "lexicon"


def entries(name: str, model: type[AnyEntry]) -> Mapping[str, AnyEntry]:
    """Give the entries of one lexicon file by name, read when first asked for.

    Raises:
        FileError: when the user's file cannot be read or says what cannot be.
    """
    return _entries(name, model, home())


@cache
def _entries(name: str, model: type[AnyEntry], folder: Path) -> Mapping[str, AnyEntry]:
    path = folder / f"{name}.toml"
    tables = laid_over(_own_tables(name), _user_tables(folder, path))
    kept = {key: table for key, table in tables.items() if table.pop(OFF, False) is not True}
    return {key: _entry(model, key, table, path) for key, table in kept.items()}


def laid_over(below: Tables, above: Tables) -> Tables:
    """Lay one tree of tables over another: tables join, everything else is replaced."""
    joined = dict(below)
    for key, value in above.items():
        under = joined.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            value = laid_over(under, value)
        joined[key] = value
    return joined


def _own_tables(name: str) -> Tables:
    text = (files("docgen.lexicon") / f"{name}.toml").read_text(encoding="utf-8")
    return _spread(tomllib.loads(text), {})


def _user_tables(folder: Path, path: Path) -> Tables:
    """Give the user's entries; none when there is no such file."""
    _demand_known_names(folder)
    if not path.is_file():
        return {}
    tables = _parsed(path)
    for key, table in tables.items():
        if key not in COMMON and not isinstance(table, dict):
            msg = f'{path} 的“{key}”不是一条。写成一行 ["{key}"]，它的各项写在下面，一行一项。'
            raise FileError(msg)
    return _spread(tables, {"source": str(path)})


def _demand_known_names(folder: Path) -> None:
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in FILES:
            known = "、".join(f"{name}.toml" for name in FILES)
            msg = f"{path} 不会被读到，词库里没有这个文件名。改成 {known} 之一，或移到别处。"
            raise FileError(msg)


def _spread(tables: Tables, common: Tables) -> Tables:
    """Give every entry the source and date that stand on top of its file."""
    top = {**common, **{name: str(tables[name]) for name in COMMON if name in tables}}
    named = {key: value for key, value in tables.items() if key not in COMMON}
    return {key: {**top, **table} for key, table in named.items()}


def _parsed(path: Path) -> Tables:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        msg = f"读不了 {path}：{system_reason(error)}。改好权限，或移到别处，再运行一次。"
    except UnicodeDecodeError:
        msg = f"{path} 不是 UTF-8 编码。用记事本另存为 UTF-8，再运行一次。"
    except tomllib.TOMLDecodeError as error:
        at = POSITION.search(str(error))
        where = f"第{at[1]}行第{at[2]}列" if at else "末尾"
        msg = f"{path} {where}不是 TOML 的写法。照 docs/rules.md 的例子改正，再运行一次。"
    raise FileError(msg)


def _entry(model: type[AnyEntry], key: str, table: Tables, path: Path) -> AnyEntry:
    try:
        return model.model_validate({**table, "key": key})
    except ValidationError as error:
        first = error.errors()[0]
    name = ".".join(str(step) for step in first["loc"]) or "各项"
    raise FileError(f'{path} 的 ["{key}"]：{_fault(model, name, first["type"])}')


def _fault(model: type[Entry], name: str, kind: str) -> str:
    """Say what is wrong with one field of an entry, and how it is written."""
    known = model.model_fields.get(name.partition(".")[0])
    if known is None:
        names = "、".join(field for field in model.model_fields if field != "key")
        return f"没有 {name} 这一项。可写的有 {names}。"
    fault = f"没有写 {name}" if kind == "missing" else f"{name} 写得不对"
    return f"{fault}，应是{known.description}。改正后再运行一次。"
