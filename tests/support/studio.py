"""Studio forms as its pages send them: an entry edited and saved, and the draft published."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.staff import mark

LATER = "messages/welcome.later"
PAGE = f"/studio/message/{LATER}"
ARABIC = "/studio/languages/ar"
LABELS = f"{ARABIC}?part=labels"


def form_of(client: FlaskClient, page: str = PAGE) -> dict[str, str]:
    """Return the fields of an entry's form as the page sends them."""
    shown = client.get(page).text
    fields = re.findall(r'<(?:input|textarea)[^>]* name="([^"]+)"[^>]*?(?: value="([^"]*)"[^>]*)?>([^<]*)', shown)
    return {name: unescape(value or text) for name, value, text in fields}


def keep(client: FlaskClient, page: str = PAGE, act: str = "keep", **typed: str) -> TestResponse:
    """Fill in some fields and send the form. A "_" stands for the dot in a field's name."""
    form = form_of(client, page) | {name.replace("_", ".", 1): text for name, text in typed.items()}
    return client.post(page, data=form | {"act": act})


def draft_form(client: FlaskClient) -> dict[str, str]:
    """Return the draft's form as its page sends it: each entry as it was shown, and one reason for all warnings."""
    shown = unescape(client.get("/studio/draft").text)
    fields = re.findall(r'name="((?:seen|reason)\.[^"]+)"(?: value="(\w+)")?', shown)
    return {"mark": mark(client), **{name: value or "we talked it over" for name, value in fields}}


def publish(client: FlaskClient, why: str = "calmer", **more: str) -> TestResponse:
    """Send the draft's form."""
    return client.post("/studio/draft", data=draft_form(client) | {"act": "publish", "why": why} | more)


def started(editor: FlaskClient) -> None:
    """Start the Arabic language in the draft."""
    answer = editor.post("/studio/languages", data={"code": "ar", "mark": mark(editor)})
    assert answer.status_code == 303, answer.text
