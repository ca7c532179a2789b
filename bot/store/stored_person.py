"""The session of a person as stored, and what is remembered of them, which outlives the session."""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.casework.remembered import Remembered
from bot.crypto import HEAD_BYTES, KeyRing
from bot.errors import DecryptionError
from bot.flows import serialization
from bot.flows.session import Session
from bot.store.codec import open_record, report_damaged


class StoredPerson(NamedTuple):
    """Values of `Loaded` of the same names. `is_kept`: a session is stored, and not made from what is remembered."""

    session: Session | None
    phone: str
    version: bytes
    secret: str
    remembered: Remembered | None
    is_kept: bool


def session_place(place: str) -> str:
    """Return the key of the session of a person."""
    return place + ":s"


def remembered_place(place: str) -> str:
    """Return the key of what is remembered of a person."""
    return place + ":e"


def open_person(ring: KeyRing, place: str, session: bytes | None, remembered: bytes | None) -> StoredPerson:
    """Open a person's session and what is remembered of them. Raise DecryptionError if the session is damaged.

    Of a person whose session has expired a new one knows only that they want to be remembered, so that they can be told
    so and take it back.
    """
    known = _remembered(ring, remembered, remembered_place(place))
    if session is None:
        return StoredPerson(_returning(known) if known else None, "", b"", "", known, is_kept=False)

    def load(kept: Any) -> StoredPerson:
        head, secret = session[:HEAD_BYTES], kept.get("k", "")
        return StoredPerson(serialization.load(kept["s"]), kept["p"], head, secret, known, is_kept=True)

    return open_record(lambda: ring.decrypt(session, session_place(place)), load)


def _returning(known: Remembered) -> Session:
    return Session(remembered=True, remembered_until=known.until, last_caseworker_id=known.last_by)


def _remembered(ring: KeyRing, blob: bytes | None, place: str) -> Remembered | None:
    """Open what is remembered; nothing if it is damaged, so that the conversation goes on."""
    if blob is None:
        return None
    try:
        return open_record(lambda: ring.decrypt(blob, place), Remembered.load)
    except DecryptionError:
        report_damaged("record of earlier cases")
        return None
