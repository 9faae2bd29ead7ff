"""A law or regulation of the state that is cited is one there is."""

import re
from collections.abc import Iterator

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.lexicon.laws import STATE
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._laws import Mention, mentions

FAULT = Fault(
    code="law-unknown",
    title="词库里没有这部法律法规",
    why="名称是凭印象写的，或者几部法的名称串在一起，照着就找不到这部法；依据不存在，文件就站不住脚。",
    faulty="根据《中华人民共和国安全生产条例》，制定本方案。",
    sound="根据《中华人民共和国安全生产法》，制定本方案。",
    severity=Severity.WARNING,
)
# 《河南省安全生产条例》, 《滑县…》: what a place has made is not looked up.
LOCAL = re.compile(
    "^(?!城市)[\u4e00-\u9fff]{1,8}?(?:省|自治区|自治州|自治县|州|盟|旗|县(?!域)|市(?!政|场|容)|"
    "特区|新区|示范区|试验区|开发区)"
)
# 《枫桥工作法》 is no law, and 《事故处置办法》 is none of the state's laws and regulations.
NO_LAW = re.compile(
    "(?:[办做方用疗手写看想说书心打守学执司普立技兵疗]|工作|操作|急救|复苏|教学)法$"
)
OF_LAW = re.compile(
    "安全|生产|消防|管理|保护|防治|应对|处罚|许可|监督|责任|应急|救援|劳动|交通|灾害|职业|监察|"
    "促进|建设|规划|保障|处置|治理|调查|报告|防火|预防|管道|矿山|化学品|道路|建筑|特种设备|"
    "烟花|燃气|气象|地震|水利|食品|药品|环境|农村"
)
NO_STATE = re.compile(
    "公司|集团|学校|大学|医院|银行|英国|美国|日本|德国|法国|欧盟|俄罗斯|联合国|[0-9×]"
)
DRAFT = re.compile("草案|征求意见|送审|修订稿|建议稿")
SHORT_FOR = re.compile("(?:以下|下)?(?:统?简称|称为?)$")


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look up every title that looks like a law's or a regulation's of the state."""
    for mention in mentions(text, setting.lexicon):
        if mention.law is None and not mention.is_former and is_claimed(mention, text):
            near = lexicon.nearest_title(mention.name)
            yield Remark(
                f"词库里没有《{mention.name}》这部法律法规"
                + (f"，名称相近的是《{near}》" if near else ""),
                "核对名称；是地方的，在前面写明省、市、县；"
                "确有这部法的，记进自己的词库（titles.toml），或写明理由豁免。",
            )


def is_claimed(mention: Mention, text: str) -> bool:
    """True of an unknown name that looks like one of the state's own laws or regulations."""
    name = mention.name
    bare = name.removeprefix(STATE)
    if not bare.endswith(("法", "条例")) or NO_LAW.search(bare) or NO_STATE.search(bare):
        return False
    if lexicon.known_title(name) or lexicon.intended_law(name) is not None:
        return False
    before, written = text[: mention.start], text[mention.start : mention.end]
    if DRAFT.search(written) or SHORT_FOR.search(before[-8:]):
        return False
    return bare != name or (OF_LAW.search(bare) is not None and not LOCAL.search(bare))


rule = TextRule(FAULT, ("《",), check)
