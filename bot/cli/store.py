"""Commands `flask store check` and `flask audit mend`: find damaged records, and accept a broken audit chain."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup

from bot.cli.require_settings import needed
from bot.errors import WarmlineError
from bot.runtime.build import open_store
from bot.store import Store

store = AppGroup("store", help="What is stored: check that all of it opens.")
audit = AppGroup("audit", help="The audit trail: go on after a break in its chain.")


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


@contextmanager
def _open(settings: object) -> Iterator[Store]:
    """Open the store. Turn what goes wrong into a message of one line."""
    opened = open_store(needed(settings))
    try:
        yield opened
    except WarmlineError as error:
        raise click.ClickException(f"not done: {type(error).__name__}") from None
    finally:
        opened.close()
