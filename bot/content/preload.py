"""Loader of what every process that reads texts needs: the places, the vocabulary, the rules and the local model.

A web server calls it before its processes fork, so that they share the memory and answer their first text at once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from bot.content.ear_file import load_ear
from bot.content.rules_file import load_rules_once
from bot.content.vocabulary import SHIPPED, read_vocabulary_once
from bot.directory import regions

_OBJECTS_BEFORE_A_LOOK = 20_000


def preload(*, local_model: bool) -> None:
    """Load what this process does not hold yet. Raise ContentError or EarUnavailable at the first fault.

    From then on the garbage collector looks less often: a turn makes thousands of objects, and hardly a cycle.
    """
    first, *others = gc.get_threshold()
    gc.set_threshold(max(first, _OBJECTS_BEFORE_A_LOOK), *others)
    with collector_paused():
        regions.warm()
        load_rules_once(SHIPPED, read_vocabulary_once(SHIPPED))
        if local_model:
            load_ear()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector while much is built that stays, then put all of it beyond the collector's reach.

    A collection looks at each object that it may free. What is loaded here is some 400,000 objects, and none is freed.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        gc.collect()
        gc.freeze()
