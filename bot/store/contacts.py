"""Phones of agencies' contacts: by keyed hash, the introductions a phone takes part in. No words and no rules.

They are read together with the texter's own data, without a further round trip. Each entry expires by itself.
"""

from __future__ import annotations

import re

from bot.crypto import KeyRing, lookup
from bot.sms.addresses import number_of
from bot.store.connection import RedisServer, Script
from bot.store.records import Part

PHONE, INVITED = "contact:phone:", "contact:invited:"

_PART = re.compile(r"(\w+):(\w+):([0-9]{1,12})")

_KEEP = Script("""
local now, out, last = tonumber(ARGV[2]), {ARGV[1] .. ':' .. ARGV[3]}, tonumber(ARGV[3])
for part, ends in string.gmatch(redis.call('GET', KEYS[1]) or '', '(%w+:%w+):(%d+)') do
    if part ~= ARGV[1] and tonumber(ends) > now then
        out[#out + 1] = part .. ':' .. ends
        last = math.max(last, tonumber(ends))
    end
end
redis.call('SET', KEYS[1], table.concat(out, ' '), 'EX', math.max(last - now, 1))
return redis.call('SET', KEYS[2], ARGV[4], 'EX', math.max(tonumber(ARGV[3]) - now, 1))
""")


class Contacts:
    """Phones of contacts. Every method may raise StoreUnavailable; reading a phone may raise DecryptionError."""

    def __init__(self, server: RedisServer, ring: KeyRing, lookup_key: bytes) -> None:
        self._server, self._ring, self._lookup_key = server, ring, lookup_key

    def phone_place(self, phone: str) -> str:
        """Return the key of a phone's introductions, so that it can be read together with other keys."""
        # a different hash from the one of young people, so that Redis does not reveal who is both
        return PHONE + lookup(self._lookup_key, f"contact:{number_of(phone)}")

    def keep(self, phone: str, case: str, code: str, now: int, until: int) -> None:
        """Record that the phone takes part in this introduction until `until`. Replaces an earlier entry for it."""
        invited = _invited(case, code)
        sealed = self._ring.encrypt(phone.encode(), invited)
        self._server.run(_KEEP, (self.phone_place(phone), invited), (f"{case}:{code}", now, until, sealed))

    def phone(self, case: str, code: str) -> str:
        """Return the phone this introduction's invitation was sent to; "" if none was sent or it has expired."""
        place = _invited(case, code)
        blob = self._server.call("GET", place)
        return self._ring.decrypt(blob, place).decode() if blob else ""


def parts(blob: bytes | None) -> tuple[Part, ...]:
    """Decode the value of a phone's key, the newest introduction first. Skip what is damaged."""
    found = (_PART.match(part) for part in (blob or b"").decode("utf-8", "replace").split())
    return tuple(Part(match[1], match[2], int(match[3])) for match in found if match)


def _invited(case: str, code: str) -> str:
    return f"{INVITED}{case}:{code}"
