"""The template against a kind: whether everything it prints exists in the record.

All faults at once, each with its place: unknown fields, lists printed as text, loops over what
is no list, and fields that must be filled in but are printed nowhere.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from docgen.fields import Field, FieldType
from docgen.findings import Actor, Fault, Finding, Severity
from docgen.word.program import Compiled
from docgen.word.sites import Reference, Site, Use

NOT_TEXT = Fault(
    code="list-as-text",
    title="列表或一组字段被当作文字印出",
    why="列表和一组字段不是一句话，直接印出来没有意义。",
    faulty="{{ 任务 }}（任务是列表）",
    sound="{%p for 项 in 任务 %}{{ 项.内容 }}{%p endfor %}",
    actor=Actor.AUTHOR,
)
NOT_A_LIST = Fault(
    code="loop-over-non-list",
    title="循环的对象不是列表",
    why="只有列表可以逐项取；对文字循环会拆成单个的字。",
    faulty="{% for 项 in 标题 %}",
    sound="{% for 项 in 任务 %}",
    actor=Actor.AUTHOR,
)
TRUTH_AS_TEXT = Fault(
    code="truth-as-text",
    title="“是/否”被当作文字印出",
    why="印出来会是 True 或 False，不是公文的话。",
    faulty="{{ 重点村 }}",
    sound="{% if 重点村 %}重点村{% endif %}",
    actor=Actor.AUTHOR,
)
NEVER_PRINTED = Fault(
    code="field-never-printed",
    title="必填的字段没有印出",
    why="要求人填写，却没有印在纸上，多半是模板漏了。",
    faulty="必填“电话”，模板里没有 {{ 乙方.电话 }}",
    sound="模板里有 {{ 乙方.电话 }}",
    severity=Severity.WARNING,
    actor=Actor.AUTHOR,
)

_DEPTH = 4


def check_compiled(compiled: Compiled, fields: Field) -> list[Finding]:
    """Hold a template, compiled against a field tree, against that tree: every finding."""
    return [*compiled.told, *compiled.unfit, *contract_faults(compiled.sites, fields)]


def contract_faults(
    sites: Sequence[Site], fields: Field, mentioned: Collection[str] = ()
) -> Iterator[Finding]:
    """Report values used as what they are not, and required fields that are printed nowhere.

    A field whose name is among the words `mentioned` in tags that cannot be read is spared.
    """
    for site in sites:
        if not site.is_copy:
            yield from _misused(site)
    for finding in _never_printed(sites, fields):
        names = {(finding.path or "").rpartition(".")[2].removesuffix("[]"), finding.label}
        if not names.intersection(mentioned):
            yield finding


def _misused(site: Site) -> Iterator[Finding]:
    """Report a field that is used as what it is not."""
    reference = site.direct
    if reference is None or reference.field is None:
        return
    field, placeholder = reference.field, site.placeholder
    written = placeholder.expression
    report = partial(Fault.finding, path=reference.path, label=field.label, place=placeholder.place)
    if placeholder.use is Use.LOOP and field.type is not FieldType.LIST:
        message = f"“{written}”：{field.label}不是列表，不能循环"
        hint = "去掉循环，或换成列表字段"
        yield report(NOT_A_LIST, message, hint)
    if placeholder.use is not Use.PRINT:
        return
    if field.type in (FieldType.LIST, FieldType.OBJECT):
        is_list = field.type is FieldType.LIST
        message = f"“{written}”：{field.label}是{'列表' if is_list else '一组字段'}，不能直接印出"
        hint = "用 {% for … in … %} 逐项印，或用 join" if is_list else _parts_hint(written, field)
        yield report(NOT_TEXT, message, hint)
    if field.type is FieldType.BOOLEAN:
        message = f"“{written}”：{field.label}是“是/否”，不能直接印出"
        hint = "写成 {% if … %}…{% endif %}"
        yield report(TRUTH_AS_TEXT, message, hint)


def _parts_hint(written: str, field: Field) -> str:
    parts = "、".join(f"{written}.{child.label}" for child in field.children[:6])
    return f"印其中的一项：{parts}"


def _never_printed(sites: Sequence[Site], fields: Field) -> Iterator[Finding]:
    used = {_bare(ref) for site in sites for ref in site.references}
    made_from = tuple(_made_from(fields, used))
    for path, field in _required(fields, "", 0):
        is_used = any(_is_within(one, path) for one in used)
        if not is_used and not any(_is_within(path, whole) for whole in made_from):
            message = f"必填的“{field.label}”（{path}）没有印在模板里"
            hint = "在模板里加上它；确实不用印的，可以不管"
            yield NEVER_PRINTED.finding(message, hint, path=path, label=field.label)


def _made_from(fields: Field, used: set[str]) -> Iterator[str]:
    """Give the paths that computed fields print on the template's behalf."""
    for name in {path.split(".")[0].split("[")[0] for path in used}:
        field = fields.child(name)
        yield from field.prints if field else ()


def _is_within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))


def _bare(reference: Reference) -> str:
    """Give a path with every list position as `[]`."""
    steps = ("[]" if not isinstance(step, str) else f".{step}" for step in reference.steps)
    return "".join(steps).removeprefix(".")


def _required(parent: Field, prefix: str, depth: int) -> Iterator[tuple[str, Field]]:
    """Walk the fields that must be filled in whenever their parent is there."""
    if depth == _DEPTH:
        return
    for child in parent.children:
        is_item = child.name.startswith("[")
        if not (child.required or is_item) or child.computed:
            continue
        path = f"{prefix}{child.name}" if is_item or not prefix else f"{prefix}.{child.name}"
        if child.type in (FieldType.OBJECT, FieldType.LIST):
            yield from _required(child, path, depth + 1)
        elif not is_item:
            # What an organ's name tells of it (its level) is known, and seldom printed.
            if not (prefix and child.type is FieldType.CHOICE and child.is_drawn_up):
                yield path, child
        else:
            yield prefix, parent
