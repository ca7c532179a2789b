"""Caseworkers' console: the board, the pages of a case, and the rota.

Only `bot.casework.consent_gate` reads what a person shared.

`base` finding a case, and who may see it · `board` waiting and held cases · `case` one case, as `case_view` shows it ·
`actions` what a colleague does with a case · `phone_number` the number, for a call that the person agreed to · `tasks`
tasks and referrals, shown by `task_view` · `safe_times` a warning outside the person's safe times · `service_choices`
the services to choose from · `introduction` an agency's contact, proposed and ended, and a reminder, shown by
`introduction_view` · `disclosure` a record of what the law made staff disclose · `rota` who is on call.
"""

from flask import Flask

from bot.web.console import actions as acts
from bot.web.console import board, case, disclosure, introduction, rota
from bot.web.console import phone_number as number
from bot.web.console import tasks as work
from bot.web.console.base import doors

__all__ = ["acts", "board", "case", "disclosure", "install", "introduction", "number", "rota", "work"]


def install(app: Flask) -> None:
    """Register the blueprints on `app`, after those of `bot.web.staff`."""
    app.register_blueprint(doors)
    app.register_blueprint(rota.doors)
