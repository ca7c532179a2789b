"""Reader of environment variables. It records faults by variable name and never quotes a value.

It does not know which settings exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config.demo_secrets import load_demo_secrets, make_demo_secrets
from bot.crypto import KEY_BYTES, KeyRing, read_key
from bot.errors import SettingsError
from bot.staff.accounts import Role
from bot.staff.limits import ByRole
from bot.understanding import carrier, normalise

NAMES_TOO_MUCH = ("traffick", "abus", "shelter", "victim", "survivor", "refugio", "albergue", "sobrevivi")
"""Words that the programme's name must not contain, because others may see the screen (promise 7)."""

HOST = r"(\[[0-9A-Fa-f:.]+\]|[^\s\[\]@/?#:]+)(:[0-9]{1,5})?"
URL = re.compile(rf"https?://{HOST}(/[^\s@?#]*)?")
_GSM_NAME = re.compile(r"[A-Za-z0-9 .,'&!èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà-]+")
_HOURS = re.compile(r"(?!(.{5})-\1)([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)")
_DELAY = re.compile(r"after ([0-9]{1,4}) hours?")
MOST_HOURS = 8760
_KEYS_ADVICE = "run `flask --app app keys` to make one"
LEAST_SECRET = 32
LONG_SECRET = f"at least {LEAST_SECRET} letters by chance; {_KEYS_ADVICE}"


