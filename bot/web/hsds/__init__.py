"""Directory for other systems: HSDS 3.1 as JSON, read only, behind a token. Without a token in the settings it is off.

`views` holds the endpoints and checks the token, `query` parses a request, `records` returns what may be shared.
Requests are not rate-limited here. Nothing is shown that `bot.directory.public` does not release.
"""

from bot.web.hsds.views import bp

__all__ = ["bp"]
