"""Picking: the text under a column or field of a row, for keys, folders and file names."""

from collections.abc import Callable, Mapping
from string import Formatter

from docgen.batches.columns import field_path, meaning
from docgen.batches.meanings import Meant
from docgen.errors import UsageError
from docgen.fields import FieldType
from docgen.kinds import Kind
from docgen.records import Named, Record, read
from docgen.records.items import settled
from docgen.records.names import split_path
from docgen.records.values import same_name
from docgen.rows import Row
from docgen.vocabulary import Part

NUMBER = "编号"
Pick = Callable[[Row, Meant], str]
"""Gives a text of a row as read, and as it was understood."""


class Picker:
    """Finds columns and fields by name, for one roster."""

    def __init__(self, kind: Kind, headings: tuple[str, ...], common: Row | None) -> None:
        """Keep the headings of a table; nested rows have none."""
        self._kind = kind
        self.headings = headings
        self._common = read(kind.inputs, common) if common else Named({})

    def find(self, name: str, option: str) -> Pick:
        """Find what `name` means: a column, a role's heading, or a field in either language.

        Raises:
            UsageError: when it means nothing; the message lists what there is.
        """
        wanted = same_name(name)
        heading = next((h for h in self.headings if same_name(h) == wanted), None)
        if heading is not None:
            return lambda row, meant: _text(row.data.get(heading))
        target = meaning(self._kind, name, {})
        if target and target.startswith("@"):
            return lambda row, meant: meant.roles.get(target, "")
        path = field_path(self._kind, name)
        if path is None or self._is_group(path):
            known = "、".join(self.headings) or "字段名"
            msg = f"{option} 里的“{name}”不是列名，也不是字段。可用：{known}。"
            raise UsageError(msg)
        return lambda row, meant: self._field(meant.row, path)

    def _is_group(self, path: str) -> bool:
        field = self._kind.inputs.find(path)
        return field is not None and field.type in (FieldType.OBJECT, FieldType.LIST)

    def _field(self, row: Row, path: str) -> str:
        named = read(self._kind.inputs, row)
        own = _at(settled(named.data), path)
        return _text(_at(settled(self._common.data), path) if own is None else own)

    def _computed(self, name: str) -> str | None:
        """Give the path of a field that docgen makes, such as a party's short name."""
        path = field_path(self._kind, name, computed=True)
        known = path is None or field_path(self._kind, name) or self._is_group(path)
        return None if known or same_name(name) in self.headings else path

    def pattern(self, pattern: str) -> "Pattern":
        """Read a file name pattern: `{编号:04}_{村名}`.

        Raises:
            UsageError: when it is malformed or names what does not exist.
        """
        parts: list[tuple[str, str | None, str]] = []
        picks: dict[str, Pick] = {}
        fields: dict[str, str] = {}
        try:
            parsed = list(Formatter().parse(pattern))
        except ValueError as error:
            msg = f"--name “{pattern}”写错了：花括号没有配对。例如：--name {{编号:04}}_{{村名}}"
            raise UsageError(msg) from error
        for literal, name, spec, _ in parsed:
            parts.append((literal, name, spec or ""))
            if name is not None and name != NUMBER:
                path = self._computed(name)
                picks[name] = _nothing if path else self.find(name, "--name")
                if path := path or field_path(self._kind, name):
                    fields[name] = path
        made = Pattern(pattern, tuple(parts), picks, fields)
        made.fill(1, dict.fromkeys(picks, "样例"))
        return made


class Pattern:
    """A file name pattern, read once."""

    def __init__(
        self,
        text: str,
        parts: tuple[tuple[str, str | None, str], ...],
        picks: Mapping[str, Pick],
        fields: Mapping[str, str],
    ) -> None:
        """Keep the literal parts and how each name is picked; `fields` are those of the record."""
        self.fields = fields
        self._text = text
        self._parts = parts
        self._picks = picks

    def values(self, row: Row, meant: Meant) -> dict[str, str]:
        """Pick what the pattern asks of a row."""
        return {name: pick(row, meant) for name, pick in self._picks.items()}

    def fill(self, number: int, values: Mapping[str, str]) -> str:
        """Fill the pattern in.

        Raises:
            UsageError: when a format in it does not fit.
        """
        text = ""
        for literal, name, spec in self._parts:
            text += literal
            if name is not None:
                try:
                    text += format(number if name == NUMBER else values[name], spec)
                except ValueError as error:
                    msg = f"--name “{self._text}”里的格式“{spec}”用不了。例如：{{编号:04}}"
                    raise UsageError(msg) from error
        return text


def _nothing(row: Row, meant: Meant) -> str:
    return ""


def recorded(record: Record | None, path: str) -> str:
    """Give the text at a dotted path of a checked record; empty when it is not there."""
    return _text(_at(record, path))


def _at(data: object, path: str) -> object:
    for step in split_path(path):
        try:
            # A record's parts are attributes, whatever is no container is caught below.
            data = getattr(data, str(step)) if isinstance(data, Part) else data[step]  # type: ignore[index]
        except (AttributeError, KeyError, IndexError, TypeError):
            return None
    return data


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
