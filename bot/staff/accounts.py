"""Staff accounts: the record of one staff member and its changes. Pure: no storage, no clock, no request.

Records are immutable: a change returns a new one. Identifying fields are hidden from the repr.
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
from bot.staff.passkeys import MOST_PASSKEYS, Passkey, find, load_passkeys
from bot.tolerant import known_fields, members

StaffId = NewType("StaffId", str)

ID_LETTERS = 8
INVITATION_SECONDS = 72 * 3600
_TOKEN = re.compile(rf"(?:^|[/#])[a-z0-9]{{{ID_LETTERS}}}[\w-]{{43}}\Z", re.ASCII)
USUAL_LANGUAGE = "en"
LONGEST_NAME = 40
LONGEST_HANDLE = 20
_PHONE = re.compile(r"\+[1-9][0-9]{7,14}")


class Role(StrEnum):
    """Permissions of a staff member, who may have several roles."""

    CASEWORKER = "caseworker"
    EDITOR = "editor"
    LEAD = "lead"


class Taken(WarmlineError):
    """Value that belongs to another account. `what` is "phone", "handle" or "subject"."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"{what} is taken")


class NotJoined(WarmlineError):
    """Invitation that was used, replaced or never given, or has expired."""


class StaleAccount(WarmlineError):
    """Account whose credentials were changed elsewhere in the meantime."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Staff member. Times are in epoch seconds, 0 for never."""

    id: StaffId
    handle: str = field(repr=False)  # the sign-in name: unique, never changes
    name: str = field(repr=False)
    roles: frozenset[Role]
    created_at: int
    phone: str = field(default="", repr=False)  # proven by a code; see phone_check
    password: str = field(default="", repr=False)  # argon2id hash; "" before they have joined
    secret: str = field(default="", repr=False)  # of the second factor, base32
    last_step: int = 0  # time step of the last accepted code, so that no code is accepted twice
    active: bool = True
    last_sign_in_at: int = 0
    epoch: int = 0  # sessions of earlier epochs are invalid
    invitation: str = field(default="", repr=False)  # only a hash of the link's token
    invited_until: int = 0
    demo: bool = False  # created by demo mode; cannot sign in outside it
    subject: str = field(default="", repr=False)  # their subject at the identity provider, which then signs them in
    new_phone: str = field(default="", repr=False)  # not proven yet
    phone_code: str = field(default="", repr=False)  # sent to it
    phone_code_until: int = 0
    phone_code_tries: int = 0
    recovery: tuple[str, ...] = field(default=(), repr=False)  # hashes of the unused recovery codes
    languages: tuple[str, ...] = ()  # that they text in, by code; () if they have not said
    quiet: str = ""  # hours without pushes, like "22:00-07:00"; see push
    passkeys: tuple[Passkey, ...] = ()
    first_hour: tuple[str, ...] = ()  # steps of the first hour that are done; see first_hour

    def texts_in(self, language: str) -> bool:
        """Tell whether they text in this language. Staff members who have not said so text in English."""
        return language in (self.languages or (USUAL_LANGUAGE,))

    @property
    def joined(self) -> bool:
        """Tell whether they have a password and a second factor, or a subject at the identity provider."""
        return bool(self.subject or (self.password and self.secret))

    def may(self, roles: Iterable[Role]) -> bool:
        """Tell whether they have at least one of these roles."""
        return not self.roles.isdisjoint(roles)

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self) | {"roles": sorted(self.roles)}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Staff:
        """Build a record from its stored form, without roles of another release."""
        lists = {name: tuple(stored.get(name, ())) for name in ("recovery", "languages", "first_hour")}
        passkeys = load_passkeys(stored.get("passkeys", ()))
        roles = frozenset(members(Role, stored["roles"]))
        return cls(**known_fields(cls, stored) | lists | {"roles": roles, "passkeys": passkeys})


def new_id() -> StaffId:
    """Generate a random id. It says nothing about the person, so it may appear in URLs and the audit trail."""
    return StaffId("".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(ID_LETTERS)))


# The invitation


def new_token(staff_id: StaffId) -> str:
    """Generate the secret part of an invitation link. It begins with the id, so that tokens need no index."""
    return staff_id + secrets.token_urlsafe(32)


def read_token(typed: str) -> str:
    """Return the token in a typed or pasted link or code; "" if it holds no whole one."""
    return typed.strip().rpartition("#")[2].rpartition("/")[2] if _TOKEN.search(typed.strip()) else ""


def token_owner(token: str) -> StaffId:
    """Return the id a token would belong to if it is valid."""
    return StaffId(token[:ID_LETTERS])


def invite(person: Staff, token: str, now: int) -> Staff:
    """Return the account with a new invitation. All ways to sign in and all sessions become invalid."""
    return replace(
        person, invitation=token_hash(token), invited_until=now + INVITATION_SECONDS, password="", secret="",
        subject="", last_step=0, recovery=(), passkeys=(), epoch=person.epoch + 1,
    )  # fmt: skip


