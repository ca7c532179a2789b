"""HTTP interface, the only package that knows Flask. It decides nothing about a conversation.

- `factory`: builds the app; `current` gives views the objects that the app was built with
- `webhook`: incoming texts and delivery reports from the provider
- `voice`: calls to the number: what it is, and numbers read aloud
- `health`: liveness and readiness
- `security`: response headers, error pages, and logging without content
- `labels`: labels that all staff pages share
- `console`: the caseworkers' pages: the board, cases and the rota
- `directory`: the staff pages for services: reading, vetting and editing
- `studio`: the editors' pages for messages
- `reports`: the leads' reports
- `staff`: sign-in, sessions, permissions, accounts, audit trail
- `hsds`: the directory as a read-only API
- `demo`: simulated phones and provider of demo mode
"""

from bot.web.factory import create_app

__all__ = ["create_app"]
