"""Probe that texts the running product from outside: conversations, a replay, forgeries, hostile bodies.

    python tests/support/webhook_probe.py --url http://127.0.0.1:8000 --public-url https://text.example.org

It needs Python and twilio, nothing of the product. The token is TWILIO_AUTH_TOKEN, else the one that demo mode keeps
under VAR_DIR. It exits with 1 if any answer was an error, missing, or more than one message.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import os
import random
import re
import secrets
import sys
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote_from_bytes, urlsplit
from xml.etree import ElementTree

from twilio.request_validator import RequestValidator

LONGEST_SECONDS, OWN = 5.0, "+15555550100"
CONVERSATIONS = {
    "English": ["hey", "1", "ok", "need a place 2 sleep 2nite", "skip", "how to reach them", "not now", "1",
                "talk to a person", "just say i want to talk", "no name", "who are you", "HELP", "menu"],
    "Spanish": ["hola", "1", "ok", "necesito comida", "92701", "1", "ahora no", "1",
                "quiero hablar con una persona", "2", "1", "eres un robot?", "AYUDA", "menu"],
}  # fmt: skip

Pairs = list[tuple[bytes, bytes]]


class Answer(NamedTuple):
    """Response. `status` is 0 if there was none."""

    status: int
    messages: list[str]
    seconds: float
    state: str


class Door:
    """Webhook, called as the provider calls it."""

    def __init__(self, url: str, public_url: str, token: str) -> None:
        self.place, self.token = urlsplit(url), token
        self.address = public_url.rstrip("/") + "/sms"

    def sign(self, pairs: Pairs, address: str = "") -> str:
        """Compute the provider's signature over bytes: its own validator cannot sign what is not UTF-8."""
        signed = (address or self.address).encode() + b"".join(name + value for name, value in sorted(set(pairs)))
        return b64encode(hmac.digest(self.token.encode(), signed, hashlib.sha1)).decode()

    def post(self, pairs: Pairs, signature: str | None = None, raw: bytes | None = None) -> Answer:
        """Send one request. `signature` "" sends none. `raw` is the literal body, with `pairs` as its meaning."""
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8", "User-Agent": "TwilioProxy/1.1"}
        signature = self.sign(pairs) if signature is None else signature
        if signature:
            headers["X-Twilio-Signature"] = signature
        body = raw if raw is not None else encoded(pairs)
        kind = HTTPSConnection if self.place.scheme == "https" else HTTPConnection
        line = kind(self.place.hostname or "127.0.0.1", self.place.port, timeout=15)
        started = time.monotonic()
        try:
            line.request("POST", self.place.path.rstrip("/") + "/sms", body, headers)
            response = line.getresponse()
            page = response.read()
            messages = []
            if response.status == 200:
                messages = [message.text or "" for message in ElementTree.fromstring(page)]  # noqa: S314
            state = response.headers.get("X-Warmline-State", "")
            return Answer(response.status, messages, time.monotonic() - started, state)
        except (OSError, HTTPException, ElementTree.ParseError):
            return Answer(0, [], time.monotonic() - started, "")
        finally:
            line.close()


def encoded(pairs: Pairs) -> bytes:
    """Encode the pairs as a form."""
    return "&".join(f"{quote_from_bytes(name)}={quote_from_bytes(value)}" for name, value in pairs).encode()


def phone() -> str:
    return f"+1{secrets.randbelow(8 * 10**9) + 2 * 10**9}"


def form(body: str | bytes = "hey", **fields: str) -> Pairs:
    """Return the provider's fields; given ones replace the defaults."""
    sid = fields.get("MessageSid", "SM" + secrets.token_hex(16))
    usual = {
        "ToCountry": "US", "ToState": "CA", "SmsMessageSid": sid, "NumMedia": "0", "ToCity": "", "SmsSid": sid,
        "FromState": "", "SmsStatus": "received", "FromCity": "", "From": phone(), "To": OWN, "FromZip": "",
        "NumSegments": "1", "MessageSid": sid, "AccountSid": "AC" + "0" * 32, "ApiVersion": "2010-04-01", **fields,
    }  # fmt: skip
    text = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return [(b"Body", text), *((name.encode(), value.encode()) for name, value in usual.items())]