def token_hash(token: str) -> str:
    """Return the hash by which a token is recognised. Only the hash is stored."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def opens(person: Staff, hashed: str, now: int) -> bool:
    """Tell whether the invitation with this hash lets `person` join now."""
    right = bool(person.invitation) and hmac.compare_digest(person.invitation, hashed)
    return right and person.active and now < person.invited_until


@dataclass(frozen=True, slots=True)
class Joining:
    """Unfinished joining: the hash of the invitation, the hash of a password, and a proposed second factor.

    With the identity provider `subject` takes the place of the password, and of the second factor if it checked one.
    """

    staff: StaffId
    invitation: str = field(repr=False)
    password: str = field(repr=False)
    secret: str = field(repr=False)
    subject: str = field(default="", repr=False)


def join(person: Staff, joining: Joining, step: int, now: int, recovery: tuple[str, ...] = ()) -> Staff:
    """Return the joined account, with its invitation used up. Raise NotJoined.

    `step` is the time step of the first code, `recovery` the hashes of the recovery codes.
    """
    if not opens(person, joining.invitation, now):
        raise NotJoined
    return replace(
        person, password=joining.password, secret=joining.secret, subject=joining.subject, last_step=step,
        recovery=recovery, invitation="", invited_until=0, last_sign_in_at=now, epoch=person.epoch + 1,
    )  # fmt: skip


# Changes


def sign_out_everywhere(person: Staff) -> Staff:
    """Return the account with all sessions invalid."""
    return replace(person, epoch=person.epoch + 1)


def change_password(person: Staff, known: Staff, password: str) -> Staff:
    """Return the account with this password's hash and all sessions invalid.

    Raise StaleAccount unless its password is still the one of `known`, which its owner has proven to know.
    """
    if not person.active or (person.password, person.epoch) != (known.password, known.epoch):
        raise StaleAccount
    return replace(person, password=password, epoch=person.epoch + 1)


@dataclass(frozen=True, slots=True)
class Factor:
    """New second factor: its secret, the time step of its first code, and the hashes of its recovery codes."""

    secret: str = field(repr=False)
    step: int
    recovery: tuple[str, ...] = field(repr=False)


def change_factor(person: Staff, known: Staff, factor: Factor) -> Staff:
    """Return the account with this second factor and all sessions invalid.

    Raise StaleAccount unless its credentials are still those of `known`.
    """
    now, before = ((one.password, one.secret, one.epoch) for one in (person, known))
    if not person.active or now != before:
        raise StaleAccount
    return replace(
        person, secret=factor.secret, last_step=factor.step, recovery=factor.recovery, epoch=person.epoch + 1
    )


def add_passkey(person: Staff, known: Staff, passkey: Passkey) -> Staff:
    """Return the account with one more passkey. Its sessions go on.

    Raise StaleAccount unless its password is still the one of `known`, or if it has this passkey or too many already.
    """
    is_known = person.active and (person.password, person.epoch) == (known.password, known.epoch)
    if not is_known or find(person.passkeys, passkey.id) or len(person.passkeys) >= MOST_PASSKEYS:
        raise StaleAccount
    return replace(person, passkeys=(*person.passkeys, passkey))


def keep_passkeys(person: Staff, kept: Iterable[Passkey]) -> Staff:
    """Return the account with these passkeys alone and all sessions invalid: those of a lost device may be open."""
    return replace(person, passkeys=tuple(kept), epoch=person.epoch + 1)


def set_active(person: Staff, active: bool) -> Staff:
    """Allow or block access at once. Sessions and an open invitation end with either."""
    return replace(person, active=active, epoch=person.epoch + 1, invitation="", invited_until=0)


def last_lead(person: Staff, everybody: Iterable[Staff]) -> bool:
    """Tell whether no lead would be left without `person`."""
    return is_lead(person) and not any(is_lead(other) for other in everybody if other.id != person.id)


def is_lead(person: Staff) -> bool:
    """Tell whether `person` is an active, joined lead."""
    return person.active and person.joined and Role.LEAD in person.roles


# Input fields


def read_name(text: str) -> str:
    """Normalise a display name; "" if it is empty or too long."""
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return name if len(name) <= LONGEST_NAME and any(letter.isalnum() for letter in name) else ""


def read_handle(text: str) -> str:
    """Normalise a sign-in name for comparison, ignoring case and surrounding spaces."""
    return unicodedata.normalize("NFKC", text).strip().lower()[:LONGEST_NAME]


def handle_of(name: str, attempt: int = 1) -> str:
    """Propose a sign-in name: the first word in plain letters, with a number from attempt 2 on."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    handle = (words[0] if words else "colleague")[:LONGEST_HANDLE]
    return handle if attempt == 1 else f"{handle}{attempt}"


def read_phone(text: str, region: str) -> str | None:
    """Return the international form; "" if empty, None if invalid. `region` is like US-CA."""
    if not text.strip():
        return ""
    digits = re.sub(r"[\s().·-]", "", text)
    if region[:2] in ("US", "CA") and re.fullmatch(r"1?[2-9][0-9]{9}", digits):
        digits = f"+1{digits[-10:]}"
    return digits if _PHONE.fullmatch(digits) else None


LONGEST_CALLED = 20
"""Maximum length of a name in a text."""


def known_as(name: str) -> str:
    """Return the name that young people see: the first name."""
    return name.split(maxsplit=1)[0][:LONGEST_CALLED]
