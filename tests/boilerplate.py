"""What no standard text may show, whatever kind it belongs to."""

import re
from collections.abc import Collection, Iterator

from docgen.blanks import leftover_mark

PHRASES = {
    "党政同责": "党政同责、一岗双责、齐抓共管、失职追责",
    "管行业必须": "管行业必须管安全、管业务必须管安全、管生产经营必须管安全",
    "安全第一、预防": "安全第一、预防为主、综合治理",
    "人民至上": "人民至上、生命至上",
    "双重预防机制。": "风险分级管控和隐患排查治理双重预防机制。",
    "违章指挥": "违章指挥、违规作业、违反劳动纪律",
    "进农村": "进企业、进农村、进社区、进学校、进家庭",
}
# Names that the reforms of 2018 and 2023 ended, and slips that the field is known for.
FORBIDDEN = re.compile(
    "安监|安全生产监督管理局|公安消防|消防大队|消防支队|环保局|国土资源|工商局|质监局|食药监"
    "|林业局|综治办|扶贫|社会管理综合治理|风险抵押金|失职追究|签定|台帐|其它|截止"
    "|管生产必须|管工作必须|违章作业|电瓶车|重特大|在坐|途径(?=[\u4e00-\u9fff]{1,4}[镇乡])"
)
DATES = re.compile(r"\d{4}年|\d+月\d+日|[〇一二]{4}年")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”》）][,.;:!?()]|[,.;:!?()][\u4e00-\u9fff“《（]|[\"']")


def strings(value: object) -> Iterator[str]:
    """Every text below `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def slips(text: str, tokens: Collection[str]) -> list[str]:
    """What a text shows that no paper may show; `tokens` are the names in braces it may hold."""
    found = [f"留白 {text}"] if leftover_mark(text) else []
    found += [f"旧称或错字 {match}" for match in FORBIDDEN.findall(text)]
    found += [f"日期 {match}" for match in DATES.findall(text)]
    found += [f"半角标点 {match}" for match in HALF_WIDTH.findall(text)]
    found += [f"缺半句 {full}" for word, full in PHRASES.items() if word in text.replace(full, "")]
    asked = set(re.findall(r"\{(.*?)\}", text))
    return found + [f"记号 {token}" for token in sorted(asked - set(tokens))]
