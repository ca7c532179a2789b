"""HTTP client that delivers a simulated phone's text to the webhook, as the provider does."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree

from bot.config.settings import Settings
from bot.conversation.messages import Inbound
from bot.sms.segments import count
from bot.sms.twilio import sign

WAIT_SECONDS = 15
"""Time that the provider waits for a webhook."""


class Answer(NamedTuple):
    """Answer of the webhook; `heard` is False for none or an error, `text` is "" if there was no reply."""

    heard: bool
    text: str = ""
    state: str = ""
    language: str = ""


def carry(settings: Settings, webhook_at: str, sent: Inbound) -> Answer:
    """Sign a text for the public address and post it to the webhook at `webhook_at`; never raise."""
    sid = sent.sid
    form = {
        "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "AccountSid": settings.twilio_account_sid,
        "ApiVersion": "2010-04-01", "SmsStatus": "received", "From": sent.phone, "To": settings.twilio_from,
        "Body": sent.text, "NumMedia": str(sent.media), "NumSegments": str(count(sent.text).segments),
    }  # fmt: skip
    for number in range(sent.media):
        form[f"MediaContentType{number}"] = "image/jpeg"
        form[f"MediaUrl{number}"] = f"{settings.public_url}/no-such-picture"
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": sign(settings.twilio_auth_tokens[0], f"{settings.public_url}/sms", form),
        "I-Twilio-Idempotency-Token": sid,
    }
    place = urlsplit(webhook_at)
    connection = HTTPConnection(place.hostname or "127.0.0.1", place.port, timeout=WAIT_SECONDS)
    try:
        connection.request("POST", f"{place.path}/sms", urlencode(form), headers)
        response = connection.getresponse()
        page = response.read()
        if response.status != 200:
            return Answer(heard=False)
        said = ElementTree.fromstring(page).findtext("Message") or ""  # noqa: S314 our own webhook wrote it
        state, language = (response.headers.get(f"X-Warmline-{name}", "") for name in ("State", "Language"))
        return Answer(True, said, state, language)
    except (OSError, HTTPException, ElementTree.ParseError):
        return Answer(heard=False)
    finally:
        connection.close()
