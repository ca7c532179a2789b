"""App factory: what the app is built from, and what it does without settings."""

from __future__ import annotations

import os

import pytest

from bot.errors import SettingsError
from bot.web import create_app


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove our settings from the environment."""
    for name in list(os.environ):
        if name.isupper() and name not in {"PATH", "HOME", "LANG", "TMPDIR"}:
            monkeypatch.delenv(name)


def test_server_without_settings_lists_all_missing_ones_and_exits() -> None:
    with pytest.raises(SettingsError) as caught:
        create_app()
    for name in ("PUBLIC_URL", "TWILIO_AUTH_TOKEN", "SEAL_KEYS", "SESSION_KEY"):
        assert name in str(caught.value)


def test_keys_command_runs_without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_RUN_FROM_CLI", "true")
    app = create_app()
    made = app.test_cli_runner().invoke(args=["keys"])
    assert "SEAL_KEYS=" in made.output
    assert app.test_client().post("/sms").status_code == 404
