"""Rules over texts: what each catches in a sentence, and what all of them leave alone."""

import datetime

import pytest
from clean_sentences import ANYBODY, COUNTY, TOWN

from docgen.findings import Severity
from docgen.organs import Level
from docgen.rules import Setting, TextRule, rules
from docgen.rules._judging import Judge

TODAY = datetime.date(2026, 6, 3)
SPEAKERS = {
    "我镇": Level.TOWNSHIP,
    "我乡": Level.TOWNSHIP,
    "我街道": Level.TOWNSHIP,
    "我县": Level.COUNTY,
    "我区": Level.COUNTY,
    "本村": Level.VILLAGE,
}
TEXT_RULES = [rule for rule in rules() if isinstance(rule, TextRule)]
DATES = {"law-not-yet-in-force": datetime.date(2026, 3, 1)}
SOUND_DATES = {"law-not-yet-in-force": TODAY}
BASIS = "根据《中华人民共和国{}》，制定本方案。"


def setting(term: str = "我镇", day: datetime.date | None = TODAY) -> Setting:
    return Setting(day, SPEAKERS[term], term)


def codes(text: str, in_setting: Setting | None = None) -> list[str]:
    verdicts = Judge(in_setting or setting()).verdicts([text])
    return [rule.fault.code for rule, _ in verdicts.get(text, ())]


def remarks(text: str, in_setting: Setting | None = None) -> list[str]:
    verdicts = Judge(in_setting or setting()).verdicts([text])
    return [remark.message for _, remark in verdicts.get(text, ())]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.fault.code)
def test_a_rule_catches_its_faulty_example_and_all_spare_the_sound_one(rule: TextRule) -> None:
    code = rule.fault.code

    assert code in codes(rule.fault.faulty, setting(day=DATES.get(code, TODAY)))
    assert codes(rule.fault.sound, setting(day=SOUND_DATES.get(code, TODAY))) == []


