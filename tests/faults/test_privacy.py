"""Privacy of a used system: no number, name or word of anybody where it could be read (promise 10)."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from bot.store.replies import BY_RING
from tests.support.product import Phone, Product, new_phone, new_sid, wait_until
from tests.support.provider import AFTER

pytestmark = pytest.mark.faults

NAMES = ["Zelmira", "Quenby"]
WORDS = ["zanzibar", "quokkas", "xylophone", "jabalina", "murcielago", "92701", "santa ana", "tangerine", "kerfuffle"]


FAULTS = [
    "ERROR:bot.inbound.router:turn failed: StoreUnavailable", "turn failed: DecryptionError",
    "without a good signature", "a text put off", "a text refused", "catching up put off", "no store",
]  # fmt: skip
"""Log lines that show what the used system has gone through."""


def talk(product: Product, phone: Phone, *texts: str) -> list[dict[str, str]]:
    """Let somebody text a whole conversation; return the response headers."""
    answers = [product.text(text, phone) for text in texts]
    assert all(answer.status == 200 for answer in answers)
    return [answer.headers for answer in answers]


class Used:
    """Everything that could have left a trace."""

    def __init__(self, product: Product) -> None:
        self.product = product
        self.phones = {name: new_phone() for name in ("en", "es", "told", "forgot", "stopped", "broken", "late", "bad")}
        self.headers: list[dict[str, str]] = []
        self.talks()
        self.faults()
        self.forgeries()

    def talks(self) -> None:
        product, phones = self.product, self.phones
        self.headers += talk(
            product, phones["en"], "hey zanzibar", "1", "ok", "i need food and a lawyer for my quokkas", "1",
            "near santa ana california", "have someone introduce me", "share that", "Zelmira", "what do you keep",
            "he will kill me tonight with a xylophone", "not now", "😀 tangerine", "x" * 1500 + " kerfuffle",
        )  # fmt: skip
        self.headers += talk(
            product, phones["es"], "hola jabalina", "1", "ok", "necesito comida y un murcielago", "1", "92701",
            "quiero hablar con una persona", "2", "me llamo Quenby", "me quiero morir", "ahora no", "weather",
        )  # fmt: skip
        self.headers += talk(product, phones["told"], "hey", "1", "ok", "not now", "3", "morning", "1")
        self.headers += talk(
            product, phones["forgot"], "hey", "1", "ok", "need food for zanzibar", "skip", "forget me", "1"
        )
        self.headers += talk(product, phones["stopped"], "hey", "1", "ok", "talk to a person", "1", "Zelmira", "STOP")
        sid = new_sid()
        for status, code in (("sent", ""), ("failed", "30003"), ("undelivered", "21610")):
            form = {"MessageSid": sid, "MessageStatus": status, "To": phones["late"], "ErrorCode": code}
            self.headers.append(product.post("/sms/status", form).headers)

    def faults(self) -> None:
        product, phones, provider = self.product, self.phones, self.product.provider
        talk(product, phones["broken"], "hey")
        key = f"{{{product.store.person(phones['broken'])}}}:s"
        product.redis.client.setrange(key, 20, b"\0\0\0")
        self.headers += talk(product, phones["broken"], "my name is Zelmira zanzibar")
        for mode in ("500", AFTER + "cut", "21211"):
            phone = self.phones[mode] = new_phone()
            with product.redis.replica():
                self.headers += talk(product, phone, "tangerine kerfuffle, i need food")
                provider.received(new_sid(), phone, "tangerine kerfuffle, i need food", ago=45)
            before = provider.creations
            with provider.broken(mode, lists=True):
                wait_until(lambda before=before: provider.creations > before)  # type: ignore[misc]
        with provider.broken("429"):
            wait_until(lambda: "catching up put off" in product.log)
        with product.redis.killed():
            wait_until(lambda: "no store" in product.log)

    def forgeries(self) -> None:
        product = self.product
        form = product.form("xylophone", self.phones["bad"], new_sid(), {})
        for signature in ("", "forged", "=" * 300):
            answer = product.post("/sms", form, signature=signature)
            assert answer.status == 403
            self.headers.append(answer.headers)
        for path in ("/sms", "/sms/status"):
            assert product.post(path, form | {"Body": "xylophone " * 9000}, signature="x").status in {403, 413}
        assert product.post("/nowhere", form).status == 404


@pytest.fixture(scope="module")
def used(house_running: Product) -> Used:
    """Return the system after all of this."""
    return Used(house_running)


def traces(used: Used) -> Iterator[bytes]:
    """List what may appear nowhere: each number in any form, each name, each telling word, and the secrets."""
    for phone in used.phones.values():
        digits = phone.removeprefix("+")
        local = digits[1:]
        yield from (form.encode() for form in (
            phone, digits, local, local[3:], f"{local[:3]}-{local[3:6]}-{local[6:]}", f"{local[3:6]}-{local[6:]}",
            f"{local[:3]} {local[3:6]} {local[6:]}", f"%2B{digits}", f"({local[:3]})",
        ) if len(form) > 5)  # fmt: skip
        for form in (phone, digits, local):
            yield b64encode(form.encode())[:12]
            for kind in (hashlib.md5, hashlib.sha1, hashlib.sha256):  # without a key, anybody could try all numbers
                digest = kind(form.encode())
                yield digest.digest()[:8]
                yield digest.hexdigest()[:16].encode()
    for word in (*NAMES, *WORDS):
        yield word.encode()
        yield word.lower().encode()
    settings = used.product.settings
    yield from (token.encode() for token in settings.twilio_auth_tokens)
    yield settings.session_key.encode()
    yield settings.seal_keys.partition(":")[2].encode()


def found(used: Used, where: bytes) -> list[int]:
    """Return the indexes of traces that appear. The traces themselves are not printed."""
    lowered = where.lower()
    return [number for number, trace in enumerate(traces(used)) if stands_in(trace, where, lowered)]


def stands_in(trace: bytes, where: bytes, lowered: bytes) -> bool:
    """Look for the trace. Five digits count only by themselves: a hash or a time may hold them by chance."""
    if len(trace) == 5 and trace.isdigit():
        return re.search(rb"(?<![0-9a-z.])" + trace + rb"(?![0-9a-z.])", lowered) is not None
    return trace in where or trace.lower() in lowered


def dump(client: redis.Redis) -> bytes:
    """Return the name and value of every key."""
    parts: list[bytes] = []
    for key in client.scan_iter(count=1000):
        kind = client.type(key)
        value = {
            b"string": lambda key: [client.get(key)],
            b"hash": lambda key: [part for pair in client.hgetall(key).items() for part in pair],
            b"list": lambda key: client.lrange(key, 0, -1),
            b"set": lambda key: list(client.smembers(key)),
            b"zset": lambda key: [name for name, _ in client.zrange(key, 0, -1, withscores=True)],
        }[kind](key)
        parts += [key, *value]
    return b"\n".join(parts)


def test_search_finds_a_planted_trace(used: Used) -> None:
    phone = used.phones["en"]
    for text in (
        f"Call to {phone}",
        f"GET /x?To=%2B{phone[1:]}",
        f"({phone[2:5]}) {phone[5:8]}-{phone[8:]}",
        "ZELMIRA",
    ):
        assert found(used, text.encode())
    assert not found(used, b"nothing of anybody")


def test_redis_holds_no_personal_data(used: Used) -> None:
    held = dump(used.product.redis.client)
    assert b"consent_given" in held  # events are counted, so the dump is not empty
    assert used.product.store.person(used.phones["en"]).encode() in held
    assert found(used, held) == []


def test_disk_holds_no_personal_data(used: Used) -> None:
    files = [path for path in (used.product.folder / "var").rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert any(name.endswith(".aof") for name in names)
    assert sum(path.stat().st_size for path in files) > 20_000
    for path in files:
        assert found(used, path.name.encode() + path.read_bytes()) == [], path.name


def test_verbose_logs_hold_no_personal_data(used: Used) -> None:
    said = used.product.log
    assert "[DEBUG]" in said
    for fault in FAULTS:
        assert fault in said, fault
    assert found(used, said.encode()) == []


def test_headers_hold_no_personal_data_or_state(used: Used) -> None:
    everything = "\n".join(f"{name}: {value}" for headers in used.headers for name, value in headers.items())
    assert "Strict-Transport-Security" in everything
    assert "X-Warmline" not in everything
    assert found(used, everything.encode()) == []


def test_command_lines_hold_no_personal_data(used: Used) -> None:
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes())
        except OSError:
            continue
    ours = b"\n".join(line for line in lines if b"gunicorn" in line or b"worker" in line or b"valkey" in line)
    assert b"gunicorn" in ours
    assert found(used, ours) == []


def keys_of(used: Used, name: str) -> set[str]:
    """Return what is stored of one person, by the key's last part."""
    person = used.product.store.person(used.phones[name])
    return {key.decode().partition("}")[2] for key in used.product.redis.client.scan_iter(f"*{person}*", count=1000)}


