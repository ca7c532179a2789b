"""The directory for other systems: HSDS 3.1 as JSON, read only, for who has the token. There at all only with a token.

`doors` the addresses and their guard · `ask` what a caller asks for · `stock` the records as they may be shown.
How often somebody asks is not limited here. Shows nothing that `bot.directory.public` does not let through.
"""

from bot.web.hsds.views import doors

__all__ = ["doors"]
