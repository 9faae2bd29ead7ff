"""Small, complete notices for tests to change."""

import copy
import io
import zipfile
from typing import Any

from agreements import village_agreement
from lxml import etree

from docgen.word.passages import W
from docgen.word.stationery import pack

Data = dict[str, Any]

PLAN: Data = {
    "活动": "安全生产月",
    "组织领导": {"组长": [{"姓名": "手签", "职务": "镇长"}], "成员": ["镇直各单位负责人"]},
    "信息报送": {
        "材料": ["活动总结"],
        "期限": "2025-06-28",
        "联系人": "镇应急管理办公室",
        "联系电话": "0372-0000000",
    },
}
NOTICE: Data = {
    "年度": 2025,
    "发文机关": "白道口镇人民政府",
    "成文日期": "2025年5月26日",
    "发文字号": "白政〔2025〕18号",
    "主送机关": ["各村民委员会", "镇直各单位"],
    "方案": PLAN,
}


def plan_notice(**changes: object) -> Data:
    """Give a complete notice that issues a plan, with fields changed or added."""
    return {**copy.deepcopy(NOTICE), **changes}


def agreement_notice(**changes: object) -> Data:
    """Give a complete notice that issues an agreement, with fields changed or added."""
    data = {name: value for name, value in copy.deepcopy(NOTICE).items() if name != "方案"}
    return {**data, "责任书": village_agreement(年度=2025), **changes}


FULL = plan_notice(
    联合发文机关=[{"名称": "白道口镇人民武装部", "层级": "乡镇"}],
    依据=[{"名称": "关于开展安全生产月活动的通知", "文号": "滑安〔2025〕5号"}],
    同意机关="镇人民政府",
    段落=["各村要在每周五前报送进展。", {"正文": "另有两点：", "要点": ["按时报送", "专人负责"]}],
    各条=[{"标题": "加强领导", "正文": "主要负责人要亲自抓。"}],
    附件=[
        {"标题": "活动统计表说明", "段落": ["请如实填报。"], "各条": ["每周一次。"]},
        {"标题": "宣传资料目录"},
    ],
    版头={
        "紧急程度": "加急",
        "份号": "000001",
        "密级和保密期限": {"密级": "秘密", "保密期限": "1年"},
    },
    附注="此件公开发布",
    版记={
        "抄送": ["县应急管理局"],
        "印发机关": "白道口镇党政综合办公室",
        "印发日期": "2025-05-27",
    },
)


def own_pages(content: bytes) -> bytes:
    """Give a finished notice without the papers behind it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = etree.fromstring(parts["word/document.xml"])
    body = document[0]
    styles = [block.find(f"{W}pPr/{W}pStyle") for block in body]
    names = ["" if style is None else style.get(f"{W}val") for style in styles]
    for block in list(body)[names.index("NewPage") : -1]:
        body.remove(block)
    parts["word/document.xml"] = etree.tostring(document)
    return pack(parts)
