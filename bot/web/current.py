"""What the doors stand on: left with the app by the factory, asked for by every door."""

from __future__ import annotations

from flask import Flask, current_app

from bot.conversation.engine import Conversation, Parts

_KEY = "warmline"


def put(app: Flask, conversation: Conversation) -> None:
    """Leave the conversation, and all that it stands on, with the app."""
    app.extensions[_KEY] = conversation


def conversation() -> Conversation:
    """The conversation that the app answering now holds with everybody."""
    held: Conversation = current_app.extensions[_KEY]
    return held


def parts() -> Parts:
    """What it stands on: settings, store, the newest words and directory."""
    return conversation().parts.newest()
