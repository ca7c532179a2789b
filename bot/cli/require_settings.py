"""Settings that a command requires, or an error that says what is missing."""

from __future__ import annotations

import os

import click

from bot.config.settings import Settings, load_settings
from bot.errors import SettingsError, WarmlineError


def needed(settings: object) -> Settings:
    """Return the app's settings. Flask passes an object of its own if the app has none."""
    if isinstance(settings, Settings):
        return settings
    try:
        return load_settings(os.environ)
    except SettingsError as error:
        raise click.ClickException("\n".join(("fix these settings to start:", *error.problems))) from None
    except WarmlineError as error:
        raise click.ClickException(str(error)) from None
