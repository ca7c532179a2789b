"""Commands of `flask --app app directory`: import or check a package, and export the directory in use.

`bot.actions.directory_import` finds the changes, and the store applies them.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from bot.actions.directory_import import SHOWN, Change, Import
from bot.actions.directory_snapshot import RecordsInUse
from bot.cli.require_settings import needed
from bot.config.settings import Settings
from bot.directory.package.archive import MOST_JSON_BYTES
from bot.directory.package.errors import PackageErrors
from bot.directory.package.read import read_package, weigh
from bot.directory.package.tables import PackageTables
from bot.directory.package.write import write_csv, write_json
from bot.errors import Conflict, StoreUnavailable, WarmlineError
from bot.runtime.build import open_store
from bot.staff import audit
from bot.store import Store

MANY_SERVICES = 2_000
MANY_ROWS = 5_000
MANY_BYTES = 2_000_000
"""Sizes from which a progress bar is shown."""

T = TypeVar("T")
Tick = Callable[[int], None]


@click.group("directory")
def directory() -> None:
    """Import, check or export the directory of vetted services."""


@directory.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="List errors and changes. Changes nothing.")
@click.option("--yes", is_flag=True, help="Import without asking.")
@click.option("--strict", is_flag=True, help="Refuse the import if any value stays unknown.")
@click.option("--trust-vetting", "trust", is_flag=True, help="Accept the vetting in the package as ours.")
@click.pass_obj
def directory_import(  # noqa: PLR0913 -- one argument for each option of the command
    settings: object, path: Path, *, check: bool, yes: bool, strict: bool, trust: bool
) -> None:
    """Import an HSDS 3.0 or 3.1 package: a folder or zip of CSV files, or nested JSON.

    It names each fault with file, row and column, previews new, changed and removed services, and asks. Then it applies
    all changes or none. Our vetting stays with a service whose facts stay. The package's own vetting is set aside as
    unknown, unless you trust it.

    A value that it cannot read is named, kept as it is, and does not stop the rest. A service is not offered while it
    has one that the bot must read. With --strict such a value stops the import.
    """
    with _in_use(settings, shipped_will_do=check) as (store, in_use):
        package, faults = _with_bar(
            "Reading", weigh(path), MANY_BYTES, lambda tick: read_package(path, _today(), tick, strict=strict)
        )
        with package:
            for line in faults.lines(warnings=True):
                click.echo(f"note: {line}")
            _tell_unknown(faults)
            _refuse(faults)
            count = package.count("service")
            with _with_bar(
                "Comparing", count, MANY_SERVICES,
                lambda tick: Import(in_use, package, _today(), trust=trust, on_done=tick),
            ) as found:  # fmt: skip
                # a location that we keep hidden, and the package does not
                found.check_hidden(faults)
                _refuse(faults)
                _preview(found)
                if check or store is None:
                    click.echo("Nothing changed.")
                elif not found.is_change:
                    click.echo("Already in use: nothing changed.")
                else:
                    _put_in_use(found, store, yes)


@directory.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.pass_obj
def directory_export(settings: object, path: Path, form: str) -> None:
    """Write the directory in use to PATH: CSV as a folder, or a zip when PATH ends in .zip; or one JSON file.

    Cells that a spreadsheet would execute begin with an apostrophe, which an import removes again.
    Overwrites nothing.
    """
    with _in_use(settings) as (_, in_use):
        package, faults = _with_bar("Gathering", len(in_use.ids()), MANY_SERVICES, in_use.package)
        with package:
            for line in faults.stop_lines():
                click.echo(f"note: fix this before you import it again: {line}")
            _write(package, path, form)
            click.echo(f"Exported {package.count('service')} services, with staff-only details. Keep the file safe.")
    if form == "json" and path.stat().st_size > MOST_JSON_BYTES:
        click.echo("note: this is too large to import again as JSON. Export it as CSV instead.")


def _write(package: PackageTables, path: Path, form: str) -> None:
    write = write_csv if form == "csv" else write_json
    rows = sum(map(package.count, package.tables))
    try:
        _with_bar("Writing", rows, MANY_ROWS, lambda tick: write(package, path, tick))
    except FileExistsError:
        raise click.ClickException(f"{path.name} already exists: nothing written") from None
    except OSError as error:
        raise click.ClickException(f"can't write {path.name}: {error.strerror}") from None


@contextmanager
def _in_use(settings: object, *, shipped_will_do: bool = False) -> Iterator[tuple[Store | None, RecordsInUse]]:
    """Yield the store and the directory in use. Without settings, yield the shipped one if `shipped_will_do`."""
    if shipped_will_do and not isinstance(settings, Settings):
        click.echo("note: there are no settings here, so this compares with the built-in directory.")
        yield None, RecordsInUse(None)
        return
    store = open_store(needed(settings))
    try:
        yield store, RecordsInUse(store.directory)
    except Conflict:
        raise click.ClickException("someone else just changed the directory; nothing changed. Run it again.") from None
    except StoreUnavailable:
        raise click.ClickException("can't reach Redis; nothing changed") from None
    except WarmlineError as error:
        raise click.ClickException(f"nothing changed: {type(error).__name__}") from None
    finally:
        store.close()


def _put_in_use(found: Import, store: Store, yes: bool) -> None:
    """Ask, then apply all changes atomically."""
    warning = ""
    if not found.count:
        warning = "This empties the directory: the bot could offer nothing. "
    elif 2 * found.gone.count > found.count_before:
        warning = f"This removes more than half of the services: {found.gone.count} of {found.count_before}. "
    if yes and warning:
        click.echo(warning.strip())
    if not yes and not click.confirm(f"{warning}Import this?"):
        click.echo("Nothing changed.")
        return
    entry = audit.Entry(int(time.time()), audit.COMMAND_LINE, audit.Verb.DIRECTORY_CHANGED, "directory:import")
    _with_bar(
        "Importing", found.count, MANY_SERVICES,
        lambda tick: found.replace_directory(store.directory, lambda: store.staff.audit.add(entry), tick),
    )  # fmt: skip
    click.echo(f"In use: {found.count} services.")


def _tell_unknown(faults: PackageErrors) -> None:
    """Name the values that stay unknown, unless they stop the import and are named as faults."""
    if faults.strict or not faults.unknown:
        return
    for line in faults.unknown_lines():
        click.echo(f"unknown: {line}")
    click.echo(
        f"{faults.unknown} values stay unknown and are kept as they are. "
        "The bot offers no service with a value that it must read. Use --strict to refuse them."
    )


def _refuse(faults: PackageErrors) -> None:
    """Print the faults and exit if there are any that prevent the import."""
    if faults.stop:
        for line in faults.stop_lines():
            click.echo(line)
        click.echo("Nothing changed. Fix these and check again.")
        sys.exit(1)


def _preview(found: Import) -> None:
    for word, some in (("new", found.new), ("changed", found.changed), ("removed", found.gone)):
        for change in some.first:
            click.echo(f"{word}: {_named(change)}")
        if some.count > SHOWN:
            click.echo(f"{word}: and {some.count - SHOWN} more")
    vetting = found.vetting
    click.echo(
        f"{found.new.count} new, {found.changed.count} changed, {found.gone.count} removed, "
        f"{found.unchanged} unchanged. {vetting['kept']} keep our vetting, {vetting['to_vet']} need new vetting."
    )
    if vetting["set_aside"]:
        click.echo(f"{vetting['set_aside']} have vetting by others, which we ignore. Use --trust-vetting to accept it.")
    if vetting["trusted"]:
        click.echo(f"{vetting['trusted']} have vetting by others, which we accept as ours.")


def _named(change: Change) -> str:
    """Format a service name from a foreign file for a terminal, with the fields that differ."""
    name = "".join(letter if letter.isprintable() else "?" for letter in change.name[:80])
    return f"{name} ({', '.join(change.fields)})" if change.fields else name


def _with_bar(label: str, length: int, many: int, do: Callable[[Tick], T]) -> T:
    """Run `do`, with a progress bar from `many` on."""
    if length < many:
        return do(lambda _: None)
    with click.progressbar(length=length, label=label, file=sys.stderr, update_min_steps=length // 100) as bar:
        return do(bar.update)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
