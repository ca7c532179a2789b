"""What stands on the console for facts, items, outcomes and languages. Staff pages speak English."""

from __future__ import annotations

from typing import NamedTuple

from bot.casework.cases import Outcome, Status
from bot.casework.consent_gate import Shared
from bot.casework.disclosures import RECORDED
from bot.casework.tasks import Ended, TaskKind
from bot.content.translation import own_name
from bot.errors import ContentError, WordsGone
from bot.flows.names import Event, Need, Share, State
from bot.jobs.contact_messages import MISSED, UNREACHABLE
from bot.web.current import parts

LANGUAGES = {"en": "English", "es": "Spanish"}
"""Those that ship. One that staff added is called as it calls itself."""

ITEMS = {
    Share.WANTS_TO_TALK: "Talk",
    Share.NEEDS: "Needs",
    Share.AREA: "Area",
    Share.NAME: "Name",
    Share.SERVICE: "Introduction",
    Share.REACH: "Call",
    Share.SAID: "Looked at with the bot",
    Share.TIMES: "Safe times",
}

STATUS = {
    Status.WAITING: "Waiting",
    Status.HELD: "In progress",
    Status.CLOSED: "Closed",
    Status.WITHDRAWN: "Consent ended",
    Status.STOPPED: "Opted out of texts",
}

OVER = {
    Status.CLOSED: "This conversation has ended. We no longer show what they shared or said.",
    Status.WITHDRAWN: "Their consent has ended. We no longer show what they shared or said.",
    Status.STOPPED: "They opted out of texts. We no longer show what they shared or said.",
}

OUTCOMES: dict[str, str] = {
    Outcome.HELPED: "Got the help they wanted",
    Outcome.REFERRED: "Referred to a service",
    Outcome.ONLY_TALKED: "Talked only",
    Outcome.NOT_REACHED: "Lost contact",
    Outcome.OTHER: "Other",
}

TASKS = {
    TaskKind.GO_ALONG: "Go along to an appointment",
    TaskKind.VISIT_TOGETHER: "Visit the place together",
    TaskKind.PAPERS: "Get the documents they need",
    TaskKind.CAPACITY_INQUIRY: "Ask if there's room",
    TaskKind.REMINDER: "Reminder",
    TaskKind.OTHER: "Other",
}

ENDED = {
    Ended.OPEN: "No outcome yet",
    Ended.TALKED: "In touch with the service",
    Ended.GOT_IN: "Got in",
    Ended.NOT_ELIGIBLE: "Turned away: not eligible",
    Ended.FULL: "Turned away: no room",
    Ended.WENT_BADLY: "Went badly",
    Ended.DECLINED: "Chose not to go",
    Ended.UNKNOWN: "Unknown",
}

DAYPARTS = {
    "morning": "Mornings, 8:00 to 12:00",
    "afternoon": "Afternoons, 12:00 to 17:00",
    "evening": "Evenings, 17:00 to 21:00",
    "any_time": "Any time of day, not at night",
}

REASONS: dict[str, str] = {
    State.HESITATION_PLACE.value: "Unsure: where it is",
    State.HESITATION_TRAVEL.value: "Unsure: getting there",
    State.HESITATION_BADLY.value: "Unsure: it went badly before",
    State.HESITATION_RUMOURS.value: "Unsure: heard things about it",
    State.HESITATION_UNSAFE.value: "Unsure: not safe for them",
    State.HESITATION_OTHER.value: "Unsure: something else",
}

