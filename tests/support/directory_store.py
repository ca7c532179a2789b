"""Records for tests of the directory's pages: the examples, vetted on a chosen day, in the store."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bot.directory.edits import Edits, changed, found_out
from bot.directory.factors import Answer, Finding
from bot.directory.serialization import Record, dump, shipped, terms_of
from bot.directory.vetting import MUST
from bot.runtime.runtime import Runtime

RECORDS, ASIDE = shipped()
TERMS = terms_of(ASIDE)


def vetted(record: Record, on: dt.date, **facts: Any) -> Record:
    """Return the record with every required factor answered well and verified on that day."""
    says: dict[tuple[str, str], str] = {}
    for factor in MUST:
        says |= found_out(factor, Finding(Answer.YES, "Dana of ours", "intake lead", on))
    return {**changed(record, TERMS, Edits("Dana of ours", on, {"assured_date": on.isoformat()}, says)), **facts}


def put(runtime: Runtime, records: list[Record]) -> None:
    """Store these services and no others."""
    directory = runtime.store.directory
    directory.replace(directory.edition(), ((one["id"], dump(one)) for one in records), dump(ASIDE))
