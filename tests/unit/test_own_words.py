"""What of a text is the person's own words, and what a phone or a company wrote."""

from __future__ import annotations

import time

import pytest

from bot.understanding.own_words import Kind, looks_automatic, own_words, own_words_of_staff
from tests.support.talk import TO_NEEDS, talk

OURS = "If someone under 18 is being hurt, staff may have to report it. 1 Ok 2 Tell me more 3 Not now"

MENU = "He has a gun? Call 911.\n1 Text with a person\n2 Go on here\n3 Not now"

REACTIONS = [
    (Kind.LIKE, "Le ha gustado «{}»"), (Kind.LIKE, "Le ha encantado “{}”"), (Kind.LIKE, "Te ha gustado «{}»"),
    (Kind.DISLIKE, "No le ha gustado «{}»"), (Kind.LIKE, "Le dio “Me encanta” a «{}»"),
    (Kind.LIKE, "Le dio “Me gusta” a “{}”"),
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
    (Kind.LIKE, "Indicó que le encanta “{}”"), (Kind.LIKE, "Ha reaccionado 👍 a «{}»"),
    (Kind.LIKE, "Gave a heart to “{}”"),
    (Kind.LIKE, "Added a thumbs up to “{}”"), (Kind.LIKE, 'Reacted with 👍: "{}"'),
    (Kind.LIKE, "Maria liked “{}”"), (Kind.LIKE, "You loved “{}”"), (Kind.LIKE, "+1 (555) 010-0199 liked “{}”"),
    (Kind.REMOVED, "You removed a like from “{}”"), (Kind.REMOVED, "Removed 😂 reaction from “{}”"),
    (Kind.LIKE, "Thumbs up to “{}”"), (Kind.LIKE, "Gave a thumbs up to “{}”"), (Kind.DISLIKE, "Ana disliked “{}”"),
    (Kind.LIKE, "Indicó que le gusta “{}”"), (Kind.LIKE, "A María le gustó «{}»"), (Kind.LIKE, "Te encantó “{}”"),
    (Kind.LIKE, "Reaccionaste con 👍 a “{}”"), (Kind.REACTION, "Puso un signo de interrogación a “{}”"),
    (Kind.REACTION, "Te reíste de “{}”"), (Kind.DISLIKE, "No te gustó “{}”"), (Kind.LIKE, "Marcó con un corazón “{}”"),
    (Kind.LIKE, "A aimé “{}”"), (Kind.LIKE, "Reagiu com 👍 a “{}”"), (Kind.REACTION, "A ri de «{}»"),
]  # fmt: skip
"""Reactions that name who reacted, or are told in the words of another phone or language."""
WITHOUT_TEXT = [
    "Liked an image", "Loved a movie", "Laughed at a photo", "Le gustó una imagen", "Reacted 👍 to a photo",
    "Thumbs up your message", "Thumbs up to your message", "Liked your message", "Le ha gustado tu mensaje",
]  # fmt: skip

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
    "Vacation responder: i am off until Jan 2. For emergencies call my supervisor.",
    "[Automatic] The person you texted is using a parental control app",
    "Hi, I can't talk right now. What's up?",
    "Can't talk now. What's up?",
    "No puedo hablar ahora. ¿Qué pasa?",
]
NOTICES = [
    "Free Msg: Unable to send message - Message Blocking is active.", "AT&T Free Msg: Your message was blocked",
    "Message not sent", "Your message could not be delivered. Call 911 in an emergency.",
    "T-Mobile: Your message was not sent. Error 30007", "Msg not delivered: invalid number",
    "Your message to +15550100199 failed to send", "Your voicemail box is full.", "Su buzón de voz está lleno",
    "Unable to deliver message to this number", "Mensaje no enviado", "No se pudo entregar su mensaje",
]  # fmt: skip
OF_COMPANIES = [
    "Your verification code is 482913. Don't share it with anyone.",
    "Your Cash App code is 884-211. Never share this code.",
    "Uber code: 4821. Never share this code. Reply STOP ALL to unsubscribe.",
    "WhatsApp code 443-322. Don't share this code with others",
    "Your bank: never share this PIN with anyone.",
    "Tu codigo de verificacion es 4821. No lo compartas",
    "T-Mobile: Your bill is due. Reply STOP to opt out.",
    "Verizon Msg: Your data plan is at 90%. Reply STOP to end alerts",
    "Your Lyft driver is arriving. Silver Honda, plate 7ABC123",
    "Your DoorDash order is on the way!",
    "Amazon: your package was delivered",
    "Reminder: you have an appointment at Dr. Lee's clinic Tuesday at 2. Reply YES to confirm",
    "Find My: iPhone 12 location was requested by Daddy",
    "Life360: Mom has arrived at Home",
    "Emergency alert: Tornado warning in this area",
    "AMBER Alert: Houston TX, 2014 white Ford F150 LIC ABC1234",
    "Mensaje de Telcel: tu saldo esta por vencer",
    "Este numero no recibe mensajes",
    "Missed call from +1 555 010 0133",
    "Messages is end-to-end encrypted",
    "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
    "G-482913 is your Google verification code.",
    "482913 is your Instagram code. Don't share it.",
    "<#> Your Facebook code is 12345",
    "Su código de seguridad es 9921. No lo comparta con nadie.",
    "Llamada perdida de +1 555 010 0133",
    "Tu pedido de DoorDash va en camino",
    "Tu conductor de Uber está llegando. Honda gris, placas 7ABC123",
    "Recordatorio: tiene una cita con Dr. Lee el martes a las 2. Responda SI para confirmar",
    "Your Uber is here. White Toyota Camry 8XYZ999",
    "Walgreens: your prescription is ready for pickup. Reply STOP to opt out",
    "FedEx: your package is out for delivery",
    "USPS: Your package could not be delivered",
    "Alerta AMBER: Houston",
    "Alerta de emergencia: aviso de tornado en esta zona",
    "Temu: 50% off today only! Reply STOP to end",
    "Life360: Daddy has left School",
    "Google Maps: Mom is sharing their location with you",
    "Cash App: 482-913 is your sign in code. Never share it.",
    "[TikTok] 482913 is your verification code",
    "Chime: A $20 payment was sent",
    "Tu Uber está llegando",
    "Snapchat: Daddy sent you a Snap",
    "Google: new sign-in to your account from iPhone",
    "Your Google account was signed in on a new device",
    "Bark: We noticed something on Ana's phone",
    "Silver Alert: Dallas TX",
    "Ring: Motion detected at your Front Door",
    "You have 1 new voicemail",
    "Metro by T-Mobile: your plan expires tomorrow",
    "Chase: Never share this code. 482913",
    "Su codigo de Uber es 4821. Nunca comparta este codigo",
]
"""Codes, deliveries, reminders, warnings and what apps tell: nobody types them."""

