"""What of a text is the person's own words, and what a phone or a company wrote."""

from __future__ import annotations

import time

import pytest

from bot.understanding.own_words import Kind, looks_automatic, own_words

OURS = "If someone under 18 is being hurt, staff may have to report it. 1 Ok 2 Tell me more 3 Not now"

MENU = "He has a gun? Call 911.\n1 Text with a person\n2 Go on here\n3 Not now"

REACTIONS = [
    (Kind.LIKE, "Liked “{}”"), (Kind.LIKE, 'Loved "{}"'), (Kind.DISLIKE, "Disliked “{}”"), (Kind.LIKE, "Liked ‘{}’"),
    (Kind.REACTION, "Laughed at “{}”"), (Kind.REACTION, 'Emphasized "{}"'), (Kind.REACTION, "Emphasised “{}”"),
    (Kind.REACTION, "Questioned “{}”"), (Kind.REACTION, "Reacted 😂 to “{}”"), (Kind.LIKE, "Reacted ❤️ to “{}”"),
    (Kind.LIKE, "\u200a👍\u200a to “\u200a{}\u200a” "), (Kind.DISLIKE, "👎 to “{}”"), (Kind.LIKE, "❤️ “{}”"),
    (Kind.LIKE, "You reacted 👍🏽 to “{}”"), (Kind.LIKE, "Reacted to “{}” with 👍"),
    (Kind.LIKE, "Liked a message: “{}”"),
    (Kind.REMOVED, "Removed a like from “{}”"), (Kind.REMOVED, 'Removed a heart from "{}"'), (Kind.LIKE, "LIKED “{}”"),
    (Kind.REMOVED, "Removed a question mark from “{}”"), (Kind.REMOVED, "Removed 👍 from “{}”"),
    (Kind.REMOVED, "Took back a laugh from “{}”"), (Kind.REMOVED, "Removed an exclamation point from “{}”"),
    (Kind.LIKE, "Le gusta “{}”"), (Kind.LIKE, "Le gustó «{}»"), (Kind.LIKE, "Le encantó “{}”"),
    (Kind.DISLIKE, "No le gustó “{}”"), (Kind.REACTION, "Se rió de “{}”"), (Kind.REACTION, "Le dio risa “{}”"),
    (Kind.REACTION, "Enfatizó “{}”"), (Kind.REACTION, "Cuestionó “{}”"), (Kind.LIKE, "Reaccionó con 👍 a “{}”"),
    (Kind.LIKE, "👍 a “{}”"), (Kind.REMOVED, "Quitó un “Me gusta” de “{}”"),
    (Kind.REMOVED, "Eliminó un corazón de “{}”"),
    (Kind.REMOVED, "Se quitó 👍 de “{}”"), (Kind.REMOVED, "Quitó la reacción 😂 de “{}”"),
    (Kind.REACTION, "Reacted 😂 to “{}…"),
]  # fmt: skip
TOLD = [
    (Kind.LIKE, "Maria liked “{}”"), (Kind.LIKE, "You loved “{}”"), (Kind.LIKE, "+1 (555) 010-0199 liked “{}”"),
    (Kind.REMOVED, "You removed a like from “{}”"), (Kind.REMOVED, "Removed 😂 reaction from “{}”"),
    (Kind.LIKE, "Thumbs up to “{}”"), (Kind.LIKE, "Gave a thumbs up to “{}”"), (Kind.DISLIKE, "Ana disliked “{}”"),
    (Kind.LIKE, "Indicó que le gusta “{}”"), (Kind.LIKE, "A María le gustó «{}»"), (Kind.LIKE, "Te encantó “{}”"),
    (Kind.LIKE, "Reaccionaste con 👍 a “{}”"), (Kind.REACTION, "Puso un signo de interrogación a “{}”"),
    (Kind.REACTION, "Te reíste de “{}”"), (Kind.DISLIKE, "No te gustó “{}”"), (Kind.LIKE, "Marcó con un corazón “{}”"),
    (Kind.LIKE, "A aimé “{}”"), (Kind.LIKE, "Reagiu com 👍 a “{}”"), (Kind.REACTION, "A ri de «{}»"),
]  # fmt: skip
"""Reactions that name who reacted, or are told in the words of another phone or language."""
WITHOUT_TEXT = ["Liked an image", "Loved a movie", "Laughed at a photo", "Le gustó una imagen", "Reacted 👍 to a photo"]

AUTOMATIC = [
    "This is an automated reply: I am away from my phone",
    "Auto-reply: I'm at work until 6pm",
    "[Auto-reply] I'm driving and will reply later",
    "I'm driving now. Sent by Android Auto",
    "Mensaje automático: estoy en el trabajo",
    "I'm currently unavailable. Text sent by Driving Mode",
    "I’m driving with Do Not Disturb While Driving turned on. I’ll see your message when I get where I’m going.",
    "I'm driving with Focus turned on. I'll see your message when I get where I'm going.\n\n(I'm not receiving "
    'notifications. If this is urgent, reply "urgent" to send a notification through with your original message.)',
    "I'm driving right now, I'll get back to you later.",
    "I am out of the office until Monday. In an emergency call 911.",
    "Automatic reply: Out of office. I will return on 3 May.",
    "Estoy conduciendo con No molestar activado. Veré tu mensaje cuando llegue a mi destino.",
    "Estoy manejando, te respondo luego",
    "Respuesta automática: Estoy fuera de la oficina hasta el lunes. Si es urgente llame al 911.",
]
NOTICES = [
    "Free Msg: Unable to send message - Message Blocking is active.", "AT&T Free Msg: Your message was blocked",
    "Message not sent", "Your message could not be delivered. Call 911 in an emergency.",
    "T-Mobile: Your message was not sent. Error 30007", "Msg not delivered: invalid number",
    "Your message to +15550100199 failed to send", "Your voicemail box is full.", "Su buzón de voz está lleno",
    "Unable to deliver message to this number", "Mensaje no enviado", "No se pudo entregar su mensaje",
]  # fmt: skip

