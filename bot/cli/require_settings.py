"""The settings that a command cannot do without, or in words what is missing of them."""

from __future__ import annotations

import os

import click

from bot.config.settings import Settings, load_settings
from bot.errors import SettingsError, WarmlineError


def needed(settings: object) -> Settings:
    """The app's settings; Flask hands over its own object when the app has none."""
    if isinstance(settings, Settings):
        return settings
    try:
        return load_settings(os.environ)
    except SettingsError as error:
        raise click.ClickException("\n".join(("fix these settings to start:", *error.problems))) from None
    except WarmlineError as error:
        raise click.ClickException(str(error)) from None
