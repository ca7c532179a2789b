"""Settings: every environment variable is read here, once, and all faults are told together.

No default for a secret outside demo mode, and no secret in a message or a repr. Nothing else may read the environment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo_secrets import DEMO_SECRETS, load_demo_secrets, make_demo_secrets, make_keys
from bot.errors import SettingsError
from bot.seal import KEY_BYTES, Ring, read_key
from bot.understanding import carrier, normalise

__all__ = ["DEMO_SECRETS", "REQUIRED", "Settings", "load_settings", "make_keys"]

REQUIRED = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM", "SEAL_KEYS", "LOOKUP_KEY", "SESSION_KEY")
"""Made in demo mode, required outside it."""

NAMES_TOO_MUCH = ("traffick", "abus", "shelter", "victim", "survivor", "refugio", "albergue", "sobrevivi")
"""What the programme's name may not hold: it stands on a screen that somebody else may see (promise 7)."""

_HOST = r"(\[[0-9A-Fa-f:.]+\]|[^\s\[\]@/?#:]+)(:[0-9]{1,5})?"
_URL = re.compile(rf"https?://{_HOST}(/[^\s@?#]*)?")
_HOSTS = re.compile(rf"{_HOST}( +{_HOST})*")
_LOCAL = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?(/|$)")
_REDIS = re.compile(rf"rediss?://([^\s@/?#]*@)?{_HOST}([/?][^\s#]*)?|unix://([^\s@/?#]*@)?/[^\s#]+")
_GSM_NAME = re.compile(r"[A-Za-z0-9 .,'&!èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà-]+")
_TWILIO_FROM = re.compile(r"\+[1-9][0-9]{6,14}|MG[0-9a-zA-Z]{32}|[0-9]{3,8}")
_HOURS = re.compile(r"(?!(.{5})-\1)([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)")
_REGION = re.compile("(US|CA)(-[A-Z0-9]{1,3})?")
_KEYS_ADVICE = "run `flask --app app keys` to make one"
LEAST_SECRET = 32
_LONG_SECRET = f"at least {LEAST_SECRET} letters by chance; {_KEYS_ADVICE}"


