"""Validation: named data against a record model, every fault at once and in Chinese."""

import re
from collections.abc import Iterable
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from docgen.blanks import MISSING_VALUE
from docgen.fields import Field, FieldType, dotted, label_path
from docgen.findings import Fault, Finding
from docgen.records.model import Record
from docgen.records.named import Named
from docgen.records.values import WRONG_TYPE, described
from docgen.rows import Path
from docgen.vocabulary import Blank
from docgen.vocabulary.base import HINT

OUT_OF_RANGE = Fault(
    code="out-of-range",
    title="超出允许的范围",
    why="数字或项数超出常理，多半是多打或少打了一位。",
    faulty="年度：20266",
    sound="年度：2026",
)
IMPOSSIBLE_VALUE = Fault(
    code="impossible-value",
    title="写法不对",
    why="日期、文号、期限等有固定写法，写错了经不起核对。",
    faulty="签订日期：2026年6月31日",
    sound="签订日期：2026年6月30日",
)
NOT_BLANK = Fault(
    code="blank-not-allowed",
    title="这里不能留白",
    why="留白只给签字、日期这类手写的地方；别处留白，纸上就缺内容。",
    faulty='年度：{"留白": "签字"}',
    sound="年度：2026",
)
RANGES = {
    "greater_than": ("要大于{gt}", "改成大于{gt}的数。"),
    "greater_than_equal": ("不能小于{ge}", "改成不小于{ge}的数。"),
    "less_than": ("要小于{lt}", "改成小于{lt}的数。"),
    "less_than_equal": ("不能大于{le}", "改成不大于{le}的数。"),
    "too_short": ("至少{min_length}项，现有{actual_length}项", "补上其余各项。"),
    "too_long": ("最多{max_length}项，现有{actual_length}项", "删去多余的项。"),
    "string_too_long": ("最多{max_length}字", "删短一些。"),
    "finite_number": ("不是有限的数", "改成普通的数字。"),
}
FORMS = {
    "string_unicode": ("有显示不出来的字符", "删去它，重新输入这几个字。"),
    "string_pattern_mismatch": ("写法不对", "照说明改正。"),
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NEWER = "这份数据是用更新版本的 docgen 做的", "升级 docgen，再运行一次。"


Model = TypeVar("Model", bound=Record)


def validate(
    model: type[Model], root: Field, data: object, named: Named
) -> tuple[Model | None, list[Finding]]:
    """Check data under identifiers against a record model.

    `data` is what is checked (with defaults filled in), `named` tells where its values came from.
    Gives the record, or None and every fault as a finding at its place.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
    found: dict[Path, Finding] = {}
    for detail in details:
        path = _path(root, detail["loc"])
        if path not in found or found[path].code == NOT_BLANK.code:
            found[path] = _finding(root, path, detail, named)
    return None, list(found.values())


def _path(root: Field, location: Iterable[str | int]) -> Path:
    """Drop from pydantic's location the names of union branches, which are no fields."""
    here: Field | None = root
    path: list[str | int] = []
    for part in location:
        if isinstance(part, int):
            path.append(part)
            here = here.item if here and here.type is FieldType.LIST else None
        elif here is not None and (child := here.child(part)) is not None:
            path.append(part)
            here = child
    return tuple(path)


def _finding(root: Field, path: Path, detail: ErrorDetails, named: Named) -> Finding:
    label = label_path(root, path)
    fault, message, hint = _words(root.find(dotted(path)), label, detail)
    return fault.finding(message, hint, path=dotted(path), label=label, source=named.locate(path))


def _words(known: Field | None, label: str, detail: ErrorDetails) -> tuple[Fault, str, str]:
    kind, value = detail["type"], detail["input"]
    if value is None and HINT in detail.get("ctx", {}):
        return MISSING_VALUE, detail["msg"], detail["ctx"][HINT]
    if kind in ("missing", "string_too_short") or value is None or value in ("", [], {}):
        return MISSING_VALUE, f"{label}没有填写", how_to_fill(known)
    if isinstance(value, Blank) or kind == "not_blank":
        return NOT_BLANK, f"{label}不能留白", how_to_fill(known)
    if kind in RANGES:
        return OUT_OF_RANGE, *_range_words(known, label, detail)
    if known is not None and kind.endswith(("_type", "_parsing", "_from_float", "enum")):
        return WRONG_TYPE.fault, *WRONG_TYPE.say(label, value, known)
    return IMPOSSIBLE_VALUE, *_form_words(known, label, detail)


def _range_words(known: Field | None, label: str, detail: ErrorDetails) -> tuple[str, str]:
    if known is not None and known.name == "schema_version" and detail["type"][0] == "l":
        return NEWER
    message, hint = RANGES[detail["type"]]
    context = detail.get("ctx", {})
    return f"{label}{message.format(**context)}", hint.format(**context)


def _form_words(known: Field | None, label: str, detail: ErrorDetails) -> tuple[str, str]:
    """Put a wrong form into words: those of our own checks, never pydantic's English."""
    message, hint = FORMS.get(detail["type"], (detail["msg"], "照说明改正。"))
    if not CHINESE.search(message):
        message = "写法不对"
    example = known.example if known is not None else None
    if isinstance(example, str | int):
        hint = f"{known.help}，例如“{example}”。" if known and known.help else f"例如“{example}”。"
    hint = detail.get("ctx", {}).get(HINT, hint)
    value = detail["input"]
    if isinstance(value, str | int | float):
        return f"{label}写成了{described(value)}：{message}", hint
    return f"{label or '数据'}：{message}", hint


def how_to_fill(known: Field | None) -> str:
    """Tell how a field is filled in: its help, an example, and whether it may be left blank."""
    if known is None:
        return "补上这一项。"
    first, *others = known.help.split("；")
    asides = ("不填", "需手", "可留白")
    told = [known.label if not first or first.startswith(asides) else first]
    told += [other for other in others if not other.startswith(asides)]
    blank = "；如需手签，请填“手签”" if known.may_be_blank else ""
    return f"填写{'；'.join(told)}{_example(known)}{blank}。"


def _example(known: Field) -> str:
    if known.choices:
        return f"，可选：{'、'.join(f'“{label}”' for _, label in known.choices)}"
    example = known.example
    if not isinstance(example, str | int | float) or isinstance(example, bool):
        return ""
    return "" if Blank.declared(example) else f"，例如“{example}”"
