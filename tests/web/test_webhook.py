"""Webhook for texts: signatures, odd forms, and a reply whatever happens."""

from __future__ import annotations

import base64
import hmac
import secrets
import time
from urllib.parse import unquote_to_bytes

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from bot.config.settings import Settings
from bot.conversation.messages import Inbound, Reply
from bot.inbound.router import Router
from bot.sms.twilio import sign
from bot.store import Store
from tests.support.product import new_sid
from tests.support.signed_texts import PUBLIC, Texts, said, texting, varied

FORM = {"MessageSid": "SM" + "1" * 32, "From": "+15555550111", "Body": "hey", "NumMedia": "0"}


def phone() -> str:
    """Return a number that has not texted yet."""
    return f"+1555{secrets.randbelow(10**7):07}"


def test_signed_text_gets_one_message(text: Texts) -> None:
    (words,) = said(text("hey", From=phone()))
    assert words


@pytest.mark.parametrize("signature", [None, "", "AAAA", "é" * 28, "A" * 27 + "="])
def test_missing_or_wrong_signature_is_refused(client: FlaskClient, signature: str | None) -> None:
    headers = {"X-Twilio-Signature": signature.encode().decode("latin-1")} if signature is not None else {}
    answer = client.post("/sms", data=FORM, headers=headers)
    assert (answer.status_code, answer.text) == (403, "403 Forbidden\n")


def test_changed_form_is_refused(client: FlaskClient, settings: Settings) -> None:
    signature = sign(settings.twilio_auth_tokens[0], PUBLIC + "/sms", FORM)
    for changed in ({"Body": "hi"}, {"Extra": "1"}, {"Body": ""}):
        answer = client.post("/sms", data=FORM | changed, headers={"X-Twilio-Signature": signature})
        assert answer.status_code == 403


def test_both_tokens_are_valid_during_rotation(client: FlaskClient, settings: Settings) -> None:
    for token, status in [*((token, 200) for token in settings.twilio_auth_tokens), ("other", 403)]:
        headers = {"X-Twilio-Signature": sign(token, PUBLIC + "/sms", FORM)}
        assert client.post("/sms", data=FORM, headers=headers).status_code == status


def test_signature_covers_the_public_address_whatever_the_headers_say(app: Flask, settings: Settings) -> None:
    client = varied(app, demo=False).test_client()  # demo mode answers no proxy
    token = settings.twilio_auth_tokens[0]
    claims = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"}
    good, bad = (sign(token, f"{base}/sms", FORM) for base in (PUBLIC, "https://evil.example"))
    assert client.post("/sms", data=FORM, headers=claims | {"X-Twilio-Signature": good}).status_code == 200
    for base in ("http://localhost", "http://evil.example", "https://evil.example"):
        headers = claims | {"X-Twilio-Signature": sign(token, f"{base}/sms", FORM)}
        assert client.post("/sms", data=FORM, headers=headers).status_code == 403
    assert bad != good


def test_query_is_signed_as_sent(client: FlaskClient, settings: Settings) -> None:
    query = "/sms?a=%20b&c=%C3%A9"
    headers = {"X-Twilio-Signature": sign(settings.twilio_auth_tokens[0], PUBLIC + query, FORM)}
    assert client.post(query, data=FORM, headers=headers).status_code == 200
    assert client.post("/sms", data=FORM, headers=headers).status_code == 403
    assert client.post("/sms?a=+b&c=%C3%A9", data=FORM, headers=headers).status_code == 403


def test_trailing_slash_does_not_redirect(client: FlaskClient, settings: Settings) -> None:
    assert said(texting(client, settings, "/sms/")("hey"))


def test_only_post_is_accepted(client: FlaskClient) -> None:
    for path in ("/sms", "/sms/status"):
        answer = client.get(path)
        assert answer.status_code == 405
        assert "POST" in answer.headers["Allow"]


SENDERS = ("12345", "whatsapp:+15555550111", "Bank", " ", "+", "x" * 3000, "😀", "\x00", "", None)
BODIES = (
    "", " ", "\x00", "\r\n\t", "a" * 1600, "😀" * 400, "👩\u200d👧" * 20, "\u202eabc", "سلام", "שלום", "\ufffd\ufffe",
    "<b>&amp;]]></b>", "'; DROP TABLE--", "{{7*7}} ((name)) %s {0}", "%00%ff", "\\x00\\u0000", "e" + "\u0301" * 1500,
    "1" * 1600, "NaN", "null", "undefined", "-1", "9" * 21, "\u0661", "①", "\x1b[31m", "\u200b", "\U000e0041" * 99,
)  # fmt: skip


@pytest.mark.parametrize("sender", SENDERS, ids=range(len(SENDERS)))
def test_sender_that_is_no_person_does_no_harm(text: Texts, sender: str | None) -> None:
    replies = said(text("hey", From=sender))
    assert bool(replies) == (not (sender or "").strip() or sender == SENDERS[1]), "a person, or nobody knows who"