BODIES: list[str | bytes] = [
    "", " ", "\n", "\t\r\n", "\0", "\0" * 160, "a\0b", "hey\0", "x" * 1600, "é" * 1600, "😀" * 800, "word " * 320,
    "👍", "👍🏽", "👩‍👩‍👧‍👦" * 20, "❤️", "🇺🇸🇲🇽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "؟", "مرحبا أحتاج إلى مساعدة", "שלום",
    "\u202eyeh\u202c", "\u200f\u200e\u2066\u2069", "\u200b", "\ufeff", "\ufeffhey", "\u00ad" * 50,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "a" + "\u0301" * 500, "ﷺ" * 100, "ﬁ", "ⅷ", "①", "１", "𝟏", "Ⅰ", "𝓱𝓮𝓵𝓹", "ＨＥＬＰ", "ñ", "n\u0303", "İ",
    "ß", "ŉ", "\u1e9e" * 40, "\u2028", "\u2029", "\x0b\x0c", "\x1b[31mred\x1b[0m", "\x07" * 20, "\x7f",
    "\x80\x81", "\x01\x02\x03\x04", "\ud800", "\udfff\ud800", "\U0010ffff", "\ufffe\uffff", "\ue000",
    "<Response><Message>x</Message></Response>", "</Message><Message>two</Message>", "]]>", "<![CDATA[x]]>",
    "&lt;&amp;&#0;", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "&a;",
    "<!--", "<script>1</script>", '{"a": [1, {"b": null}]}', "[" * 800, "{" * 800, '{"__proto__": 1}', "null",
    "true", "NaN", "-0", "1e999", "0x10", "1" * 1000, "' OR '1'='1", "'; DROP TABLE sessions; --",
    "EVAL \"return 1\" 0", "\r\nFLUSHALL\r\n", "*1\r\n$8\r\nFLUSHALL\r\n", "{{7*7}}", "{% for x in y %}", "${7*7}",
    "#{7*7}", "%s%s%n", "%(a)s", "{0}", "{0.__class__}", "$(id)", "`id`", "| id", "; id", "((program))",
    "((crisis))", "((", "))", "((((a))))", "((choices))", "((needs", "\\1", "\\", "\\x00", "\\u0000",
    "../../etc/passwd", "http://169.254.169.254/", "javascript:1", "a=b&c=d", "%00", "%", "%%", "%zz", "+", "a+b",
    "?", "!", ".", "...", "-", "_", "0", "99999999999999999999", "-1", "1.", "1)", "#1", "1 2 3", "1 or 2", "one",
    "uno", "ok", "no", "(?=a)*", "(a+)+$", "a" * 800 + "!", "stop " * 100 + "it", "make it stop",
    "i cant stop crying", "STOP THE CAR", "dont stop", "end of the day", "help " * 200, "I am 12", "im 11 yrs old",
    "kill", "he has a gun", "me duele", "\u3000", "助けて", "помогите", "βοήθεια", "ช่วยด้วย",
    "도와주세요", "Set-Cookie: a=b", "\r\nX-Injected: 1\r\n\r\n", b"\xff", b"\xfe\xff", b"\xc3\x28",
    b"\xed\xa0\x80", b"hey \xe9", b"\xf0\x9f\x98", b"\x80" * 200, b"\xc0\x80", b"\xf8\x88\x80\x80\x80",
    b"\x00\xff\x00", bytes(range(1, 256)),
]  # fmt: skip

FIELDS: list[dict[str, str]] = [
    {"From": "23456"}, {"From": "789"}, {"From": ""}, {"From": " "}, {"From": "whatsapp:+15555550123"},
    {"From": "+"}, {"From": "Anonymous"}, {"From": "+1 (555) 555-0123"}, {"From": "x" * 3000}, {"From": "\0"},
    {"From": "😀"}, {"From": "client:a\r\nb"}, {"From": "{a}:s"}, {"From": "*"}, {"From": "rcs:agent_1"},
    {"From": "+266696687"}, {"To": ""}, {"To": "other"}, {"MessageSid": ""}, {"MessageSid": "x" * 3000},
    {"MessageSid": "\0*"}, {"MessageSid": "é"},
    {"NumMedia": "1", "MediaUrl0": "http://127.0.0.1:1/x", "MediaContentType0": "image/jpeg"}, {"NumMedia": "10"},
    {"NumMedia": "-1"}, {"NumMedia": "many"}, {"NumMedia": "9" * 400}, {"NumMedia": "٣"}, {"NumMedia": "1e3"},
    {"NumMedia": ""}, {"OptOutType": "ODD"}, {"OptOutType": "\0"}, {"OptOutType": "x" * 2000},
    {"SomethingNew": "x"}, {"AddOns": '{"a":1}'}, {"ProfileName": "x", "WaId": "1", "ButtonText": "x"},
    {"ChannelMetadata": "{" * 500}, {"": "no name"}, {"Body2": "x"}, {"body": "lower"},
    {f"k{n}": str(n) for n in range(2000)}, {"x" * 5000: "1"}, {"a[]": "1", "a[b][c]": "2"}, {"AccountSid": ""},
]  # fmt: skip


