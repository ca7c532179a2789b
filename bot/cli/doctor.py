"""Doctor: what is not ready for real use, each in a sentence with what to do. It changes nothing."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections import Counter

from bot.cli.oidc_check import check_oidc
from bot.cli.provider_check import check_provider
from bot.cli.proxy_check import check_proxy
from bot.config.settings import Settings
from bot.content.check_all import check_all
from bot.content.ear_file import load_ear
from bot.content.editions import SHIPPED, Edition, load, tried
from bot.content.guide_sources import load_guide_sources
from bot.content.hotlines import load_hotlines
from bot.content.overlay import load_words, sheets_of
from bot.content.readiness import missing_for_release
from bot.content.translation import ENGLISH, unread
from bot.directory.load import load_directory
from bot.directory.vetting import OfferStatus, standing
from bot.errors import ContentError, DirectoryError, EarUnavailable, StoreUnavailable
from bot.flows.names import Guide
from bot.runtime.build import open_store
from bot.runtime.directory import LiveDirectory
from bot.store.audit import Trail
from bot.store.audit_anchor import AuditAnchor
from bot.store.connection_fault import explain
from bot.store.stop_journal import StopJournal

REWRITE_LATE_SECONDS = 3600

_STANDINGS = {
    OfferStatus.NOT_VETTED: "not vetted",
    OfferStatus.EXPIRED: "verification expired",
    OfferStatus.INACTIVE: "inactive",
    OfferStatus.STAFF_ONLY: "staff only",
    OfferStatus.FAULTY: "with errors",
}


def examine(settings: Settings) -> list[str]:
    """Return all findings; an empty list if there are none."""
    return [
        *_mode(settings), *_store(settings), *_journal(settings), *check_all(settings.content_dir), *_numbers(settings),
        *_services(settings), *_unread(settings), *_guides(), *_model(settings),
        *([] if settings.demo else check_proxy(settings.public_url)),
        *([] if settings.demo else check_provider(settings)),
        *(check_oidc(settings.oidc) if settings.oidc else []),
    ]  # fmt: skip


def _mode(settings: Settings) -> list[str]:
    faults = []
    if settings.demo:
        faults.append("DEMO is on: phones and secrets are made up. Set DEMO=0 before real people text.")
    elif not settings.public_url.startswith("https://"):
        faults.append("PUBLIC_URL is not https, so texts would travel unencrypted. Use https.")
    return faults


def _model(settings: Settings) -> list[str]:
    """Report if the local model cannot be loaded."""
    if not settings.local_model:
        return []
    try:
        load_ear()
    except EarUnavailable as error:
        return [f"The local model is not loaded, so only rules hear danger: {error}."]
    return []


def _journal(settings: Settings) -> list[str]:
    """Report if an opt-out could not be kept on disk while Redis is gone."""
    folder = settings.var_dir
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        return ["VAR_DIR cannot be written to: a STOP that comes while Redis is gone would be lost."]
    if StopJournal(settings.var_dir).pending:
        return [
            "VAR_DIR holds opt-outs that Redis has not taken: start the worker, and see why it could not replay them."
        ]
    return []


def _store(settings: Settings) -> list[str]:
    store = open_store(settings)
    try:
        health = store.health()
        erased_at = store.erasure.at()
        damaged, broken = len(store.check().damaged), store.staff.audit.broken()
        anchor, faults = _anchor(settings, store.staff.audit), store.findings()
    except StoreUnavailable as fault:
        return [explain(fault)]
    finally:
        store.close()
    if damaged:
        faults.append(f"{damaged} stored records cannot be opened and are skipped: run `flask --app app store check`.")
    faults += anchor
    if broken:
        faults.append(f"The audit's chain is broken at {len(broken)} entries: see `flask --app app audit mend`.")
    untold = [name for name, told in (
        ("appendonly", health.append_only is not None), ("appendfsync", health.fsync),
        ("maxmemory-policy", health.eviction),
    ) if not told]  # fmt: skip
    if untold:
        faults.append(
            f"Redis does not tell {', '.join(untold)}: not checked. Its host forbids INFO or CONFIG. See there that "
            "appendonly is yes, appendfsync is always, and maxmemory-policy is noeviction."
        )
    if health.append_only is False:
        faults.append("Redis saves nothing to disk: set `appendonly yes`.")
    elif health.fsync not in ("always", ""):
        faults.append(f"Redis writes to disk {health.fsync}: set `appendfsync always`, so that no text is lost.")
    if health.evicts:
        faults.append(
            f"Redis throws data away when its memory is full ({health.eviction}), opt-outs too: "
            "set `maxmemory-policy noeviction`."
        )
    if health.append_only is not False and 0 < erased_at < time.time() - REWRITE_LATE_SECONDS:
        faults.append(
            "Data that people had erased is still in the append-only file of Redis, after more than an hour. "
            "Start the worker, and let it run BGREWRITEAOF, or rewrite the file every night."
        )
    if health.role == "slave":
        faults.append("Redis at REDIS_URL is a replica: use the primary.")
    return faults


def _anchor(settings: Settings, trail: Trail) -> list[str]:
    """Report if the audit ends before the entry that a worker noted on this machine. May raise StoreUnavailable."""
    try:
        kept = AuditAnchor(settings.var_dir).read()
    except OSError:
        return ["VAR_DIR/audit.anchor cannot be read: let this account read it."]
    if kept is None and trail.count() and not settings.demo:
        return [
            "VAR_DIR holds no audit.anchor, so a lost end of the audit is not noticed. "
            "Run this where a worker runs. Keep its VAR_DIR on a disk that outlives a restart."
        ]
    if kept is None or trail.holds(kept):
        return []
    return [
        "The audit lacks the entry that VAR_DIR/audit.anchor names, or that file is damaged. "
        "If you restored a backup, run `flask --app app audit accept`. "
        "If not, Redis was set back: find out who can write to it. "
        "Consents that people took back may be in force again."
    ]


def _unread(settings: Settings) -> list[str]:
    """Report languages in use that have entries no native reader has reviewed in their present form."""
    shipped, edition = load_words(own=settings.content_dir)[0], _edition(settings)
    if ENGLISH not in shipped:
        return []  # reported by the content checks
    faults = []
    for code, sheet in sheets_of(shipped, edition.words, edition.lists)[0].items():
        must = settings.language_review_must
        if code == ENGLISH or (code not in shipped and any(missing_for_release(code, edition, must_review=must))):
            continue
        left, whole = unread(shipped, edition, code)
        if left:
            faults.append(
                f"{sheet.language}: a native speaker has not reviewed {left} of its {whole} entries. Ask one to read "
                f"them aloud and mark each at /studio/languages/{code}. Then publish."
            )
    return faults


def _guides() -> list[str]:
    """Report the pocket guides that no advocate has read."""
    try:
        unread = [guide for guide, rests_on in load_guide_sources().items() if not rests_on.reviewed]
    except ContentError:
        return []  # reported by the content checks
    if not unread:
        return []
    return [
        f"guides.yaml: advocates have not read {len(unread)} of {len(Guide)} guides. Ask an advocate, a lawyer and a "
        "clinician to read each, and write under `reviewed` who did, and when."
    ]


def _numbers(settings: Settings) -> list[str]:
    try:
        lines = load_hotlines().checked_on(tried(_edition(settings)))
        stale = lines.stale(dt.datetime.now(settings.timezone).date())
    except ContentError:
        return []  # reported by the content checks
    to_look_up = [line for line in stale if line in lines.emergencies]
    to_try = [line for line in stale if line not in lines.emergencies]
    faults = []
    if to_try:
        faults.append(
            f"hotlines.yaml: {', '.join(to_try)}: not checked within a month. Dial or text each before launch, then "
            "monthly. Record each check at /studio/hotlines."
        )
    if to_look_up:
        faults.append(
            f"hotlines.yaml: {', '.join(to_look_up)}: emergency numbers, not checked within a month. Never dial or "
            "text one to test it: look it up, and record it at /studio/hotlines."
        )
    return faults


def _edition(settings: Settings) -> Edition:
    """Return the published edition, or the shipped messages if Redis does not answer."""
    store = open_store(settings)
    try:
        edition = store.words.edition(store.words.newest())
        return load(edition) if edition else SHIPPED
    except StoreUnavailable:
        return SHIPPED
    finally:
        store.close()


def _services(settings: Settings) -> list[str]:
    """Report if the directory offers nothing, by the rules outside demo mode, or has services due for checking."""
    try:
        directory = load_directory(region=settings.region, rules=settings.vetting)
    except DirectoryError as error:
        return [*error.problems]
    store = open_store(settings)
    try:
        LiveDirectory(store.directory, directory).catch_up()
    finally:
        store.close()
    standings = Counter(standing(one, directory.today(), settings.vetting) for one in directory)
    offered, due = standings[OfferStatus.OFFERED] + standings[OfferStatus.EXPIRING], len(directory.due())
    told = ", ".join(f"{count} {_STANDINGS[one]}" for one, count in sorted(standings.items()) if one in _STANDINGS)
    if not offered:
        return [
            f"The directory offers none of its {len(directory)} services ({told or 'it is empty'}). The bot says that "
            "nothing fits and gives the hotlines. A lead must check each service at /directory before real people "
            "text. Ask the agency, record the answers under Vet, and press Mark as verified today. "
            "Add your own services with `directory import`."
        ]
    return [f"The directory: {due} of {len(directory)} services are due for verification."] if due else []
