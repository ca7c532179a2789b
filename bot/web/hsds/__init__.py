"""HSDS 3.1 API: the directory for other systems, as read-only JSON.

It exists only if a token is set, and every request must carry the token. Requests are not rate limited. It shows
nothing that `bot.directory.public` does not let through.

`views` routes and token check · `query` parameters and result pages · `records` the records that may be shown.
"""

from bot.web.hsds.views import doors

__all__ = ["doors"]