def raw_forms() -> Iterator[tuple[Pairs, bytes]]:
    """Yield bodies that are not written as the provider writes them, each with its meaning."""
    plain = form()
    body = encoded(plain)
    yield plain, body.replace(b"Body=hey", b"Body=%68%65%79")
    yield plain, body + b"&"
    yield plain, b"&&" + body
    yield [*plain, (b"lonely", b"")], body + b"&lonely"
    yield [*plain, (b"", b"x")], body + b"&=x"
    yield [*plain, (b"Body", b"two")], body + b"&Body=two"
    yield [*plain, (b"Body", b"hey")], body + b"&Body=hey"
    yield [*plain, (b"From", b"+15555550199")], body + b"&From=%2B15555550199"
    yield [*plain, (b"bad", b"%zz")], body + b"&bad=%zz"
    yield [*plain, (b"bad", b"%")], body + b"&bad=%"
    yield [*plain, (b"plus", b"a b")], body + b"&plus=a+b"
    yield [*plain, (b"semi", b"1;two=2")], body + b"&semi=1;two=2"
    yield [*plain, (b"equals", b"=a=b=")], body + b"&equals==a=b="
    yield [*plain, (b"raw", b"\xc3\xa9")], body + b"&raw=\xc3\xa9"
    yield [*plain, (b"raw", b"\xff")], body + b"&raw=\xff"
    yield [], b""
    yield [(b"Body", b"hey")], b"Body=hey"
    yield [(b"From", b"+15555550142")], b"From=%2B15555550142"


def hostile(count: int, seed: int = 7) -> Iterator[tuple[Pairs, bytes | None]]:
    """Yield at least `count` bodies, the last of them random."""
    made: list[tuple[Pairs, bytes | None]] = [(form(body), None) for body in BODIES]
    made += [(form(**fields), None) for fields in FIELDS]
    made += raw_forms()
    chance = random.Random(seed)  # noqa: S311 not for secrets
    while len(made) < count:
        made.append((form(bytes(chance.choices(range(256), k=chance.randrange(1, 400)))), None))
    yield from made


class Report:
    """Failures, and the lines that describe them."""

    def __init__(self) -> None:
        self.faults = 0

    def expect(self, holds: bool, what: str) -> None:
        if not holds:
            self.faults += 1
            print(f"WRONG  {what}")


def is_good(answer: Answer) -> bool:
    """Tell whether there was one message, in time."""
    said = answer.status == 200 and len(answer.messages) == 1 and bool(answer.messages[0].strip())
    return said and answer.seconds < LONGEST_SECONDS


def converse(door: Door, report: Report) -> None:
    for language, texts in CONVERSATIONS.items():
        person, states = phone(), []
        for text in texts:
            pairs = form(text, From=person)
            official = RequestValidator(door.token).compute_signature(
                door.address, {name.decode(): value.decode() for name, value in pairs}
            )
            report.expect(official == door.sign(pairs), "our signature is not the provider's")
            answer = door.post(pairs, official)
            report.expect(is_good(answer), f"{language}, text {len(states) + 1}: {problem(answer)}")
            states.append(answer.state or "?")
        told = "" if set(states) == {"?"} else ": " + " ".join(states)
        print(f"{language}: {len(texts)} texts, each answered{told}")
        pairs = form("STOP", From=person)
        report.expect(is_good(door.post(pairs)), "STOP was not confirmed")
        report.expect(door.post(form("hey", From=person)).messages == [], "something was said after STOP")


