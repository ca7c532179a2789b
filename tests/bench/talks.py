"""What the people of the benchmark text, turn by turn, and the requests that the provider would make of it.

Numbers are of a kind that nobody has, and are never printed.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

from bot.sms.twilio import sign
from tests.support.product import PUBLIC, new_sid
from tests.support.provider import Provider

FLOOR_SAYS = (
    "What would help most right now? 1 A place 2 Food or clothes 3 Health 4 Safety 5 Papers 6 School 7 Talk 8 More 9 No"
)
"""What the floor answers to everything: 120 letters."""

SCRIPTS: tuple[tuple[str, ...], ...] = (
    (  # a place tonight, by the menu, as far as a person
        "hello", "1", "ok", "1", "one", "92701", "3", "who are you", "back", "1", "one", "not now", "1", "2", "food",
        "1", "one", "talk to a person", "1", "Sky", "1", "thanks",
    ),
    (  # in her own words; hesitates
        "hey", "yes", "ok",
        "i dont really know how to say this but ive been at different peoples places all month and i cant go back, "
        "i need somewhere to sleep and some food",
        "yes", "santa ana", "why do u ask", "back", "not now", "2", "1", "3", "not now", "what help is there", "idk",
        "menu", "3", "1", "2", "1", "ok", "thank you",
    ),
    (  # danger in the middle of a menu
        "hi", "👍", "2", "3", "ok", "3", "4", "94103", "i dont want to be alive anymore", "go on", "1", "one", "2",
        "asdf qwer", "zzz", "menu", "he hits me and i cant leave the house", "back", "who can see this", "skip", "HELP",
        "not now",
    ),
    (  # in Spanish
        "hola", "1", "ok", "2", "comida", "92701", "cómo comunicarme", "ahora no", "1", "menú",
        "necesito un lugar para dormir esta noche y ropa para mi bebé, no conozco a nadie en esta ciudad y no tengo "
        "papeles, me da miedo preguntar", "sí", "1", "2", "otra persona", "quiero hablar con una persona", "1", "2",
        "qué guardaste", "english", "menu",
    ),
    (  # wants to be remembered, then forgotten
        "need a place 2 sleep 2nite", "1", "skip", "1", "3", "2", "1", "menu", "5", "3", "90012",
        "3", "three", "not now", "6", "3", "weather", "hi", "1",
    ),
    (  # asks first, declines, takes everything back
        "who is this", "is this a bot", "menu", "1", "2", "1", "one", "7", "2", "San Francisco", "1", "3", "not now",
        "what did you keep", "take back", "menu", "6", "1 and 3", "1", "skip", "forget", "1",
    ),
)  # fmt: skip
"""Each a conversation of some twenty texts, as the rest of its comment says. None stops: who has gets no answer.

The same words twice within seconds would be the carrier's second copy, so the second is in letters.
"""


def phone(index: int) -> str:
    """Return the number of one person, a different one for each index below ten million."""
    return f"+1555{index:07}"


def talks(provider: Provider, first: int, count: int) -> list[list[bytes]]:
    """Return the requests of `count` people from the index `first` on, each with one of the scripts in turn."""
    return [
        [request(provider, text, phone(index)) for text in SCRIPTS[index % len(SCRIPTS)]]
        for index in range(first, first + count)
    ]


def request(provider: Provider, text: str, sender: str) -> bytes:
    """Return one text as it comes over the wire."""
    form, signature = signed(provider, text, sender)
    body = urlencode(form).encode()
    head = (
        "POST /sms HTTP/1.1\r\n"
        "Host: bench.example.org\r\n"
        "User-Agent: TwilioProxy/1.1\r\n"
        "Accept: */*\r\n"
        "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
        f"X-Twilio-Signature: {signature}\r\n"
        f"I-Twilio-Idempotency-Token: {secrets.token_hex(16)}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def signed(provider: Provider, text: str, sender: str) -> tuple[dict[str, str], str]:
    """Return all fields that the provider sends with a text, under a message sid of its own, and their signature."""
    form = provider.webhook_form(
        text, sender, new_sid(), ToState="CA", ToCity="SANTA ANA", ToZip="92701", FromCountry="US", FromState="CA",
        FromCity="SANTA ANA", FromZip="92701",
    )  # fmt: skip
    return form, sign(provider.token, f"{PUBLIC}/sms", form)
