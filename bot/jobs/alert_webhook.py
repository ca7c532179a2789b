"""The agency's own system, told of an alert: one signed POST of the case's code, the minutes and the step, no content.

The signature is HMAC-SHA256 over the body's bytes, in hexadecimal, under ALERT_WEBHOOK_KEY. May log no address.
"""

from __future__ import annotations

import hmac
import json
import logging

from bot.config.settings import Settings

log = logging.getLogger(__name__)

SIGNATURE = "X-Warmline-Signature"
TIMEOUT_SECONDS = 5


def body_of(ref: str, code: str, minutes: int, step: int) -> bytes:
    """What is posted. `id` is the same when an alert has to be told twice."""
    return json.dumps({"id": ref, "case": code, "minutes": minutes, "step": step}).encode()


def sign(key: str, body: bytes) -> str:
    """The value of the signature's header."""
    return "sha256=" + hmac.digest(key.encode(), body, "sha256").hex()


def post(settings: Settings, ref: str, code: str, minutes: int, step: int) -> bool | None:
    """Whether it was taken; None when another try may help. Its answer is not read, nor a redirect followed."""
    import requests  # noqa: PLC0415 -- slow to import; only the worker needs it

    body = body_of(ref, code, minutes, step)
    headers = {"Content-Type": "application/json", SIGNATURE: sign(settings.alert_webhook_key, body)}
    try:
        with requests.post(
            settings.alert_webhook_url, data=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False,
            stream=True,
        ) as answer:  # fmt: skip
            status = answer.status_code
    except requests.RequestException:
        status = 0
    if 200 <= status < 300:
        return True
    log.warning("the alert webhook was not taken: status %s", status)
    return None if status in (0, 408, 429) or status >= 500 else False
