"""A threat to tell: "he said hell tell everyone". It names no picture, so the reply guesses none."""

from __future__ import annotations

import re

_TELLS = re.compile(
    r"\b(?:tell|tells|telling|expose|exposes|exposing|snitch|out me|inform"
    r"|contar\w*|cuenta|cuente|decir\w*|diga|exponer\w*|acusar\w*)\b"
)
_PICTURED = re.compile(
    r"\b(?:pic|pics|pictures?|photos?|nudes?|naked|videos?|vids?|screenshots?|sends?|sending|sent|posts?|posting|leaks?|"
    r"leaking|shares?|sharing|uploads?|money|pay|paying|cash ?app|venmo|robux|gift cards?|bucks|dollars"
    r"|fotos?|pack|packs|desnud\w+|manda\w*|mande\w*|sub[ai]\w*|public\w+|filtr\w+|compart\w+|pagu?\w+|dinero|pesos)\b|\$"
)


def threatens_to_tell(said: str) -> bool:
    """Return whether a text speaks of telling, and of no picture, no money and nothing that is sent."""
    return _TELLS.search(said) is not None and _PICTURED.search(said) is None
