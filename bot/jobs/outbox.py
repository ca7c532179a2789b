"""One text out, once: before a second try the provider's list is asked, and what it took is known as ours.

A text of the same words that belongs to another job is not mistaken for this one. May log nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.config.settings import Settings
from bot.sms.twilio import Sms
from bot.store import Store

CLOCKS_APART = timedelta(seconds=60)


class Outbox:
    """Hands texts to the provider. Safe to share between threads."""

    def __init__(self, settings: Settings, store: Store, sms: Sms) -> None:
        self._store, self._sms = store, sms
        self._callback = f"{settings.public_url}/sms/status"

    def send(
        self, job: str, phone: str, text: str, begun_at: int = 0, check: Callable[[], object] | None = None
    ) -> None:
        """Send the text of `job`, unless the provider has taken it since `begun_at`.

        `begun_at` is in seconds since the epoch, or 0 at the first try, when nobody has to be asked.
        What `check` raises, right before the text would go out, stops it.
        Raises what `Sms.send` raises, and StoreGone; after TryLater and StoreGone it may have gone out all the same.
        """
        sid = self._taken(job, phone, text, begun_at) if begun_at else ""
        if check and not sid:
            check()
        self._store.sent.ours(sid or self._sms.send(phone, text, self._callback), job)

    def _taken(self, job: str, phone: str, text: str, begun_at: int) -> str:
        since = datetime.fromtimestamp(begun_at, UTC) - CLOCKS_APART
        equal = [sid for sid, body in self._sms.sent_since(phone, since) if body == text]
        others = self._store.sent.of_others(equal, job)
        return next((sid for sid in equal if sid not in others), "")
