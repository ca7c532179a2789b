"""DOORS: how the world comes in. The only room that knows Flask; it decides nothing about a conversation.

`factory` builds the app · `parts` what the doors stand on · `webhook` the provider's texts and delivery reports ·
`health` is it alive, is it ready · `guard` headers, error pages, and that no fault shows more than its kind ·
demo only: `simulator` phones in the browser, which text through the very same signed webhook · `line` the wire
between them and the webhook · `twin` the provider's REST API, delivering to those phones.
"""

from bot.web.factory import create_app

__all__ = ["create_app"]