def replay(door: Door, report: Report) -> None:
    pairs = form("hey")
    first, again = door.post(pairs), door.post(pairs)
    changed = door.post([(name, b"something else" if name == b"Body" else value) for name, value in pairs])
    report.expect(
        is_good(first) and first.messages == again.messages == changed.messages, "a replayed sid was not told the same"
    )
    print("replayed sid: the same reply")


def forge(door: Door, report: Report) -> None:
    pairs = form("hey")
    good = door.sign(pairs)
    forged = {
        "none": "", "another body's": door.sign(form("other")),
        "another address's": door.sign(pairs, door.address + "/"),
        "another token's": Door("http://x", door.address, "0" * 32).sign(pairs), "half": good[:14], "odd": "=" * 2000,
        "a space": " ", "a list": f"{good},{good}", "letters": "\xe9\xff",
    }  # fmt: skip
    for name, signature in forged.items():
        answer = door.post(pairs, signature)
        report.expect(answer.status == 403, f"signature {name}: status {answer.status}, not 403")
    report.expect(is_good(door.post(pairs, good)), "the good signature was refused")
    print(f"forged and missing signatures: {len(forged)}, each refused with 403")


def may_get(answer: Answer, pairs: Pairs, raw: bytes | None) -> bool:
    """Tell whether this form may be refused, or be left without a message.

    Refused: what the provider never sends, such as a form cut anew or one without a well-formed message.
    Silent: what no phone sends, and what a machine writes.
    """
    fields = dict(pairs)
    if answer.status == 400:
        odd = any(not re.fullmatch(rb"[A-Z][A-Za-z]*[0-9]{0,2}", name) for name, _ in pairs)
        return raw is not None or odd or not re.fullmatch(rb"SM[0-9a-f]{32}", fields[b"MessageSid"])
    if answer.status == 413:
        return len(pairs) > 500
    is_phone = re.fullmatch(rb"(whatsapp:|rcs:)?[+]?[\d ()-]{8,20}", fields.get(b"From", b"")) is not None
    return answer.status == 200 and not answer.messages and (not is_phone or fields[b"Body"].startswith(b"{"))


def assail(door: Door, report: Report, count: int) -> None:
    counts: Counter[str] = Counter()
    slowest = 0.0
    for number, (pairs, raw) in enumerate(hostile(count), 1):
        answer = door.post(pairs, raw=raw)
        slowest = max(slowest, answer.seconds)
        counts["bodies"] += 1
        counts["5xx"] += answer.status >= 500 or answer.status == 0
        may = may_get(answer, pairs, raw)
        counts["refused"] += 300 <= answer.status < 500 and not may
        counts["silent"] += answer.status == 200 and not "".join(answer.messages).strip() and not may
        counts["more than one message"] += len(answer.messages) > 1
        good = is_good(answer) or (answer.seconds < LONGEST_SECONDS and may)
        report.expect(good, f"hostile body {number}: {problem(answer)}")
    told = ", ".join(
        f"{name} {counts[name]}" for name in ("bodies", "5xx", "refused", "silent", "more than one message")
    )
    print(f"hostile: {told}; the slowest took {slowest:.2f} s")


def problem(answer: Answer) -> str:
    return f"status {answer.status}, {len(answer.messages)} messages, {answer.seconds:.1f} s"


def token() -> str:
    """Return the token from the environment, else demo mode's."""
    if given := os.environ.get("TWILIO_AUTH_TOKEN"):
        return given
    kept = Path(os.environ.get("VAR_DIR") or "var") / "demo-secrets.json"
    if not kept.exists():
        sys.exit(f"no TWILIO_AUTH_TOKEN, and no {kept}")
    return str(json.loads(kept.read_text(encoding="utf-8"))["TWILIO_AUTH_TOKEN"])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="where it listens (default: %(default)s)")
    parser.add_argument("--public-url", default=os.environ.get("PUBLIC_URL"), help="what signatures are built from")
    parser.add_argument("--count", type=int, default=200, help="at least so many hostile bodies (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    public = chosen.public_url or f"http://localhost:{urlsplit(chosen.url).port or 80}"
    door, report = Door(chosen.url, public, token()), Report()
    converse(door, report)
    replay(door, report)
    forge(door, report)
    assail(door, report, chosen.count)
    print("all well" if not report.faults else f"{report.faults} faults")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