@pytest.mark.parametrize("media", ["0", "1"])
@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_any_body_gets_a_reply(text: Texts, body: str, media: str) -> None:
    (words,) = said(text(body, From=phone(), NumMedia=media))
    assert words.strip()


@pytest.mark.parametrize("media", ["", "x", "-1", "1.5", "²", "9" * 400, None])
def test_invalid_media_count_does_no_harm(text: Texts, media: str | None) -> None:
    assert said(text("hey", NumMedia=media))


def test_unknown_and_repeated_fields_are_tolerated(client: FlaskClient, settings: Settings) -> None:
    form = MultiDict([*FORM.items(), ("FutureField", "1"), ("FutureField", "2"), ("OptOutType", "")])
    signature = sign(settings.twilio_auth_tokens[0], PUBLIC + "/sms", form)
    assert said(client.post("/sms", data=form, headers={"X-Twilio-Signature": signature}))


SID = b"&MessageSid=SM" + b"2" * 32
RAW = (b"From=%2B15555550111&Body=%ff%fe+x" + SID, b"Body=caf%e9" + SID, b"A=%c3%28&A=%ff" + SID)


@pytest.mark.parametrize("raw", RAW, ids=range(len(RAW)))
def test_invalid_utf8_may_be_signed_raw_or_decoded(client: FlaskClient, settings: Settings, raw: bytes) -> None:
    token = settings.twilio_auth_tokens[0]
    pairs = sorted(pair.replace(b"+", b" ").partition(b"=") for pair in raw.split(b"&"))
    as_sent = f"{PUBLIC}/sms".encode() + b"".join(unquote_to_bytes(name + value) for name, _, value in pairs)
    signature = base64.b64encode(hmac.digest(token.encode(), as_sent, "sha1")).decode()
    kind = "application/x-www-form-urlencoded"
    for given, status in ((signature, 200), (signature[::-1], 403)):
        headers = {"X-Twilio-Signature": given}
        assert client.post("/sms", data=raw, content_type=kind, headers=headers).status_code == status
    with client.application.test_request_context("/sms", method="POST", data=raw, content_type=kind) as read:
        headers = {"X-Twilio-Signature": sign(token, f"{PUBLIC}/sms", read.request.form)}
    assert said(client.post("/sms", data=raw, content_type=kind, headers=headers))


def test_signed_body_of_another_type_names_no_message(client: FlaskClient, settings: Settings) -> None:
    headers = {"X-Twilio-Signature": sign(settings.twilio_auth_tokens[0], PUBLIC + "/sms", {})}
    assert client.post("/sms", json={"Body": "hey"}, headers=headers).status_code == 400
    assert client.post("/sms", headers=headers).status_code == 400


@pytest.mark.parametrize(
    "sid",
    [
        None,
        "",
        "SM1",
        "sm" + "1" * 32,
        "SM" + "g" * 32,
        "SM" + "A" * 32,
        "SM" + "1" * 33,
        "XX" + "1" * 32,
        "SM" + "1" * 32 + "\n",
    ],
)
def test_message_without_a_well_formed_sid_is_refused(text: Texts, sid: str | None) -> None:
    assert text("hey", MessageSid=sid).status_code == 400


def test_signed_form_that_was_cut_anew_is_refused(client: FlaskClient, settings: Settings) -> None:
    whole = FORM | {"To": settings.twilio_from, "SmsSid": FORM["MessageSid"], "SmsMessageSid": FORM["MessageSid"]}
    sid = whole["MessageSid"]
    cuts = [
        {name: value for name, value in whole.items() if name != "MessageSid"} | {"MessageSidS": sid[1:]},
        {name: value for name, value in whole.items() if name != "MessageSid"} | {"MessageSid" + sid: ""},
        {name: value for name, value in whole.items() if name != "From"} | {"From+": whole["From"][1:]},
        {name: value for name, value in whole.items() if name != "Body"} | {"Bodyhe": "y"},
        {name: value for name, value in whole.items() if name != "NumMedia"} | {"NumMedia0": ""},
        {name: value for name, value in whole.items() if name != "SmsSid"} | {"SmsSid" + sid: ""},
    ]
    token = settings.twilio_auth_tokens[0]
    signature = sign(token, PUBLIC + "/sms", whole)
    for cut in cuts:
        if sign(token, PUBLIC + "/sms", cut) == signature:
            answer = client.post("/sms", data=cut, headers={"X-Twilio-Signature": signature})
            assert answer.status_code == 400 or "NumMedia0" in cut or "Bodyhe" in cut, cut
    assert sum(sign(token, PUBLIC + "/sms", cut) == signature for cut in cuts) >= 4


