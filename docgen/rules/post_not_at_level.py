"""A person's post is one of the level the person acts for."""

import re
from collections.abc import Iterator
from functools import cache

from docgen.findings import Fault, Severity
from docgen.organs import Level
from docgen.rules import Breach, Paper, PaperRule
from docgen.vocabulary import Part, Party

HEAD = re.compile("(?P<place>[省州盟市县区旗镇乡])长$")
POST_ENDS = re.compile("[、，,（(]")
ASIDE = re.compile("原|挂职|包村|驻村|联系|分包")
LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)
HIGHER = {
    "镇": "省州盟市县区旗",
    "乡": "省州盟市县区旗",
    "街道": "省州盟市县区旗镇乡",
    "村": "省州盟市县区旗镇乡",
    "社区": "省州盟市县区旗镇乡",
}
ELSEWHERE = {"org", "organ", "organs", "unit"}
FAULT = Fault(
    code="post-not-at-level",
    title="职务与单位的层级不符",
    why="镇政府的代表写成县长，是拿县里的文件改漏了。",
    faulty="单位：白道口镇人民政府　代表职务：县长",
    sound="单位：白道口镇人民政府　代表职务：镇长",
    severity=Severity.WARNING,
)


def check(paper: Paper) -> Iterator[Breach]:
    """Compare the posts of those who sign, and of those who act in the paper, with their level."""
    parties = [part for part in paper.parts(is_party) if isinstance(part, Party)]
    signing = {id(party.representative) for party in parties}
    for party in parties:
        yield from _signs(paper, party)
    for person in paper.parts(acts_here):
        if id(person) not in signing:
            yield from _acts(paper, person)


@cache
def is_party(type_: type) -> bool:
    """True of the sides of an agreement."""
    return issubclass(type_, Party)


@cache
def acts_here(type_: type) -> bool:
    """True of people with a post whose office is the paper's own: no other is told."""
    if not issubclass(type_, Part):
        return False
    fields = set(type_.model_fields)
    return "post" in fields and not ELSEWHERE & fields


def head_of(post: object) -> str | None:
    """Tell what place a post is the head of: 镇 of 副镇长; None of other posts."""
    if not isinstance(post, str) or not post.endswith("长") or ASIDE.search(post):
        return None
    found = HEAD.search(POST_ENDS.split(post)[-1])
    return found["place"] if found else None


def _signs(paper: Paper, party: Party) -> Iterator[Breach]:
    head = head_of(party.representative.post)
    if head is None:
        return
    judged = [organ for organ in party.organs if organ.level in LEVELS]
    places = {organ.self_term[1:] for organ in judged}
    known = places <= {"省", "市", "县", "区", "旗", "州", "盟", *HIGHER}
    if judged and known and len(judged) == len(party.organs) and head not in places:
        path = (*paper.path_of(party), "representative", "post")
        yield Breach(
            path,
            f"代表的职务是{party.representative.post}，单位是{party.name}",
            "核对职务或单位。",
        )


def _acts(paper: Paper, person: Part) -> Iterator[Breach]:
    head, own = head_of(getattr(person, "post", None)), paper.setting.term[1:]
    if head is None or head not in HIGHER.get(own, ""):
        return
    yield Breach(
        (*paper.path_of(person), "post"),
        f"职务是{getattr(person, 'post', '')}，发文的自称是“{paper.setting.term}”",
        "核对职务；是上级领导的，写明单位。",
    )


rule = PaperRule(FAULT, check)
