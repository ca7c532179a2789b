"""Commands of `flask --app app`: chat, worker, keys, doctor, content, ear, flow, directory, store, audit, staff.

They only call other modules and print the result.
"""

from __future__ import annotations

import os
import sys
import time
from copy import copy
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

from bot import logs
from bot.cli.content import content
from bot.cli.directory import directory
from bot.cli.ear import ear
from bot.cli.require_settings import needed
from bot.cli.store import audit as audit_commands
from bot.cli.store import store as store_commands
from bot.config.settings import Settings, load_settings, make_keys
from bot.errors import SettingsError, StoreUnavailable, WarmlineError
from bot.jobs.worker import Worker
from bot.runtime.build import build, open_store, refuse_unsaved
from bot.sms.twilio import TwilioClient
from bot.staff import audit, rota
from bot.staff.accounts import Role, Taken, read_name, read_phone


def register(app: Flask, settings: Settings | None) -> None:
    """Add the commands. Those that need settings report what is missing if `settings` is None."""
    commands = app.cli
    commands.add_command(keys)
    commands.add_command(flow)
    commands.add_command(ear)
    for command in (chat, worker, doctor, staff, directory, content, store_commands, audit_commands):
        own = copy(command)  # another app in this process has other settings
        own.context_settings = {**command.context_settings, "obj": settings}
        commands.add_command(own)


@click.command("keys")
def keys() -> None:
    """Make fresh secrets for SEAL_KEYS, LOOKUP_KEY, SESSION_KEY and VAPID_KEY, to put in your environment."""
    for name, value in make_keys().items():
        click.echo(f"{name}={value}")


@click.command("flow")
def flow() -> None:
    """Print the diagram of the conversation."""
    from bot.flows.diagram import mermaid  # noqa: PLC0415 -- slow to import; only this command draws

    click.echo(mermaid())


@click.command("chat")
@click.option("--lang", type=click.Choice(["en", "es"]), default=None, help="Start in this language.")
@click.option(
    "--record", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Save a transcript here."
)
@click.pass_obj
def chat(settings: object, lang: str | None, record: Path | None) -> None:
    """Talk to the bot in the terminal."""
    from bot.cli import chat as terminal  # noqa: PLC0415 -- slow to import; only this command needs it

    # without settings nothing real can be reached, so this is a trial
    if not isinstance(settings, Settings):
        settings = load_settings({**os.environ, "DEMO": "1"})
    clock = terminal.Clock()
    out = terminal.recorded(record)
    try:
        with terminal.open_runtime(settings, clock) as runtime:
            terminal.talk(runtime, clock, lang or "", out)
    except StoreUnavailable as error:
        raise click.ClickException(f"can't reach Redis: {error}") from None
    finally:
        if out:
            out.close()


@click.command("worker")
@click.pass_obj
def worker(settings: object) -> None:
    """Run due jobs: check-ins, waiting texts, recovery after an outage. Runs until it is stopped."""
    known = needed(settings)
    logs.configure("worker", known.log_format)
    runtime = build(known)
    try:
        refuse_unsaved(known, runtime.store)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    Worker(runtime, TwilioClient(known)).run()


@click.command("doctor")
@click.pass_obj
def doctor(settings: object) -> None:
    """Check that everything is ready for real use: settings, Redis, Twilio, sign-in, messages, hotlines, services."""
    from bot.cli.doctor import examine  # noqa: PLC0415 -- slow to import; only this command needs it

    faults = examine(needed(settings))
    for fault in faults:
        click.echo(fault)
    click.echo("No problems found." if not faults else f"Problems to fix: {len(faults)}.")
    sys.exit(1 if faults else 0)


staff = AppGroup("staff", help="Manage staff: invite the first lead, put someone on call.")


@staff.command("invite")
@click.option("--name", required=True, help="Name, as colleagues see it.")
@click.option("--role", "roles", type=click.Choice(["caseworker", "editor", "lead"]), multiple=True, required=True)
@click.option("--phone", default="", prompt=True, prompt_required=False, help="Alert phone. Asks if left empty.")
@click.pass_obj
def staff_invite(settings: object, name: str, roles: tuple[str, ...], phone: str) -> None:
    """Invite a staff member. Print a link, valid once and for three days, to choose how to sign in."""
    known = needed(settings)
    called, number = read_name(name), read_phone(phone, known.region)
    if not called:
        raise click.BadParameter("enter a name of up to 40 letters", param_hint="--name")
    if number is None:
        raise click.BadParameter("enter a phone number, like +15555550100", param_hint="--phone")
    store, now = open_store(known), int(time.time())
    try:
        if number and store.has_conversation(number):
            raise click.BadParameter("this number cannot get alerts", param_hint="--phone")
        person, token = store.staff.invite(called, frozenset(map(Role, roles)), now, number)
        store.staff.audit.add(audit.Entry(now, audit.COMMAND_LINE, audit.Verb.INVITED, f"staff:{person.id}"))
    except Taken:
        raise click.ClickException("a colleague already uses this number") from None
    except WarmlineError as error:
        raise click.ClickException(f"no one was invited: {type(error).__name__}") from None
    finally:
        store.close()
    click.echo(f"{known.public_url}/staff/join#{token}")


@staff.command("duty")
@click.option("--name", required=True, help="Their sign-in name.")
@click.option("--until", default="", help="Put on call until this time, like 18:30, in the team's time zone.")
@click.option("--off", is_flag=True, help="End the extra shift. The rota doesn't change.")
@click.pass_obj
def staff_duty(settings: object, name: str, until: str, off: bool) -> None:
    """Put a staff member on call until a time of day, or end it."""
    known = needed(settings)
    minute, now = rota.read_time(until), datetime.now(known.timezone)
    if off == (minute is not None):
        raise click.BadParameter("use either --until with a time like 18:30, or --off")
    end = 0 if minute is None else int(rota.next_at(now, minute).timestamp())
    store = open_store(known)
    try:
        person = store.staff.by_handle(name)
        if person is None:
            raise click.ClickException("no colleague has this sign-in name")
        at = int(now.timestamp())
        store.staff.audit.add(audit.Entry(at, audit.COMMAND_LINE, audit.Verb.ROTA_CHANGED, f"staff:{person.id}"))
        store.staff.rota.change(person.id, lambda duty: replace(duty, until=end))
    except WarmlineError as error:
        raise click.ClickException(f"nothing changed: {type(error).__name__}") from None
    finally:
        store.close()
    click.echo("Extra shift ended." if off else f"On call until {rota.next_at(now, minute or 0):%a %H:%M}.")