def test_signed_form_is_answered_once_in_ninety_days(text: Texts, store: Store) -> None:
    one = {"From": phone(), "MessageSid": new_sid()}
    text("STOP", **one)
    assert said(text("START", From=one["From"]))
    (reply,) = store._server.call("KEYS", f"{{{store.person(one['From'])}}}:r:*")[:1]
    marks = store._server.call("KEYS", "m:*")
    assert len(marks) >= 2
    assert all(89 * 86_400 < store._server.call("TTL", mark) <= 90 * 86_400 for mark in marks)
    for key in store._server.call("KEYS", f"{{{store.person(one['From'])}}}:r:*"):
        store._server.call("DEL", key)  # a day has passed
    assert reply and said(text("STOP", **one)) == []
    assert not store.load(one["From"], "").stopped


@pytest.mark.parametrize("other", ["rcs:{}", "whatsapp:{}", "RCS:{}", "sms:{}", "whatsapp: {}"])
def test_channels_of_one_phone_are_one_person(text: Texts, store: Store, other: str) -> None:
    number = phone()
    assert said(text("hey", From=number))
    address = other.format(number)
    assert said(text("1", From=address)), "the same conversation goes on"
    assert store.load(number, "").session == store.load(address, "").session
    assert said(text("STOP", From=address))
    assert said(text("hello", From=number)) == []
    assert store.unreachable([number, address]) == {number, address}


@pytest.mark.parametrize("sender", ["741741", "+741741", "12345", "rcs:233733", "+1741741", "AMAZON", "999"])
def test_short_codes_and_names_of_senders_are_never_talked_to(text: Texts, store: Store, sender: str) -> None:
    assert said(text("hey", From=sender)) == []
    assert store.load(sender, "").session is None


@pytest.mark.parametrize("form", ["{}", "whatsapp:{}", "rcs:{}"])
def test_our_own_number_is_never_talked_to(text: Texts, settings: Settings, form: str) -> None:
    assert said(text("hey", From=form.format(settings.twilio_from))) == []
    assert said(text("hey", From="+15555550188", To=form.format("+15555550188"))) == []


def test_oversized_body_is_refused(text: Texts) -> None:
    assert text("a" * 70_000).status_code == 413


def test_repeated_message_gets_the_same_reply(text: Texts) -> None:
    same = {"From": phone(), "MessageSid": new_sid()}
    first = said(text("hey", **same))
    assert said(text("1", From=same["From"])) != first
    assert said(text("hey", **same)) == first


def test_state_header_is_sent_in_demo_mode_only(app: Flask, text: Texts, settings: Settings) -> None:
    told = text("hey", From=phone()).headers
    assert told["X-Warmline-State"]
    assert told["X-Warmline-Key"]
    assert told["X-Warmline-Language"] == "en"
    real = varied(app, demo=False)
    quiet = texting(real.test_client(), settings)("hey", From=phone())
    assert said(quiet)
    assert not [name for name, _ in quiet.headers if name.startswith("X-Warmline")]


def test_a_fault_is_answered_with_words_and_logged_without_content(
    text: Texts, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Router, inbound: Inbound) -> Reply:
        """A fault that nothing inside has caught."""
        raise RuntimeError(inbound.text)

    monkeypatch.setattr(Router, "handle", broken)
    (words,) = said(text("my secret words"))
    assert words
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text
    assert "5555550111" not in caplog.text


def test_reply_comes_in_time_without_redis(gone: Flask, settings: Settings) -> None:
    began = time.monotonic()
    (words,) = said(texting(gone.test_client(), settings)("hey"))
    assert words
    assert time.monotonic() - began < 5


# What is too large to come from the provider


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("a&" * 24_000, 413), ("a=&" * 300, 413), ("&" * 200, 413), ("x" * 60_000, 413),
        ("Body=" + "%61" * 17_000, 413), ("a=1&" * 150 + "b=2", 403), ("Body=" + "x" * 40_000, 403),
    ],
)  # fmt: skip
def test_form_too_large_for_the_provider_is_refused_before_its_signature_is_computed(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, body: str, status: int
) -> None:
    computed: list[int] = []

    def counted(*_: object) -> bool:
        computed.append(1)
        return False

    monkeypatch.setattr("bot.web.webhook.check_signature", counted)
    headers = {"X-Twilio-Signature": "A" * 27 + "=", "Content-Type": "application/x-www-form-urlencoded"}
    for path in ("/sms", "/sms/status"):
        assert client.post(path, data=body, headers=headers).status_code == status
    assert bool(computed) == (status == 403)


def test_fields_in_the_query_count_too_and_nothing_is_read_without_a_signature(client: FlaskClient) -> None:
    headers = {"X-Twilio-Signature": "A" * 27 + "="}
    assert client.post("/sms?" + "a&" * 300, headers=headers).status_code == 413
    assert client.post("/sms", data="a&" * 24_000).status_code == 403


def test_largest_text_of_the_provider_is_answered(text: Texts) -> None:
    fields = {f"MediaUrl{number}": f"https://api.twilio.com/{'m' * 200}{number}" for number in range(10)}
    fields |= {f"MediaContentType{number}": "image/jpeg" for number in range(10)}
    (words,) = said(text("\U0001f600" * 1600, From=phone(), MessageSid=new_sid(), NumMedia="10", **fields))
    assert words
