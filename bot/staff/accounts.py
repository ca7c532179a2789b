"""Who works here: the record of one colleague, and what may become of it. Pure: no storage, no clock, no request.

A record is only ever replaced, never changed in place. What tells who it is does not print.
"""

from __future__ import annotations

import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any, NewType

from bot.errors import WarmlineError

StaffId = NewType("StaffId", str)

ID_LETTERS = 8
INVITATION_SECONDS = 72 * 3600
LONGEST_NAME = 40
LONGEST_HANDLE = 20
_PHONE = re.compile(r"\+[1-9][0-9]{7,14}")


class Role(StrEnum):
    """What a colleague may do. One person may have several."""

    CASEWORKER = "caseworker"
    EDITOR = "editor"
    LEAD = "lead"


class Taken(WarmlineError):
    """Somebody else here has it. `what` is "phone", "handle" or "subject"."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"{what} is taken")


class NotJoined(WarmlineError):
    """The invitation is used, replaced, too old, or was never given."""


@dataclass(frozen=True, slots=True)
class Staff:
    """One colleague. Times are seconds since the epoch, 0 for never."""

    id: StaffId
    handle: str = field(repr=False)  # the sign-in name: unique, never changes
    name: str = field(repr=False)
    roles: frozenset[Role]
    created_at: int
    phone: str = field(default="", repr=False)
    password: str = field(default="", repr=False)  # an argon2id hash; "": has not joined
    secret: str = field(default="", repr=False)  # of the second factor, base32
    last_step: int = 0  # the time step of the last code that was taken: none is taken twice
    active: bool = True
    last_sign_in_at: int = 0
    epoch: int = 0  # a session of an earlier epoch is over
    invitation: str = field(default="", repr=False)  # only a hash of the link's token
    invited_until: int = 0
    demo: bool = False  # made by demo mode; may not come in outside it
    subject: str = field(default="", repr=False)  # who they are at the identity provider, which then lets them in

    @property
    def joined(self) -> bool:
        """Has a password and a second factor, or is known at the identity provider."""
        return bool(self.subject or (self.password and self.secret))

    def may(self, roles: Iterable[Role]) -> bool:
        """Has at least one of these roles."""
        return not self.roles.isdisjoint(roles)

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return asdict(self) | {"roles": sorted(self.roles)}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Staff:
        """A colleague from the stored form."""
        return cls(**stored | {"roles": frozenset(Role(role) for role in stored["roles"])})


def new_id() -> StaffId:
    """An id by chance; it says nothing of the person, so it may stand in an address and in the audit."""
    return StaffId("".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(ID_LETTERS)))


# The invitation


def new_token(staff_id: StaffId) -> str:
    """The secret end of an invitation's link. It begins with the id, so that no index of tokens is needed."""
    return staff_id + secrets.token_urlsafe(32)


def token_owner(token: str) -> StaffId:
    """Whom a token would be for, if it is one at all."""
    return StaffId(token[:ID_LETTERS])


def invite(person: Staff, token: str, now: int) -> Staff:
    """Invited (again): what let them in before does so no longer: password, second factor, provider, sessions."""
    return replace(
        person, invitation=token_hash(token), invited_until=now + INVITATION_SECONDS, password="", secret="",
        subject="", last_step=0, epoch=person.epoch + 1,
    )  # fmt: skip


def token_hash(token: str) -> str:
    """What is kept of a token: enough to know it again."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def opens(person: Staff, hashed: str, now: int) -> bool:
    """Whether the invitation with this hash lets `person` join now."""
    right = bool(person.invitation) and hmac.compare_digest(person.invitation, hashed)
    return right and person.active and now < person.invited_until


@dataclass(frozen=True, slots=True)
class Joining:
    """Half way in: by this invitation (its hash), with a password (its hash), and a second factor on offer.

    Who comes by the identity provider has a `subject` in place of the password, and of both if it saw to both.
    """

    staff: StaffId
    invitation: str = field(repr=False)
    password: str = field(repr=False)
    secret: str = field(repr=False)
    subject: str = field(default="", repr=False)


def join(person: Staff, joining: Joining, step: int, now: int) -> Staff:
    """With what lets them in from now on; `step` is that of the first code. The invitation is used up.

    Raises NotJoined.
    """
    if not opens(person, joining.invitation, now):
        raise NotJoined
    return replace(
        person, password=joining.password, secret=joining.secret, subject=joining.subject, last_step=step,
        invitation="", invited_until=0, last_sign_in_at=now, epoch=person.epoch + 1,
    )  # fmt: skip


# Changes


def sign_out_everywhere(person: Staff) -> Staff:
    """All sessions are over."""
    return replace(person, epoch=person.epoch + 1)


def set_active(person: Staff, active: bool) -> Staff:
    """Let in, or out at once: sessions and an open invitation end with it."""
    return replace(person, active=active, epoch=person.epoch + 1, invitation="", invited_until=0)


def last_lead(person: Staff, everybody: Iterable[Staff]) -> bool:
    """Whether nobody would be left to lead without `person`."""
    return is_lead(person) and not any(is_lead(other) for other in everybody if other.id != person.id)


def is_lead(person: Staff) -> bool:
    """Can lead now: has the role and is let in."""
    return person.active and person.joined and Role.LEAD in person.roles


# What people type


def read_name(text: str) -> str:
    """A name as shown to colleagues; "" when there is none, or it is too long."""
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return name if len(name) <= LONGEST_NAME and any(letter.isalnum() for letter in name) else ""


def read_handle(text: str) -> str:
    """A sign-in name as it is compared: capitals and spaces around it do not count."""
    return unicodedata.normalize("NFKC", text).strip().lower()[:LONGEST_NAME]


def handle_of(name: str, attempt: int = 1) -> str:
    """A sign-in name for somebody of this name: the first word, plain letters; with a number from attempt 2 on."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    handle = (words[0] if words else "colleague")[:LONGEST_HANDLE]
    return handle if attempt == 1 else f"{handle}{attempt}"


def read_phone(text: str, region: str) -> str | None:
    """A number in the international form, "" for none, None when it cannot be one. `region` is like US-CA."""
    if not text.strip():
        return ""
    digits = re.sub(r"[\s().·-]", "", text)
    if region[:2] in ("US", "CA") and re.fullmatch(r"1?[2-9][0-9]{9}", digits):
        digits = f"+1{digits[-10:]}"
    return digits if _PHONE.fullmatch(digits) else None


LONGEST_CALLED = 20
"""As much of a name as a text has room for."""


def known_as(name: str) -> str:
    """What a young person calls a colleague: the first name."""
    return name.split(maxsplit=1)[0][:LONGEST_CALLED]
