"""How a checked speech is laid on paper: title, day and speaker, salutation, body.

Every passage keeps the record path it was made from, so that a finding about the paper leads
back to the clerk's own field.
"""

from typing import TYPE_CHECKING

from docgen.kinds._passages import (
    Line,
    Passage,
    laid_out,
    paragraph_lines,
    plain_lines,
    printed_from,
    section_branches,
    sentence,
)
from docgen.kinds._speech_parts import Facility, town_words
from docgen.kinds._speech_words import bare_event
from docgen.kinds._titles import title_lines
from docgen.organs import seat, seat_term
from docgen.records import Record
from docgen.vocabulary import Part, PointMarker, Text, lines_of

if TYPE_CHECKING:
    from docgen.kinds.training_speech import TrainingSpeech


class SpeechPaper(Part):
    """What a template may print beside the clerk's own fields."""

    title_lines: list[Text] = printed_from("标题各行", "title", "event", "session")
    speaker_title: Text = printed_from("讲话人全称", "speaker.organ", "speaker.post")
    salutation_line: Text = printed_from("称谓全文", "salutation")
    body: list[Passage] = printed_from(
        "正文",
        *("opening", "facility", "situation", "announcement", "points", "discipline_lead"),
        *("discipline", "closing", "year", "scope", "first_year", "place", "hosts"),
    )


def present(record: "TrainingSpeech") -> dict[str, object]:
    """Give the printed extras of a checked record, in the shape of `SpeechPaper`."""
    return {
        "title_lines": title_lines(record.title, break_points(record)),
        "speaker_title": record.speaker.title,
        "salutation_line": salutation_line(record.salutation),
        "body": body(record),
    }


def break_points(record: "TrainingSpeech") -> list[str]:
    """The words of the title after which a line may end without tearing a meaning."""
    return [record.event, bare_event(record.event), "培训班", "仪式上"]


def salutation_line(text: str) -> str:
    """End a salutation with a full-width colon; one that goes on in a greeting is left alone."""
    if "：" in text.rstrip("：") or text.endswith(("！", "。")):
        return text
    return f"{text.rstrip('：:，,、')}："


def body(record: "TrainingSpeech") -> list[Line]:
    """The whole speech after its salutation, in reading order."""
    before = list(paragraph_lines(record.opening, ("opening",)))
    if record.facility:
        before.append((facility_text(record.facility, place_term(record)), ("facility",)))
    before += paragraph_lines(record.situation, ("situation",))
    if record.announcement:
        before.append((sentence(record.announcement), ("announcement",)))
    return [
        *plain_lines(before),
        *laid_out(section_branches(record.points, ("points",))),
        *plain_lines(discipline_lines(record)),
        *plain_lines(paragraph_lines(record.closing, ("closing",))),
    ]


def discipline_lines(record: "TrainingSpeech") -> list[tuple[str, tuple[str | int, ...]]]:
    """The requirements, each a paragraph of its own; one alone is not counted."""
    listed = record.discipline
    if len(listed) < 2:
        counted = [sentence(text) for text in listed]
    else:
        counted = lines_of(None, listed, PointMarker.IS, apart=True)
    lead = record.discipline_lead
    lines = [(sentence(lead), ("discipline_lead",))] if lead else []
    return [*lines, *((text, ("discipline", index)) for index, text in enumerate(counted))]


def place_term(record: "TrainingSpeech") -> str:
    """What the speaker calls the place: 我县."""
    organ = record.speaker.organ
    return seat_term(organ.name, organ.level)


def facility_text(facility: Facility, place: str) -> str:
    """The facility as one paragraph: what it is, where it runs, what was mended."""
    if facility.text:
        return facility.text
    here = f"在{place}境内" if place.startswith("我") else ""
    about, route = about_words(facility), route_words(facility)
    if about and route:
        told = f"{facility.name}{about}。{here}{route}。"
    elif about or route:
        told = f"{facility.name}{about}{here if route else ''}{route}。"
    else:
        told = ""
    return told + work_sentence(facility, place) + "".join(map(sentence, facility.facts))


def about_words(facility: Facility) -> str:
    """Say what the facility is and between which ends it lies."""
    ends = [f"起自{facility.start}"] if facility.start else []
    ends += [f"止于{facility.end}"] if facility.end else []
    what = [f"是{facility.about.rstrip('。')}"] if facility.about else []
    return "，".join([*what, *ends])


def route_words(facility: Facility) -> str:
    """Say what the facility passes, and how long it is."""
    towns = f"途经{'、'.join(facility.towns)}" if facility.towns else ""
    count = facility.town_count or len(facility.towns)
    word = facility.town_word or town_words(facility.towns)
    counted = [f"{count}个{word}"] if count else []
    if facility.village_count:
        counted.append(facility.village_count.counted("个行政村"))
    among = f"{'共' if towns else '涉及'}{'、'.join(counted)}" if counted else ""
    length = f"全长{facility.length_km.counted('公里')}" if facility.length_km else ""
    return "，".join(part for part in (towns, among, length) if part)


def work_sentence(facility: Facility, place: str) -> str:
    """Say when what was put right."""
    removed = facility.hazards_removed
    result = f"共消除隐患{removed.counted('处')}" if removed else ""
    who = place if place.startswith("我") else ""
    if facility.period:
        work = f"{facility.period.text}，{who}组织开展了{facility.campaign}"
        return f"{work}，{result}。" if result else f"{work}。"
    return f"经过{facility.campaign}，{result}。" if result else ""


def name_of(record: "TrainingSpeech") -> str:
    """Name the file after the title: 在第三届输油管道安全管理培训班开班仪式上的讲话."""
    return "".join(record.title.split())


def names_of(record: Record) -> tuple[str, ...]:
    """The organs and places a speech may name: the speaker's, the hosts', those it passes."""
    organs = [record.speaker.organ, *record.hosts]  # type: ignore[attr-defined] # a TrainingSpeech
    facility = record.facility  # type: ignore[attr-defined] # a TrainingSpeech
    towns = facility.towns if facility else []
    return (*(word for organ in organs for word in (organ.name, seat(organ.name))), *towns)
