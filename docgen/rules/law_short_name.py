"""A law a paper rests on is first called by its full name."""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path as FilePath

from docgen.findings import Fault, Severity
from docgen.rows import Path
from docgen.rules import Breach, Paper, PaperRule
from docgen.rules._laws import Mention, mentions
from docgen.vocabulary import LegalBasis

FAULT = Fault(
    code="law-short-name",
    title="作依据的法律第一次出现没有写全称",
    why="第一次引用写全称，后面才用简称，这是引用法律的规矩。",
    faulty="根据《安全生产法》，制定本方案。",
    sound="根据《中华人民共和国安全生产法》（以下简称《安全生产法》），制定本方案。",
    severity=Severity.INFO,
)


def check(paper: Paper) -> Iterator[Breach]:
    """Look for a short name used as a basis before the full one."""
    if not any(shortened(text, paper.setting.lexicon) for text in paper.citing):
        return
    named: set[str] = set()
    for path, text in paper.located_texts():
        for mention in mentions(text, paper.setting.lexicon) if "《" in text else ():
            if mention.law is None:
                continue
            if is_short(mention) and mention.law.key not in named:
                where = listed_at(paper, mention.name) or path
                yield breach(where, mention.name, mention.law.full)
            named.add(mention.law.key)


def listed_at(paper: Paper, name: str) -> Path | None:
    """Tell where the basis itself is filled in, which the words are drawn from."""
    for part in paper.parts(is_basis):
        if isinstance(part, LegalBasis) and part.name == name:
            return (*paper.path_of(part), "name")
    return None


@cache
def is_basis(type_: type) -> bool:
    """True of the type of what a paper rests on."""
    return issubclass(type_, LegalBasis)


@lru_cache(maxsize=4096)
def shortened(text: str, folder: FilePath) -> bool:
    """True when a text rests on a law by its short name."""
    return any(is_short(mention) for mention in mentions(text, folder))


def is_short(mention: Mention) -> bool:
    """True of a short name that a paper rests on."""
    law = mention.law
    return law is not None and mention.is_basis and mention.name == law.key != law.full


def breach(path: Path, name: str, full: str) -> Breach:
    """Tell of one short name."""
    return Breach(
        path,
        f"依据里第一次写《{name}》没有用全称《{full}》",
        f"写成《{full}》；后面还要用到的，加“（以下简称《{name}》）”。",
    )


rule = PaperRule(FAULT, check)
