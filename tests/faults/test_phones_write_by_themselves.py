"""Reactions, driving and out-of-office replies, and carrier notices of staff phones and contacts' phones go nowhere."""

from __future__ import annotations

import pytest

from tests.support.meeting import Meeting
from tests.support.product import new_phone
from tests.support.team import Team
from tests.unit.test_own_words import AUTOMATIC, NOTICES, REACTIONS, WITHOUT_TEXT

pytestmark = pytest.mark.faults

SECRET = "he has a gun and i cant leave"

REACTED = [
    "Hearted “{}”", "Exclaimed “{}”", "Disliked ‘{}’", "Removed a dislike from “{}”", "You reacted 😮 to “{}”",
    "😢 to “{}”", "Reacted 🙏 to “{}”", "Le encanta “{}”", "Reaccionó con 😮 a “{}”", "Quitó 👍 de “{}”",
    "Resaltó “{}”", "No le gusta «{}»",
]  # fmt: skip
BY_ITSELF = [
    "I'm driving with Sleep Focus turned on. I'll see your message when I get where I'm going.",
    "I’m currently driving and can't text. I'll get back to you soon.",
    "Hi, I'm on vacation until June 3. She can reach Robin at the office, he will help.",
    "Auto-reply: they are closed today. If someone hurt you call 911.",
    "This is an automated message. Her case is with the night team.",
    "Out of office. I'm back on Monday.",
    "Estoy de vacaciones hasta el lunes, si es urgente llama a Robin, él te ayuda.",
    "Respuesta automática: no estoy. Ella te llama mañana.",
    "Estoy conduciendo ahora. Te llamo luego.",
    "Thank you for contacting Harbor House. Our office hours are 9 to 5. If this is an emergency call 911.",
    "Verizon Free Msg: your message was not sent.",
    "Message failed to send to 5 recipients", "No se ha podido entregar tu mensaje.",
]  # fmt: skip
"""Some name a third person. Nobody listens to staff for danger, so that changes nothing here."""

TYPED = [
    "Thanks for reaching out, I'm Sam", "I liked what you said", "Our office is closed tomorrow, text me then",
    "I'm driving to you at 5, is that ok?", "If this is an emergency call 911", "Loved hearing that",
    "me gusta tu plan", "I'm on leave next week, Robin takes over",
]  # fmt: skip
"""What somebody typed is passed on."""


def forms(quoted: str) -> list[str]:
    """Return each form with what it quotes."""
    known = [form.format(quoted) for _, form in REACTIONS]
    return [*known, *(form.format(quoted) for form in REACTED), *WITHOUT_TEXT, *AUTOMATIC, *NOTICES, *BY_ITSELF]


def test_phone_of_a_caseworker_sends_the_person_nothing(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.house.hears(SECRET, anna)
    team.house.work()
    sent, lines = list(team.house.provider.sent_to(anna)), len(team.house.store.cases.thread(code))
    assert SECRET in " ".join(team.texts(sam))
    for text in forms(f"{code}: {SECRET}"):
        assert team.says(sam, text).text == "", text
    for text in (f"> {code}: {SECRET}", f"Replied to “{code}: {SECRET}”"):
        assert team.says(sam, text).text == "", text
    team.house.work()
    assert team.house.provider.sent_to(anna) == sent
    assert len(team.house.store.cases.thread(code)) == lines, "no note either"
    assert team.case(code).owner == sam.id and team.case(code).is_open


def test_what_a_caseworker_typed_is_sent_without_what_the_phone_added(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.house.hears(SECRET, anna)
    team.house.work()
    added = {
        f"> {code}: {SECRET}\nI'm here.": "I'm here.",
        "Can you get out?\n\nSent from my iPhone": "Can you get out?",
        f"{code}: Stay on the line\nEnviado desde mi iPhone": "Stay on the line",
        f"Replied to “{code}: {SECRET}”: I called them": "I called them",
        f"Is it loud?\n\nOn Mon, Nov 2, 2026 at 3:14 PM Oak Line wrote:\n> {SECRET}": "Is it loud?",
    } | {text: text for text in TYPED}
    for text in added:
        assert team.says(sam, text).text == f"Sent to {code}.", text
    team.house.work()
    assert team.house.provider.sent_to(anna)[-len(added) :] == list(added.values())


def test_stop_in_a_reaction_of_staff_stops_nothing(team: Team) -> None:
    sam = team.colleague("Sam")
    for text in ("Liked “STOP”", 'Loved "stop"', "> STOP", "👍 to “STOP”", "Le gustó “STOP”"):
        assert team.says(sam, text).text == ""
    code = team.asks(new_phone())
    assert team.says(sam, f"TAKE {code}").text.startswith(f"{code} is yours")
    assert "START" in team.says(sam, "STOP\n\nSent from my iPhone").text


def test_phone_of_a_contact_passes_nothing_on(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("needs")
    meeting.house.work()
    for text in forms(meeting.got()[-1]):
        assert meeting.dana(text).text == "", text
    meeting.joins()
    meeting.her.text(SECRET)
    meeting.house.work()
    hers, sams = list(meeting.got(meeting.her.phone)), list(meeting.team.texts(meeting.sam))
    for text in forms(f"Jay: {SECRET}"):
        assert meeting.dana(text).text == "", text
    meeting.house.work()
    assert meeting.got(meeting.her.phone) == hers
    assert meeting.team.texts(meeting.sam) == sams
    for text in TYPED:
        assert meeting.dana(text).text == "", text
    meeting.house.work()
    assert meeting.got(meeting.her.phone)[-len(TYPED) :] == [f"Dana: {text}" for text in TYPED]


def test_invitation_and_an_answering_machine_do_not_text_each_other(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    assert meeting.dana("We got your text and will call you back").text.startswith("Not passed on.")
    meeting.house.clock.now += 6
    assert meeting.dana("We got your text and will call you back").text == ""
    for text in ("Thank you for contacting Harbor House", "Do not reply to this message", "Gracias por su mensaje."):
        assert meeting.dana(text).text == "", text
    assert meeting.joins().text.startswith("Thank you for joining.")