CAUGHT = [
    ("outdated-agency", "由县安全生产监督管理局牵头，县公安消防大队配合。"),
    ("outdated-agency", "县环保局、县工商局参加联合检查。"),
    ("outdated-agency", "各单位向市国土资源局报告地质灾害隐患。"),
    ("outdated-agency", "按照国家安全监管总局的要求开展检查。"),
    ("outdated-agency", "县农业局、县卫生局、县物价局要密切配合。"),
    ("outdated-agency", "协调煤矿安全监察局开展联合执法。"),
    ("outdated-word", "深入贯彻落实党的十九大和十九届历次全会精神。"),
    ("outdated-word", "贯彻党的十八大精神，推动安全发展。"),
    ("outdated-grade-word", "坚决防止特大火灾的发生。"),
    ("outdated-grade-word", "没有发生重大、特大道路交通事故。"),
    ("law-name", "认真学习《安全生产管理法》。"),
    ("law-name", "依据《中华人民共和国危险化学品安全管理条例》开展检查。"),
    ("law-name", "按照《安全生产事故报告和调查处理条例》上报。"),
    ("law-name", "宣传《中华人民共和国突发事件应急法》。"),
    ("law-name", "落实《地方党政领导干部安全生产责任规定》。"),
    ("law-name", "学习《中华人民共和国安全生生产法》。"),
    ("law-number-differs", "按照《消防安全责任制实施办法》（国办发〔2018〕87号）执行。"),
    ("law-number-differs", "执行《生产安全事故应急条例》（中华人民共和国国务院令第780号）。"),
    ("law-not-in-force", "依据《森林防火条例》加强野外火源管理。"),
    ("law-not-in-force", "依据《中华人民共和国合同法》追究违约责任。"),
    ("law-not-in-force", "按照《企业职工伤亡事故报告和处理规定》上报。"),
    ("law-not-in-force", "2014年修正的《中华人民共和国安全生产法》规定了罚则。"),
    ("law-not-in-force", "学习《中华人民共和国安全生产法（2020修正）》。"),
    ("law-not-in-force", "2003年颁布的《中华人民共和国安全生产法》是基本法。"),
    ("law-not-in-force", "《中华人民共和国突发事件应对法》自2024年6月28日起施行。"),
    ("law-not-in-force", "《中华人民共和国消防法》（2019年修正）第三条规定了消防工作的方针。"),
    ("fixed-phrase", "落实党政同责、一岗双责、齐抓共管、失职追究。"),
    ("fixed-phrase", "坚持管工作必须管安全。"),
    ("fixed-phrase", "坚持生命至上、人民至上。"),
    ("fixed-phrase", "坚持安全第一、预防为主、综合管理的方针。"),
    ("fixed-phrase", "做到防范于未然。"),
    ("fixed-phrase", "坚持安全第二、预防为主、综合治理方针。"),
    ("fixed-phrase", "贯彻“安全第一、预防为主”的安全生产方针。"),
    ("fixed-phrase", "开展平安生产月活动。"),
    ("phrase-count", "落实“三管三必须”，管行业必须管安全、管业务必须管安全。"),
    ("phrase-count", "安全宣传“五进”（进企业、进农村、进社区、进学校）。"),
    ("phrase-count", "严查“三违”，即违章指挥、违章作业、违规操作、违反劳动纪律。"),
    ("announced-count", "成立三个小组（综合组、检查组、宣传组、保障组）。"),
    ("announced-count", "途经王庄镇、小铺乡、枣村乡，共4个乡镇。"),
    ("announced-count", "提四点要求：一是提高认识；二是压实责任；三是严肃纪律。"),
    ("announced-count", "做好两个方面：（一）抓宣传。（二）抓检查。（三）抓整改。"),
    ("announced-count", "落实3项措施：1.建台账；2.明责任。"),
    ("announced-count", "有2个村（东街村、西街村、南街村）未完成。"),
    ("points-numbering", "一是抓宣传。二是抓检查。二是抓整改。"),
    ("points-numbering", "第一，提高认识。第三，狠抓落实。"),
    ("points-numbering", "要做到：二是压实责任；三是强化督导。"),
    ("law-unknown", "根据《中华人民共和国安全生产条例》，制定本方案。"),
    ("law-unknown", "依据《安全生产责任法》追究责任。"),
    ("law-unknown", "学习《生产安全事故应急处置条例》。"),
    ("level-mixed", "我县各村要认真落实。"),
    ("level-mixed", "我区安全生产形势平稳。"),
    ("level-mixed", "办公室负责全县活动的组织协调。"),
    ("level-mixed", "确保全市安全生产形势稳定。"),
    ("level-mixed", "我乡高度重视安全生产工作。"),
    ("level-mixed", "今年以来，全县共发生事故3起。"),
    ("level-mixed", "全年，全市累计检查企业20家次。"),
    ("level-mixed", "全区未发生生产安全事故。"),
    ("level-mixed", "全县各村、镇直各单位要抓好落实。"),
    ("level-mixed", "全村共排查隐患12处。"),
    ("organ-not-at-level", "由镇应急管理局组织检查，白道口镇财政局保障经费。"),
    ("organ-not-at-level", "移送乡镇人民法院处理。"),
    ("organ-not-at-level", "城关街道人民政府负责落实。"),
    ("organ-not-at-level", "各村人民政府要组织好宣传。"),
    ("no-such-post", "街道副镇长负责日常工作。"),
    ("no-such-post", "镇人民政府副乡长任组长。"),
    ("accident-grade-words", "发生一起较大道路交通事故，造成1人死亡。"),
    ("accident-grade-words", "一起死亡12人的较大火灾事故暴露出管理漏洞。"),
    ("accident-grade-words", "该起一般事故造成直接经济损失1200万元。"),
    ("accident-grade-words", "不发生一次死亡3人以上的重大生产安全事故。"),
    ("accident-grade-words", "杜绝10人以上死亡的特别重大事故。"),
    ("weekday-differs", "6月16日（星期三）开展咨询日活动。"),
    ("weekday-differs", "2026年6月1日星期二举行启动仪式。"),
    ("impossible-date", "2025年2月29日前报送总结。"),
    ("impossible-date", "活动时间为6月1日至31日。"),
    ("impossible-date", "2026年06月16日开展活动。"),
    ("impossible-date", "请于13月5日前报送。"),
    ("expired-plan", "认真组织实施“十三五”安全生产规划。"),
    ("expired-plan", "纵深推进安全生产专项整治三年行动。"),
    ("expired-plan", "开展安全生产治本攻坚三年行动（2023—2025年）。"),
    ("cutoff-word", "截止目前，共排查隐患60处。"),
    ("cutoff-word", "截止到2026年5月底，没有发生事故。"),
    ("percent-out-of-range", "网格巡查覆盖率达120%。"),
    ("percent-out-of-range", "事故起数同比下降150%。"),
    ("doubled-estimate", "约3000余人参加活动。"),
    ("doubled-estimate", "近百余家企业参加培训。"),
    ("doubled-estimate", "约30人左右参加。"),
    ("number-form", "依据滑政办（2026）8号文件执行。"),
    ("number-form", "依据安委〔2026〕第8号文件执行。"),
    ("number-form", "依据滑安委办〔26〕8号文件执行。"),
    ("number-form", "依据滑应急【2026】18号文件执行。"),
    ("repeated-word", "对安全生产的的认识不足。"),
    ("repeated-word", "加强宣传，，营造氛围。"),
    ("repeated-word", "抓好落实。。"),
    ("web-residue", "来源：网络 加强安全管理。"),
    ("web-residue", "加强安全管理&nbsp;，落实责任。"),
    ("web-residue", "以下是小编整理的方案。"),
    ("campaign-ordinal", "今年6月是第24个全国“安全生产月”。"),
    ("campaign-ordinal", "2026年5月12日是第17个全国防灾减灾日。"),
    ("campaign-theme", "“安全生产月”主题是“消除事故隐患、筑牢安全防线”。"),
    ("party-named-second", "镇政府、镇党委高度重视安全生产工作。"),
]