@dataclass(frozen=True, slots=True)
class Oidc:
    """The agency's own identity provider, by which colleagues may sign in."""

    issuer: str  # exactly as the provider writes it
    client_id: str = field(repr=False)
    client_secret: str = field(repr=False)
    name: str  # on the button: "Sign in with ..."
    hosts: tuple[str, ...]  # where else than at the issuer's it may have its endpoints
    require_mfa: bool  # who comes without a second factor of theirs needs one of ours


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, checked. What is secret, or a way to reach somebody, does not print."""

    port: int
    public_url: str  # no trailing slash; signatures and links are built from it
    redis_url: str = field(repr=False)  # "": embedded, under var_dir
    var_dir: Path
    demo: bool
    twilio_account_sid: str = field(repr=False)
    twilio_auth_tokens: tuple[str, ...] = field(repr=False)  # the current one first
    twilio_from: str = field(repr=False)
    twilio_api_base: str  # "": Twilio's own
    seal_keys: str = field(repr=False)
    lookup_key: bytes = field(repr=False)
    session_key: str = field(repr=False)
    program_name: str
    cover_word: str  # lower case
    region: str
    timezone: ZoneInfo
    idle_seconds: int
    session_days: int
    carrier_replies: str  # "ours" | "twilio"
    team_wait_minutes: int  # 0: not known, and nothing is promised
    team_hours: str  # "09:00-21:00"; "": any hour
    content_dir: Path | None
    alert_minutes: tuple[int, ...]  # how long each step of the alert ladder waits for the next
    staff_silent_seconds: int  # after which a case is taken from a caseworker who does not answer
    alert_webhook_url: str = field(repr=False)  # "": none
    alert_webhook_key: str = field(repr=False)
    allow_unsaved: bool  # start although Redis keeps nothing on disk
    oidc: Oidc | None  # None: passwords and codes alone


def load_settings(environ: Mapping[str, str]) -> Settings:
    """The settings of this environment; an empty variable counts as not set (but TEAM_HOURS).

    In demo mode missing secrets are made and kept under VAR_DIR. Raises SettingsError with all problems.
    """
    read = _Reader(environ)
    demo = read.switch("DEMO")
    port = read.number("PORT", 8000, 1, 65_535)
    var_dir = read.folder("VAR_DIR", "./var")
    if demo:
        read.fill_in(REQUIRED, var_dir)
    settings = Settings(
        port=port,
        public_url=read.url("PUBLIC_URL", f"http://localhost:{port}" if demo else None),
        redis_url=read.matching(
            "REDIS_URL", _REDIS, "redis://host:6379/0, rediss://, unix:///path, or nothing for our own", ""
        ),
        var_dir=var_dir,
        demo=demo,
        twilio_account_sid=read.matching(
            "TWILIO_ACCOUNT_SID", re.compile("AC[0-9a-zA-Z]+"), "AC and 32 letters and digits, from Twilio's console"
        ),
        twilio_auth_tokens=read.tokens("TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN_NEXT"),
        twilio_from=read.matching(
            "TWILIO_FROM", _TWILIO_FROM, "a number like +15555550100, a short code, or a messaging service MG..."
        ),
        twilio_api_base=read.url("TWILIO_API_BASE", f"http://127.0.0.1:{port}/twin" if demo else ""),
        seal_keys=read.ring("SEAL_KEYS"),
        lookup_key=read.key("LOOKUP_KEY"),
        session_key=read.long_secret("SESSION_KEY"),
        program_name=read.program_name("PROGRAM_NAME", "Oak Line"),
        cover_word=read.cover_word("COVER_WORD", "weather"),
        region=read.matching("REGION", _REGION, "US or CA (Canada), or a part such as US-CA or CA-BC", "US"),
        timezone=read.timezone("TIMEZONE", "America/Los_Angeles"),
        idle_seconds=60 * read.number("IDLE_MINUTES", 30, 1, 1440),
        session_days=read.number("SESSION_DAYS", 30, 1, 365),
        carrier_replies=read.matching("CARRIER_REPLIES", re.compile("ours|twilio"), "ours or twilio", "ours"),
        team_wait_minutes=read.number("TEAM_WAIT_MINUTES", 0, 0, 1440),
        team_hours=read.hours("TEAM_HOURS", "09:00-21:00"),
        content_dir=read.existing_folder("CONTENT_DIR"),
        alert_minutes=read.minutes("ALERT_MINUTES", "3,5,5,10"),
        staff_silent_seconds=60 * read.number("STAFF_SILENT_MINUTES", 10, 1, 1440),
        alert_webhook_url=read.url("ALERT_WEBHOOK_URL", ""),
        alert_webhook_key=read.text("ALERT_WEBHOOK_KEY"),
        allow_unsaved=read.switch("ALLOW_UNSAVED"),
        oidc=_oidc(read, demo),
    )
    if settings.alert_webhook_url and len(settings.alert_webhook_key) < LEAST_SECRET:
        read.problems.append(f"ALERT_WEBHOOK_KEY: is not set, or too short; expected {_LONG_SECRET}")
    if read.problems:
        raise SettingsError(read.problems)
    return settings


def _oidc(read: _Reader, demo: bool) -> Oidc | None:
    """The identity provider, if there is one: address, id and secret come together or not at all."""
    found = Oidc(
        issuer=read.matching("OIDC_ISSUER", _URL, "the issuer's address, exactly as the provider writes it", ""),
        client_id=read.text("OIDC_CLIENT_ID"),
        client_secret=read.text("OIDC_CLIENT_SECRET"),
        name=read.matching("OIDC_NAME", re.compile(".{1,40}"), "at most 40 letters", "your organisation's account"),
        hosts=tuple(read.matching("OIDC_HOSTS", _HOSTS, "names of hosts with spaces between", "").split()),
        require_mfa=read.switch("OIDC_REQUIRE_MFA", "1"),
    )
    needed = {"ISSUER": found.issuer, "CLIENT_ID": found.client_id, "CLIENT_SECRET": found.client_secret}
    if not any(needed.values()):
        return None
    for name in (name for name, value in needed.items() if not value):
        read.problems.append(
            f"OIDC_{name}: is not set; expected all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET"
        )
    if found.issuer.startswith("http:") and not (demo or _LOCAL.match(found.issuer)):
        read.problems.append("OIDC_ISSUER: is not safe on the way; expected an address that begins with https://")
    return found


class _Reader:
    """Reads one variable a call. A fault is noted in `problems`, and some harmless value goes on in its place."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._values = {name: value.strip() for name, value in environ.items()}
        self.problems: list[str] = []

    def _fault(self, name: str, wrong: str, expected: str) -> None:
        self.problems.append(f"{name}: {wrong}; expected {expected}")

    def _text(self, name: str, expected: str, default: str | None = None) -> str:
        """The value; `default` when it is not set, and a fault when there is none."""
        value = self._values.get(name, "")
        if value or default is not None:
            return value or default or ""
        self._fault(name, "is not set", expected)
        return ""

    def fill_in(self, names: tuple[str, ...], var_dir: Path) -> None:
        """Demo mode: what is missing of `names` comes from the file under `var_dir`, made when there is none."""
        if all(self._values.get(name) for name in names):
            return
        try:
            made = load_demo_secrets(var_dir)
        except SettingsError as error:
            self.problems.extend(error.problems)
            made = make_demo_secrets()  # thrown away: one fault, told once
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

    def text(self, name: str) -> str:
        return self._text(name, "", "")

    def matching(self, name: str, pattern: re.Pattern[str], expected: str, default: str | None = None) -> str:
        value = self._text(name, expected, default)
        if value and not pattern.fullmatch(value):
            self._fault(name, "does not look right", expected)
        return value

    def url(self, name: str, default: str | None) -> str:
        expected = "an address like https://help.example.org, without user, query or fragment"
        return self.matching(name, _URL, expected, default).rstrip("/")

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
                Ring(value)
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
        value = self._text(name, _LONG_SECRET)
        if value and len(value) < LEAST_SECRET:
            self._fault(name, "is too short", _LONG_SECRET)
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
