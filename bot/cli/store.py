"""Commands `flask store` and `flask audit`: damaged records, backups, and a broken audit chain."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from flask.cli import AppGroup

from bot.cli.require_settings import needed
from bot.config.settings import Settings
from bot.crypto import KeyRing
from bot.errors import BackupError, StoreUnavailable, WarmlineError
from bot.runtime.build import open_store
from bot.staff.audit import COMMAND_LINE, Entry, Verb
from bot.store import Store
from bot.store.audit import Trail
from bot.store.audit_anchor import DAMAGED, AuditAnchor
from bot.store.backup import Taken, back_up, inspect, restore
from bot.store.connection import RedisServer
from bot.store.connection_fault import explain
from bot.store.servers import open_server

store = AppGroup("store", help="What is stored: check that all of it opens, back it up, restore it.")
audit = AppGroup("audit", help="The audit trail: go on after a break in its chain or a restored backup.")


@store.command("check")
@click.pass_obj
def store_check(settings: object) -> None:
    """Try to open every stored record, and verify the audit chain. Name the Redis keys of damaged records.

    It changes nothing. Exits with 1 if anything is damaged.
    """
    with _open(settings) as opened:
        result, broken = opened.check(), opened.staff.audit.broken()
    for kind, count in sorted(result.counted.items()):
        click.echo(f"{count} of kind: {kind}")
    for record in result.damaged:
        click.echo(f"damaged {record.kind}: {record.place}")
    for at in broken:
        click.echo(f"audit chain broken at entry {at + 1}")
    if not result.damaged and not broken:
        click.echo("All of it opens.")
        return
    click.echo(
        "Keep a copy of the data first. A record under a key that left SEAL_KEYS opens again when you add that key. "
        "Every page and job skips a damaged record. To continue the audit, run `flask --app app audit mend`."
    )
    sys.exit(1)


FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@store.command("backup")
@FILE
@click.pass_obj
def store_backup(settings: object, file: Path) -> None:
    """Write all of Redis to a new FILE, encrypted by the first of SEAL_KEYS. Texts wait for a second at most."""
    with _server(settings) as (server, ring, lookup_key):
        taken = back_up(server, ring, lookup_key, file)
        inspect(ring, lookup_key, file)  # what cannot be read again is no backup
    _describe(taken)
    click.echo(
        "Keep it apart from SEAL_KEYS and LOOKUP_KEY: it is worth nothing without them, and everything with them."
    )


@store.command("restore")
@FILE
@click.option("--check", is_flag=True, help="Only read the file, and tell what it holds.")
@click.pass_obj
def store_restore(settings: object, file: Path, check: bool) -> None:
    """Write a backup into an empty Redis. Stop web and worker first."""
    with _server(settings) as (server, ring, lookup_key):
        _describe(inspect(ring, lookup_key, file))
        if check:
            return
        click.echo(f"Restored: {restore(server, ring, lookup_key, file)} keys. The others have expired since.")
        with _anchor_told():
            kept = AuditAnchor(needed(settings).var_dir).read()
        if kept and not Trail(server, ring).holds(kept):
            click.echo(
                "The audit lacks entries that it had before. "
                "To accept this, run `flask --app app audit accept` on each worker's machine."
            )


def _describe(taken: Taken) -> None:
    at = datetime.fromtimestamp(taken.at, UTC)
    click.echo(f"Backup of {at:%Y-%m-%d %H:%M} UTC: {taken.keys} keys.")
    if not taken.of_one_moment:
        click.echo("Writes went on, so it is not of one moment. Take one at a quieter time as well.")


@contextmanager
def _server(settings: object) -> Iterator[tuple[RedisServer, KeyRing, bytes]]:
    """Open the server and the keys. Turn what goes wrong into a message of one line."""
    known: Settings = needed(settings)
    server = open_server(known.redis_url)
    try:
        yield server, KeyRing(known.seal_keys), known.lookup_key
    except BackupError as error:
        raise click.ClickException(str(error)) from None
    except FileExistsError:
        raise click.ClickException("there is a file of this name already: choose another") from None
    except OSError as error:
        raise click.ClickException(f"the file: {error.strerror}") from None
    except StoreUnavailable as error:
        raise click.ClickException(f"not done: {explain(error)}") from None
    except WarmlineError as error:
        raise click.ClickException(f"not done: {type(error).__name__}: {error}") from None
    finally:
        server.close()


@audit.command("mend")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def audit_mend(settings: object, yes: bool) -> None:
    """Write down that you have looked at each broken entry of the audit, and go on in a new segment.

    Nothing is removed or repaired. From then on the audit page reports only new breaks.
    """
    with _open(settings) as opened:
        broken = opened.staff.audit.broken()
        if not broken:
            click.echo("The chain is whole. Nothing to mend.")
            return
        click.echo(f"Broken entries: {', '.join(str(at + 1) for at in broken)}.")
        if not yes:
            click.confirm("Have you kept a copy of the data, and found out who had access to it?", abort=True)
        mended = opened.staff.audit.mend(int(time.time()))
    click.echo(f"Noted as mended: {len(mended)}. The chain goes on in a new segment.")


@audit.command("accept")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def audit_accept(settings: object, yes: bool) -> None:
    """Accept that the audit ends earlier than a worker noted on this machine, after you restored a backup.

    The audit keeps an entry about it. From then on `doctor` and the worker report only later losses.
    """
    anchor = AuditAnchor(needed(settings).var_dir)
    with _anchor_told(), _open(settings) as opened:
        trail = opened.staff.audit
        kept, there = anchor.read(), trail.head().count
        if kept is None or trail.holds(kept):
            click.echo("The audit holds what a worker noted. Nothing to accept.")
            return
        noted = "is damaged" if kept == DAMAGED else f"names entry {kept.count}, which is not in it"
        click.echo(f"The audit ends with entry {there}. VAR_DIR/audit.anchor {noted}.")
        if not yes:
            click.confirm("Have you restored a backup, or emptied Redis, yourself?", abort=True)
        reason = f"Earlier state accepted: it ended with entry {there}, and the anchor {noted}"
        trail.add(Entry(int(time.time()), COMMAND_LINE, Verb.AUDIT_MENDED, "audit:", reason))
        anchor.write(trail.head())
    click.echo("Accepted, and noted in the audit.")


@contextmanager
def _anchor_told() -> Iterator[None]:
    """Turn a fault of the anchor's file into a message that names it."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"VAR_DIR/audit.anchor: {error.strerror}") from None


@contextmanager
def _open(settings: object) -> Iterator[Store]:
    """Open the store. Turn what goes wrong into a message of one line."""
    opened = open_store(needed(settings))
    try:
        yield opened
    except StoreUnavailable as error:
        raise click.ClickException(f"not done: {explain(error)}") from None
    except WarmlineError as error:
        raise click.ClickException(f"not done: {type(error).__name__}") from None
    finally:
        opened.close()
