"""Nothing is left of the web page a text was copied from."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.rules import Remark, Setting, TextRule

RESIDUE = re.compile(
    "范文(?:参考|大全|吧|库|网)|(?:工作)?(?:总结|方案|讲话|计划|责任书)范文|来源[：:]\\s*(?:网络|互联网|本站|[^，。；]{0,6}(?:范文|文库|百科)网?)|"
    "本文(?:来源|来自|转自)|转载请注明|版权归原作者|点击(?:下载|查看)|关注公众号|"
    "此处隐藏|展开全文|阅读全文|上一篇[：:]|下一篇[：:]|编者按[：:]|责任编辑[：:]|小编(?![制组队号程排织])|"
    "[【（(]?篇[一二三四五六七八九]】|第[一二三四五六七八九十]篇[：:]|心得体会(?=[（(][一二三四五六七八九十])|"
    "&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip);|</?(?:p|br|div|span|strong|font)\\b[^>]*>|`"
)
FAULT = Fault(
    code="web-residue",
    title="留着网页上的字样",
    why="从网上抄来的稿子里夹着网站名、广告、代码，印出来是笑话。",
    faulty="督促有关单位履行职责，范文参考网解决安全生产工作的重大问题。",
    sound="督促有关单位履行职责，解决安全生产工作的重大问题。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for what only web pages say."""
    for found in RESIDUE.finditer(text):
        yield Remark(f"夹着网页上的“{found[0]}”", "删去它，通读前后有没有缺字、错行。")


rule = TextRule(
    FAULT,
    (
        "范文",
        "来源",
        "来自",
        "转自",
        "转载",
        "版权",
        "点击",
        "公众号",
        "隐藏",
        "全文",
        "一篇",
        "编者",
        "编辑",
        "小编",
        "篇",
        "体会",
        "&",
        "<",
        "`",
    ),
    check,
)
