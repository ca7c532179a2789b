"""Staff accounts in Redis: encrypted records, found by the keyed hash of sign-in name and phone.

All keys share one hash tag, because a team is small. Permissions are not checked here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from itertools import chain, count
from typing import Any

from bot.crypto import HEAD_BYTES, KeyRing, lookup
from bot.errors import Conflict, DecryptionError
from bot.sms.addresses import number_of
from bot.staff.accounts import (
    Role,
    Staff,
    StaffId,
    Taken,
    handle_of,
    invite,
    new_id,
    new_token,
    read_handle,
)
from bot.store.audit import Trail
from bot.store.codec import opened
from bot.store.connection import Query, RedisServer, Script
from bot.store.news import Kind, told
from bot.store.push import PushStore
from bot.store.quick_replies import QuickReplies
from bot.store.rate_limit import RateLimit
from bot.store.reads import Reads
from bot.store.rota import Rota
from bot.store.tokens import Tokens

PEOPLE, HANDLES = "{staff}:people", "{staff}:handles"
PHONE, SUBJECT = "{staff}:phone:", "{staff}:subject:"
TRIES = 20

_LOST = 0
_TAKEN = {-1: "handle", -2: "phone", -3: "subject"}

_WRITE = Script(f"""
local people, handles = KEYS[1], KEYS[2]
local id, version, blob, handle, head = unpack(ARGV, 1, 5)
local found = redis.call('HGET', people, id)
if (found and string.sub(found, 1, tonumber(head)) or '') ~= version then
    return 0
end
if version == '' and redis.call('HEXISTS', handles, handle) == 1 then
    return -1
