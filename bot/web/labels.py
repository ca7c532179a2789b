"""English labels of facts, share items, outcomes and languages, shared by the staff pages."""

from __future__ import annotations

from typing import NamedTuple

from bot.casework.cases import BY_STAFF, MISSED, UNREACHABLE, NotSent, Outcome, Status
from bot.casework.consent_gate import Shared
from bot.casework.disclosures import RECORDED
from bot.casework.tasks import ReferralOutcome, TaskKind
from bot.content.languages import ENGLISH_NAMES
from bot.content.translation import own_name
from bot.errors import ContentError, MissingMessage
from bot.flows.names import LANGUAGES, Answer, Event, Need, ShareItem, State
from bot.web.current import runtime

ITEMS = {
    ShareItem.WANTS_TO_TALK: "Talk",
    ShareItem.NEEDS: "Needs",
    ShareItem.AREA: "Area",
    ShareItem.NAME: "Name",
    ShareItem.SERVICE: "Introduction",
    ShareItem.REACH: "Call",
    ShareItem.SAID: "Looked at with the bot",
    ShareItem.TIMES: "Safe times",
    ShareItem.REMEMBER: "Remember",
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
    ReferralOutcome.OPEN: "No outcome yet",
    ReferralOutcome.TALKED: "In touch with the service",
    ReferralOutcome.GOT_IN: "Got in",
    ReferralOutcome.NOT_ELIGIBLE: "Turned away: not eligible",
    ReferralOutcome.FULL: "Turned away: no room",
    ReferralOutcome.WENT_BADLY: "Went badly",
    ReferralOutcome.DECLINED: "Chose not to go",
    ReferralOutcome.UNKNOWN: "Unknown",
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
    Event.REMEMBER_AGREED: "Wants to be remembered",
    Event.REMINDER_PUT_OFF: "Don't want a reminder",
    Event.TEXT_FAILED: "A text to {whom} was not delivered",
}
FACTS = {event.value: words for event, words in _FACTS.items()} | {
    RECORDED: "A disclosure required by law was recorded",
    UNREACHABLE: "The contact's number doesn't accept our texts",
    MISSED: "A text to the contact was not delivered",
    NotSent.LATE: "The text of {whom} was not sent: too much time had passed",
    NotSent.SCREEN: "The text of {whom} was not sent: someone may have seen the screen",
    NotSent.HOLD: "The text of {whom} was not sent: the case was no longer theirs",
    NotSent.CONSENT: "The text of {whom} was not sent: consent had ended",
}
OURS = frozenset(
    event.value for event in _FACTS if event.value.startswith("case_")
    or event in (Event.CONSENT_GIVEN, Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT)
) | {RECORDED}  # fmt: skip
"""Facts that say no more of a person than that they came or left; shown without consent too."""

ALARMING = frozenset({Event.DANGER_TOLD.value, Event.WENT_BLAND.value})
TAKEN = Event.CASE_TAKEN.value
SILENT = "Returned to the queue: no reply for {minutes} minute{s}"
ASKED_AGAIN = "{who} asked if it's safe to text"


class Tongue(NamedTuple):
    """Display name of a language, and the code of the language that this name is written in."""

    name: str
    lang: str


def tongue(code: str) -> Tongue:
    """Return the display name of a language: in English, or as staff wrote it when they added the language.

    A language that was removed gets its usual name.
    """
    added = dict(runtime().content.now.catalog.added)
    return Tongue(added[code], code) if code in added else usual_tongue(code)


def usual_tongue(code: str) -> Tongue:
    """Return the display name of a language, whatever staff wrote."""
    if code in LANGUAGES:
        return Tongue(ENGLISH_NAMES[code], "en")
    try:
        return Tongue(own_name(code), code)
    except ContentError:
        return Tongue(code, "en")


URGENT = {
    Answer.SELF_HARM.value: "Self-harm",
    Answer.HURT_NOW.value: "Violence",
    Answer.MEDICAL.value: "Medical",
    Answer.CHILD_HURT.value: "Child",
    BY_STAFF: "Flagged",
}
"""Why a case is urgent, in one word."""


def fact(name: str, who: str) -> str:
    """Format a timeline event as one line; without `who`, Warmline is the actor."""
    if name == Event.CASE_WAITS_ON.value and not who:
        minutes = runtime().settings.staff_silent_seconds // 60
        return SILENT.replace("{minutes}", str(minutes)).replace("{s}", "" if minutes == 1 else "s")
    said = FACTS.get(name, name.replace("_", " ").capitalize())
    whom = who or ("the bot or the contact" if name in set(NotSent) else "them")
    return said.replace("{who}", who or "Warmline").replace("{whom}", whom)


def values(shared: Shared) -> list[str]:
    """Return a shared item's values as text: needs, times and reasons by label, all others unchanged."""
    if shared.item is ShareItem.NEEDS:
        return [need(Need(value)) for value in shared.values]
    if shared.item is ShareItem.TIMES:
        return [DAYPARTS.get(value, value) for value in shared.values]
    if shared.item is ShareItem.SAID:
        return [REASONS.get(value, value) for value in shared.values]
    return list(shared.values)


def quick_replies(language: str) -> list[str]:
    """Return the short answers from the content in the person's language; none if its words did not load."""
    try:
        words = runtime().content.now.catalog.language(language)
    except MissingMessage:
        return []
    return [piece for number in (1, 2, 3) if (piece := words.piece(f"quick.{number}"))]


def need(wanted: Need) -> str:
    """Return the label of a need, as the English content words it."""
    try:
        said = runtime().content.now.catalog.language("en").need(wanted)
    except MissingMessage:
        said = wanted.value.replace("_", " ")
    return said[:1].upper() + said[1:]
