"""The forms in which a summary tells its figures, by what they count."""

import re

NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[一二三四五六七八九十两]{1,3})"
PLAIN = "(?!以上|以下|以内|左右|余|多)"
BETWEEN = r"(?P<between>[^，。；、：\s\d]{0,12}?)"
HAZARDS = (
    "(?:各类|各种|存在|的|一批|安全生产|生产安全|安全|事故|风险)*(?:隐患|问题)"
    "(?:及|和|等|问题|隐患|点|共)*"
)
PLACES = "(?:处|条|个|项|起|件)"
GRAVE = "重大(?:生产安全|安全|事故|生产|火灾)*隐患(?:共)?"
NOT_DONE = "".join(
    f"(?<!{word})" for word in (
        "责令", "限期", "督促", "要求", "正在", "没有", "尚未", "未", "待", "需", "应",
        "当场", "现场", "立即", "就地", "未完成", "立行立改", "继续",
    )
)  # fmt: skip
FORMS = {
    "count": (
        f"发生{BETWEEN}事故{NUMBER}起{PLAIN}",
        f"发生{NUMBER}起{BETWEEN}事故(?!隐患)",
        rf"(?:其中|[，、；：])(?P<between>[^，。；、：\s\d发]{{2,10}})事故{NUMBER}起{PLAIN}",
    ),
    "deaths": (f"(?:死亡|亡)(?:人数)?(?:共|为)?{NUMBER}人{PLAIN}", f"{NUMBER}人(?:死亡|遇难)"),
    "injured": (f"(?<!重)(?<!轻)受伤(?:人数)?(?:共|为)?{NUMBER}人{PLAIN}", f"{NUMBER}人受伤"),
    "serious": (f"重伤{NUMBER}人{PLAIN}",),
    "minor": (f"轻伤{NUMBER}人{PLAIN}",),
    "loss_wan": (f"经济损失(?:共计|合计|共|为)?{NUMBER}(?P<wan>万)?元{PLAIN}",),
    "units": (f"(?:检查|督查|排查)(?:了|共)?{BETWEEN}{NUMBER}家次{PLAIN}",),
    "people": (f"出动(?:了|共)?{BETWEEN}{NUMBER}人次{PLAIN}",),
    "found": (
        f"(?:排查|发现|查出|检查出|查找出?|摸排)(?:出|了|到)*{HAZARDS}{NUMBER}{PLACES}{PLAIN}",
    ),
    "fixed": (
        f"{NOT_DONE}整改(?:完成|到位|完毕|了)*(?:{HAZARDS})?{NUMBER}{PLACES}{PLAIN}",
        f"(?<!未)消除(?:了)?{HAZARDS}{NUMBER}{PLACES}{PLAIN}",
    ),
    "open": (
        f"(?:还有|尚有|仍有|剩余|余下|剩下){NUMBER}{PLACES}"
        "(?:(?:各类|安全|事故)*隐患|(?=(?:没有|未|尚未|还没有?|正在|待)(?:完成|按期)?整改))",
    ),
    "rate": (rf"整改率(?:均|已|达到|达|为|是|了)*{NUMBER}[%％](?P<least>以上)?",),
    "notices": (f"整改(?:指令|通知|指令通知)书?(?:共)?{NUMBER}份{PLAIN}",),
    "penalised": (f"(?:实施|作出|给予)?行政处罚(?:案件)?(?:共)?{NUMBER}(?:起|件|次){PLAIN}",),
    "fine_wan": (f"罚款(?:金额)?(?:共计|合计|共)?(?:人民币)?{NUMBER}(?P<wan>万)?元{PLAIN}",),
    "major_found": (f"(?:排查|发现|查出)(?:出|了)*{GRAVE}{NUMBER}{PLACES}{PLAIN}",),
    "major_listed": (f"挂牌督办(?:{GRAVE})?{NUMBER}{PLACES}{PLAIN}",),
    "major_closed": (f"销号(?:{GRAVE})?{NUMBER}{PLACES}{PLAIN}",),
    "sessions": (
        f"(?:举办|组织|开展|举行|开办)(?:了|共)?{BETWEEN}培训(?:班|会|活动|讲座)?(?:共)?"
        f"{NUMBER}(?:期次|场次|期|场|次|班){PLAIN}",
        f"(?:举办|组织|开展|举行|开办)(?:了)?{NUMBER}(?:期次|场次|期|场|次){BETWEEN}培训",
    ),
    "persons": (f"(?<!应)培训(?:各类人员|人员|学员)?(?:共)?{NUMBER}人次?{PLAIN}",),
    "drills": (
        f"(?:举办|组织|开展|举行)(?:了|共)?{BETWEEN}演练(?:活动)?(?:共)?"
        f"{NUMBER}(?:场次|场|次){PLAIN}",
        f"(?:举办|组织|开展|举行)(?:了)?{NUMBER}(?:场次|场|次){BETWEEN}演练",
    ),
    "agreements": (f"签订(?:了|共)?{BETWEEN}责任[书状](?:共)?{NUMBER}份{PLAIN}",),
    "enterprises": (
        "(?:共有?|现有|辖区内?有)(?:各类)?(?:生产经营单位|生产经营企业|企业)(?:共|总数)?"
        f"{NUMBER}家(?!次){PLAIN}",
    ),
}  # fmt: skip
PATTERNS = tuple(
    (key, re.compile(form)) for key, forms in FORMS.items() for form in forms
)  # fmt: skip
NAMES = {
    "count": "事故起数", "deaths": "死亡人数", "injured": "受伤人数", "serious": "重伤人数",
    "minor": "轻伤人数", "loss_wan": "直接经济损失（万元）", "units": "检查单位",
    "people": "检查人员", "found": "发现隐患", "fixed": "完成整改", "open": "尚未整改",
    "rate": "整改率",
    "notices": "整改通知", "penalised": "行政处罚", "fine_wan": "罚款（万元）",
    "major_found": "重大隐患排查", "major_listed": "重大隐患挂牌督办",
    "major_closed": "重大隐患销号", "sessions": "培训期数", "persons": "培训人数",
    "drills": "演练场次", "agreements": "签订责任书", "enterprises": "企业总数",
}  # fmt: skip
