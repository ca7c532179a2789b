"""Quick replies that staff wrote: one thing to say, in as many languages as they have it in. Pure.

The same reply in another language is its gloss: it tells a colleague what the words say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.staff.accounts import USUAL_LANGUAGE, Staff

LONGEST_REPLY = 480


@dataclass(frozen=True, slots=True)
class QuickReply:
    """A quick reply. `words` holds its texts by the code of their language; `id` is "" for one that ships."""

    id: str
    words: Mapping[str, str] = field(repr=False)

    def gloss(self, language: str, staff: Staff) -> tuple[str, str]:
        """Return what it says and in which language, for a colleague to whom it is shown in `language`.

        That is a language that they text in, or English; "" if it has no such words. Who texts in `language` needs none
        but English.
        """
        for code in (*(() if staff.texts_in(language) else staff.languages), USUAL_LANGUAGE):
            if code != language and self.words.get(code):
                return self.words[code], code
        return "", ""

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {"words": dict(self.words)}

    @classmethod
    def load(cls, reply_id: str, stored: dict[str, Any]) -> QuickReply:
        """Build it from its stored form."""
        return cls(reply_id, {str(code): str(text) for code, text in stored["words"].items()})
