"""How a training is named: its session and year, and its name without them."""

import re

from docgen.vocabulary import chinese_number, number_of

SESSION = re.compile(r"第([0-9]{1,3}|[一二两三四五六七八九十百零]{1,5})([届期次])")
OPENING = re.compile(r"(?:开班仪式|开班典礼|开班式|开班动员会)$")
LEADING_YEAR = re.compile(r"^(?:19|20)\d\d年度?")


def session_in(text: str) -> int | None:
    """Read which session a text speaks of: 3 of 第三届输油管道安全管理培训班."""
    found = SESSION.search(text)
    return number_of(found[1]) if found else None


def bare_event(event: str) -> str:
    """Give an event's name without session and year: 输油管道安全管理培训班."""
    return LEADING_YEAR.sub("", SESSION.sub("", LEADING_YEAR.sub("", event)))


def full_event(event: str, session: int | None) -> str:
    """Give an event's name with its session: 第三届输油管道安全管理培训班."""
    if session is None or SESSION.search(event):
        return event
    return f"第{chinese_number(session)}届{event}"


def session_unit(text: str) -> str:
    """Give the word that counts the sessions of a text: 届, 期 or 次."""
    found = SESSION.search(text)
    return found[2] if found else "届"


def training(event: str) -> str:
    """Give the training a ceremony opens: 培训班 of 培训班开班仪式."""
    return OPENING.sub("", event)


def occasion(event: str) -> str:
    """Give the ceremony a training begins with: 培训班开班仪式 of 培训班; a meeting is its own."""
    return event if OPENING.search(event) or event.endswith("会") else f"{event}开班仪式"
