"""Settings: every environment variable is read here, once, and all faults are reported together.

Outside demo mode no secret has a default, and no secret appears in a message or a repr. Nothing else may read the
environment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.casework.consent import MONTH_DAYS, ConsentDays
from bot.config.demo_secrets import DEMO_SECRETS, make_keys, new_vapid_key
from bot.config.env import HOST, LEAST_SECRET, LONG_SECRET, URL, Reader
from bot.config.redis_socket import socket_url
from bot.config.redis_url import REDIS_URL, expected
from bot.directory.factors import Factor
from bot.directory.vetting import MUST, Rules
from bot.errors import SettingsError
from bot.logs import FORMATS
from bot.staff.limits import ByRole

__all__ = ["DEMO_SECRETS", "REQUIRED", "Settings", "load_settings", "make_keys", "read_log_format"]

REQUIRED = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM", "SEAL_KEYS", "LOOKUP_KEY", "SESSION_KEY")
"""Variables that demo mode generates, and that are required outside it."""

_HOSTS = re.compile(rf"{HOST}( +{HOST})*")
_LOCAL = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?(/|$)")
_TWILIO_FROM = re.compile(r"\+[1-9][0-9]{6,14}|MG[0-9a-zA-Z]{32}|[0-9]{3,8}")
_VAPID = re.compile("[A-Za-z0-9_-]{43}")
PUSH_HOSTS = "fcm.googleapis.com *.push.services.mozilla.com *.push.apple.com *.notify.windows.com"
_REGION = re.compile("(US|CA)(-[A-Z0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Oidc:
    """Identity provider of the agency, through which staff may sign in."""

    issuer: str  # exactly as the provider writes it
    client_id: str = field(repr=False)
    client_secret: str = field(repr=False)
    name: str  # on the button: "Sign in with ..."
    hosts: tuple[str, ...]  # further hosts on which it may have endpoints
    require_mfa: bool  # staff without the provider's second factor need one of ours


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, validated. Secrets and contact details are hidden from the repr."""

    port: int
    trusted_proxies: int  # how many proxies in front of the web add the address of whom they serve
    public_url: str  # no trailing slash; signatures and links are built from it
    redis_url: str = field(repr=False)  # the socket of the embedded server, when REDIS_URL is not set
    embedded_redis: bool  # REDIS_URL is not set: a server of our own keeps its data under var_dir
    var_dir: Path
    demo: bool
    log_format: str  # "text" | "json"
    twilio_account_sid: str = field(repr=False)
    twilio_auth_tokens: tuple[str, ...] = field(repr=False)  # the current one first
    twilio_from: str = field(repr=False)
    twilio_api_base: str  # "": Twilio's own
    seal_keys: str = field(repr=False)
    lookup_key: bytes = field(repr=False)
    session_key: str = field(repr=False)
    program_name: str
    cover_word: str  # lower case
    cover_word_es: str  # the one that Spanish messages name; both are heard in every language
    region: str
    timezone: ZoneInfo
    idle_seconds: int
    session_days: int
    case_days: int  # after a case has ended
    ledger_days: int  # after a consent has expired
    audit_days: int
    carrier_replies: str  # "ours" | "twilio"
    erase_after_seconds: int | None  # after which words are erased at the provider; None: never
    flood_texts: int  # more at a stretch come from no person; 0: no limit
    team_wait_minutes: int  # 0: unknown, and the bot promises nothing
    team_hours: str  # "09:00-21:00"; "": any hour
    consent_days: ConsentDays
    content_dir: Path | None
    local_model: bool  # a local model may ask about danger that no rule hears; it takes about 110 MB
    language_review_must: bool  # an added language is offered only when a native reader has reviewed all of it
    alert_minutes: tuple[int, ...]  # wait after each escalation step
    contact_silent_seconds: int  # after which the person is told that an agency's contact does not answer
    staff_silent_seconds: int  # after which a case is released from a caseworker who does not answer
    alert_webhook_url: str = field(repr=False)  # "": none
    alert_webhook_key: str = field(repr=False)
    vapid_key: str = field(repr=False)  # private key that signs pushes; "": no pushes
    push_hosts: tuple[str, ...]  # push services that we may call
    push_confirm_seconds: int  # after which a text replaces a push that no device confirmed
    lock_minutes: ByRole  # without activity, after which a colleague's session is locked
    sign_in_hours: ByRole  # after which a session ends in any case
    worker_threads: int  # jobs that a worker runs at a time
    allow_unsaved: bool  # start even if Redis keeps nothing on disk
    vetting: Rules  # requirements for offering a service
    oidc: Oidc | None  # None: passwords and codes only
    hsds_token: str = field(repr=False)  # "": no outside access to the directory
    metrics_token: str = field(repr=False)  # "": nothing is measured

    def cover_word_in(self, language: str) -> str:
        """Return the cover word that messages in this language name."""
        return self.cover_word_es if language == "es" else self.cover_word

    @property
    def has_provider(self) -> bool:
        """Whether a provider is set up. In demo mode our own web process takes its place."""
        return not (self.demo and self.twilio_api_base == own_stand_in(self.port))