OWN = [
    ("> " + OURS + "\nok", "ok"), ("> 1 Yes\n> 2 Not now\n2", "2"), ("stop\n\nSent from my iPhone", "stop"),
    ("STOP\r\n--\r\nAna", "STOP"), ("yes. Sent from my Samsung Galaxy S23", "yes."),
    ("si\nEnviado desde mi iPhone", "si"),
    ("Replied to “" + OURS + "”: 2", "2"), ("ok\n\nOn Mon, Nov 2, 2026 at 3:14 PM Oak Line wrote:\n> 1 Yes", "ok"),
    ("Rae\n\nSent with Siri", "Rae"), ("no\n\nsent from my apple watch", "no"), ("ok\nGet Outlook for iOS", "ok"),
    ("“Is now ok?\n1 It's ok\n2 Not now”\n2", "2"), ("“" + MENU + "” food", "food"), ("Re: “" + MENU + "”: no", "no"),
    ("> Is now ok to text?\n1 It's ok\n2 Not now\nlater", "later"), ("> Is now ok to text?\n2 Not now", "2 Not now"),
    ("no\nEl lun, 2 nov 2026 a las 15:14, Oak escribió:\n" + OURS, "no"), ("food\n\nGet Outlook for Android", "food"),
]  # fmt: skip

HERS = [
    "1 food\n2 a place\n3 clothes", "he said “nobody will believe you so dont even try”", "mom loved it and he was mad",
    "he laughed at “the picture that i sent him last night”", "this is an automated reply? r u real",
    'he liked "me" and then he hit me', "loved my mom", "I'm driving and he has a gun", "he is driving with my phone",
    "im out of the office he hurt me", "my message was not delivered to mom help", "👍", "👎", "❤️", ">:( no",
    "hi im on leave from work bc he hurt me, need emergency help", "he sent from my phone pics of me", "1", "",
    "me gustaría comer", "he reacted bad to me", "i removed him from my phone", "quito de aqui a mi hija", "stop it",
    "me gusta",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "form"), REACTIONS)
@pytest.mark.parametrize(
    "quoted", [OURS, "Está bien. ¿Puedes hablar ahora?\n1 Sí\n2 Ahora no", 'Text "person" any time']
)
def test_reaction_is_recognised_and_what_it_quotes_is_not_read(kind: Kind, form: str, quoted: str) -> None:
    assert own_words(form.format(quoted)) == ("", kind)


@pytest.mark.parametrize(("kind", "form"), TOLD)
@pytest.mark.parametrize("quoted", [OURS, MENU, "Está bien. ¿Puedes hablar ahora?\n1 Sí\n2 Ahora no"])
def test_reaction_told_of_somebody_is_recognised(kind: Kind, form: str, quoted: str) -> None:
    assert own_words(form.format(quoted)) == ("", kind)


@pytest.mark.parametrize("text", [f"“{MENU}”", f"«{MENU}»\n", f"Re: “{MENU}”", f"Fwd: {MENU}", f"RV: {MENU}"])
def test_our_question_sent_back_holds_no_words(text: str) -> None:
    assert own_words(text) == ("", Kind.QUOTE)


@pytest.mark.parametrize("text", WITHOUT_TEXT)
def test_reaction_to_a_picture_is_recognised(text: str) -> None:
    assert own_words(text).kind in {Kind.LIKE, Kind.REACTION}


@pytest.mark.parametrize("text", AUTOMATIC)
def test_automatic_reply_is_recognised(text: str) -> None:
    assert own_words(text) == ("", Kind.AUTOMATIC)


@pytest.mark.parametrize("text", NOTICES)
def test_notice_of_a_phone_company_is_recognised(text: str) -> None:
    assert own_words(text) == ("", Kind.NOTICE)


@pytest.mark.parametrize(("text", "words"), OWN)
def test_quotes_and_signatures_are_taken_off(text: str, words: str) -> None:
    assert own_words(text) == (words, Kind.WORDS)


@pytest.mark.parametrize("text", HERS)
def test_what_a_person_writes_stays(text: str) -> None:
    assert own_words(text) == (text, Kind.WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for contacting us. Call 911 in an emergency.",
        "This number is not monitored.",
        "Press 0 for operator",
        "Invalid option. Reply 1 for sales",
        "Seleccione una opción: 1 ventas",
        "No entendí su respuesta",
    ],
)
def test_likely_automatic_text_is_noticed(text: str) -> None:
    assert looks_automatic(text) and own_words(text).kind is Kind.WORDS


def test_no_text_takes_long() -> None:
    parts = [
        "Removed a ",
        'liked "',
        "on ",
        "i'm driving ",
        ">",
        "sent from ",
        "--\n",
        "reacted 👍",
        " ",
        "-",
        "no se ",
        "\n",
        "until ",
    ]
    for part in parts:
        started = time.perf_counter()
        own_words((part * 1600)[:1600])
        looks_automatic((part * 1600)[:1600])
        assert time.perf_counter() - started < 0.2, part
