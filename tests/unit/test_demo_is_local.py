"""Demo mode has no login: it starts only where nobody else can reach it, and is never the default of a real start."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from bot.config.settings import is_loopback, load_settings, make_keys
from bot.errors import SettingsError

ROOT = Path(__file__).parents[2]
EVERYWHERE = "0.0.0.0"  # noqa: S104 -- nothing is started


def problems(tmp_path: Path, **environ: str) -> set[str]:
    """Return the settings that keep demo mode from starting."""
    try:
        load_settings({"DEMO": "1", "VAR_DIR": str(tmp_path), **environ})
    except SettingsError as error:
        return {problem.split(":")[0] for problem in error.problems}
    return set()


@pytest.mark.parametrize(
    "url",
    ["", "http://localhost:8000", "http://127.0.0.1:8001", "http://[::1]:8000", "http://127.8.8.8", "http://LOCALHOST",
     "https://warmline.localhost"],
)  # fmt: skip
@pytest.mark.parametrize("host", ["", "127.0.0.1", "localhost", "::1", "[::1]"])
def test_demo_mode_starts_on_loopback(tmp_path: Path, url: str, host: str) -> None:
    assert problems(tmp_path, PUBLIC_URL=url, HOST=host) == set()


@pytest.mark.parametrize(
    "url",
    ["https://help.example.org", "http://192.168.1.5:8000", "http://10.0.0.1", "https://abc.ngrok.io", "http://[2001:db8::1]",
     "http://localhost.example.org", "http://127.0.0.1.nip.io", "http://notlocalhost", "http://0.0.0.0:8000"],
)  # fmt: skip
def test_demo_mode_refuses_a_public_address(tmp_path: Path, url: str) -> None:
    assert problems(tmp_path, PUBLIC_URL=url) == {"PUBLIC_URL"}


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "[::]", "192.168.1.5", "10.1.2.3", "example.org"])
def test_demo_mode_refuses_to_listen_to_others(tmp_path: Path, host: str) -> None:
    assert problems(tmp_path, HOST=host) == {"HOST"}
    assert problems(tmp_path, HOST=host, PUBLIC_URL="https://help.example.org") == {"HOST", "PUBLIC_URL"}


def test_real_mode_listens_where_it_is_told_to() -> None:
    twilio = {"TWILIO_ACCOUNT_SID": "AC" + "0" * 32, "TWILIO_AUTH_TOKEN": "token", "TWILIO_FROM": "+15555550199"}
    environ = {**twilio, **make_keys(), "HOST": EVERYWHERE, "PUBLIC_URL": "https://help.example.org"}
    assert not load_settings(environ).demo


@pytest.mark.parametrize(("host", "local"), [("127.0.0.1", True), ("0x7f.1", False), ("", False), ("localhost.", True)])
def test_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local


@pytest.mark.parametrize(("target", "demo"), [("run", "1"), ("serve", "")])
def test_make_sets_demo_mode_for_run_alone(target: str, demo: str) -> None:
    environ = {name: value for name, value in os.environ.items() if name not in ("DEMO", "MAKEFLAGS")}
    command = ["make", "-C", str(ROOT), "--no-print-directory", "-pn", target]
    shown = subprocess.run(command, env=environ, text=True, capture_output=True, check=False).stdout
    assert set(re.findall(rf"^{target}: DEMO \S*= (.*)$", shown, re.MULTILINE)) == ({demo} if demo else set())
    assert f"{target}: PORT = 8000" in shown
    assert "DEMO" not in (ROOT / "Procfile").read_text(encoding="utf-8")
