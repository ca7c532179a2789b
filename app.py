"""Application object that the web server loads."""

from bot.web import create_app

app = create_app()