_FACTS = {
    Event.CONSENT_GIVEN: "Agreed to share with the team",
    Event.NAME_SHARED: "Shared a name",
    Event.CONSENT_TAKEN_BACK: "Consent ended",
    Event.DANGER_TOLD: "Mentioned danger",
    Event.OPTED_OUT: "Opted out of texts",
    Event.FORGOTTEN: "Consent ended",
    Event.WENT_BLAND: "Someone may see their screen",
    Event.PERSON_PAUSED: "Said “not now”",
    Event.CASE_TAKEN: "{who} took the case",
    Event.CASE_HANDED_ON: "{who} transferred the case",
    Event.CASE_WAITS_ON: "{who} returned the case to the queue",
    Event.CASE_CLOSED: "{who} closed the case",
    Event.HESITATED: "Unsure about a service",
    Event.SERVICE_OFFERED: "Was offered a service",
    Event.ITEM_TAKEN_BACK: "Withdrew something they had shared",
    Event.INTRODUCTION_OFFERED: "{who} offered to introduce an agency contact",
    Event.INTRODUCTION_AGREED: "Agreed to the introduction",
    Event.INTRODUCTION_PUT_OFF: "Said “not now” to the introduction",
    Event.INTRODUCTION_ENDED: "Ended the introduction",
    Event.CONTACT_CAME: "The contact joined",
    Event.CONTACT_SILENT: "The contact hasn't replied yet",
    Event.CONTACT_WENT: "The contact has left",
    Event.REMINDER_SET: "Agreed to a reminder",
    Event.REMINDER_PUT_OFF: "Don't want a reminder",
    Event.TEXT_FAILED: "A text to {whom} was not delivered",
}
FACTS = {event.value: words for event, words in _FACTS.items()} | {
    RECORDED: "A disclosure required by law was recorded",
    UNREACHABLE: "The contact's number doesn't accept our texts",
    MISSED: "A text to the contact was not delivered",
}
OURS = frozenset(
    event.value for event in _FACTS if event.value.startswith("case_")
    or event in (Event.CONSENT_GIVEN, Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT)
) | {RECORDED}  # fmt: skip
"""Facts that tell nothing of a person but that they came and went: shown without consent too."""

ALARMING = frozenset({Event.DANGER_TOLD.value, Event.WENT_BLAND.value})
TAKEN = Event.CASE_TAKEN.value
SILENT = "Returned to the queue: no reply for {minutes} minute{s}"
ASKED_AGAIN = "{who} asked if it's safe to text"


class Tongue(NamedTuple):
    """What a language is called, and in which language that is said."""

    name: str
    lang: str


def tongue(code: str) -> Tongue:
    """A language by its code: in English, else by its own name as staff wrote it; one that is gone by the usual one."""
    added = dict(parts().catalog.added)
    return Tongue(added[code], code) if code in added else usual_tongue(code)


def usual_tongue(code: str) -> Tongue:
    """The same, whatever staff wrote."""
    if code in LANGUAGES:
        return Tongue(LANGUAGES[code], "en")
    try:
        return Tongue(own_name(code), code)
    except ContentError:
        return Tongue(code, "en")


def fact(name: str, who: str) -> str:
    """A fact of the timeline as a line."""
    if name == Event.CASE_WAITS_ON.value and not who:
        minutes = parts().settings.staff_silent_seconds // 60
        return SILENT.replace("{minutes}", str(minutes)).replace("{s}", "" if minutes == 1 else "s")
    said = FACTS.get(name, name.replace("_", " ").capitalize())
    return said.replace("{who}", who or "Warmline").replace("{whom}", who or "them")


def values(shared: Shared) -> list[str]:
    """What an item holds, in words: a need as it is said, a part of the day with its hours, all else as it is."""
    if shared.item is Share.NEEDS:
        return [need(Need(value)) for value in shared.values]
    if shared.item is Share.TIMES:
        return [DAYPARTS.get(value, value) for value in shared.values]
    if shared.item is Share.SAID:
        return [REASONS.get(value, value) for value in shared.values]
    return list(shared.values)


def quick_replies(language: str) -> list[str]:
    """Short answers from the content, in the person's language; none when its words did not load."""
    try:
        words = parts().catalog.language(language)
    except WordsGone:
        return []
    return [piece for number in (1, 2, 3) if (piece := words.piece(f"quick.{number}"))]


def need(wanted: Need) -> str:
    """A need as it is said."""
    try:
        said = parts().catalog.language("en").need(wanted)
    except WordsGone:
        said = wanted.value.replace("_", " ")
    return said[:1].upper() + said[1:]
