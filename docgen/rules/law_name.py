"""Laws are called by their exact names."""

from collections.abc import Iterator

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._laws import mentions

FAULT = Fault(
    code="law-name",
    title="法律法规的名称不对",
    why="引用法律要与公布的名称一字不差；多一字、少一字就不是那部法。",
    faulty="认真贯彻《中华人民共和国石油、天然气管道保护法》。",
    sound="认真贯彻《中华人民共和国石油天然气管道保护法》。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for titles that are nearly a law's."""
    for mention in mentions(text, setting.lexicon):
        meant = None if mention.law else lexicon.intended_law(mention.name)
        if meant is not None:
            yield Remark(
                f"写着《{mention.name}》，应是《{meant.full}》",
                f"改成《{meant.full}》；确是另一部法规的，写明理由豁免。",
            )


rule = TextRule(FAULT, ("《",), check)