end
-- what has one owner: pairs of the place that was theirs and the place that is, each with whether there is any
for i = 1, (#KEYS - 2) / 2 do
    local owner = ARGV[5 + 2 * i] == '1' and redis.call('GET', KEYS[2 + 2 * i])
    if owner and owner ~= id then
        return -1 - i
    end
end
for i = 1, (#KEYS - 2) / 2 do
    local old, new = KEYS[1 + 2 * i], KEYS[2 + 2 * i]
    if ARGV[4 + 2 * i] == '1' and old ~= new then
        redis.call('DEL', old)
    end
    if ARGV[5 + 2 * i] == '1' then
        redis.call('SET', new, id)
    end
end
redis.call('HSET', handles, handle, id)
redis.call('HSET', people, id, blob)
{told(Kind.TEAM)}
return 1
""")


class StaffStore:
    """Staff accounts. Every method may raise StoreUnavailable; reading may raise DecryptionError.

    `audit` is the audit trail. `sessions`, `joinings`, `errands` (round trips to the identity provider) and
    `challenges` (which passkeys sign) are tokens that a browser holds. `tries` is the rate limit, `seen` remembers
    which views of a case were recorded lately, `reads` how far each colleague has read, `rota` holds the on-call
    times, `quick` the team's quick replies, `push` the devices that get pushes.
    """

    def __init__(self, server: RedisServer, ring: KeyRing, lookup_key: bytes) -> None:
        self._server, self._ring, self._lookup_key = server, ring, lookup_key
        self.audit = Trail(server, ring)
        self.sessions = Tokens(server, ring, "session")
        self.joinings = Tokens(server, ring, "joining")
        self.errands = Tokens(server, ring, "errand")
        self.challenges = Tokens(server, ring, "challenge")
        self.seen = Tokens(server, ring, "seen")
        self.reads = Reads(server)
        self.tries = RateLimit(server, lookup_key)
        self.rota = Rota(server)
        self.quick = QuickReplies(server)
        self.push = PushStore(server, ring)

    def get(self, staff_id: str) -> Staff | None:
        """Return the account with this id, or None."""
        return self._get(staff_id)[0]

    def by_handle(self, handle: str) -> Staff | None:
        """Return the account with this sign-in name, or None."""
        found = self._server.call("HGET", HANDLES, self._hash("handle", read_handle(handle)))
        return self.get(found.decode()) if found else None

    def by_phone(self, phone: str) -> Staff | None:
        """Return the account with this phone (international form), proven or not, active or not; None without one."""
        found = self._server.call("GET", self.phone_place(phone)) if phone else None
        if found:
            return self.get(found.decode())
        return next((one for one in self.everybody() if one.new_phone == phone), None) if phone else None

    def by_subject(self, subject: str) -> Staff | None:
        """Return the account with this `subject` at the identity provider, active or not, or None."""
        found = self._server.call("GET", self._subject_place(subject)) if subject else None
        return self.get(found.decode()) if found else None

    def phone_place(self, phone: str) -> str:
        """Return the key of a phone's account id, so that it can be read together with other keys."""
        return PHONE + self._hash("phone", number_of(phone))

    def everybody(self) -> list[Staff]:
        """List all accounts by name, including those without access. Skip those that do not open."""
        return self._server.fetch(self.everybody_query())

    def everybody_query(self) -> Query[list[Staff]]:
        """Query all colleagues, as `everybody` returns them."""

        def decode(answers: list[Any]) -> list[Staff]:
            (flat,) = answers
            people = [
                partial(self._open, name.decode(), blob) for name, blob in zip(flat[::2], flat[1::2], strict=True)
            ]
            return sorted(opened("staff account", people), key=lambda person: (person.name.casefold(), person.id))

        return Query([("HGETALL", PEOPLE)], decode)

    def invite(self, name: str, roles: frozenset[Role], now: int, phone: str = "") -> tuple[Staff, str]:
        """Create an invited account. Return it with the token for the link, which is not stored. Raise Taken.

        They prove the phone once they have joined.
        """
        if phone and self.by_phone(phone):
            raise Taken("phone")
        for attempt in count(1):
            staff_id = new_id()
            token = new_token(staff_id)
            person = Staff(staff_id, handle_of(name, attempt), name, roles, now, new_phone=phone)
            try:
                return self.add(invite(person, token, now)), token
            except Taken as error:
                if error.what != "handle":
                    raise
            except Conflict:
                continue  # the random id is taken
        raise AssertionError("numbers do not end")

    def invite_again(self, staff_id: str, now: int) -> tuple[Staff, str]:
        """Replace an account's credentials by a new invitation. Return the account and the token."""
        token = new_token(StaffId(staff_id))
        return self.change(staff_id, lambda person: invite(person, token, now)), token

    def add(self, person: Staff) -> Staff:
        """Store a new account. Raise Taken, or Conflict if the id is taken."""
        self._write(person, b"", None)
        return person

    def change(self, staff_id: str, to: Callable[[Staff], Staff]) -> Staff:
        """Replace a record by the result of `to`, and return it. `to` may run again, and may raise to refuse.

        Raise KeyError if there is no such account, Taken if phone or subject belongs to another, and Conflict.
        """
        for _ in range(TRIES):
            person, version = self._get(staff_id)
            if person is None:
                raise KeyError(staff_id)
            changed = to(person)
            try:
                self._write(changed, version, person)
            except Conflict:
                continue
            if changed.epoch != person.epoch:
                self.push.drop_all(staff_id)  # with the sessions end the devices that get pushes
            return changed
        raise Conflict("this record changes all the time")

    def _write(self, person: Staff, version: bytes, before: Staff | None) -> None:
        blob = self._ring.encrypt(json.dumps(person.dump()).encode(), self._place(person.id))
        owned = list(chain.from_iterable(zip(self._owned(before), self._owned(person), strict=True)))
        answer = self._server.run(
            _WRITE,
            (PEOPLE, HANDLES, *(place for place, _ in owned)),
            (person.id, version, blob, self._hash("handle", person.handle), HEAD_BYTES, *(there for _, there in owned)),
        )
        if answer == _LOST:
            raise Conflict("somebody changed this record first")
        if answer in _TAKEN:
            raise Taken(_TAKEN[answer])

    def _owned(self, person: Staff | None) -> list[tuple[str, int]]:
        """Return the keys that map phone and subject to this account, each with 1 if it has one, else 0."""
        phone, subject = (person.phone, person.subject) if person else ("", "")
        return [(self.phone_place(phone), int(bool(phone))), (self._subject_place(subject), int(bool(subject)))]

    def _get(self, staff_id: str) -> tuple[Staff | None, bytes]:
        blob = self._server.call("HGET", PEOPLE, staff_id)
        return (self._open(staff_id, blob), blob[:HEAD_BYTES]) if blob else (None, b"")

    def _open(self, staff_id: str, blob: bytes) -> Staff:
        """Open an account. Raise DecryptionError."""
        try:
            return Staff.load(json.loads(self._ring.decrypt(blob, self._place(staff_id))))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise DecryptionError(f"is damaged: {type(error).__name__}") from None

    def _place(self, staff_id: str) -> str:
        return f"{PEOPLE}:{staff_id}"

    def _subject_place(self, subject: str) -> str:
        return SUBJECT + self._hash("subject", subject)

    def _hash(self, kind: str, value: str) -> str:
        """Hash differently from young people's phones, so that Redis does not reveal who is both."""
        return lookup(self._lookup_key, f"staff:{kind}:{value}")
