"""Judging texts: each once in a setting, however many records of a batch say the same."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path as FilePath

from docgen import discovery
from docgen.lexicon import demand_sound_files
from docgen.organs import Level, seat_term, self_term
from docgen.records import Record
from docgen.rules._parts import AnyRule, PaperRule, Remark, Rule, Setting, TextRule

MOST_REMEMBERED = 20_000
AUTONOMOUS = ("自治", "广西", "内蒙古", "宁夏", "新疆", "西藏")
Verdict = tuple[tuple[TextRule, Remark], ...]


@cache
def all_rules() -> tuple[AnyRule, ...]:
    """Give every rule there is."""
    found = discovery.collect("docgen.rules", "rule").values()
    return tuple(part for part in found if isinstance(part, Rule | TextRule | PaperRule))


@cache
def _triggers() -> tuple[tuple[TextRule, ...], dict[str, list[tuple[str, TextRule]]]]:
    """Give the rules of every text, and the others by the first sign of their triggers."""
    always: list[TextRule] = []
    others: dict[str, list[tuple[str, TextRule]]] = {}
    for rule in all_rules():
        for trigger in rule.triggers if isinstance(rule, TextRule) else ():
            assert isinstance(rule, TextRule)
            if trigger:
                others.setdefault(trigger[0], []).append((trigger, rule))
            else:
                always.append(rule)
    return tuple(always), others


def triggered(text: str) -> dict[TextRule, None]:
    """Give the rules a text has to be judged by, each once."""
    always, others = _triggers()
    found = dict.fromkeys(always)
    for sign in others.keys() & set(text):
        for trigger, rule in others[sign]:
            if trigger in text:
                found[rule] = None
    return found


class Judge:
    """Judges texts in one setting, and remembers what it found."""

    def __init__(self, setting: Setting) -> None:
        """Begin with nothing judged."""
        self.setting = setting
        self._clean: set[str] = set()
        self._faulty: dict[str, Verdict] = {}

    def verdicts(self, texts: Iterable[str]) -> dict[str, Verdict]:
        """Give the texts among these in which something is wrong, with what it is."""
        clean = self._clean
        unknown = [text for text in texts if text not in clean]
        if len(clean) > MOST_REMEMBERED:
            self._clean, self._faulty = set(), {}
        found = {text: self._verdict(text) for text in unknown}
        return {text: verdict for text, verdict in found.items() if verdict}

    def _verdict(self, text: str) -> Verdict:
        known = self._faulty.get(text)
        if known is not None:
            return known
        found = [
            (rule, remark) for rule in triggered(text) for remark in rule.check(text, self.setting)
        ]
        verdict = tuple(sorted(dict.fromkeys(found), key=_by_code)) if found else ()
        if verdict:
            self._faulty[text] = verdict
        else:
            self._clean.add(text)
        return verdict


def _by_code(found: tuple[TextRule, Remark]) -> str:
    return found[0].fault.code


@lru_cache(maxsize=64)
def judge_of(setting: Setting) -> Judge:
    """Give the judge of a setting.

    Raises:
        FileError: when the user's lexicon is broken.
    """
    demand_sound_files(setting.lexicon)
    return Judge(setting)


def setting_of(record: Record, outer: Setting) -> Setting:
    """Tell a record's setting; what it does not know itself is that of the paper it stands in."""
    voice, as_of = record.voice, record.as_of or outer.as_of
    if voice is None:
        return replace(outer, as_of=as_of)
    return _setting(as_of, voice.name, voice.level, outer.lexicon)


@lru_cache(maxsize=1024)
def _setting(as_of: datetime.date | None, name: str, level: Level, lexicon: FilePath) -> Setting:
    autonomous = any(word in name for word in AUTONOMOUS)
    term, place = self_term(name, level), seat_term(name, level)
    return Setting(as_of, level, term, autonomous, lexicon, place)
