"""Settings: all faults reported at once, no secret in any message, demo secrets created once."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config.redis_socket import socket_url
from bot.config.settings import DEMO_SECRETS, REQUIRED, Settings, load_settings, make_keys
from bot.content.rules import CARRIER_WORDS
from bot.errors import SettingsError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def complete(tmp_path: Path) -> dict[str, str]:
    """Return an environment that is complete for production."""
    return {
        "PUBLIC_URL": "https://help.example.org/text/",
        "VAR_DIR": str(tmp_path),
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "current-token",
        "TWILIO_FROM": "+15555550199",
        **make_keys(),
    }


def problems(environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as error:
        load_settings(environ)
    return error.value.problems


def test_complete_environment_loads_with_defaults(complete: dict[str, str]) -> None:
    settings = load_settings(complete)
    assert settings.public_url == "https://help.example.org/text"
    assert settings.twilio_auth_tokens == ("current-token",)
    assert len(settings.lookup_key) == 32
    assert (settings.port, settings.demo, settings.twilio_api_base) == (8000, False, "")
    assert (settings.redis_url, settings.embedded_redis) == (socket_url(settings.var_dir), True)
    assert (settings.program_name, settings.cover_word, settings.region) == ("Oak Line", "weather", "US")
    assert (settings.timezone, settings.idle_seconds) == (ZoneInfo("America/Los_Angeles"), 1800)
    assert (settings.session_days, settings.carrier_replies, settings.team_wait_minutes) == (30, "ours", 0)
    assert settings.erase_after_seconds == 24 * 3600
    assert (settings.team_hours, settings.content_dir) == ("09:00-21:00", None)
    assert not (Path(complete["VAR_DIR"]) / DEMO_SECRETS).exists()


def test_empty_environment_reports_everything_missing() -> None:
    told = problems({})
    assert [line.split(":")[0] for line in told] == ["PUBLIC_URL", *REQUIRED]
    assert all("expected" in line for line in told)
    for name in ("SEAL_KEYS", "LOOKUP_KEY", "SESSION_KEY"):
        assert any(line.startswith(name) and "flask --app app keys" in line for line in told)


BAD = [
    ("PORT", "0"), ("PORT", "70000"), ("PORT", "eighty"), ("PORT", "٨٠٠٠"),
    ("PUBLIC_URL", "help.example.org"), ("PUBLIC_URL", "ftp://help.example.org"),
    ("PUBLIC_URL", "https://me:pw@help.example.org"), ("PUBLIC_URL", "https://help.example.org/?a=1"),
    ("PUBLIC_URL", "https://help.example.org/#top"), ("PUBLIC_URL", "https://"), ("PUBLIC_URL", "https://a b"),
    ("REDIS_URL", "localhost:6379"), ("REDIS_URL", "http://localhost"), ("REDIS_URL", "redis://h:port"),
    ("REDIS_URL", "redis+sentinel://h:26379"), ("REDIS_URL", "redis+sentinel://h:26379/"),
    ("REDIS_URL", "redis+sentinel://h:26379/main/x"), ("REDIS_URL", "redis+sentinel://a:1,,b:2/main"),
    ("REDIS_URL", "redis+sentinel://h:70000/main"), ("REDIS_URL", "redis+sentinel://h/main?sentinel_pass=x"),
    ("REDIS_URL", "redis+sentinel://h/main?ssl_ca_certs=/ca.pem"), ("REDIS_URL", "sentinel://h/main"),
    ("REDIS_URL", "redis+cluster://"), ("REDIS_URL", "redis+cluster://h:6379/a/b"),
    ("REDIS_URL", "redis+cluster://h/?db=1"), ("REDIS_URL", "redis+cluster://h:6379/{tag}"),
    ("TWILIO_ACCOUNT_SID", "SM123"), ("TWILIO_AUTH_TOKEN", "two tokens"), ("TWILIO_AUTH_TOKEN_NEXT", "a b"),
    ("TWILIO_FROM", "555-0100"), ("TWILIO_API_BASE", "api.twilio.com"),
    ("SEAL_KEYS", "only-a-key"), ("LOOKUP_KEY", "c2hvcnQ="), ("SESSION_KEY", "tiny-key"),
    ("PROGRAM_NAME", "A name that is far too long"), ("PROGRAM_NAME", "Oak 🌳"), ("PROGRAM_NAME", "Oak ((name))"),
    ("PROGRAM_NAME", "Safe Shelter"), ("PROGRAM_NAME", "Survivors"), ("PROGRAM_NAME", "Anti-trafficking"),
    ("COVER_WORD", "two words"), ("COVER_WORD", "ab"), ("COVER_WORD", "word1"), ("COVER_WORD", "x" * 16),
    ("REGION", "California"), ("REGION", "us"), ("TIMEZONE", "Mars/Base"), ("TIMEZONE", "../etc"),
    ("TIMEZONE", "America"),
    ("DEMO", "maybe"), ("IDLE_MINUTES", "0"), ("IDLE_MINUTES", "1.5"), ("SESSION_DAYS", "-1"),
    ("CARRIER_REPLIES", "both"), ("TEAM_WAIT_MINUTES", "soon"),
    ("TEAM_HOURS", "9-5"), ("TEAM_HOURS", "09:00-09:00"), ("TEAM_HOURS", "09:00-25:00"),
    ("CONTENT_DIR", "/no/such/folder"), ("OIDC_NAME", "x" * 41), ("OIDC_HOSTS", "https://a.example"),
    ("OIDC_REQUIRE_MFA", "maybe"), ("ERASE_AT_PROVIDER", "soon"), ("ERASE_AT_PROVIDER", "after 0 hours"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), BAD)
def test_invalid_value_is_reported_by_name_and_not_quoted(complete: dict[str, str], name: str, value: str) -> None:
    told = problems(complete | {name: value})
    assert len(told) == 1, told
    assert told[0].startswith(f"{name}: ")
    assert "expected" in told[0]
    if name in REQUIRED or name.endswith("_NEXT"):
        assert value not in told[0]


def test_invalid_values_are_reported_together(complete: dict[str, str]) -> None:
    told = problems(complete | dict(BAD))
    assert {line.split(":")[0] for line in told} == {name for name, _ in BAD}


@pytest.mark.parametrize("word", sorted(CARRIER_WORDS))
def test_carrier_word_is_refused_as_cover_word(complete: dict[str, str], word: str) -> None:
    assert problems(complete | {"COVER_WORD": word.lower()})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PUBLIC_URL", "http://127.0.0.1:8000"),
        ("PUBLIC_URL", "https://[::1]:8443/a/b"),
        ("REDIS_URL", "redis://:p%40ss@db.example.org:6379/0"),
        ("REDIS_URL", "rediss://user:pass@db.example.org/2?ssl_cert_reqs=none"),
        ("REDIS_URL", "unix:///run/redis.sock?db=1"),
        ("REDIS_URL", "redis+sentinel://ana:p%40ss@a:26379,b.example.org,[::1]:26381/main/0?sentinel_password=pw"),
        ("REDIS_URL", "rediss+sentinel://a/main?ssl_ca_certs=/ca.pem&sentinel_username=u"),
        ("REDIS_URL", "redis+cluster://a"),
        ("REDIS_URL", "rediss+cluster://ana:pw@a:6379,b/our-line?ssl_ca_certs=/ca.pem"),
        ("TWILIO_FROM", "MG" + "0" * 32),
        ("TWILIO_FROM", "55501"),
        ("PROGRAM_NAME", "Línea".replace("í", "ì")),
        ("COVER_WORD", "Clima"),
        ("REGION", "CA-BC"),
        ("TEAM_HOURS", "21:00-06:00"),
        ("TEAM_HOURS", ""),
        ("DEMO", "False"),
    ],
)
def test_valid_values_are_accepted(complete: dict[str, str], name: str, value: str) -> None:
    load_settings(complete | {name: value})


@pytest.mark.parametrize(
    "url", ["redis+sentinel://:s3cret@host", "redis+sentinel://h/main?sentinel_password=s3cret&x=1"]
)
def test_fault_of_sentinels_names_their_form_and_no_password(complete: dict[str, str], url: str) -> None:
    (told,) = problems(complete | {"REDIS_URL": url})
    assert "redis+sentinel://user:password@host1:26379,host2:26379,host3:26379/SERVICE/0" in told
    assert "?sentinel_password=" in told
    assert "s3cret" not in told


OIDC = {"OIDC_ISSUER": "https://id.example.org/", "OIDC_CLIENT_ID": "us", "OIDC_CLIENT_SECRET": "hidden-secret"}


def test_identity_provider_needs_all_its_settings(complete: dict[str, str]) -> None:
    assert load_settings(complete).oidc is None
    oidc = load_settings(complete | OIDC | {"OIDC_HOSTS": "a.example b.example:8443"}).oidc
    assert oidc and oidc.issuer == "https://id.example.org/", "as it is written: an issuer may end with a slash"
    assert oidc.require_mfa
    assert oidc.hosts == ("a.example", "b.example:8443")
    assert "hidden-secret" not in repr(oidc)
    for missing in OIDC:
        (told,) = problems(complete | {name: value for name, value in OIDC.items() if name != missing})
        assert told.startswith(f"{missing}: ")


@pytest.mark.parametrize(
    ("issuer", "good"),
    [("http://id.example.org", False), ("http://localhost.evil.example", False), ("http://127.0.0.1:8081/realm", True)],
)
def test_identity_provider_needs_https_except_on_localhost(complete: dict[str, str], issuer: str, good: bool) -> None:
    environ = complete | OIDC | {"OIDC_ISSUER": issuer}
    if good:
        load_settings(environ)
    else:
        assert [line.split(":")[0] for line in problems(environ)] == ["OIDC_ISSUER"]
    assert load_settings(environ | {"DEMO": "1", "PUBLIC_URL": "http://localhost"}).oidc


def test_empty_variables_count_as_unset_except_team_hours(complete: dict[str, str]) -> None:
    settings = load_settings(complete | {"TEAM_HOURS": "", "PORT": "", "COVER_WORD": " "})
    assert (settings.team_hours, settings.port, settings.cover_word) == ("", 8000, "weather")


def test_two_auth_tokens_keep_their_order(complete: dict[str, str]) -> None:
    assert load_settings(complete | {"TWILIO_AUTH_TOKEN_NEXT": "next"}).twilio_auth_tokens == ("current-token", "next")


def test_settings_do_not_print_secrets(complete: dict[str, str]) -> None:
    settings = load_settings(complete | {"REDIS_URL": "redis://:hidden@db/0", "TWILIO_AUTH_TOKEN_NEXT": "next-token"})
    printed = f"{settings!r} {settings}"
    secret = [complete[name] for name in REQUIRED] + ["hidden", "next-token", complete["SEAL_KEYS"][2:]]
    assert not [value for value in secret if value in printed]
    assert str(settings.lookup_key) not in printed


def test_demo_mode_needs_no_settings_and_reuses_its_secrets(tmp_path: Path) -> None:
    environ = {"DEMO": "1", "VAR_DIR": str(tmp_path / "new" / "var"), "PORT": "8123"}
    one, two = load_settings(environ), load_settings(environ)
    assert one == two
    assert one.demo
    assert one.public_url == "http://localhost:8123"
    assert one.twilio_api_base == "http://127.0.0.1:8123/twin"
    assert one.twilio_from == "+15555550100"
    kept = one.var_dir / DEMO_SECRETS
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in one.var_dir.iterdir()] == [DEMO_SECRETS]


def test_demo_mode_uses_given_secrets(tmp_path: Path, complete: dict[str, str]) -> None:
    settings = load_settings({"DEMO": "true", "VAR_DIR": str(tmp_path), "TWILIO_AUTH_TOKEN": "given"})
    assert settings.twilio_auth_tokens == ("given",)
    other = tmp_path / "other"
    load_settings(complete | {"DEMO": "1", "VAR_DIR": str(other), "PUBLIC_URL": "http://localhost:8000"})
    assert not other.exists()


@pytest.mark.parametrize("damage", ["", "{}", "[]", '{"SEAL_KEYS": 1}', "\x00"])
def test_damaged_demo_secrets_are_reported_in_one_sentence(tmp_path: Path, damage: str) -> None:
    (tmp_path / DEMO_SECRETS).write_text(damage)
    (told,) = problems({"DEMO": "1", "VAR_DIR": str(tmp_path)})
    assert "delete it" in told


def test_var_dir_that_is_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = problems({"DEMO": "1", "VAR_DIR": str(tmp_path / "file")})
    assert {line.split(":")[0] for line in told} == {"VAR_DIR"}


def test_concurrent_processes_agree_on_demo_secrets(tmp_path: Path) -> None:
    code = (
        "import sys; from bot.config.settings import load_settings as load\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "s = load({'DEMO': '1', 'VAR_DIR': sys.argv[1]}); print(s.seal_keys, s.session_key, s.twilio_auth_tokens)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    racers = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    for racer in racers:
        assert racer.stdout and racer.stdout.readline() == "ready\n"
    said = []
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("go\n")
        racer.stdin.flush()
    for racer in racers:
        said.append(racer.communicate(timeout=30)[0])
    assert len(set(said)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [DEMO_SECRETS]
    assert json.loads((tmp_path / DEMO_SECRETS).read_text())["SEAL_KEYS"] in said[0]


def test_generated_keys_are_fresh_and_valid(complete: dict[str, str]) -> None:
    one, two = make_keys(), make_keys()
    assert set(one) == {"SEAL_KEYS", "LOOKUP_KEY", "SESSION_KEY", "VAPID_KEY"}
    assert not set(one.values()) & set(two.values())
    assert isinstance(load_settings(complete | one), Settings)
