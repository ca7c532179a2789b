"""A person who texts, in memory: the engine, the content, the directory and the lexicon are the real ones."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from bot.content.catalog import SHIPPED as SHIPPED_CONTENT
from bot.content.common_words import load_folded
from bot.content.facts_file import load_facts
from bot.content.others import load_others, load_texts
from bot.content.rules_file import load_rules_once
from bot.conversation.messages import Inbound
from bot.conversation.replay import _Memory
from bot.directory.area import find_area
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot
from bot.understanding.hearing import Hearing
from tests.support.content import DIRECTORY, NOON, SHIPPED
from tests.support.shipped import LEXICON, VOCABULARY

TO_NEEDS = ("hey", "1", "ok")
"""Texts of a person up to the first question."""


@cache
def snapshot(hours: str = "", region: str = SHIPPED.settings.region) -> Snapshot:
    settings = replace(SHIPPED.settings, team_hours=hours, region=region)
    others, facts = load_others(vocabulary=VOCABULARY), load_facts(short=VOCABULARY.short)
    found = partial(find_area, home_region=region, is_word=load_folded(SHIPPED_CONTENT / "lexicon").__contains__)
    return replace(
        SHIPPED,
        settings=settings,
        lexicon=LEXICON,
        find_area=found,
        directory=DIRECTORY.at(NOON),
        hearing=Hearing(load_rules_once, others=others, facts=facts),
        others=load_texts(),
    )


class Talk:
    """A person who texts, in memory; the engine, the content and the lexicon are the real ones."""

    def __init__(self, hours: str = "") -> None:
        self._memory, self._snapshot = _Memory(), snapshot(hours)

    def text(self, *texts: str) -> str:
        """Text all, and return the last reply."""
        said = ""
        for text in texts:
            self.reply = self._memory.turn(self._snapshot, Inbound("SM1", "", text))
            said = self.reply.text
        return said

    @property
    def session(self) -> Session:
        assert self._memory.session is not None
        return self._memory.session

    def is_at(self, **values: object) -> Talk:
        """Put the session somewhere."""
        self._memory.session = self.session._replace(**values)  # type: ignore[arg-type]
        return self


def talk(*texts: str, hours: str = "") -> Talk:
    at = Talk(hours)
    at.text(*texts)
    return at
