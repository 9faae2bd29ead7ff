"""Random damage to a sound record, and what must hold whatever comes of it."""

import copy
import json
import random
import re
from collections.abc import Iterator
from typing import Any

import notices
import plans
import summaries

from docgen.blanks import leftover_mark
from docgen.engine import Press
from docgen.errors import DocgenError
from docgen.findings import has_errors
from docgen.library import shared_folder
from docgen.rows import Row
from docgen.word.passages import passages

Data = dict[str, Any]
Steps = tuple[str | int, ...]

MORE: dict[str, Data] = {
    "activity_plan": plans.FULL,
    "annual_summary": summaries.FULL,
    "notice": notices.FULL,
    "responsibility_agreement": {
        "委托语": "受白道口镇人民政府委托，本责任书由镇长代表甲方签订",
        "发文字号": "白政安〔2026〕8号",
        "依据": [{"名称": "中华人民共和国安全生产法", "条款": "第九条"}],
        "责任期限": {"开始": "2026-01-01", "结束": "2026年12月31日"},
        "职责": [
            {"标题": "开展日常巡查", "正文": "每月巡查不少于两次。", "要点": ["定人", "定时"]},
            {
                "标题": "加强宣传",
                "标题接排": True,
                "正文": "入户宣传。",
                "下级": [{"正文": "每季一次。"}],
            },
        ],
        "考核": {
            "考核单位": "镇安全生产委员会办公室",
            "考核办法": "实行百分制。",
            "满分": 100,
            "等次": [{"等次": "优秀", "不低于": 90}, {"等次": "合格", "不低于": 0}],
            "考核时间": ["年中", "年末"],
        },
        "奖励": ["优秀的通报表扬。"],
        "惩处": ["不合格的通报批评。"],
        "一票否决": ["瞒报事故的。", "谎报事故的。"],
        "份数": {"总份数": 2, "执有": [{"执有人": "甲方"}, {"执有人": "乙方", "份数": 1}]},
        "其他约定": ["未尽事宜由双方协商。"],
    },
    "training_speech": {
        "讲话人": {"单位": "滑县应急管理局", "职务": "局长", "姓名": "手签"},
        "开头": ["今天开班。", {"正文": "有两个目的：", "要点": ["学法律", "学技术"]}],
        "形势": ["下面，我讲三点意见。"],
        "要点": [
            {"标题": "认清形势，提高认识"},
            {
                "标题": "压实责任",
                "正文": "抓好落实。",
                "要点": ["定人", "定责"],
                "要点分段": True,
                "下级": [{"正文": "每季一次。"}],
                "结尾段": ["以上工作要抓紧。"],
            },
            {"标题": "严肃纪律", "段落": [{"正文": "要求：", "要点": ["甲"], "要点序词": "第一"}]},
        ],
    },
}
"""What a kind's example leaves to docgen, so that it can be damaged too."""

SHORT: list[object] = [
    None, "", "　 ", 0, -1, 3.5, True, 10**20, float("nan"), [], {}, ["甲"], {"甲": 1}, [None],
    "__", "20__年", "××村", "待定", "手签", {"留白": "签字"}, {"blank": "date"},
]  # fmt: skip
HOSTILE: list[object] = [
    "{{ title }}", "{% for x in y %}", "</w:t>", "A & B <c>", "\x00", "\x0b", "\ud800", "\u202e",
    "甲\n乙\t丙", "x" * 5000, "None", "=1+1", "𠮷", "\ufffe", [[[[]]]], {"年度": {"年度": 1}},
]  # fmt: skip
TRACE = re.compile(r"\{\{|\{%|\bNone\b|\bnan\b|undefined")


def full(kind: str) -> Data:
    """Give a complete record of a kind, as rich as a test has it."""
    example = json.loads((shared_folder("examples") / f"{kind}.json").read_text("utf-8"))
    return {**example, **copy.deepcopy(MORE.get(kind, {}))}


def mutations(kind: str, seed: int, count: int) -> Iterator[Data]:
    """Give `count` damaged copies of the full record of a kind."""
    chance, sound = random.Random(seed), full(kind)
    for _ in range(count):
        data = copy.deepcopy(sound)
        for _ in range(chance.randint(1, 4)):
            damage(data, chance)
        yield data


def damage(data: Data, chance: random.Random) -> None:
    """Delete or replace one value anywhere in the record."""
    *above, last = chance.choice(list(steps(data)))
    here: Any = data
    for step in above:
        here = here[step]
    if chance.random() < 0.3:
        del here[last]
    else:
        here[last] = copy.deepcopy(chance.choice(SHORT + HOSTILE))


def steps(value: Any, path: Steps = ()) -> Iterator[Steps]:
    """Walk the paths of everything below `value`; a record damaged to nothing has the root's."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in pairs:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from steps(inner, (*path, step))


def texts(value: Any) -> Iterator[str]:
    """Walk every text below `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def judge(press: Press, data: Data) -> None:
    """Hold one damaged record to the promises: whole and clean, or findings and no document."""
    checked = press.check(Row(data))
    assert (checked.values is None) == has_errors(checked.findings)
    if checked.values is None:
        assert is_refused(press, data)
        return
    printed = "\n".join(passage.text for passage in passages(press.make(checked)))
    given = "\n".join(texts(data))
    assert set(TRACE.findall(printed)) <= set(TRACE.findall(given))
    for line in printed.splitlines():
        mark = leftover_mark(line.replace("_" * 12, "").replace("　　　　年　　月　　日", ""))
        assert mark is None, line


def is_refused(press: Press, data: Data) -> bool:
    """True when no document can be made of the record."""
    try:
        press.make(press.check(Row(data)))
    except DocgenError:
        return True
    return False
