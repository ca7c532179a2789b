"""The caseworkers' doors: the board, and one case's page. What a person shared is read by `casework.gate` alone.

`look` finding a case, and who may see it · `words` what facts and states are called · `view` what a case's page shows ·
`board` waiting and held cases · `case` one of them · `acts` what is done with it · `number` the phone number, for a
call that was agreed to · `work` tasks and referrals, shown by `work_view` · `hours` the person's safe times ·
`choices` the services to choose from · `introduction` an agency's contact, asked for, ended, and a reminder, shown by
`introduction_view` · `disclosure` a record of what the law made staff tell · `rota` who is on call.
"""

from flask import Flask

from bot.web.console import actions as acts
from bot.web.console import board, case, disclosure, introduction, rota
from bot.web.console import phone_number as number
from bot.web.console import tasks as work
from bot.web.console.base import doors

__all__ = ["acts", "board", "case", "disclosure", "install", "introduction", "number", "rota", "work"]


def install(app: Flask) -> None:
    """Put the console on `app`; the staff's rooms stand there already."""
    app.register_blueprint(doors)
    app.register_blueprint(rota.doors)
