"""A paper to the level above is sent, named and worded as one, and one to those below is not."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.organs import LEVEL_RANKS, NOT_GOVERNING, Level, guess_level, seat
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="direction-differs",
    title="行文方向与主送机关、文种或措辞不一致",
    why="上行文用报告，写“报上”“请审阅”，印签发人；通知是下行文。"
    "对上级说“请认真组织实施”，对下级说“请审阅”，都不得体。",
    faulty="发文机关：白道口镇人民政府　主送机关：滑县人民政府　上行文：否",
    sound="发文机关：白道口镇人民政府　主送机关：滑县人民政府　上行文：是",
)
ASKS_ABOVE = re.compile("请(?:予以?)?(?:审[阅示核定议批]|批[示复转]|备案|指示)")
ORDERS = re.compile("遵照|照此|执行|组织实施|抓好|落实|签订|办理")
GOES_UP, GOES_DOWN = re.compile("(?:报告|请示)$"), re.compile("(?:通知|通报)$")
SAID = {True: "是", False: "否"}


def check(record: Any) -> Iterator[Breach]:
    """Compare the direction with whom the paper is sent to, its title, and what it asks."""
    yield from _recipients(record)
    title = "".join(record.title.split())
    if found := (GOES_DOWN if record.upward else GOES_UP).search(title):
        instead = "报告" if record.upward else "通知"
        yield Breach(
            ("title",),
            f"“上行文”是“{SAID[record.upward]}”，标题的文种却是“{found[0]}”",
            f"标题改用“{instead}”，或不填，由系统拟写；方向写错了的，改“上行文”。",
        )
    above, orders = (bool(words.search(record.instruction)) for words in (ASKS_ABOVE, ORDERS))
    if record.upward and orders and not above:
        yield _wording(record, "请审阅")
    if not record.upward and above and not orders:
        yield _wording(record, "请结合实际认真组织实施")


def _recipients(record: Any) -> Iterator[Breach]:
    issuer = record.issuer
    for index, name in enumerate(record.recipients):
        level = guess_level(name)
        off = 0 if level is None else _rank(name, level) - _rank(issuer.name, issuer.level)
        if level is not None and (off > 0 if record.upward else off < 0):
            yield Breach(
                ("recipients", index),
                f"主送机关“{name}”（{level.label}）{'低于' if off > 0 else '高于'}"
                f"发文机关“{issuer.name}”（{issuer.level.label}），"
                f"“上行文”是“{SAID[record.upward]}”",
                "报送上级的，“上行文”填“是”，并写签发人；发给下级的，填“否”；"
                "写错了机关的，改主送机关。",
            )


def _rank(name: str, level: Level) -> int:
    """Tell how far down an organ stands: an office one below the government of its place."""
    place = seat(name)
    governing = (
        guess_level(f"{place}人民政府") if level in NOT_GOVERNING and place != name else None
    )
    return LEVEL_RANKS[level] if governing is None else LEVEL_RANKS[governing] + 1


def _wording(record: Any, instead: str) -> Breach:
    return Breach(
        ("instruction",),
        f"“上行文”是“{SAID[record.upward]}”，执行要求却写着“{record.instruction}”",
        f"改成“{instead}”之类，或不填，由系统拟写；方向写错了的，改“上行文”。",
    )


rule = Rule(FAULT, ("upward", "recipients", "title", "instruction"), check)
