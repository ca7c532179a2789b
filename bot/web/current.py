"""Access to the conversation and the services that the factory stored on the app."""

from __future__ import annotations

from flask import Flask, current_app

from bot.conversation.engine import Conversation, Parts

_KEY = "warmline"


def put(app: Flask, conversation: Conversation) -> None:
    """Store the conversation, with all services it uses, on the app."""
    app.extensions[_KEY] = conversation


def conversation() -> Conversation:
    """Return the conversation of the current app."""
    held: Conversation = current_app.extensions[_KEY]
    return held


def parts() -> Parts:
    """Return the services of the current app: settings, store, and the newest words and directory."""
    return conversation().parts.newest()
