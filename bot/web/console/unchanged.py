"""Parts of a page that the browser has already: while a page is open it is sent only what has changed.

The browser names the parts that it holds by the hashes that stand in them. In place of one that is still the same it
gets an empty element with the same name. What a part no longer shows is gone from the page as before: its hash differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256

from flask import request
from markupsafe import Markup

HELD = "X-Held"
"""The header in which the page's script names what it holds."""

MOST_HELD = 500
_HASH = re.compile("[0-9a-f]{12}")
_OPENING = re.compile(r"<(\w+)([^>]*)>")
_NAME = re.compile(r' (?:id|data-key)="[\w-]+"')

Part = Callable[[Callable[[], str]], Markup]


def part_for(held: frozenset[str] = frozenset()) -> Part:
    """Return the function that templates call with each part, for a browser that holds those with these hashes.

    A part is one element. It has an id or a data-key if others may come or go before it.
    """

    def part(caller: Callable[[], str]) -> Markup:
        html = caller().strip()
        opening = _OPENING.match(html)
        if opening is None:
            return Markup(html)  # noqa: S704 -- rendered by the template
        digest, (tag, attributes) = sha256(html.encode()).hexdigest()[:12], opening.groups()
        if digest in held:
            name = "".join(_NAME.findall(attributes))
            return Markup(f'<{tag}{name} data-hash="{digest}" data-same></{tag}>')  # noqa: S704 -- as above
        return Markup(f'<{tag}{attributes} data-hash="{digest}">{html[opening.end() :]}')  # noqa: S704 -- as above

    return part


def part_for_request() -> Part:
    """Return the same function for a browser that has sent the header."""
    return part_for(frozenset(_HASH.findall(request.headers.get(HELD, ""))[:MOST_HELD]))
