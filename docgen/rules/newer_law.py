"""Where a law was made of what a regulation had ruled, the law is cited too."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as FilePath

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.lexicon import Law
from docgen.rules import Breach, Paper, PaperRule
from docgen.rules._laws import mentions
from docgen.vocabulary import official_date

FAULT = Fault(
    code="newer-law",
    title="同一事项已经有法律，只引用了条例",
    why="法律施行以后只引用从前的条例，依据就不是最高、最新的。",
    faulty="2026年6月的文件只写：根据《危险化学品安全管理条例》",
    sound="2026年6月的文件写：根据《中华人民共和国危险化学品安全法》",
    severity=Severity.INFO,
)


def check(paper: Paper) -> Iterator[Breach]:
    """Look for regulations that rest alone where a law is in force."""
    if not any(older_bases(text, paper.setting.lexicon) for text in paper.citing):
        return
    cited = {
        m.law.key for text in paper.citing for m in mentions(text, paper.setting.lexicon) if m.law
    }
    for path, text in paper.located_texts():
        for law in older_bases(text, paper.setting.lexicon):
            newer = lexicon.find_law(law.raised_to or "")
            since = newer.versions[0].effective if newer else None
            if newer and since and newer.key not in cited and paper.setting.reached(since):
                cited.add(newer.key)  # told once
                yield Breach(
                    path,
                    f"依据里只有《{law.full}》，《{newer.full}》{official_date(since)}起已经施行",
                    f"核对是否应当引用《{newer.full}》。",
                )


@lru_cache(maxsize=4096)
def older_bases(text: str, folder: FilePath) -> tuple[Law, ...]:
    """Give the regulations a text rests on that a law was made of."""
    found = (m.law for m in mentions(text, folder) if m.is_basis)
    return tuple(law for law in found if law is not None and law.raised_to)


rule = PaperRule(FAULT, check)