@pytest.mark.parametrize(("code", "text"), CAUGHT)
def test_a_fault_in_a_sentence_is_caught_and_no_other_is_told(code: str, text: str) -> None:
    assert set(codes(text)) == {code}


@pytest.mark.parametrize("term", SPEAKERS)
@pytest.mark.parametrize("text", ANYBODY)
def test_sound_sentences_are_left_alone_whoever_speaks(text: str, term: str) -> None:
    assert remarks(text, setting(term)) == []


@pytest.mark.parametrize("text", TOWN)
def test_a_town_may_speak_of_its_county(text: str) -> None:
    assert remarks(text, setting("我镇")) == []


@pytest.mark.parametrize("text", COUNTY)
def test_a_county_may_speak_of_its_towns(text: str) -> None:
    assert remarks(text, setting("我县")) == []


def test_there_are_as_many_sound_sentences_as_a_long_paper_has() -> None:
    assert len({*ANYBODY, *TOWN, *COUNTY}) >= 150


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("由县安监局牵头开展检查。", datetime.date(2016, 3, 1)),
        ("足额缴存安全生产风险抵押金。", datetime.date(2013, 3, 1)),
        ("编制“十三五”安全生产规划。", datetime.date(2016, 3, 1)),
        ("学习《中华人民共和国安全生产法》（2014年修正）。", datetime.date(2016, 3, 1)),
        ("依据《森林防火条例》加强火源管理。", datetime.date(2025, 3, 1)),
        ("深入学习贯彻党的十九大精神。", datetime.date(2019, 3, 1)),
        ("深入开展安全生产专项整治三年行动，完成年度任务。", datetime.date(2023, 1, 10)),
        ("今年6月是第24个全国“安全生产月”。", datetime.date(2025, 6, 1)),
        (BASIS.format("危险化学品安全法"), datetime.date(2026, 1, 1)),
        ("去年6月开展了第24个“安全生产月”活动。", datetime.date(2026, 1, 10)),
    ],
)
def test_a_paper_is_judged_by_its_own_date(text: str, day: datetime.date) -> None:
    assert remarks(text, setting(day=day)) == []


@pytest.mark.parametrize(
    "text",
    [
        "由县安监局牵头开展检查。",
        "依据《森林防火条例》加强火源管理。",
        BASIS.format("危险化学品安全法"),
        "深入学习贯彻党的十九大精神。",
        "6月16日（星期三）开展咨询日活动。",
        "今年6月是第24个全国“安全生产月”。",
    ],
)
def test_what_depends_on_a_date_is_not_judged_without_one(text: str) -> None:
    assert remarks(text, setting(day=None)) == []


def test_a_fault_is_told_with_both_values() -> None:
    [agency] = remarks("县安监局负责督办。")
    [count] = remarks("途经王庄镇、小铺乡，共3个乡镇。")
    [grade] = remarks("发生一起重大事故，造成3人死亡。")
    [weekday] = remarks("2026年6月16日（星期三）开展活动。")

    assert "安监局" in agency
    assert "应急管理局" in agency
    assert ("3个乡镇" in count, "2项" in count) == (True, True)
    assert ("重大事故" in grade, "较大事故" in grade) == (True, True)
    assert ("星期二" in weekday, "星期三" in weekday) == (True, True)


@pytest.mark.parametrize("text", ["我区安全生产形势平稳。", "全区各旗县要抓好落实。"])
def test_my_region_may_be_an_autonomous_one(text: str) -> None:
    here = Setting(TODAY, Level.TOWNSHIP, "我镇", autonomous=True)

    assert remarks(text, here) == []


def test_nobody_in_particular_may_say_my_county() -> None:
    assert remarks("我县各村要认真落实。", Setting(TODAY)) == []


def test_every_rule_over_texts_has_a_severity_of_the_field() -> None:
    errors = {rule.fault.code for rule in TEXT_RULES if rule.fault.severity is Severity.ERROR}

    assert errors == {
        "accident-grade-words",
        "announced-count",
        "campaign-ordinal",
        "campaign-theme",
        "expired-plan",
        "impossible-date",
        "law-not-in-force",
        "level-mixed",
        "points-numbering",
        "web-residue",
    }


def test_a_county_does_not_count_as_a_town() -> None:
    judged = setting("我县")

    assert codes("今年以来，全镇共发生事故3起。", judged) == ["level-mixed"]
    assert codes("白道口镇狠抓落实，全镇共排查隐患12处。", judged) == []
