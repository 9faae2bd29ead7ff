"""A text names only posts there are: a town has no 县长, a 街道 no 镇长."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import without_titles

# 建立镇区长效机制 holds no 区长.
HEAD = "(?!效|期|远|度|征|年|久|短|江|城)"
FORMS = (
    (re.compile(f"(?:镇|(?<!城)乡)(?:党委|人民政府|政府)?副?[县区市]长{HEAD}"), "镇长、乡长"),
    (re.compile(f"(?<![乡镇、])街道(?:办事处)?副?[镇乡]长{HEAD}"), "街道办事处主任"),
    (re.compile(f"镇(?:人民政府|政府)?副?乡长{HEAD}"), "镇长"),
    (re.compile(f"(?<!城)乡(?:人民政府|政府)?副镇长{HEAD}"), "乡长"),
)
FAULT = Fault(
    code="no-such-post",
    title="这一级没有这个职务",
    why="镇里没有县长，街道没有镇长，多半是拿别处的文件改漏了。",
    faulty="组长由镇副县长担任。",
    sound="组长由副镇长担任。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for posts joined to a level that does not have them."""
    bare = without_titles(text)
    for pattern, instead in FORMS:
        found = pattern.search(bare)
        if found:
            yield Remark(f"写着“{found[0]}”，这一级没有这个职务", f"核对职务，是不是{instead}。")


rule = TextRule(FAULT, ("县长", "区长", "市长", "镇长", "乡长"), check)