def own_stand_in(port: int) -> str:
    """Return the address under which the web process of demo mode takes the provider's place."""
    return f"http://127.0.0.1:{port}/twin"


def read_log_format(environ: Mapping[str, str]) -> str:
    """Return the form of log lines, before the other settings are known to be right."""
    reader = Reader(environ)
    form = _log_format(reader)
    return FORMATS[0] if reader.problems else form


def _log_format(read: Reader) -> str:
    return read.matching("LOG_FORMAT", re.compile("|".join(FORMATS)), " or ".join(FORMATS), FORMATS[0])


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Read the settings. An empty variable counts as unset (except TEAM_HOURS).

    In demo mode missing secrets are generated and kept under VAR_DIR. Raise SettingsError with all problems.
    """
    read = Reader(environ)
    demo = read.switch("DEMO")
    port = read.number("PORT", 8000, 1, 65_535)
    var_dir = read.folder("VAR_DIR", "./var")
    if demo:
        read.fill_in(REQUIRED, var_dir)
    redis_url = read.matching("REDIS_URL", REDIS_URL, expected(read.text("REDIS_URL")), "")
    settings = Settings(
        port=port,
        trusted_proxies=read.number("TRUSTED_PROXIES", 0, 0, 9),
        public_url=read.url("PUBLIC_URL", f"http://localhost:{port}" if demo else None),
        redis_url=redis_url or socket_url(var_dir),
        embedded_redis=not redis_url,
        var_dir=var_dir,
        demo=demo,
        log_format=_log_format(read),
        twilio_account_sid=read.matching(
            "TWILIO_ACCOUNT_SID", re.compile("AC[0-9a-zA-Z]+"), "AC and 32 letters and digits, from Twilio's console"
        ),
        twilio_auth_tokens=read.tokens("TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN_NEXT"),
        twilio_from=read.matching(
            "TWILIO_FROM", _TWILIO_FROM, "a number like +15555550100, a short code, or a messaging service MG..."
        ),
        twilio_api_base=read.url("TWILIO_API_BASE", own_stand_in(port) if demo else ""),
        seal_keys=read.ring("SEAL_KEYS"),
        lookup_key=read.key("LOOKUP_KEY"),
        session_key=read.long_secret("SESSION_KEY"),
        program_name=read.program_name("PROGRAM_NAME", "Oak Line"),
        cover_word=read.cover_word("COVER_WORD", "weather"),
        cover_word_es=read.cover_word("COVER_WORD_ES", "clima"),
        region=read.matching("REGION", _REGION, "US or CA (Canada), or a part such as US-CA or CA-BC", "US"),
        timezone=read.timezone("TIMEZONE", "America/Los_Angeles"),
        idle_seconds=60 * read.number("IDLE_MINUTES", 30, 1, 1440),
        session_days=read.number("SESSION_DAYS", 30, 1, 365),
        case_days=read.number("CASE_DAYS", 90, 1, 3650),
        ledger_days=read.number("LEDGER_DAYS", 90, 0, 3650),
        audit_days=read.number("AUDIT_DAYS", 365, 30, 3650),
        carrier_replies=read.matching("CARRIER_REPLIES", re.compile("ours|twilio"), "ours or twilio", "ours"),
        erase_after_seconds=read.delay("ERASE_AT_PROVIDER", "after 24 hours"),
        flood_texts=read.number("FLOOD_TEXTS", 0 if demo else 30, 0, 1000),
        team_wait_minutes=read.number("TEAM_WAIT_MINUTES", 0, 0, 1440),
        team_hours=read.hours("TEAM_HOURS", "09:00-21:00"),
        consent_days=ConsentDays(
            read.number("CONSENT_TEAM_DAYS", 90, 1, 365),
            read.number("CONSENT_AGENCY_DAYS", 30, 1, 365),
            MONTH_DAYS * read.number("CONSENT_REMEMBER_MONTHS", 6, 1, 12),
        ),
        content_dir=read.existing_folder("CONTENT_DIR"),
        local_model=read.number("LOCAL_MODEL", 1, 0, 1) == 1,
        language_review_must=read.number("LANGUAGE_REVIEW_MUST", 1, 0, 1) == 1,
        alert_minutes=read.minutes("ALERT_MINUTES", "3,5,5,10"),
        staff_silent_seconds=60 * read.number("STAFF_SILENT_MINUTES", 10, 1, 1440),
        contact_silent_seconds=60 * read.number("CONTACT_SILENT_MINUTES", 15, 1, 1440),
        alert_webhook_url=read.url("ALERT_WEBHOOK_URL", ""),
        alert_webhook_key=read.text("ALERT_WEBHOOK_KEY"),
        vapid_key=read.matching("VAPID_KEY", _VAPID, "a key that `flask --app app keys` makes, or nothing", ""),
        push_hosts=tuple(read.matching("PUSH_HOSTS", _HOSTS, "names of hosts with spaces between", PUSH_HOSTS).split()),
        push_confirm_seconds=read.number("PUSH_CONFIRM_SECONDS", 30, 5, 120),
        lock_minutes=read.by_role("LOCK_MINUTES", ByRole(caseworker=15, editor=15, lead=10), 1, 240),
        sign_in_hours=read.by_role("SIGN_IN_HOURS", ByRole(caseworker=10, editor=10, lead=10), 1, 24),
        worker_threads=read.number("WORKER_THREADS", 4, 1, 32),
        allow_unsaved=read.switch("ALLOW_UNSAVED"),
        vetting=Rules(
            must=frozenset(map(Factor, read.names("VETTING_MUST", MUST, Factor))),
            months=read.number("VERIFY_MONTHS", 12, 1, 60),
            hotline_months=read.number("VERIFY_HOTLINE_MONTHS", 1, 1, 60),
            demo=demo,
        ),
        oidc=_oidc(read, demo),
        hsds_token=read.text("HSDS_TOKEN"),
        metrics_token=read.text("METRICS_TOKEN"),
    )
    if demo and not settings.vapid_key:
        settings = replace(settings, vapid_key=new_vapid_key(f"push {settings.session_key}"))
    if settings.alert_webhook_url and len(settings.alert_webhook_key) < LEAST_SECRET:
        read.problems.append(f"ALERT_WEBHOOK_KEY: is not set, or too short; expected {LONG_SECRET}")
    for name, token in (("HSDS_TOKEN", settings.hsds_token), ("METRICS_TOKEN", settings.metrics_token)):
        if token and len(token) < LEAST_SECRET:
            read.problems.append(f"{name}: is too short; expected {LONG_SECRET}, or nothing")
    if demo:
        read.problems += _open_to_others(settings.public_url, read.text("HOST"))
    if read.problems:
        raise SettingsError(read.problems)
    return settings


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach `host`, a name or an address without a port."""
    bare = host.strip("[]").rstrip(".").lower()
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return bare == "localhost" or bare.endswith(".localhost")


def _open_to_others(public_url: str, host: str) -> list[str]:
    """Report settings by which others could reach demo mode, where anybody signs in as anybody without a password."""
    problems = []
    if public_url and not is_loopback(urlsplit(public_url).hostname or ""):
        problems.append(f"PUBLIC_URL: is not this machine, and {_DEMO_IS_OPEN}, or DEMO=0")
    if host and not is_loopback(host):
        problems.append(f"HOST: is not this machine alone, and {_DEMO_IS_OPEN}, or DEMO=0")
    return problems


_DEMO_IS_OPEN = "demo mode has no login; expected localhost, 127.0.0.1 or nothing"


def _oidc(read: Reader, demo: bool) -> Oidc | None:
    """Read the identity provider, if any: address, id and secret are set together or not at all."""
    found = Oidc(
        issuer=read.matching("OIDC_ISSUER", URL, "the issuer's address, exactly as the provider writes it", ""),
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