def test_forget_and_stop_leave_only_the_last_reply_and_hashes(used: Used) -> None:
    client = used.product.redis.client
    for name, marks in (("forgot", set()), ("stopped", {":stop", ":c"})):
        keys = keys_of(used, name)
        assert {key for key in keys if not key.startswith(":r:")} <= marks
        person = used.product.store.person(used.phones[name])
        replies = [client.get(f"{{{person}}}{key}") for key in keys if key.startswith(":r:")]
        assert len(replies) > 5  # the fact that these texts were answered is known
        by_ring = [reply for reply in replies if reply[:1] == BY_RING]
        assert len(by_ring) <= 1  # all other replies could be decrypted only with the secret that went with the session
        held = dump(client)
        assert b"checkin:" + person.encode() not in held
        assert b"send:" + person.encode() not in held


def test_personal_keys_expire_except_the_opt_out_hash(used: Used) -> None:
    client = used.product.redis.client
    for name in used.phones:
        person = used.product.store.person(used.phones[name])
        for key in client.scan_iter(f"*{person}*", count=1000):
            if key.endswith(b":k"):  # codes of their cases, which FORGET erases: kept as long as these may be
                assert 0 < client.ttl(key) <= 121 * 86_400
            elif not key.endswith((b":stop", b":c")):
                assert 0 < client.ttl(key) <= 31 * 86_400