class Reader:
    """Reader of variables. It adds faults to `problems` and returns a harmless value instead."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._values = {name: value.strip() for name, value in environ.items()}
        self.problems: list[str] = []

    def _fault(self, name: str, wrong: str, expected: str) -> None:
        self.problems.append(f"{name}: {wrong}; expected {expected}")

    def _text(self, name: str, expected: str, default: str | None = None) -> str:
        """Return the value or `default`. Without either, record a fault."""
        value = self._values.get(name, "")
        if value or default is not None:
            return value or default or ""
        self._fault(name, "is not set", expected)
        return ""

    def fill_in(self, names: tuple[str, ...], var_dir: Path) -> None:
        """Take missing values of `names` from the file under `var_dir`, creating it if needed. For demo mode."""
        if all(self._values.get(name) for name in names):
            return
        try:
            made = load_demo_secrets(var_dir)
        except SettingsError as error:
            self.problems.extend(error.problems)
            made = make_demo_secrets()  # not stored: one fault is reported once
        for name in names:
            self._values[name] = self._values.get(name) or made[name]

    def switch(self, name: str, default: str = "0") -> bool:
        value = self._text(name, "", default).lower()
        if value not in ("0", "1", "true", "false"):
            self._fault(name, "is neither on nor off", "0, 1, true or false")
        return value in ("1", "true")

    def number(self, name: str, default: int, low: int, high: int) -> int:
        value = self._text(name, "", str(default))
        if re.fullmatch("[0-9]{1,9}", value) and low <= int(value) <= high:
            return int(value)
        self._fault(name, "is not such a number", f"a whole number from {low} to {high}")
        return default

    def minutes(self, name: str, default: str) -> tuple[int, ...]:
        value = self._text(name, "", default)
        if re.fullmatch(r"([0-9]{1,3} *, *){3}[0-9]{1,3}", value) and all(minutes := [*map(int, value.split(","))]):
            return tuple(minutes)
        self._fault(name, "is not such a list", f"four numbers of minutes from 1 to 999, like {default}")
        return tuple(map(int, default.split(",")))

    def by_role(self, name: str, default: ByRole, low: int, high: int) -> ByRole:
        """Parse one number for all, or one for some roles, like caseworker=15,lead=10. The others have the default."""
        value = self._text(name, "", "").replace(" ", "").lower()
        roles = [role.value for role in Role]
        pairs = [(role, value) for role in roles] if value.isdecimal() else [
            (role, number) for role, _, number in (part.partition("=") for part in value.split(",") if part)
        ]  # fmt: skip
        if all(role in roles and re.fullmatch("[0-9]{1,4}", number) and low <= int(number) <= high
               for role, number in pairs):  # fmt: skip
            return replace(default, **{role: int(number) for role, number in pairs})
        self._fault(name, "is not such a list", f"a number from {low} to {high}, or one a role: caseworker=15,lead=10")
        return default

    def delay(self, name: str, default: str) -> int | None:
        """Parse "at once", "after 24 hours" or "never". Return seconds, None for never."""
        value = self._text(name, "", default).lower()
        if value in ("at once", "never"):
            return 0 if value == "at once" else None
        if (found := _DELAY.fullmatch(value)) and 1 <= int(found[1]) <= MOST_HOURS:
            return 3600 * int(found[1])
        self._fault(name, "is not such a time", f"at once, after N hours (1 to {MOST_HOURS}), or never")
        return None

    def names(self, name: str, default: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
        """Parse names separated by commas, all of which must be `known`."""
        found = tuple(word.strip() for word in self._text(name, "", ",".join(sorted(default))).lower().split(","))
        if set(found) <= set(known):
            return found
        self._fault(name, "holds a name that is not known", f"some of these, with commas between: {', '.join(known)}")
        return tuple(default)

    def text(self, name: str) -> str:
        return self._text(name, "", "")

    def matching(self, name: str, pattern: re.Pattern[str], expected: str, default: str | None = None) -> str:
        value = self._text(name, expected, default)
        if value and not pattern.fullmatch(value):
            self._fault(name, "does not look right", expected)
        return value

    def url(self, name: str, default: str | None) -> str:
        expected = "an address like https://help.example.org, without user, query or fragment"
        return self.matching(name, URL, expected, default).rstrip("/")

    def folder(self, name: str, default: str) -> Path:
        path = Path(self._text(name, "", default)).absolute()
        if path.exists() and not path.is_dir():
            self._fault(name, "is a file", "a folder that can be written to")
        return path

    def existing_folder(self, name: str) -> Path | None:
        value = self._text(name, "", "")
        if value and not Path(value).is_dir():
            self._fault(name, "is no folder", "a folder that exists, or nothing for the shipped words")
        return Path(value).absolute() if value else None

    def tokens(self, name: str, next_name: str) -> tuple[str, ...]:
        found = (self._text(name, "the auth token from Twilio's console"), self._text(next_name, "", ""))
        for key, value in zip((name, next_name), found, strict=True):
            if re.search(r"\s", value):
                self._fault(key, "holds a space", "one token")
        return tuple(value for value in found if value)

    def ring(self, name: str) -> str:
        expected = f"1:<base64>, more after a comma, the first one seals; {_KEYS_ADVICE}"
        value = self._text(name, expected)
        try:
            if value:
                KeyRing(value)
        except SettingsError as error:
            self._fault(name, " and ".join(error.problems), expected)
        return value

    def key(self, name: str) -> bytes:
        expected = f"at least {KEY_BYTES} bytes in base64; {_KEYS_ADVICE}"
        value = self._text(name, expected)
        key = read_key(value)
        if value and len(key) < KEY_BYTES:
            self._fault(name, "is too short, or not base64", expected)
        return key

    def long_secret(self, name: str) -> str:
        value = self._text(name, LONG_SECRET)
        if value and len(value) < LEAST_SECRET:
            self._fault(name, "is too short", LONG_SECRET)
        return value

    def program_name(self, name: str, default: str) -> str:
        value = self._text(name, "", default)
        if len(value) > 20 or not _GSM_NAME.fullmatch(value):
            self._fault(name, "is too long or holds letters that texts cannot carry", "1 to 20 plain letters")
        if any(word in value.lower() for word in NAMES_TOO_MUCH):
            self._fault(name, "says what the programme is about", "a neutral name: others may see the screen")
        return value

    def cover_word(self, name: str, default: str) -> str:
        value = self._text(name, "", default).lower()
        if not (3 <= len(value) <= 15 and value.isalpha()):
            self._fault(name, "is not one such word", "one word of 3 to 15 letters")
        if carrier.heard(normalise(value), stopped=True):
            self._fault(name, "is a word that the phone company acts upon", "any other word")
        return value

    def timezone(self, name: str, default: str) -> ZoneInfo:
        try:
            return ZoneInfo(self._text(name, "", default))
        except (KeyError, ValueError, OSError):
            self._fault(name, "is not a known time zone", "a name like America/Los_Angeles")
            return ZoneInfo("UTC")

    def hours(self, name: str, default: str) -> str:
        value = self._values.get(name, default)
        if value and not _HOURS.fullmatch(value):
            self._fault(name, "is not such a span", "like 09:00-21:00, or empty for any hour")
        return value
