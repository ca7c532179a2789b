"""HTTP interface: SMS webhook, staff pages, HSDS API and demo simulator.

Only this package and `bot.cli` know Flask. It decides nothing about a conversation.

`factory` builds the app · `current` gives a request access to the app's services · `webhook` incoming texts and
delivery reports · `health` liveness and readiness · `security` headers and error pages · `labels` words shared by the
staff pages · `staff`, `console`, `directory`, `studio`, `reports` staff pages · `hsds` the directory as an API · `demo`
phones in the browser that text through the same signed webhook, and a fake of the provider's API.
"""

from bot.web.factory import create_app

__all__ = ["create_app"]
