"""The agency's alert webhook: one signed POST for each alert, with the case's code, the minutes and the step only.

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
    """Return the body of the POST. `id` is the same when an alert is posted twice."""
    return json.dumps({"id": ref, "case": code, "minutes": minutes, "step": step}).encode()


def sign(key: str, body: bytes) -> str:
    """Return the value of the signature header."""
    return "sha256=" + hmac.digest(key.encode(), body, "sha256").hex()


def send(settings: Settings, ref: str, code: str, minutes: int, step: int) -> bool | None:
    """Return whether the agency took the alert; None when another try may help.

    Ignores the body of the response, and follows no redirect.
    """
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
