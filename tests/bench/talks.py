"""What the people of the benchmark text, turn by turn, and the requests that the provider would make of it.

Numbers are of a kind that nobody has, and are never printed.
"""

from __future__ import annotations

import secrets
from typing import NamedTuple
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

PUBLIC_URL = "https://bench.example.org"

FLOOR_SAYS = (
    "What would help most right now? 1 A place 2 Food or clothes 3 Health 4 Safety 5 Papers 6 School 7 Talk 8 More 9 No"
)
"""What the floor answers to everything: 120 letters."""

SCRIPTS: tuple[tuple[str, ...], ...] = (
    (  # a place tonight, by the menu, as far as a person
        "hello", "1", "ok", "1", "1", "92701", "3", "who are you", "back", "1", "1", "not now", "1", "2", "food", "1",
        "1", "talk to a person", "1", "Sky", "1", "thanks",
    ),
    (  # in her own words; hesitates
        "hey", "yes", "ok",
        "i dont really know how to say this but ive been at different peoples places all month and i cant go back, "
        "i need somewhere to sleep and some food",
        "yes", "santa ana", "why do u ask", "back", "not now", "2", "1", "3", "not now", "what help is there", "idk",
        "menu", "3", "1", "2", "1", "ok", "thank you",
    ),
    (  # danger in the middle of a menu
        "hi", "👍", "2", "3", "ok", "3", "4", "94103", "i dont want to be alive anymore", "go on", "1", "1", "2",
        "asdf qwer", "zzz", "menu", "he hits me and i cant leave the house", "back", "who can see this", "skip", "HELP",
        "not now",
    ),
    (  # in Spanish
        "hola", "1", "ok", "2", "comida", "92701", "cómo comunicarme", "no", "ahora no", "1", "menú",
        "necesito un lugar para dormir esta noche y ropa para mi bebé, no conozco a nadie en esta ciudad y no tengo "
        "papeles, me da miedo preguntar", "sí", "1", "2", "otra persona", "quiero hablar con una persona", "1", "2",
        "qué guardaste", "english", "menu",
    ),
    (  # wants to be remembered, then forgotten
        "need a place 2 sleep 2nite", "1", "1", "yes", "skip", "1", "1", "3", "2", "1", "menu", "5", "3", "90012", "3",
        "3", "not now", "6", "3", "weather", "hi", "1",
    ),
    (  # asks first, declines, takes everything back
        "who is this", "is this a bot", "menu", "1", "2", "1", "1", "7", "2", "San Francisco", "1", "3", "not now",
        "what did you keep", "take back", "menu", "6", "1 and 3", "1", "skip", "forget", "1",
    ),
)  # fmt: skip
"""Each a conversation of some twenty texts, as the rest of its comment says. None stops: who has gets no answer."""


class Account(NamedTuple):
    """Whose provider's account it is. The token signs."""

    sid: str
    token: str
    number: str


def new_account() -> Account:
    """An account that nobody has."""
    return Account("AC" + secrets.token_hex(16), secrets.token_hex(16), "+15555550100")


def phone(index: int) -> str:
    """The number of one person, a different one for each index below ten million."""
    return f"+1555{index:07}"


class Signer:
    """Makes the requests of whole conversations, signed by the official library, ready to be sent as they are."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._validator = RequestValidator(account.token)

    def talks(self, first: int, count: int) -> list[list[bytes]]:
        """The requests of `count` people from the index `first` on, each with one of the scripts in turn."""
        return [
            [self.request(text, phone(index)) for text in SCRIPTS[index % len(SCRIPTS)]]
            for index in range(first, first + count)
        ]

    def request(self, text: str, sender: str) -> bytes:
        """One text as it comes over the wire, under a message sid of its own."""
        form = self.form(text, sender)
        body = urlencode(form).encode()
        head = (
            "POST /sms HTTP/1.1\r\n"
            "Host: bench.example.org\r\n"
            "User-Agent: TwilioProxy/1.1\r\n"
            "Accept: */*\r\n"
            "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
            f"X-Twilio-Signature: {self.signature(form)}\r\n"
            f"I-Twilio-Idempotency-Token: {secrets.token_hex(16)}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    def form(self, text: str, sender: str) -> dict[str, str]:
        """The fields that the provider sends with every text."""
        sid = "SM" + secrets.token_hex(16)
        return {
            "ToCountry": "US", "ToState": "CA", "SmsMessageSid": sid, "NumMedia": "0", "ToCity": "SANTA ANA",
            "FromZip": "92701", "SmsSid": sid, "FromState": "CA", "SmsStatus": "received", "FromCity": "SANTA ANA",
            "Body": text, "FromCountry": "US", "To": self._account.number, "ToZip": "92701", "NumSegments": "1",
            "MessageSid": sid, "AccountSid": self._account.sid, "From": sender, "ApiVersion": "2010-04-01",
        }  # fmt: skip

    def signature(self, form: dict[str, str]) -> str:
        """What stands in X-Twilio-Signature for `form`."""
        return str(self._validator.compute_signature(f"{PUBLIC_URL}/sms", form))