OWN = [
    ("> " + OURS + "\nok", "ok"), ("> 1 Yes\n> 2 Not now\n2", "2"), ("stop\n\nSent from my iPhone", "stop"),
    ("STOP\r\n--\r\nAna", "STOP"), ("yes. Sent from my Samsung Galaxy S23", "yes."),
    ("Reply: “He has a gun? Call 911.” yes", "yes"), ("Replying: “He has a gun? Call 911.” 2", "2"),
    ("Re: “He has a gun? Call 911.” no", "no"), ("Respuesta: «¿Tiene un arma? Llama al 911.» si", "si"),
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
LOOK_ALIKES = [
    "my code is 4821 dont share it",
    "my zip code is 77002",
    "ZIP code 77002",
    "Zip code: 77002",
    "77002 dont share it",
    "77002 dont share my name",
    "your zip code is 77002",
    "area code 713",
    "the gate code is 4821",
    "door code 1234 come in the back",
    "he wants my verification code 482913",
    "i got a code 482913 what is it",
    "dont share this with anyone",
    "never share my name",
    "su clave es 4821",
    "mi código es 4821 no lo compartas",
    "i have an appointment at the clinic tuesday at 2",
    "reminder: i have court tuesday",
    "my appointment is at 2 can you come",
    "i need an appointment",
    "do i reply YES to confirm my appointment",
    "tengo una cita con el doctor el martes",
    "recordatorio: mi cita es el martes",
    "my uber driver is scaring me",
    "the uber driver wont let me out",
    "the driver is here",
    "your driver is here?",
    "my lyft is arriving",
    "i order doordash for him",
    "uber: im in the car and scared",
    "Uber: he is taking me somewhere",
    "life360 tracks me",
    "Life360: my dad put it on my phone",
    "find my iphone shows where i am",
    "amber alert thats me",
    "AMBER alert: my sister is missing",
    "emergency help me",
    "emergency alert: fire in the building help",
    "missed call from him and now hes mad",
    "missed call from my dad",
    "are messages end to end encrypted?",
    "is this end-to-end encrypted",
    "it says reply STOP to opt out what does that mean",
    "Daddy: your payment is due tonight",
    "Daddy: never share the code with anyone",
    "walmart: we slept behind it",
    "my package was delivered and he opened it",
    "i cant talk right now",
    "cant talk now whats up",
    "sorry i can't talk right now",
    "i'm on my way",
    "this number doesnt get texts from my mom",
    "el conductor me esta tocando",
    "mi pedido no llego",
    "verizon cut my line",
    "hearts are for you and thumbs up",
    "su código es 4821",
    "his code is 4821",
    "cash app code?",
    "tornado here need shelter",
    "alerta de tornado donde voy",
    "my phone plan ends friday",
    "t-mobile shut off my phone",
    "no puedo hablar ahora",
    "mi cita es mañana",
    "Re: the bed, yes",
    "mom: your appointment is at 2",
    "missed call from mom",
    "Hospital: he beat me",
]
"""A young person's own words about codes, appointments, drivers, alerts and calls."""


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


@pytest.mark.parametrize("text", OF_COMPANIES)
def test_message_of_a_company_or_an_app_is_recognised(text: str) -> None:
    assert own_words(text) == ("", Kind.NOTICE)


@pytest.mark.parametrize("text", [*OF_COMPANIES, *AUTOMATIC[-5:]])
def test_what_is_sent_by_itself_changes_nothing(text: str) -> None:
    person = talk(*TO_NEEDS)
    before = person.session
    assert person.text(text) == ""
    assert person.session == before


@pytest.mark.parametrize("text", ["Reminder: you have an appointment Tuesday at 2", "Your ride is here. Silver Honda"])
def test_colleague_may_write_what_a_company_would(text: str) -> None:
    assert own_words_of_staff(text) == (text, Kind.WORDS)


@pytest.mark.parametrize(("text", "words"), OWN)
def test_quotes_and_signatures_are_taken_off(text: str, words: str) -> None:
    assert own_words(text) == (words, Kind.WORDS)


@pytest.mark.parametrize("text", [*HERS, *LOOK_ALIKES])
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
        "your ",
        "uber ",
        "reply stop to ",
        "your code is 4821 ",
        "a. ",
        "reminder: your ",
    ]
    for part in parts:
        started = time.perf_counter()
        own_words((part * 1600)[:1600])
        looks_automatic((part * 1600)[:1600])
        assert time.perf_counter() - started < 0.2, part
