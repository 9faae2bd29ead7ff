"""Every fault docgen can find, collected from the modules that find them."""

import difflib
import pkgutil
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib import import_module

import docgen
from docgen.errors import UsageError
from docgen.findings import Actor, Fault
from docgen.report import WEIGHTS

ACTORS = {Actor.CLERK: "填表人（改数据）", Actor.AUTHOR: "模板作者（改模板）"}
Explained = dict[str, str]


def declared() -> Iterator[tuple[str, Fault]]:
    """Give every fault with the name of a module that holds it."""
    for module in pkgutil.walk_packages(docgen.__path__, "docgen."):
        if module.name.startswith(("docgen.cli", "docgen.web", "docgen._shared")):
            continue
        for value in vars(import_module(module.name)).values():
            fault = value if isinstance(value, Fault) else getattr(value, "fault", None)
            if isinstance(fault, Fault):
                yield module.name, fault


@cache
def _known() -> dict[str, Fault]:
    found = {fault.code: fault for _, fault in declared()}
    return dict(sorted(found.items()))


def faults() -> list[Explained]:
    """Give every fault with its explanation, sorted by code."""
    return [{key: str(value) for key, value in asdict(f).items()} for f in _known().values()]


def find_fault(code: str) -> Explained:
    """Find one fault by its code.

    Raises:
        UsageError: when there is none; the message names the nearest.
    """
    for fault in faults():
        if fault["code"] == code:
            return fault
    near = difflib.get_close_matches(code, _known(), n=1)
    guess = f"是不是 {near[0]}？" if near else "用 docgen explain 查看全部代码。"
    msg = f"没有名为“{code}”的问题代码。{guess}"
    raise UsageError(msg)


def explanation(fault: Explained) -> str:
    """Write one fault as a short page."""
    weight = next(name for severity, name in WEIGHTS.items() if severity == fault["severity"])
    actor = next(name for actor, name in ACTORS.items() if actor == fault["actor"])
    return (
        f"{fault['code']}  {fault['title']}\n"
        f"轻重：{weight}　由谁处理：{actor}\n\n"
        f"为什么：{fault['why']}\n错例：{fault['faulty']}\n正例：{fault['sound']}"
    )


def listing(known: list[Explained]) -> str:
    """Write all codes, a line each."""
    return "\n".join(f"{fault['code']}  {fault['title']}" for fault in known)
