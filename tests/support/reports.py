"""Mandated reports for tests, kept without their form."""

from __future__ import annotations

import secrets

from bot.casework.disclosures import Disclosure, Item, Kind, Report, Told
from bot.runtime.runtime import Runtime


def version(by: str, at: int, of: str = "", number: int = 1, **told: str) -> Disclosure:
    """Build a version of a report that was made; of a report of its own without `of`."""
    name = secrets.token_hex(8)
    report = Report(of or name, number, **{"heard_at": "2026-11-22T11:00", "made_at": "2026-11-22T11:30"} | told)  # type: ignore[arg-type]
    return Disclosure(
        name, "K7QM", 0, Kind.MANDATED_REPORT, "County hotline", "2026-11-22", (Item.AREA,), "", Told.BEFORE, by, at,
        report,
    )  # fmt: skip


def begun_report(runtime: Runtime, by: str) -> str:
    """Keep a report that this colleague began, and return its id."""
    record = version(by, runtime.clock())
    runtime.store.disclosures.add(record)
    return record.id
