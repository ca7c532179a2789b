"""Logger of gunicorn whose lines are as those of our code. Named in the Procfile."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

from gunicorn.config import Config
from gunicorn.glogging import Logger

from bot import logs
from bot.config.settings import read_log_format
from bot.errors import LogSafe


class WebLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Logs for the parent and for the processes that answer."""

    def setup(self, cfg: Config) -> None:
        """Set up gunicorn's handlers, and those of this process."""
        super().setup(cfg)
        formatter = logs.configure("web", read_log_format(os.environ))
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            handler.setFormatter(formatter)

    def info(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Log what the server does. At this level its values are versions, addresses of its own, signals and pids."""
        super().info(msg, *(LogSafe(value) for value in args), **kwargs)

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        """Log the status and the time alone, if an access log is wanted: address, path and query may tell of people."""
        if self.access_log_enabled:
            status, millis = int(str(resp.status).split()[0]), round(request_time.total_seconds() * 1000)
            self.access_log.info("answered with status %s in %s ms", status, millis)
